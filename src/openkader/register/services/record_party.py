"""A party enters the register."""

from datetime import datetime

from django.db import transaction

from openkader.register.entries import PartyEntry
from openkader.register.hand import Hand, both, claim_references, digest
from openkader.register.models import Party, PartyIdentifier, PartyName


@transaction.atomic
def record_party(entry: PartyEntry, *, by: str, now: datetime, source_id: int | None = None) -> str:
    """Register one organisation or person; its reference is given once."""
    hand = Hand(by=by, now=now, source_id=source_id)
    claim_references([entry.reference], kind="party", dossier=entry.reference)
    party = Party.objects.create(
        **hand.grounded(entry),
        **both("function", entry.function),
        reference=entry.reference,
        kind=entry.kind,
        name=entry.name,
        country=entry.country,
        region=entry.region,
    )
    PartyName.objects.bulk_create(
        PartyName(party=party, name=x.name, script=x.script, language=x.language) for x in entry.names
    )
    PartyIdentifier.objects.bulk_create(
        PartyIdentifier(party=party, scheme=scheme, value=value)
        for scheme, value in entry.identifiers.items()
    )
    hand.log("party.recorded", "party", entry.reference, entry.reference, digest=digest(entry))
    return entry.reference
