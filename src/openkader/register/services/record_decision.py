"""A decision that was taken elsewhere is taken over from a publication."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework import rules
from openkader.casework.permissions import Act
from openkader.register.batches import BATCH
from openkader.register.cases import requests_by_reference
from openkader.register.decisions import decision_columns
from openkader.register.entries import DecisionEntry
from openkader.register.hand import Hand, both, claim_references, digest, require, writing
from openkader.register.models import Decision


def record_decision(entry: DecisionEntry, *, by: str, now: datetime) -> str:
    """Reconstruct a decision; who took it and when stays unknown unless it is said."""
    with writing(by=by, now=now, act=Act.IMPORT_YEAR) as hand:
        enter_decisions([entry], hand)
    return entry.reference


def enter_decisions(entries: Sequence[DecisionEntry], hand: Hand) -> None:
    """Store reconstructed decisions, each with the sentence it was read in."""
    requests = requests_by_reference((entry.request for entry in entries), hand)
    for entry in entries:
        require(rules.may_reconstruct(rules.DecisionDraft(outcome=entry.outcome, passage=entry.passage)))
    claim_references([(x.reference, x.request or x.reference) for x in entries], kind="decision")
    Decision.objects.bulk_create(
        (
            Decision(
                **hand.counted(entry),
                **decision_columns(entry),
                **both("title", entry.title),
                request=requests[entry.request],
                kind=entry.kind,
                programme=entry.programme,
                reconstructed=True,
            )
            for entry in entries
        ),
        batch_size=BATCH,
    )
    for entry in entries if hand.tells_each else ():
        _log(entry, hand)


def _log(entry: DecisionEntry, hand: Hand) -> None:
    hand.log(
        "decision.reconstructed",
        "decision",
        entry.reference,
        entry.request or entry.reference,
        level=entry.level,
        outcome=entry.outcome,
        digest=digest(entry),
    )
