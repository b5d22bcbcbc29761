"""A writer looked at a sentence whose figure changed, and says that it still stands."""

from datetime import datetime

from openkader.casework.evaluating import may_look
from openkader.casework.permissions import Act
from openkader.register.evaluation_entries import LookEntry
from openkader.register.evaluations import evaluation_for_update, state_of, written_chapters
from openkader.register.hand import require, writing
from openkader.register.models import PassageLook


def look_at_change(entry: LookEntry, *, by: str, now: datetime) -> None:
    """Keep that the passage stands with what its figures say now."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        hand.keeps_lines = False
        evaluation = evaluation_for_update(entry.year)
        written = written_chapters(evaluation).get((entry.chapter, entry.language))
        changes = written.changes(entry.figures) if written else ()
        mine = [one for one in changes if one.passage == entry.passage]
        require(may_look(state_of(evaluation), mine))
        then = written.then[entry.passage] if written else {}
        PassageLook.objects.create(
            evaluation=evaluation,
            chapter=entry.chapter,
            language=entry.language,
            passage=entry.passage,
            figures={key: entry.figures.get(key, old) for key, old in then.items()},
            at=now,
            by=by,
        )
        hand.log(
            "evaluation.looked-at",
            "evaluation",
            evaluation.reference,
            evaluation.reference,
            chapter=entry.chapter,
            language=entry.language,
            figures=sorted({one.binding.name for one in mine}),
        )
