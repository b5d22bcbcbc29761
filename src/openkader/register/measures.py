"""Measures and their evidence, entered with an activity or later."""

from collections.abc import Sequence

from openkader.register.entries import EvidenceEntry, MeasureEntry
from openkader.register.hand import Hand, both, claim_references
from openkader.register.models import Activity, Evidence, Measure


def enter_measures(activity: Activity, entries: Sequence[MeasureEntry], hand: Hand) -> None:
    """Store measures of one activity with the evidence that came along."""
    if not entries:
        return
    references = [entry.reference for entry in entries]
    claim_references(references, kind="measure", dossier=activity.reference)
    rows = Measure.objects.bulk_create(
        Measure(
            **hand.counted(entry),
            year=activity.year,
            activity=activity,
            line=entry.line,
            code=entry.code,
            status=entry.status,
        )
        for entry in entries
    )
    for row, entry in zip(rows, entries, strict=True):
        enter_evidence(row.pk, entry.evidence, hand)


def enter_evidence(measure_id: int, entries: Sequence[EvidenceEntry], hand: Hand) -> None:
    """Store the evidence of one measure."""
    Evidence.objects.bulk_create(
        Evidence(
            **hand.grounded(entry),
            **both("title", entry.title),
            measure_id=measure_id,
            kind=entry.kind,
            url=entry.url,
            sha256=entry.sha256,
        )
        for entry in entries
    )
