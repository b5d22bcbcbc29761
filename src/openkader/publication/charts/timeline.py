"""The year as a drawing: twelve months, a band for each kind of activity, a mark for each activity.

What is known to the day is filled in; what is known to the month or the year is only outlined, as wide as what is not
known. So the drawing claims no more than the source.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openkader.publication.charts.svg import ACCENT, Caption, Setting, down, drawing, percent, text

_WIDTH_OF_A_LETTER = 0.9  # per cent of the narrowest drawing that still shows labels
_TOP = 30
_HEADING = 26
_LANE = 34


class Precision(StrEnum):
    """How exactly the source says when something was."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that happened in the year, or several of which only the year is known."""

    track: str
    mark: str
    label: str
    start: date
    end: date | None = None
    precision: Precision = Precision.DAY

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where on the line of the year, in per cent."""
        if self.precision is Precision.YEAR:
            return 0.3, 99.7
        if self.precision is Precision.MONTH:
            return (self.start.month - 1) / 0.12, self.start.month / 0.12
        return _day(self.start), _day(self.end or self.start)

    @property
    def has_room_at_the_right(self) -> bool:
        """The label stands at the right of the mark, unless it would leave the drawing there."""
        return self.extent[1] + len(self.label) * _WIDTH_OF_A_LETTER + 3 < 100

    @property
    def covered(self) -> tuple[float, float]:
        """The extent with the label."""
        start, end = self.extent
        width = len(self.label) * _WIDTH_OF_A_LETTER + 4
        return (start, end + width) if self.has_room_at_the_right else (start - width, end)


def timeline(moments: Sequence[Moment], months: Sequence[str], caption: Caption) -> str:
    """The drawing of the year, in the order in which the kinds first appear."""
    bands: list[str] = []
    top = _TOP
    for track in dict.fromkeys(moment.track for moment in moments):
        lanes = _lanes([moment for moment in moments if moment.track == track])
        bands.append(text(0, top + 17, track, Setting(sort="track", shift=6)))
        for number, lane in enumerate(lanes):
            middle = top + _HEADING + number * _LANE + _LANE / 2
            bands.extend(_mark(moment, middle) + _label(moment, middle) for moment in lane)
        top += _HEADING + len(lanes) * _LANE + 6
    return drawing("timeline", top, caption, [*_months(months, top), *bands])


def _day(day: date) -> float:
    return (day.month - 1 + (day.day - 0.5) / monthrange(day.year, day.month)[1]) / 0.12


def _lanes(moments: Sequence[Moment]) -> list[list[Moment]]:
    """The moments of one kind, each on the first lane where neither it nor its label covers another."""
    lanes: list[list[Moment]] = []
    for moment in moments:
        free = next((lane for lane in lanes if not any(_overlap(moment, other) for other in lane)), None)
        if free is None:
            lanes.append([moment])
        else:
            free.append(moment)
    return lanes


def _overlap(one: Moment, other: Moment) -> bool:
    (from_one, to_one), (from_other, to_other) = one.covered, other.covered
    return from_one < to_other and from_other < to_one


def _months(names: Sequence[str], bottom: float) -> list[str]:
    rules = [down(number / 0.12, 0, bottom, "rule") for number in range(13)]
    return [
        *rules,
        *(text(number / 0.12, 14, name, Setting(sort="month", shift=6)) for number, name in enumerate(names)),
    ]


def _mark(moment: Moment, middle: float) -> str:
    start, end = moment.extent
    if moment.precision is Precision.DAY:
        end = max(end, start + 0.05)  # a line of no length has no round ends where paper is set
        shape = (
            f'<line class="chart__day" x1="{percent(start)}" x2="{percent(end)}" y1="{middle:g}" y2="{middle:g}"'
            f' stroke="{ACCENT}" stroke-width="22" stroke-linecap="round"/>'
        )
        return shape + text(
            (start + end) / 2, middle + 4.5, moment.mark, Setting(sort="mark", anchor="middle")
        )
    shape = (
        f'<rect class="chart__vague" x="{percent(start)}" width="{percent(end - start)}" y="{middle - 11:g}"'
        f' height="22" rx="11" fill="none" stroke="{ACCENT}" stroke-width="1.5" stroke-dasharray="4 3"/>'
    )
    return shape + text(
        (start + end) / 2, middle + 4.5, moment.mark, Setting(sort="mark-vague", anchor="middle")
    )


def _label(moment: Moment, middle: float) -> str:
    if moment.precision is Precision.YEAR:
        return ""
    start, end = moment.extent
    space = 18 if moment.precision is Precision.DAY else 8
    if moment.has_room_at_the_right:
        return text(end, middle + 4.5, moment.label, Setting(sort="label", shift=space))
    return text(start, middle + 4.5, moment.label, Setting(sort="label", anchor="end", shift=-space))
