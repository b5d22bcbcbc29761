"""What became of the requests of a year, as a table by ground and instrument and as a flow of numbers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openkader.base.text import Text, capital
from openkader.casework.vocabulary import DecisionOutcome
from openkader.evaluation.document import Cell, Column, Table
from openkader.evaluation.records import Record
from openkader.publication.yearly.source import YearSource
from openkader.publication.yearly.wording import (
    OUTCOME_UNKNOWN,
    OUTCOMES,
    UNDECIDED,
    UNKNOWN,
    UNKNOWN_NUMBER,
)

_CAPTION = Text(
    nl="Besluiten van {year}, naar uitkomst en grond", en="Decisions of {year}, by outcome and ground"
)
_COLUMNS = (
    (Text(nl="Uitkomst", en="Outcome"), 26),
    (Text(nl="Over", en="On"), 16),
    (Text(nl="Grond", en="Ground"), 20),
    (Text(nl="Instrument", en="Instrument"), 22),
    (Text(nl="Aantal", en="Number"), 16),
)
_EMPTY = Text(
    nl="Het register kent geen besluiten van {year}.", en="The register has no decisions of {year}."
)
_NOT_KNOWN = Text(
    nl="Bij een onbekend aantal zegt de bron dat het voorkwam, maar niet hoe vaak: het telt niet als nul.",
    en="For an unknown number the source says that it happened, but not how often: it does not count as zero.",
)
_AND_UNKNOWN = Text(nl="{number} en een onbekend aantal", en="{number} and an unknown number")
_Kind = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How many came to one outcome; `number` are those that are known."""

    label: str
    number: int
    has_unknown: bool

    def said(self, source: YearSource) -> str:
        """As it reads: ``7``, ``onbekend aantal``, ``7 en een onbekend aantal``."""
        if not self.has_unknown:
            return str(self.number)
        return source.say(_AND_UNKNOWN, number=self.number) if self.number else source.say(UNKNOWN_NUMBER)


def outcomes_table(source: YearSource) -> Table:
    """Each combination of outcome, level, ground and instrument, with how often it was decided."""
    grouped: dict[_Kind, list[Record]] = defaultdict(list)
    for row in source.decisions:
        grouped[_kind(source, row)].append(row)
    rows = [
        (*map(Cell, kind), Cell(_counted("", found).said(source)))
        for kind, found in sorted(grouped.items(), key=lambda one: _rank(one[1][0]))
    ]
    is_unknown = any(row["number"] is None for row in source.decisions)
    return Table(
        id="outcomes",
        caption=source.say(_CAPTION, year=source.asked.year),
        columns=tuple(
            Column(source.say(name), share, is_number=place == len(_COLUMNS))
            for place, (name, share) in enumerate(_COLUMNS, 1)
        ),
        rows=tuple(rows),
        note=source.say(_NOT_KNOWN) if is_unknown else None,
        empty=source.say(_EMPTY, year=source.asked.year),
    )


def _kind(source: YearSource, row: Record) -> _Kind:
    outcome = row.get("outcome")
    level, ground, instrument = (
        source.option("decisions", name, row.get(name)) for name in ("level", "ground", "instrument")
    )
    needs_ground = outcome is None or DecisionOutcome(str(outcome)).needs_ground
    no_ground = capital(source.say(UNKNOWN)) if needs_ground else "–"
    return _outcome(source, outcome), level, ground or no_ground, instrument or no_ground


def _outcome(source: YearSource, outcome: object) -> str:
    return source.say(OUTCOME_UNKNOWN if outcome is None else OUTCOMES[DecisionOutcome(str(outcome))])


def _rank(row: Record) -> tuple[int, str]:
    outcome = row.get("outcome")
    order = list(OUTCOMES)
    place = len(order) if outcome is None else order.index(DecisionOutcome(str(outcome)))
    return place, str(row.get("level"))


def _counted(label: str, rows: Iterable[Record]) -> Reached:
    numbers = [row["number"] for row in rows]
    known = sum(number for number in numbers if isinstance(number, int))
    return Reached(label=label, number=known, has_unknown=None in numbers)


def reached(source: YearSource) -> tuple[Reached, ...]:
    """How many requests came to each outcome, every outcome named; those without any that is rare left out."""
    decided = {str(row["url_ref"]) for row in source.decisions if row.get("url_ref")}
    by_outcome: Mapping[object, list[Record]] = defaultdict(list)
    for row in source.requests:
        outcome = row.get("outcome")
        is_decided = outcome is not None or str(row["id"]) in decided
        by_outcome[outcome if outcome is not None else is_decided].append(row)
    found = [_counted(source.say(name), by_outcome[str(code)]) for code, name in OUTCOMES.items()]
    found.append(_counted(source.say(OUTCOME_UNKNOWN), by_outcome[True]))
    found.append(_counted(source.say(UNDECIDED), by_outcome[False]))
    return tuple(found)


def received(source: YearSource) -> Reached:
    """How many requests there were."""
    return _counted("", source.requests)
