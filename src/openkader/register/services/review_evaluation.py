"""An evaluation goes to review with all of its chapters, and comes back to be written on."""

from collections.abc import Mapping
from datetime import datetime

from openkader.casework.evaluating import EvaluationStepKind, may_return, may_send_to_review
from openkader.casework.permissions import Act
from openkader.register.evaluations import evaluation_for_update, missing_of, state_of, written_chapters
from openkader.register.hand import Hand, require, typed, writing
from openkader.register.models import Evaluation, EvaluationStep


def send_to_review(year: int, chapters: Mapping[str, str], *, by: str, now: datetime) -> str:
    """Put it before colleagues; `chapters` are those that it must have, with their titles."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        evaluation = evaluation_for_update(year)
        missing = missing_of(evaluation.languages, chapters, written_chapters(evaluation))
        require(may_send_to_review(state_of(evaluation), missing))
        _step(evaluation, EvaluationStepKind.SENT_TO_REVIEW, None, hand)
    return evaluation.reference


def return_to_draft(year: int, why: str, *, by: str, now: datetime) -> str:
    """Take it back to be written on, with a reason if there is one."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        evaluation = evaluation_for_update(year)
        require(may_return(state_of(evaluation)))
        _step(evaluation, EvaluationStepKind.RETURNED, typed(why), hand)
    return evaluation.reference


def _step(evaluation: Evaluation, kind: EvaluationStepKind, why: str | None, hand: Hand) -> None:
    hand.keeps_lines = False
    EvaluationStep.objects.create(evaluation=evaluation, kind=kind, why=why, at=hand.now, by=hand.by)
    place = evaluation.reference
    if kind is EvaluationStepKind.RETURNED:
        hand.log("evaluation.returned", "evaluation", place, place)
    else:
        hand.log("evaluation.sent-to-review", "evaluation", place, place)
