"""Parties, entered on their own, with a year, or with the delegation that they come along with."""

from collections.abc import Sequence

from openkader.base.errors import Refusal
from openkader.register.entries import PartyEntry
from openkader.register.hand import BATCH, Hand, both, claim_references, digest, require
from openkader.register.models import Party, PartyIdentifier, PartyName


def enter_parties(entries: Sequence[PartyEntry], hand: Hand, dossier: str | None = None) -> list[Party]:
    """Store parties with their other names and their numbers; in a dossier of their own unless one is named."""
    for _, number, owner in taken_identifiers(entries):
        require(Refusal("register.identifier-twice", {"identifier": number, "party": owner}))
    claim_references([(entry.reference, dossier or entry.reference) for entry in entries], kind="party")
    rows = Party.objects.bulk_create((_row(entry, hand) for entry in entries), batch_size=BATCH)
    pairs = list(zip(rows, entries, strict=True))
    PartyName.objects.bulk_create(
        PartyName(party=row, name=x.name, script=x.script, language=x.language)
        for row, entry in pairs
        for x in entry.names
    )
    PartyIdentifier.objects.bulk_create(
        PartyIdentifier(party=row, scheme=scheme, value=value)
        for row, entry in pairs
        for scheme, value in entry.identifiers.items()
    )
    for entry in entries:
        place = dossier or entry.reference
        hand.log("party.recorded", "party", entry.reference, place, digest=digest(entry))
    return rows


def taken_identifiers(entries: Sequence[PartyEntry]) -> list[tuple[str, str, str]]:
    """Numbers that belong to a registered party already: the new party, the number, its owner."""
    wanted = {number: x.reference for x in entries for number in x.identifiers.items()}
    if not wanted:
        return []
    known = PartyIdentifier.objects.values_list("scheme", "value", "party__reference")
    return [
        (wanted[scheme, value], f"{scheme} {value}", owner)
        for scheme, value, owner in known
        if (scheme, value) in wanted
    ]


def _row(entry: PartyEntry, hand: Hand) -> Party:
    return Party(
        **hand.grounded(entry),
        **both("function", entry.function),
        reference=entry.reference,
        kind=entry.kind,
        name=entry.name,
        country=entry.country,
        region=entry.region,
        birth_date=entry.birth_date,
        gender=entry.gender,
    )
