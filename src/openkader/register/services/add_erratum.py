"""What was adopted is corrected beside it, and that a figure of it counts otherwise now is noted with the reason."""

from datetime import datetime

from openkader.casework.evaluating import EvaluationState, may_correct, may_restate
from openkader.casework.permissions import Act
from openkader.register.evaluation_entries import ErratumEntry, RestatementEntry
from openkader.register.evaluations import evaluation_for_update, state_of
from openkader.register.hand import digest, require, writing
from openkader.register.models import Erratum, EvaluationAdoption, Restatement


def add_erratum(entry: ErratumEntry, *, by: str, now: datetime) -> int:
    """Keep a correction; its number. The same again, as by a second click, is that one."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        hand.keeps_lines = False
        evaluation = evaluation_for_update(entry.year)
        require(may_correct(state_of(evaluation), entry.said, entry.must_say, entry.why))
        words = {name: getattr(entry, name).strip() for name in ("said", "must_say", "why")}
        words |= {"chapter": entry.chapter, "language": entry.language}
        before = evaluation.errata.filter(**words).first()
        if before is not None:
            return before.number
        number = evaluation.errata.count() + 1
        Erratum.objects.create(evaluation=evaluation, number=number, at=now, by=by, **words)
        hand.log(
            "evaluation.corrected",
            "evaluation",
            evaluation.reference,
            evaluation.reference,
            chapter=entry.chapter,
            number=number,
            digest=digest(entry),
        )
    return number


def restate_figure(entry: RestatementEntry, *, by: str, now: datetime) -> None:
    """Keep from what to what a figure of an adopted year went, and why. What was adopted stays as it is.

    The same once more, as by a second click, is not kept again.
    """
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        hand.keeps_lines = False
        evaluation = evaluation_for_update(entry.year)
        adopted = EvaluationAdoption.objects.filter(evaluation=evaluation).first()
        frozen = adopted.content["figures"].get(entry.figure) if adopted else None
        state = EvaluationState.ADOPTED if adopted else state_of(evaluation)
        require(may_restate(state, frozen, entry.now, entry.why))
        before = evaluation.restatements.filter(figure=entry.figure).order_by("-pk").first()
        if before is not None and before.became == entry.now:
            return
        Restatement.objects.create(
            evaluation=evaluation,
            figure=entry.figure,
            was=before.became if before else frozen,
            became=dict(entry.now),
            why=entry.why.strip(),
            at=now,
            by=by,
        )
        place = evaluation.reference
        hand.log("evaluation.restated", "evaluation", place, place, figure=entry.figure, digest=digest(entry))
