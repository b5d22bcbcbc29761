"""What an evaluation said when it was adopted, beside what the register counts now.

Both are plain data, as an account writes itself down; a figure that counts otherwise now is a restatement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openkader.casework.evaluating import Reading, Readings
from openkader.evaluation.counting import Count, CountedRow, Range, Row
from openkader.evaluation.explaining import say_range
from openkader.kader.model import Figure, Kader

_NAMELESS = "•"  # of a row that the reader may not see


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A figure that counts otherwise than when it was adopted, with the rows that came and went.

    `nameless` is how many more rows there are that not everybody may see.
    """

    figure: str
    was: Reading
    became: Reading
    came: tuple[str, ...]
    went: tuple[str, ...]
    nameless: int


@dataclass(frozen=True, slots=True)
class RowBeside:
    """A row that was frozen beside the same row now; None where it was or is not among those that count."""

    reference: str
    then: CountedRow | None
    now: CountedRow | None

    @property
    def is_same(self) -> bool:
        """Whether it counts as it did, for as many and for the same party."""
        return self.then is not None and self.now is not None and _told(self.then) == _told(self.now)

    @property
    def row(self) -> Row:
        """The row as it was frozen, or as it came since."""
        found = self.then or self.now
        assert found is not None  # noqa: S101 - it is made from one of the two
        return found.row


def rows_beside(before: Sequence[Mapping[str, Any]], now: Sequence[CountedRow]) -> tuple[RowBeside, ...]:
    """Every row that was frozen or came since; those that differ first.

    A row that the reader may not see now has no name, and so stands beside none.
    """
    later = {one.row.reference: one for one in now if one.row.withheld is None}
    then = {str(row["id"]): _row(row) for row in before}
    found = [RowBeside(name, then.get(name), later.get(name)) for name in dict.fromkeys((*then, *later))]
    return tuple(sorted(found, key=lambda one: (one.is_same, one.now is None)))


def _told(one: CountedRow) -> tuple[object, ...]:
    return (one.row.number, one.counts, one.row.party)


def readings_in(account: Mapping[str, Any]) -> dict[str, Reading]:
    """What each figure of an account says, without its rows."""
    return {
        name: {"low": figure["low"], "high": figure["high"], "of": figure["of"]}
        for name, figure in account["figures"].items()
    }


def say_reading(reading: Reading, language: str) -> str:
    """What a figure says: ``4``, ``18–37``, ``0 van 4``."""
    said = say_range(_range(reading), language)
    whole = reading["of"]
    if not isinstance(whole, Mapping):
        return said
    return f"{said} {'van' if language == 'nl' else 'of'} {say_range(_range(whole), language)}"


def numbers_in(account: Mapping[str, Any]) -> dict[str, frozenset[int]]:
    """The numbers that each figure stands for: what is counted where that is one number, and what was declared."""
    return {
        name: frozenset(one for one in (figure["value"], figure["declared"]) if isinstance(one, int))
        for name, figure in account["figures"].items()
    }


def thawed(content: Mapping[str, Any], kader: Kader) -> dict[int, dict[str, Count]]:
    """The figures of each year as they were counted when all was adopted, to fill a text with.

    Of a figure of another year only what it said is known, and not its rows.
    """
    specs = {figure.id: figure for figure in kader.figures}
    rows = {name: figure["rows"] for name, figure in content["account"]["figures"].items()}
    found: dict[int, dict[str, Count]] = {}
    for key, reading in content["figures"].items():
        name, _at, year = key.partition("@")
        if name in specs:
            counted = count_of(specs[name], reading, () if year else rows.get(name, ()))
            found.setdefault(int(year or content["year"]), {})[name] = counted
    return found


def count_of(figure: Figure, reading: Reading, rows: Sequence[Mapping[str, Any]] = ()) -> Count:
    """A count from what it said, with the rows as far as they are known."""
    whole = reading["of"]
    return Count(
        figure=figure,
        range=_range(reading),
        rows=tuple(map(_row, rows)),
        total=_range(whole) if isinstance(whole, Mapping) else None,
        total_rows=(),
        gaps=any(row["counts"] is None or row["number"] is None for row in rows),
    )


def changed_figures(then: Mapping[str, Any], now: Mapping[str, Any]) -> frozenset[str]:
    """The figures of which it says something else now."""
    was, became = readings_in(then), readings_in(now)
    return frozenset(name for name in was if name in became and was[name] != became[name])


def differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Difference, ...]:
    """The figures that count otherwise now; one that is not counted any more has none."""
    was, became, changed = readings_in(then), readings_in(now), changed_figures(then, now)
    return tuple(
        _difference(name, was, became, then["figures"][name]["rows"], now["figures"][name]["rows"])
        for name in was
        if name in changed
    )


def _difference(
    name: str,
    was: Readings,
    became: Readings,
    before: Sequence[Mapping[str, Any]],
    after: Sequence[Mapping[str, Any]],
) -> Difference:
    old, new = (_counts(rows) for rows in (before, after))
    return Difference(
        figure=name,
        was=was[name],
        became=became[name],
        came=_named(new - old),
        went=_named(old - new),
        nameless=len(_hidden(new)) - len(_hidden(old)),
    )


def _counts(rows: Sequence[Mapping[str, Any]]) -> set[tuple[str, object, object]]:
    """A row that stands for another number, or counts otherwise, is another one."""
    return {(str(row["id"]), row["number"], row["counts"]) for row in rows}


def _named(rows: set[tuple[str, object, object]]) -> tuple[str, ...]:
    return tuple(sorted({name for name, _number, _counts in rows if not name.startswith(_NAMELESS)}))


def _hidden(rows: set[tuple[str, object, object]]) -> list[str]:
    return [name for name, _number, _counts in rows if name.startswith(_NAMELESS)]


def _range(found: Mapping[str, Any]) -> Range:
    return Range(found["low"], found["high"])


def _row(row: Mapping[str, Any]) -> CountedRow:
    found = Row(
        reference=row["id"],
        dossier=row["dossier"],
        number=row["number"],
        facts={},
        group=row["dossier"],
        party=row["party"],
    )
    return CountedRow(found, row["counts"])
