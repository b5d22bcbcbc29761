"""Somebody who was named in a request is registered with it."""

from datetime import datetime

from openkader.casework import rules
from openkader.casework.naming import may_be_a_name
from openkader.casework.permissions import Act
from openkader.register.cases import is_taken_over, request_for_update
from openkader.register.entries import ParticipantEntry, ParticipationEntry, PartyEntry
from openkader.register.hand import Hand, digest, require, writing
from openkader.register.models import Participation, Reference, Request
from openkader.register.participations import enter_participations
from openkader.register.parties import store_parties
from openkader.register.searching import keep_words


def add_participant(entry: ParticipantEntry, *, by: str, now: datetime) -> str:
    """Register a party with a request; a name alone recognises nobody, so that a person chooses who it is.

    Who has that role there already is not added twice: a second click finds the first.
    """
    name = " ".join(entry.name.split())
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = request_for_update(entry.request, hand)
        require(rules.may_work_on(is_taken_over=is_taken_over(row)))
        known = _known(row, entry, name)
        if known is not None:
            return known
        party = entry.party or _new(row, entry, name, hand)
        there = Participation.objects.filter(request=row).count()
        place = ParticipationEntry(reference=_next(f"{row.reference}-V", there), role=entry.role, party=party)
        enter_participations([(row, [place])], hand)
        hand.log(
            "participant.added",
            "request",
            row.reference,
            row.reference,
            party=party,
            role=entry.role,
            digest=digest(entry),
        )
    return party


def _known(request: Request, entry: ParticipantEntry, name: str) -> str | None:
    """The party that has this role here already: the very one, or one that was registered under this name."""
    mine = request.participations.filter(role=entry.role, party__isnull=False)
    same = mine.filter(party__reference=entry.party) if entry.party else mine.filter(party__name=name)
    found = same.values_list("party__reference", flat=True).first()
    return None if found is None else str(found)


def _new(request: Request, entry: ParticipantEntry, name: str, hand: Hand) -> str:
    require(may_be_a_name(name))
    given = Reference.objects.filter(object_kind="party", dossier=request.reference).count()
    party = PartyEntry(reference=_next(f"{request.reference}-P", given), kind=entry.kind, name=name)
    keep_words(row.pk for row in store_parties([(party, request.reference)], hand))
    return party.reference


def _next(beginning: str, given: int) -> str:
    """The first number after those that were given which is still free."""
    taken = set(Reference.objects.filter(reference__startswith=beginning).values_list("reference", flat=True))
    number = given + 1
    while f"{beginning}{number}" in taken:
        number += 1
    return f"{beginning}{number}"
