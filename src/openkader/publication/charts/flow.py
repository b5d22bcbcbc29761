"""What became of the requests of a year: from what came in, a stream to each outcome as wide as its number.

A number that nobody knows has no width: its stream is only outlined, and its words say that it is unknown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openkader.publication.charts.svg import (
    ACCENT,
    INK,
    Caption,
    Setting,
    bar,
    drawing,
    percent,
    stretched,
    text,
)

_TOP = 34
_STEP = 46  # so much has each outcome, for its words in two lines
_GAP = 10
_MOST = 150  # as wide is everything together
_LEAST = 3
_WIDEST = 18  # as wide is one request, where there are few
_UNKNOWN = 20
_LEFT, _FROM, _TO = 0.0, 3.0, 38.0  # so that the words still fit on a phone
_SOLID = f'fill="{ACCENT}" fill-opacity="0.35" stroke="none"'
_HEAD = Setting(sort="head")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """How many requests came to one outcome; `number` counts those that are known, `said` is how it reads.

    `has_unknown` says that beside these there were some of which nobody knows how many.
    """

    label: str
    number: int
    said: str
    has_unknown: bool = False


def flow(received: str, streams: Sequence[Stream], caption: Caption) -> str:
    """The drawing, with what came in at the left and an outcome below the other at the right."""
    whole = sum(one.number for one in streams)
    scale = min(_MOST / whole, _WIDEST) if whole else 0.0
    places = list(_places(streams, scale))
    foot = max([places[-1][1] if places else 0, _TOP + whole * scale + _UNKNOWN])
    return drawing(
        "flow", foot + 8, caption, [text(_LEFT, 18, received, _HEAD), *_drawn(streams, scale, places)]
    )


def _places(streams: Sequence[Stream], scale: float) -> Iterator[tuple[float, float]]:
    """From where to where each outcome stands at the right."""
    top = float(_TOP)
    for one in streams:
        high = max(one.number * scale + _GAP, _STEP)
        yield top, top + high
        top += high


def _drawn(streams: Sequence[Stream], scale: float, places: Sequence[tuple[float, float]]) -> Iterator[str]:
    at = float(_TOP)
    for one, (top, foot) in zip(streams, places, strict=True):
        middle = (top + foot) / 2
        if one.number:
            wide = max(one.number * scale, _LEAST)
            yield bar(_LEFT, _FROM, at, one.number * scale, "part")
            yield _stream((at, at + one.number * scale), (middle - wide / 2, middle + wide / 2))
            yield bar(_TO, _TO + 0.6, middle - wide / 2, wide, "part")
            at += one.number * scale
        yield text(_TO, middle - 3, one.label, Setting(sort="label", shift=12))
        yield text(_TO, middle + 14, one.said, Setting(sort="bound", shift=12))
    for one, (top, foot) in zip(streams, places, strict=True):
        if one.has_unknown:
            yield from _outline(at + 3, (top + foot) / 2)


def _outline(start: float, end: float) -> Iterator[str]:
    """Two broken lines: there was something, and nobody knows how much."""
    for beside in (0, _UNKNOWN - 6):
        ends = f'x1="{percent(_LEFT)}" x2="{percent(_TO)}" y1="{start + beside:g}" y2="{end - 8 + beside:g}"'
        yield f'<line class="chart__unknown" {ends} stroke="{INK}" stroke-dasharray="4 3"/>'


def _stream(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A band from the left to an outcome, bent so that it leaves and arrives level."""
    top, bottom = min(start[0], end[0]), max(start[1], end[1])

    def down(y: float) -> str:
        return f"{100 * (y - top) / (bottom - top):.2f}".rstrip("0").rstrip(".")

    a, b, c, d = (down(y) for y in (*start, *end))
    path = f"M0 {a}C50 {a} 50 {c} 100 {c}L100 {d}C50 {d} 50 {b} 0 {b}Z"
    return stretched((_FROM, _TO), top, bottom - top, path, _SOLID)
