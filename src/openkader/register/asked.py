"""A party as it is asked about: what the register knows of it now, in the words of FollowTheMoney."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Max, Q, QuerySet

from openkader.casework.delegation import Delegate as ListedDelegate
from openkader.casework.delegation import organisation_of, person_of
from openkader.casework.vocabulary import PartyKind
from openkader.register.models import Delegate, Party, PartyIdentifier, PartyName
from openkader.register.together import Part, Row, together
from openkader.screening.entities import Entity, ListedName

DATASET = "register"
_SCHEMAS = {PartyKind.PERSON: "Person", PartyKind.COMPANY: "Company"}
_NUMBERS = {"uscc": "uscCode", "lei": "leiCode", "inn": "innCode", "ogrn": "ogrnCode"}

_LISTED = (
    *("party_id", "organisation_id", "row", "names", "organisation_names", "function"),
    *("birth_date", "country", "gender"),
)


def asked_of(parties: Iterable[Party]) -> dict[int, Entity | None]:
    """Each party by its key, as its newest delegation list and the register describe it.

    None: nobody knows a name, and then there is nothing to compare.
    """
    rows = list(parties)
    keys = [row.pk for row in rows]
    return asked_from(rows, together(asked_parts(keys)) if keys else {})


def asked_parts(keys: Sequence[int]) -> dict[str, Part]:
    """What has to be read of parties to ask about them."""
    newest = Q(id__in=_newest_rows("organisation", keys)) | Q(id__in=_newest_rows("party", keys))
    mine = Q(party__in=keys)
    return {
        "listed": Part(Delegate, newest, _LISTED),
        "names": Part(PartyName, mine, ("party_id", "name")),
        "numbers": Part(PartyIdentifier, mine, ("party_id", "scheme", "value")),
    }


def asked_from(rows: Iterable[Party], found: Mapping[str, Sequence[Row]]) -> dict[int, Entity | None]:
    """The same from what was read."""
    listed = _listed(found.get("listed", ()))
    names: defaultdict[object, list[str]] = defaultdict(list)
    numbers: defaultdict[object, list[tuple[str, str]]] = defaultdict(list)
    for row in found.get("names", ()):
        names[row["party_id"]].append(str(row["name"]))
    for row in found.get("numbers", ()):
        numbers[row["party_id"]].append((str(row["scheme"]), str(row["value"])))
    return {
        party.pk: _entity(party, listed.get(party.pk, _recorded(party)), names[party.pk], numbers[party.pk])
        for party in rows
    }


def named(parties: Iterable[Party]) -> dict[int, Entity]:
    """The same for those of whom a name is known."""
    return {key: entity for key, entity in asked_of(parties).items() if entity is not None}


def delegate_of(row: Delegate) -> ListedDelegate:
    """A stored row of a delegation list, as it was read."""
    return ListedDelegate(
        row=row.row,
        names=tuple(row.names),
        organisation_names=tuple(row.organisation_names),
        function=row.function or "",
        birth_date=row.birth_date or "",
        country=row.country or "",
        gender=row.gender or "",
    )


def _listed(rows: Iterable[Row]) -> dict[int, Mapping[str, tuple[str, ...]]]:
    """What the newest delegation list says of each party that stands on one."""
    found: dict[int, Mapping[str, tuple[str, ...]]] = {}
    # The oldest first: of a party that stands on several rows the newest is what counts.
    for row in (Delegate(**row) for row in rows):
        organisation = organisation_of(delegate_of(row), "")
        if organisation is not None and row.organisation_id is not None:
            found[row.organisation_id] = organisation.properties
        found[row.party_id] = person_of(delegate_of(row), "").properties
    return found


def _newest_rows(role: str, keys: Sequence[int]) -> QuerySet[Delegate, dict[str, Any]]:
    mine = Delegate.objects.filter(**{f"{role}__in": keys})
    return mine.order_by().values(role).annotate(newest=Max("id")).values("newest")


def _recorded(party: Party) -> Mapping[str, tuple[str, ...]]:
    said = {
        "name": party.name,
        "birthDate": party.birth_date,
        "country": party.country and party.country.lower(),
        "gender": party.gender,
    }
    return {name: (value,) for name, value in said.items() if value}


def _entity(
    party: Party,
    said: Mapping[str, tuple[str, ...]],
    names: list[str],
    numbers: Iterable[tuple[str, str]],
) -> Entity | None:
    every = tuple(dict.fromkeys((*said.get("name", ()), *names)))
    if not every:
        return None
    known: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for scheme, value in numbers:
        known[_NUMBERS.get(scheme.lower(), "registrationNumber")] += (value,)
    return Entity(
        id=party.reference,
        schema=_SCHEMAS.get(PartyKind(party.kind), "Organization"),
        dataset=DATASET,
        names=tuple(map(ListedName, every)),
        properties={**said, "name": every, **known},
    )
