"""One figure over the years: a column up to what is certain, and above it an open one up to what is possible.

Each drawing has its own scale, so that a figure of four and one of forty can both be read; the numbers stand above
the columns and in the table beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openkader.publication.charts.svg import ACCENT, LINE, Caption, Setting, across, drawing, percent, text

_TOP, _FOOT, _HEIGHT = 22, 96, 118
_ZERO = 2  # so that a counted nought can be seen


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMark:
    """A year in the drawing; without `low` there is nothing to draw, and `words` say why."""

    label: str
    words: str
    low: int | None = None
    high: int | None = None
    is_made_up: bool = False


def years_chart(marks: Sequence[YearMark], caption: Caption) -> str:
    """The years from left to right."""
    most = max((_most(mark) for mark in marks), default=0) or 1
    width = 100 / max(len(marks), 1)
    parts = [across(0, 100, _FOOT, "axis")]
    for at, mark in enumerate(marks):
        parts += _column(mark, (at + 0.5) * width, width * 0.55, most)
    return drawing("years", _HEIGHT, caption, parts)


def _most(mark: YearMark) -> int:
    """What the scale has to reach; what has no upper bound reaches a little above what is certain."""
    if mark.low is None:
        return 0
    return mark.low + max(1, mark.low // 2) if mark.high is None else mark.high


def _column(mark: YearMark, middle: float, width: float, most: int) -> list[str]:
    label = text(middle, _HEIGHT - 4, mark.label, Setting(sort="tick", anchor="middle"))
    if mark.low is None:
        return [text(middle, _FOOT - 8, mark.words, Setting(sort="word", anchor="middle")), label]
    low, high = _y(mark.low, most), _y(_most(mark), most)
    start = middle - width / 2
    parts = [_certain(start, width, low, is_made_up=mark.is_made_up)]
    if high < low:
        parts.append(_possible(start, width, (high, low)))
    top = min(high, low, _FOOT - _ZERO) - 6
    return [*parts, text(middle, top, mark.words, Setting(sort="bound", anchor="middle")), label]


def _y(number: int, most: int) -> float:
    return _FOOT - (_FOOT - _TOP) * number / most


def _certain(start: float, width: float, top: float, *, is_made_up: bool) -> str:
    top = min(top, _FOOT - _ZERO)
    sort, opacity = ("made-up", 0.45) if is_made_up else ("part", 1)
    return (
        f'<rect class="chart__{sort}" x="{percent(start)}" width="{percent(width)}" y="{top:g}"'
        f' height="{_FOOT - top:g}" fill="{ACCENT}" fill-opacity="{opacity:g}"/>'
    )


def _possible(start: float, width: float, ends: tuple[float, float]) -> str:
    top, bottom = ends
    return (
        f'<rect class="chart__possible" x="{percent(start)}" width="{percent(width)}" y="{top:g}"'
        f' height="{bottom - top:g}" fill="none" stroke="{LINE}" stroke-dasharray="4 3"/>'
    )
