"""Measures and their evidence, entered with an activity or later."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from openkader.casework.documents import kept_name
from openkader.casework.measures import AHEAD, CLOSED
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.batches import BATCH
from openkader.register.documents import Recognised
from openkader.register.entries import EvidenceEntry, MeasureEntry
from openkader.register.hand import Hand, both, claim_references
from openkader.register.models import Activity, Evidence, Measure


def is_open(measure: str = "") -> Q:
    """A measure that nobody closed; `measure` is the way to it."""
    return ~Q(**{f"{measure}status__in": [str(one) for one in CLOSED]})


def due_now(today: date) -> Q:
    """A measure that is to be done now: open, of what was not called off, and soon or late."""
    return to_do() & Q(due_on__lte=today + AHEAD)


def to_do() -> Q:
    """A measure that is still to be done: open, of what was not called off."""
    return is_open() & ~Q(activity__standing=ActivityStanding.CANCELLED)


def enter_measures(places: Sequence[tuple[Activity, Sequence[MeasureEntry]]], hand: Hand) -> None:
    """Store measures of activities with the evidence that came along."""
    pairs = [(activity, entry) for activity, entries in places for entry in entries]
    claim_references([(entry.reference, activity.reference) for activity, entry in pairs], kind="measure")
    rows = Measure.objects.bulk_create(
        (
            Measure(
                **hand.counted(entry),
                year=activity.year,
                activity=activity,
                line=entry.line,
                code=entry.code,
                status=entry.status,
                due_on=entry.due_on,
            )
            for activity, entry in pairs
        ),
        batch_size=BATCH,
    )
    enter_evidence([(row, entry.evidence) for row, (_, entry) in zip(rows, pairs, strict=True)], hand)


def enter_evidence(
    places: Sequence[tuple[Measure, Sequence[EvidenceEntry]]], hand: Hand, kept: Sequence[Recognised] = ()
) -> None:
    """Store the evidence of measures; `kept` are the files among it that lie on the shelf."""
    files = {one.digest: one for one in kept}
    Evidence.objects.bulk_create(
        (
            Evidence(
                **hand.grounded(entry),
                **both("title", entry.title),
                measure=measure,
                kind=entry.kind,
                url=entry.url,
                sha256=entry.sha256,
                record=entry.record,
                **_file(files.get(entry.sha256 or "")),
            )
            for measure, entries in places
            for entry in entries
        ),
        batch_size=BATCH,
    )


def _file(kept: Recognised | None) -> dict[str, object]:
    """The columns of a file; empty where only its digest is known."""
    if kept is None:
        return {}
    name = kept_name(kept.entry.name, kept.form)
    return {"name": name, "media_type": kept.form, "size": len(kept.entry.content)}
