"""Parties, entered on their own, with a year, or with the delegation that they come along with."""

from collections.abc import Sequence

from openkader.base.errors import Refusal
from openkader.register.batches import BATCH
from openkader.register.entries import PartyEntry
from openkader.register.hand import Hand, both, claim_references, digest, require
from openkader.register.models import Party, PartyIdentifier, PartyName
from openkader.register.searching import keep_words


def enter_parties(entries: Sequence[PartyEntry], hand: Hand) -> None:
    """Store parties that stand on their own, each with its event."""
    rows = store_parties([(entry, entry.reference) for entry in entries], hand)
    keep_words(row.pk for row in rows)
    for entry in entries:
        hand.log("party.recorded", "party", entry.reference, entry.reference, digest=digest(entry))


def store_parties(places: Sequence[tuple[PartyEntry, str]], hand: Hand) -> list[Party]:
    """Store parties with their other names and their numbers, each in the dossier where it is shown.

    Whoever stores them keeps their search words, once everything that names them is there.
    """
    entries = [entry for entry, _ in places]
    for _, number, owner in taken_identifiers(entries):
        require(Refusal("register.identifier-twice", {"identifier": number, "party": owner}))
    claim_references([(entry.reference, dossier) for entry, dossier in places], kind="party")
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
