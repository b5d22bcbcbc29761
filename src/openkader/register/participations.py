"""Who asked or took part, entered with the request or the activity that they belong to."""

from collections.abc import Sequence

from openkader.casework import rules
from openkader.register.batches import BATCH
from openkader.register.entries import ParticipationEntry
from openkader.register.hand import Hand, both, claim_references, parties, require
from openkader.register.models import Activity, Participation, Request


def enter_participations(
    places: Sequence[tuple[Request | Activity, Sequence[ParticipationEntry]]], hand: Hand
) -> None:
    """Store the participations of requests or activities."""
    pairs = [(place, entry) for place, entries in places for entry in entries]
    for _, entries in places:
        require(rules.may_take_part([(entry.party, entry.role) for entry in entries]))
    keys = parties((entry.party for _, entry in pairs), hand)
    claim_references([(entry.reference, place.reference) for place, entry in pairs], kind="participation")
    Participation.objects.bulk_create(
        (
            Participation(
                **hand.counted(entry),
                **both("description", entry.description),
                year=place.year,
                request=place if isinstance(place, Request) else None,
                activity=place if isinstance(place, Activity) else None,
                role=entry.role,
                party_id=keys[entry.party],
                dropped_out=entry.dropped_out,
            )
            for place, entry in pairs
        ),
        batch_size=BATCH,
    )
