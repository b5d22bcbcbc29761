"""Several years read from the register at once, each counted by its own kader."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from openkader.base.errors import NotFound
from openkader.evaluation.comparing import Column, Comparison, Origin, compare
from openkader.evaluation.counting import Count, Counter, Row
from openkader.evaluation.definition_words import fields_of
from openkader.evaluation.records import value_of
from openkader.kader.facts import Fact
from openkader.kader.model import Kader
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.selectors import KnownYear, Tally, Wanted

# What the tables beside the figures are split by.
_SPLIT = {
    "decisions": frozenset({"level", "outcome", "ground", "instrument"}),
    "activities": frozenset[str](),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """The years as they were asked for, oldest first, with what the register holds of them."""

    columns: tuple[Column, ...]
    tallies: Sequence[Tally]

    @property
    def kader(self) -> Kader | None:
        """The kader of the newest year that has one."""
        return next((x.kader for x in reversed(self.columns) if x.kader is not None), None)

    def comparison(self) -> Comparison:
        """The figures side by side."""
        return compare(self.columns)


def years_of(years: Iterable[int], known: Sequence[KnownYear]) -> Years:
    """Read and count these years; one that is not known stays an empty column. Six questions to the database."""
    mine = {one.year: one for one in known}
    kaders = {year: _kader(mine[year].kader) for year in sorted(set(years)) if year in mine}
    counted = {year: kader for year, kader in kaders.items() if kader is not None}
    tallies = selectors.tallied(list(counted), _wanted(counted.values())) if counted else []
    counts = _counts(counted, tallies)
    columns = tuple(_column(year, mine.get(year), counted.get(year), counts) for year in sorted(set(years)))
    return Years(columns=columns, tallies=tallies)


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
    return Column(year=year, kader=kader, origin=_origin(known), counts=counts[year])


def _origin(known: KnownYear) -> Origin:
    if known.is_real and known.is_made_up:
        return Origin.MIXED
    return Origin.MADE_UP if known.is_made_up else Origin.REAL


def _wanted(kaders: Iterable[Kader]) -> dict[str, Wanted]:
    """What has to be known of each collection so that every figure of every kader can be counted."""
    fields, each = dict(_SPLIT), set[str]()
    for kader in {kader.digest: kader for kader in kaders}.values():
        for figure in kader.figures:
            fields[figure.counts] = fields.get(figure.counts, frozenset()) | fields_of(figure, kader)
            each |= {figure.counts} if figure.distinct else set()
    return {name: Wanted(fields=found, each=name in each) for name, found in fields.items()}


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
    numbers = [*([tally.number] if tally.number else []), *([None] if tally.unnumbered else [])]
    return [
        Row(reference="", dossier=None, number=number, facts=facts, group=tally.group, party=tally.party)
        for number in numbers
    ]
