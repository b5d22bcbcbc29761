"""A chapter of an evaluation is saved: each time another version, and no writer is overwritten."""

from datetime import datetime

from openkader.base.text import plain_lines
from openkader.casework.evaluating import may_save, may_write, readings_of
from openkader.casework.permissions import Act
from openkader.casework.prose import passages_of
from openkader.register.evaluation_entries import ChapterEntry
from openkader.register.evaluations import evaluation_for_update, newest_text, stand_of, state_of
from openkader.register.hand import digest, require, typed, writing
from openkader.register.models import ChapterText


def save_chapter(entry: ChapterEntry, *, by: str, now: datetime) -> int:
    """Keep a version; its number. The same by the same hand again, as by a second click, is that version.

    A passage that was not touched keeps what its figures said when it was written.
    """
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        hand.keeps_lines = False
        evaluation = evaluation_for_update(entry.year)
        require(may_write(state_of(evaluation)))
        newest = newest_text(evaluation, entry.chapter, entry.language)
        text = plain_lines(entry.text)
        left_empty = None if text else typed(entry.left_empty)
        if newest is not None and (newest.text, newest.left_empty, newest.by) == (text, left_empty, by):
            return newest.number
        require(may_save(text, left_empty, entry.seen, stand_of(newest)))
        figures = readings_of(passages_of(text), entry.figures, newest.figures if newest else {})
        ChapterText.objects.create(
            evaluation=evaluation,
            chapter=entry.chapter,
            language=entry.language,
            number=entry.seen + 1,
            text=text,
            left_empty=left_empty,
            figures=figures,
            at=now,
            by=by,
        )
        hand.log(
            "evaluation.saved",
            "evaluation",
            evaluation.reference,
            evaluation.reference,
            chapter=entry.chapter,
            language=entry.language,
            number=entry.seen + 1,
            digest=digest(entry),
        )
    return entry.seen + 1
