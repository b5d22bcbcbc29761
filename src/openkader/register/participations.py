"""Who asked or took part, entered with the request or the activity that they belong to."""

from collections.abc import Sequence

from openkader.register.entries import ParticipationEntry
from openkader.register.hand import Hand, both, claim_references, parties
from openkader.register.models import Activity, Participation, Request


def enter_participations(
    entries: Sequence[ParticipationEntry],
    hand: Hand,
    *,
    request: Request | None = None,
    activity: Activity | None = None,
) -> None:
    """Store the participations of one request or one activity."""
    place = activity or request
    if not entries or place is None:
        return
    keys = parties(entry.party for entry in entries)
    claim_references([entry.reference for entry in entries], kind="participation", dossier=place.reference)
    Participation.objects.bulk_create(
        Participation(
            **hand.counted(entry),
            **both("description", entry.description),
            year=place.year,
            request=request,
            activity=activity,
            role=entry.role,
            party_id=keys[entry.party],
            dropped_out=entry.dropped_out,
        )
        for entry in entries
    )
