"""The evaluation of a year is begun: from then on its chapters can be written."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.evaluation_entries import EvaluationEntry
from openkader.register.hand import claim_references, writing
from openkader.register.models import Evaluation


def start_evaluation(entry: EvaluationEntry, *, by: str, now: datetime) -> str:
    """Begin it; its reference. One that was begun already, as by a second click, is that one."""
    reference = f"EV-{entry.year}"
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        hand.keeps_lines = False
        if Evaluation.objects.filter(year=entry.year).exists():
            return reference
        claim_references([(reference, reference)], kind="evaluation")
        Evaluation.objects.create(
            reference=reference,
            year=entry.year,
            kader=entry.kader,
            kader_digest=entry.kader_digest,
            languages=list(entry.languages),
            at=now,
            by=by,
        )
        hand.log(
            "evaluation.started",
            "evaluation",
            reference,
            reference,
            kader=entry.kader,
            languages=list(entry.languages),
        )
    return reference
