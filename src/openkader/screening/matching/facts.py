"""What besides a name tells whether a party is the one on the list."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from openkader.screening.entities import Entity
from openkader.screening.evidence import Compared, Evidence, Feature
from openkader.screening.matching.spelt import Sort, sort_of
from openkader.screening.particulars import OF_PERSONS, PROPERTIES

_BESIDE = (Compared.BIRTH_DATE, Compared.COUNTRY, Compared.IDENTIFIER, Compared.GENDER)
_FIELD, _VALUE = "\t", "\x1f"
# In log-odds: how much likelier each makes it that the two are one, or (below 0) that they are not.
SAME_IDENTIFIER, OTHER_IDENTIFIER = 7.0, -0.5
SAME_BIRTH_DATE, SAME_BIRTH_YEAR, OTHER_BIRTH_DATE = 3.5, 1.5, -4.0
SAME_COUNTRY, OTHER_COUNTRY = 0.3, -0.7
OTHER_GENDER, OTHER_SORT = -2.0, -2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of one entity that can be compared, as the list writes them."""

    id: str
    dataset: str
    schema: str
    caption: str
    sort: Sort
    births: tuple[str, ...] = ()
    countries: frozenset[str] = field(default_factory=frozenset)
    genders: frozenset[str] = field(default_factory=frozenset)
    identifiers: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, entity: Entity) -> "Facts":
        """The facts of an entity."""
        return cls(
            id=entity.id,
            dataset=entity.dataset,
            schema=entity.schema,
            caption=entity.caption,
            sort=sort_of((listed.value for listed in entity.names), entity.schema),
            births=entity.values(*PROPERTIES[Compared.BIRTH_DATE]),
            countries=frozenset(value.lower() for value in entity.values(*PROPERTIES[Compared.COUNTRY])),
            genders=frozenset(value.lower()[:1] for value in entity.values(*PROPERTIES[Compared.GENDER])),
            identifiers=frozenset(
                filter(None, map(identifier, entity.values(*PROPERTIES[Compared.IDENTIFIER])))
            ),
        )

    def as_line(self) -> str:
        """The facts as one line; a value that holds what parts values loses it."""
        sets = (self.births, sorted(self.countries), sorted(self.genders), sorted(self.identifiers))
        texts = (self.id, self.dataset, self.schema, self.caption, self.sort)
        return _FIELD.join((*map(_flat, texts), *(_VALUE.join(map(_flat, values)) for values in sets)))

    @classmethod
    def read(cls, line: str) -> "Facts":
        """The facts of a line."""
        identity, dataset, schema, caption, sort, *sets = line.split(_FIELD)
        births, countries, genders, identifiers = (tuple(part.split(_VALUE)) if part else () for part in sets)
        return cls(
            id=identity,
            dataset=dataset,
            schema=schema,
            caption=caption,
            sort=Sort(sort),
            births=births,
            countries=frozenset(countries),
            genders=frozenset(genders),
            identifiers=frozenset(identifiers),
        )


def identifier(value: str) -> str:
    """A number of a register without what people write between its digits; too short a one says nothing."""
    bare = "".join(letter for letter in value if letter.isalnum()).upper()
    return bare if len(bare) > 4 and any(map(str.isdigit, bare)) else ""


def _flat(text: str) -> str:
    return text.replace(_FIELD, " ").replace(_VALUE, " ")


def weigh(asked: Facts, listed: Facts) -> Iterator[Evidence]:
    """The evidence of everything but the names."""
    if Sort.EITHER not in (asked.sort, listed.sort) and asked.sort is not listed.sort:
        yield Evidence(Feature.OTHER_SORT, OTHER_SORT, asked.sort, listed.sort)
    yield from _identifiers(asked, listed)
    if asked.births and listed.births:
        yield _births(asked.births, listed.births)
    if asked.countries and listed.countries:
        yield _countries(asked.countries, listed.countries)
    if asked.genders and listed.genders and asked.genders.isdisjoint(listed.genders):
        yield Evidence(Feature.OTHER_GENDER, OTHER_GENDER, _shown(asked.genders), _shown(listed.genders))


def missing(asked: Facts, listed: Facts) -> tuple[Compared, ...]:
    """What could not be compared because one of the two lacks it."""
    both = set(known(asked)) & set(known(listed))
    personal = Sort.ORGANISATION not in (asked.sort, listed.sort)
    return tuple(what for what in _BESIDE if what not in both and (personal or what not in OF_PERSONS))


def known(facts: Facts) -> tuple[Compared, ...]:
    """What somebody can be compared by, beside the name."""
    values = (facts.births, facts.countries, facts.identifiers, facts.genders)
    return tuple(what for what, found in zip(_BESIDE, values, strict=True) if found)


def _identifiers(asked: Facts, listed: Facts) -> Iterator[Evidence]:
    shared = asked.identifiers & listed.identifiers
    if shared:
        yield Evidence(Feature.SAME_IDENTIFIER, SAME_IDENTIFIER, _shown(shared), _shown(shared))


def _births(asked: tuple[str, ...], listed: tuple[str, ...]) -> Evidence:
    """The nearest two dates: the same day, the same year, or another."""
    said = (", ".join(asked), ", ".join(listed))
    if any(len(one) > 7 and one[:10] == other[:10] for one in asked for other in listed):
        return Evidence(Feature.SAME_BIRTH_DATE, SAME_BIRTH_DATE, *said)
    if any(_may_agree(one, other) for one in asked for other in listed):
        return Evidence(Feature.SAME_BIRTH_YEAR, SAME_BIRTH_YEAR, *said)
    return Evidence(Feature.OTHER_BIRTH_DATE, OTHER_BIRTH_DATE, *said)


def _may_agree(one: str, other: str) -> bool:
    """Whether two dates are the same as far as both go: 1962 and 1962-05."""
    length = min(len(one), len(other), 10)
    return length >= 4 and one[:length] == other[:length]


def _countries(asked: frozenset[str], listed: frozenset[str]) -> Evidence:
    same = not asked.isdisjoint(listed)
    feature, weight = (Feature.SAME_COUNTRY, SAME_COUNTRY) if same else (Feature.OTHER_COUNTRY, OTHER_COUNTRY)
    return Evidence(feature, weight, _shown(asked), _shown(listed))


def _shown(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))
