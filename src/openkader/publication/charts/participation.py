"""Who took part in what: a line for each party, a column for each activity, the years beside each other.

The numbers at the left and on top refer to the table. Where there are more activities than columns fit, a column is a
year and the mark in it says how often.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from openkader.publication.charts.svg import ACCENT, Caption, Setting, across, down, drawing, percent, text

MOST_COLUMNS = 40
_FIRST = 30.0  # per cent for the names
_HEAD, _ROW = 46, 26
_LONGEST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A year with what took place in it; `marks` are the numbers of the activities in the table."""

    label: str
    marks: tuple[str, ...]


class Group(StrEnum):
    """Who a line is of."""

    CORE = "core"
    SHELL = "shell"
    NAMELESS = "nameless"  # all who have no name: how many there were of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A party: its number, its name, and for each column how often it was there."""

    mark: str
    name: str
    group: Group
    counts: tuple[int, ...]


def participation_chart(bands: Sequence[Band], lanes: Sequence[Lane], caption: Caption) -> str:
    """The whole picture."""
    columns = sum(len(band.marks) for band in bands)
    step = (100 - _FIRST) / max(columns, 1)
    bottom = _HEAD + len(lanes) * _ROW
    parts = [*_bands(bands, step, bottom)]
    for at, lane in enumerate(lanes):
        parts += _lane(lane, step, _HEAD + at * _ROW + _ROW / 2)
    return drawing("participation", bottom + 6, caption, parts)


def _bands(bands: Sequence[Band], step: float, bottom: float) -> list[str]:
    parts, at = [], 0
    for band in bands:
        parts.append(down(_FIRST + at * step, 4, bottom, "rule"))
        parts.append(text(_FIRST + at * step, 16, band.label, Setting(sort="track", shift=5)))
        for mark in band.marks:
            middle = _FIRST + (at + 0.5) * step
            parts.append(text(middle, 36, mark, Setting(sort="tick", anchor="middle")))
            at += 1
    return [*parts, down(100, 4, bottom, "rule")]


def _lane(lane: Lane, step: float, middle: float) -> list[str]:
    name = lane.name if len(lane.name) <= _LONGEST else lane.name[: _LONGEST - 1] + "…"
    parts = [
        across(0, 100, middle + _ROW / 2, "rule"),
        text(0, middle + 4.5, lane.mark, Setting(sort="tick")),
        text(0, middle + 4.5, name, Setting(sort="name", shift=26)),
    ]
    parts += [
        _mark(count, _FIRST + (at + 0.5) * step, middle, lane)
        for at, count in enumerate(lane.counts)
        if count
    ]
    return parts


def _mark(count: int, place: float, middle: float, lane: Lane) -> str:
    """A disc of the core, a ring of the shell, a broken ring of whoever has no name; with a number for several."""
    fill = ACCENT if lane.group is Group.CORE else "none"
    broken = ' stroke-dasharray="3 3"' if lane.group is Group.NAMELESS else ""
    has_number = count > 1 or lane.group is Group.NAMELESS
    disc = (
        f'<circle class="chart__{lane.group}" cx="{percent(place)}" cy="{middle:g}" r="{11 if has_number else 8:g}"'
        f' fill="{fill}" stroke="{ACCENT}" stroke-width="1.5"{broken}/>'
    )
    if not has_number:
        return disc
    words = "mark" if lane.group is Group.CORE else "mark-vague"
    return disc + text(place, middle + 4.5, str(count), Setting(sort=words, anchor="middle"))
