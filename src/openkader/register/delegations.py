"""Delegates as parties: who was on a former list is the same party, whoever is new becomes one."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TypeVar

from django.db.models import QuerySet

from openkader.casework.delegation import Delegate as Listed
from openkader.casework.delegation import Versions
from openkader.casework.vocabulary import PartyKind
from openkader.register.asked import delegate_of
from openkader.register.audit import plain
from openkader.register.batches import BATCH
from openkader.register.chain import fingerprint
from openkader.register.entries import PartyEntry
from openkader.register.hand import Hand
from openkader.register.models import Delegate, DelegationList, Request
from openkader.register.parties import store_parties
from openkader.register.screening_entries import DelegationEntry
from openkader.register.searching import keep_words

K = TypeVar("K")
_Names = tuple[str, ...]
_LONGEST = 300  # what a column holds; the names of a delegate are kept whole beside it


def newest_list(request: Request) -> DelegationList | None:
    """The delegation list that counts."""
    return DelegationList.objects.filter(request=request).order_by("-version").first()


def stored_delegates(delegation: DelegationList | None) -> tuple[Listed, ...]:
    """The delegates of a version, as they were read."""
    if delegation is None:
        return ()
    return tuple(map(delegate_of, delegation.delegates.order_by("row")))


def content_of(delegates: Sequence[Listed]) -> str:
    """The fingerprint of all rows as they were understood; the same file may be understood otherwise."""
    rows = [plain(asdict(delegate)) for delegate in delegates]
    return fingerprint(rows)


def enter_delegates(row: DelegationList, entry: DelegationEntry, versions: Versions, hand: Hand) -> None:
    """Store the rows of a version, each with the party that it is about."""
    persons = _persons(row, entry, versions, hand)
    organisations = _organisations(row, entry, hand)
    Delegate.objects.bulk_create(
        (
            Delegate(
                delegation_list=row,
                row=one.row,
                party_id=persons[one.fingerprint],
                organisation_id=organisations.get(_organisation(one)),
                names=list(one.names),
                organisation_names=list(one.organisation_names),
                function=one.function[:_LONGEST] or None,
                birth_date=one.birth_date or None,
                country=one.country or None,
                gender=one.gender or None,
                fingerprint=one.fingerprint,
            )
            for one in entry.delegates
        ),
        batch_size=BATCH,
    )
    keep_words((*persons.values(), *organisations.values()))


def _persons(row: DelegationList, entry: DelegationEntry, versions: Versions, hand: Hand) -> dict[str, int]:
    """The party of each delegate by fingerprint; who changed is who they were."""
    known = dict(_earlier(row).values_list("fingerprint", "party"))
    for change in versions.changed:
        known.setdefault(change.present.fingerprint, known[change.former.fingerprint])
    new = {one.fingerprint: one for one in entry.delegates if one.fingerprint not in known}
    entries = {fingerprint: _person(row, one) for fingerprint, one in new.items()}
    return known | _entered(entries, row, hand)


def _organisations(row: DelegationList, entry: DelegationEntry, hand: Hand) -> dict[_Names, int]:
    """The party of each organisation by its names; one that nobody names is none."""
    named = _earlier(row).filter(organisation__isnull=False)
    known = {
        tuple(sorted(names)): key for names, key in named.values_list("organisation_names", "organisation")
    }
    new = {_organisation(one): one for one in reversed(entry.delegates) if one.organisation_names}
    entries = {names: _employer(row, one) for names, one in new.items() if names not in known}
    return known | _entered(entries, row, hand)


def _earlier(row: DelegationList) -> QuerySet[Delegate]:
    """The rows of all earlier versions: who went and comes back is who they were."""
    return Delegate.objects.filter(delegation_list__request=row.request).order_by("id")


def _organisation(delegate: Listed) -> _Names:
    return tuple(sorted(delegate.organisation_names))


def _person(row: DelegationList, one: Listed) -> PartyEntry:
    return PartyEntry(
        reference=f"{row.reference}-{one.row}",
        kind=PartyKind.PERSON,
        name=one.name[:_LONGEST],
        country=one.country.upper() or None,
        birth_date=one.birth_date or None,
        gender=one.gender or None,
    )


def _employer(row: DelegationList, one: Listed) -> PartyEntry:
    name = one.organisation_names[0][:_LONGEST]
    return PartyEntry(reference=f"{row.reference}-O{one.row}", kind=PartyKind.ORGANISATION, name=name)


def _entered(entries: dict[K, PartyEntry], row: DelegationList, hand: Hand) -> dict[K, int]:
    """New parties of a delegation; they are shown in the dossier of its request."""
    rows = store_parties([(entry, row.request.reference) for entry in entries.values()], hand)
    return dict(zip(entries, (party.pk for party in rows), strict=True))
