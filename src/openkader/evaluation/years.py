"""Several years read from the register at once, each counted by its own kader."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from openkader.base.errors import NotFound
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import Role
from openkader.evaluation.breakdowns import CLOSED, Part, Split, split
from openkader.evaluation.comparing import Column, Comparison, Origin, compare
from openkader.evaluation.counting import Count, Counter, Row
from openkader.evaluation.definition_words import fields_of
from openkader.evaluation.records import value_of
from openkader.kader.conditions import AllOf, Condition, Test
from openkader.kader.facts import Fact
from openkader.kader.model import Kader
from openkader.register.kaders import assessor_of
from openkader.register.selectors.areas import AreaRow, areas_of
from openkader.register.selectors.known_years import KnownYear
from openkader.register.selectors.tallies import Tally, Wanted, tallied

# What the tables beside the figures are split by.
BY_GROUND = ("outcome", "level", "ground", "instrument")
_SPLIT = {"decisions": frozenset(BY_GROUND), "activities": frozenset[str]()}
# Under which an activity stands that touches no area, and one of which the areas are for colleagues.
NONE, WITHHELD = "none", "withheld"
MOST_YEARS = 8  # that are laid side by side at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """The years as they were asked for, oldest first, with what the register holds of them."""

    columns: tuple[Column, ...]
    tallies: Sequence[Tally]

    @property
    def kader(self) -> Kader | None:
        """The kader of the newest year that has one."""
        return next((x.kader for x in reversed(self.columns) if x.kader is not None), None)

    @property
    def counted(self) -> tuple[int, ...]:
        """The years of which the register knows anything."""
        return tuple(x.year for x in self.columns if x.kader is not None)

    def comparison(self) -> Comparison:
        """The figures side by side."""
        return compare(self.columns)

    def activities_by(self, field: str) -> Split:
        """What took place, by kind or country."""
        return split([field], self._parts("activities", [field]), self.counted)

    def closed(self) -> Split:
        """What was refused, referred or withdrawn, at which level, on which ground and by which instrument."""
        parts = self._parts("decisions", BY_GROUND)
        return split(BY_GROUND, (part for part in parts if part.key[0] in CLOSED), self.counted)

    def by_area(self, reader: Person) -> Split:
        """What took place, by the areas that it touches; what touches two counts with both."""
        rows = areas_of(self.counted, reader=reader)
        return split(["area"], (part for row in rows for part in area_parts(row)), self.counted)

    def _parts(self, collection: str, fields: Sequence[str]) -> Iterator[Part]:
        for tally in self.tallies:
            if tally.collection == collection:
                key = tuple(_word(tally.facts.get(name)) for name in fields)
                for number in _numbers(tally):
                    yield Part(year=tally.year, key=key, number=number)


def years_of(years: Iterable[int], known: Sequence[KnownYear]) -> Years:
    """Read and count these years; one that is not known stays an empty column. Six questions to the database."""
    mine = {one.year: one for one in known}
    kaders = {year: _kader(mine[year].kader) for year in sorted(set(years)) if year in mine}
    counted = {year: kader for year, kader in kaders.items() if kader is not None}
    tallies = tallied(list(counted), _wanted(counted.values())) if counted else []
    counts = _counts(counted, tallies)
    columns = tuple(_column(year, mine.get(year), counted.get(year), counts) for year in sorted(set(years)))
    return Years(columns=columns, tallies=tallies)


def columns_of(years: Iterable[int], known: Sequence[KnownYear]) -> tuple[Column, ...]:
    """The same years with their kaders, and nothing counted."""
    mine = {one.year: one for one in known}
    kaders = {year: _kader(mine[year].kader) for year in sorted(set(years)) if year in mine}
    return tuple(_column(year, mine.get(year), kaders.get(year), {}) for year in sorted(set(years)))


def _kader(name: str) -> Kader | None:
    """The kader of a year; one that is not installed here counts nothing."""
    try:
        return assessor_of(name).kader
    except NotFound:
        return None


def _column(
    year: int, known: KnownYear | None, kader: Kader | None, counts: Mapping[int, Mapping[str, Count]]
) -> Column:
    if known is None or kader is None:
        return Column(year=year)
    return Column(year=year, kader=kader, origin=_origin(known), counts=counts.get(year))


def _origin(known: KnownYear) -> Origin:
    if known.is_real and known.is_made_up:
        return Origin.MIXED
    return Origin.MADE_UP if known.is_made_up else Origin.REAL


def _wanted(kaders: Iterable[Kader]) -> dict[str, Wanted]:
    """What has to be known of each collection so that every figure of every kader can be counted."""
    fields, apart = dict(_SPLIT), set[str]()
    for kader in {kader.digest: kader for kader in kaders}.values():
        for figure in kader.figures:
            fields[figure.counts] = fields.get(figure.counts, frozenset()) | fields_of(figure, kader)
            apart |= roles_of(figure.where) if figure.distinct else set()
    return {name: Wanted(fields=found, apart=frozenset(apart)) for name, found in fields.items()}


def roles_of(condition: Condition) -> frozenset[str]:
    """The roles of which a row can meet the condition; all of them where it does not ask."""
    asked = [condition, *(condition.parts if isinstance(condition, AllOf) else ())]
    for test in asked:
        if isinstance(test, Test) and test.fact == "role" and isinstance(test.operand, frozenset):
            return test.operand
    return frozenset(map(str, Role))


def _counts(kaders: Mapping[int, Kader], tallies: Sequence[Tally]) -> dict[int, dict[str, Count]]:
    mine: dict[int, dict[str, list[Row]]] = {year: {} for year in kaders}
    for tally in tallies:
        fields = kaders[tally.year].records.get(tally.collection, {})
        mine[tally.year].setdefault(tally.collection, []).extend(rows_of(tally, fields))
    counters = {kader.digest: Counter(kader) for kader in kaders.values()}
    return {year: counters[kader.digest].count(mine[year]) for year, kader in kaders.items()}


def rows_of(tally: Tally, fields: Mapping[str, Fact]) -> list[Row]:
    """A tally as a figure sees it: the number, and a row of an unknown number where there is any."""
    facts = {name: value_of(fact, tally.facts.get(name)) for name, fact in fields.items()}
    return [
        Row(reference="", dossier=None, number=number, facts=facts, group=tally.group, party=tally.party)
        for number in _numbers(tally)
    ]


def area_parts(row: AreaRow) -> list[Part]:
    """An activity under each of its areas, or under none, or under what is not for this reader."""
    if row.is_withheld:
        return [Part(year=row.year, key=(WITHHELD,), number=row.number)]
    if row.areas is None:
        return [Part(year=row.year, key=(None,), number=row.number)]
    return [Part(year=row.year, key=(code,), number=row.number) for code in row.areas or (NONE,)]


def _numbers(tally: Tally) -> list[int | None]:
    return [*([tally.number] if tally.number else []), *([None] if tally.unnumbered else [])]


def _word(value: object) -> str | None:
    return None if value is None else str(value)
