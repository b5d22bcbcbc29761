"""Colleagues say something of a passage of an evaluation, and a comment is settled with an answer."""

from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework.evaluating import may_comment, may_resolve
from openkader.casework.permissions import Act
from openkader.casework.prose import passages_of
from openkader.register.evaluation_entries import CommentEntry, ResolutionEntry
from openkader.register.evaluations import evaluation_for_update, newest_text, state_of
from openkader.register.hand import digest, require, writing
from openkader.register.models import CommentResolution, PassageComment


def comment_on_passage(entry: CommentEntry, *, by: str, now: datetime) -> int:
    """Keep a comment with the words that it is about; its key. The same again, as by a second click, is that one."""
    with writing(by=by, now=now, act=Act.READ_CASES) as hand:
        hand.keeps_lines = False
        evaluation = evaluation_for_update(entry.year)
        newest = newest_text(evaluation, entry.chapter, entry.language)
        passages = passages_of(newest.text) if newest else ()
        words = next((one.source for one in passages if one.digest == entry.passage), None)
        require(may_comment(state_of(evaluation), entry.text, is_there=words is not None))
        same = {"chapter": entry.chapter, "language": entry.language, "passage": entry.passage, "by": by}
        same["text"] = entry.text.strip()
        before = evaluation.passagecomments.filter(**same, resolution=None).first()
        if before is not None:
            return before.pk
        made = PassageComment.objects.create(evaluation=evaluation, words=words or "", at=now, **same)
        hand.log(
            "evaluation.commented",
            "evaluation",
            evaluation.reference,
            evaluation.reference,
            chapter=entry.chapter,
            digest=digest(entry),
        )
    return made.pk


def resolve_comment(entry: ResolutionEntry, *, by: str, now: datetime) -> None:
    """Settle a comment of this year with an answer; one of another year is not found."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        hand.keeps_lines = False
        evaluation = evaluation_for_update(entry.year)
        comment = evaluation.passagecomments.filter(pk=entry.comment).select_related("resolution").first()
        if comment is None:
            raise NotFound("comment", str(entry.comment))
        before = getattr(comment, "resolution", None)
        require(may_resolve(state_of(evaluation), entry.text, is_resolved=before is not None))
        CommentResolution.objects.create(comment=comment, text=entry.text.strip(), at=now, by=by)
        hand.log(
            "evaluation.comment-resolved",
            "evaluation",
            evaluation.reference,
            evaluation.reference,
            chapter=comment.chapter,
            digest=digest(entry),
        )
