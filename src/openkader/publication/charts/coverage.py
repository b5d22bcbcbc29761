"""What the register shows of each action line: a row for each activity, a mark for each line.

Each state has a shape and a letter of its own, so that it is read without colour. Of many activities the drawing
gives how many are so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openkader.evaluation.covering import Cover
from openkader.publication.charts.svg import ACCENT, INK, Caption, Setting, across, drawing, shape, text

MOST_ROWS = 16  # more do not fit on a sheet of paper
_TOP = 30
_ROW = 50
_SQUARE = "M-12-11H12V11H-12Z"
_ROUND = "M-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0Z"
_POINTED = "M-14 0 0-13 14 0 0 13Z"
_SHAPES: Mapping[Cover, tuple[str, str]] = {
    Cover.FULL: (_SQUARE, f'fill="{ACCENT}" stroke="{ACCENT}"'),
    Cover.OPEN: (_SQUARE, f'fill="none" stroke="{INK}" stroke-width="2"'),
    Cover.WAIVED: (_POINTED, f'fill="none" stroke="{INK}" stroke-width="1.5"'),
    Cover.UNKNOWN: (_ROUND, f'fill="none" stroke="{INK}" stroke-width="1.5" stroke-dasharray="3 3"'),
    Cover.NOT_APPLICABLE: ("M0 0", 'fill="none"'),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One row: its words, and what stands under each line; `marks` are a state with a letter or a number."""

    label: str
    marks: Sequence[tuple[Cover, str]]


def coverage(lines: Sequence[str], rows: Sequence[CoverageRow], caption: Caption) -> str:
    """The drawing, with the codes of the lines above it."""
    places = [100 * (number + 0.5) / len(lines) for number in range(len(lines))]
    heads = [text(place, 16, code, _HEAD) for place, code in zip(places, lines, strict=True)]
    parts = [part for number, row in enumerate(rows) for part in _row(row, _TOP + number * _ROW, places)]
    return drawing("coverage", _TOP + len(rows) * _ROW, caption, [*heads, *parts])


_HEAD = Setting(sort="head", anchor="middle")
_LABEL = Setting(sort="label")


def _row(row: CoverageRow, top: float, places: Sequence[float]) -> Iterator[str]:
    yield across(0, 100, top - 4, "rule")
    yield text(0, top + 12, row.label, _LABEL)
    for place, (cover, letter) in zip(places, row.marks, strict=False):
        yield shape(place, top + 30, *_SHAPES[cover])
        yield _letter(place, top + 34.5, cover, letter)


def _letter(place: float, y: float, cover: Cover, letter: str) -> str:
    written = text(place, y, letter, Setting(sort="letter", anchor="middle"))
    return written.replace(f'fill="{INK}"', 'fill="#ffffff"') if cover is Cover.FULL else written
