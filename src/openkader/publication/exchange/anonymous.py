"""Figures without names: a number so small that it may be about somebody is withheld, and what would give it away.

Nought is given: a counted nought says that there was nobody. Withheld is a number from one to four, one of which the
rest of its whole is that small, and one that could be had by taking it off a larger figure that counts the same rows
and a few more. What several figures together give away by adding and subtracting is not looked for.
"""

from collections.abc import Collection, Iterable, Mapping

from openkader.evaluation.counting import Count, Range
from openkader.evaluation.defining import definition_digest
from openkader.kader import Kader
from openkader.publication.exchange.content import Bounds, GivenFigure

SMALLEST = 5  # as official statistics mostly have it


def given_figures(
    kader: Kader, counts: Mapping[str, Count], said: Mapping[str, tuple[Range, Range | None]]
) -> tuple[GivenFigure, ...]:
    """The figures of a year; `said` is what an adopted evaluation says instead of the register of today."""
    found = {name: said.get(name, (count.range, count.total)) for name, count in counts.items()}
    shown = {name for name, (number, whole) in found.items() if not _is_small(number, whole)}
    shown -= _given_away(shown, counts, found)
    return tuple(_given(kader, counts[name], found[name], is_shown=name in shown) for name in counts)


def is_few(number: int | None) -> bool:
    """Whether a number is of so few that it may be about somebody."""
    return number is not None and 0 < number < SMALLEST


def _is_small(number: Range, whole: Range | None) -> bool:
    """Whether one of its bounds is, or what is left of the whole."""
    if is_few(number.low) or is_few(number.high):
        return True
    if whole is None:
        return False
    rest = None if number.value is None or whole.value is None else whole.value - number.value
    return is_few(whole.low) or is_few(whole.high) or is_few(rest)


def _given_away(
    shown: Collection[str], counts: Mapping[str, Count], found: Mapping[str, tuple[Range, Range | None]]
) -> set[str]:
    """The figures that a larger one, less a few, would be: the smaller of the two is withheld."""
    rows = {name: _rows(counts[name]) for name in shown}
    low = {name: found[name][0].low for name in shown}
    left = set[str]()
    for small in sorted(shown, key=lambda name: (low[name], name)):
        wider = (one for one in shown if one not in left and rows[small] < rows[one])
        same = (one for one in wider if counts[one].figure.counts == counts[small].figure.counts)
        if any(is_few(low[one] - low[small]) for one in same):
            left.add(small)
    return left


def _rows(count: Count) -> frozenset[int]:
    """Which rows count; a row is the same object to every figure of its year."""
    return frozenset(id(item.row) for item in count.rows if item.counts)


def _given(kader: Kader, count: Count, said: tuple[Range, Range | None], *, is_shown: bool) -> GivenFigure:
    figure, (number, whole) = count.figure, said
    return GivenFigure(
        id=figure.id,
        text=figure.text,
        says=figure.definition,
        definition=definition_digest(figure, kader.tables),
        counts=figure.counts,
        unit=figure.unit,
        found=_bounds(number) if is_shown else None,
        of=_bounds(whole) if is_shown and whole is not None else None,
    )


def _bounds(found: Range) -> Bounds:
    return Bounds(low=found.low, high=found.high)


def withheld(figures: Iterable[GivenFigure]) -> int:
    """How many figures go without their number."""
    return sum(one.found is None for one in figures)
