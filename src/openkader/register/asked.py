"""A party as it is asked about: what the register knows of it now, in the words of FollowTheMoney."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Max

from openkader.casework.delegation import Delegate as ListedDelegate
from openkader.casework.delegation import organisation_of, person_of
from openkader.casework.vocabulary import PartyKind
from openkader.register.models import Delegate, Party, PartyIdentifier, PartyName
from openkader.screening.entities import Entity, ListedName

DATASET = "register"
_SCHEMAS = {PartyKind.PERSON: "Person", PartyKind.COMPANY: "Company"}
_NUMBERS = {"uscc": "uscCode", "lei": "leiCode", "inn": "innCode", "ogrn": "ogrnCode"}


def asked_of(parties: Iterable[Party]) -> dict[int, Entity | None]:
    """Each party by its key, as its newest delegation list and the register describe it.

    None: nobody knows a name, and then there is nothing to compare.
    """
    rows = list(parties)
    keys = [row.pk for row in rows]
    listed = _listed(keys)
    names, numbers = _more_names(keys), _numbers(keys)
    found: dict[int, Entity | None] = {}
    for row in rows:
        said = listed.get(row.pk, _recorded(row))
        found[row.pk] = _entity(row, said, names[row.pk], numbers[row.pk])
    return found


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


def _listed(keys: list[int]) -> dict[int, Mapping[str, tuple[str, ...]]]:
    """What the newest delegation list says of each party that stands on one."""
    found: dict[int, Mapping[str, tuple[str, ...]]] = {}
    for row in _newest_rows("organisation", keys):
        organisation = organisation_of(delegate_of(row), "")
        if organisation is not None and row.organisation_id is not None:
            found[row.organisation_id] = organisation.properties
    for row in _newest_rows("party", keys):
        found[row.party_id] = person_of(delegate_of(row), "").properties
    return found


def _newest_rows(role: str, keys: list[int]) -> Iterable[Delegate]:
    mine = Delegate.objects.filter(**{f"{role}__in": keys})
    newest = mine.order_by().values(role).annotate(newest=Max("id")).values("newest")
    return Delegate.objects.filter(id__in=newest)


def _recorded(party: Party) -> Mapping[str, tuple[str, ...]]:
    said = {
        "name": party.name,
        "birthDate": party.birth_date,
        "country": party.country and party.country.lower(),
        "gender": party.gender,
    }
    return {name: (value,) for name, value in said.items() if value}


def _more_names(keys: list[int]) -> Mapping[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for party, name in PartyName.objects.filter(party__in=keys).order_by("id").values_list("party", "name"):
        found[party].append(name)
    return found


def _numbers(keys: list[int]) -> Mapping[int, dict[str, tuple[str, ...]]]:
    found: defaultdict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
    query = PartyIdentifier.objects.filter(party__in=keys).order_by("id")
    for party, scheme, value in query.values_list("party", "scheme", "value"):
        name = _NUMBERS.get(scheme.lower(), "registrationNumber")
        found[party][name] = (*found[party].get(name, ()), value)
    return found


def _entity(
    party: Party,
    said: Mapping[str, tuple[str, ...]],
    names: list[str],
    numbers: Mapping[str, tuple[str, ...]],
) -> Entity | None:
    every = tuple(dict.fromkeys((*said.get("name", ()), *names)))
    if not every:
        return None
    return Entity(
        id=party.reference,
        schema=_SCHEMAS.get(PartyKind(party.kind), "Organization"),
        dataset=DATASET,
        names=tuple(map(ListedName, every)),
        properties={**said, "name": every, **numbers},
    )
