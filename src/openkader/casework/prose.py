"""The text of a chapter as its writer typed it, with what in it is bound to the register.

It is text with headings (``## ``), points (``- ``) and paragraphs. In a sentence a figure is bound by its name,
``[[cijfer:incoming_delegations]]``, of another year ``[[cijfer:incoming_delegations@2023]]``; a table, a chart or a
quote stands on a line of its own.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from openkader.base.text import Text

_BRACKETS = re.compile(r"\[\[([^\[\]\n]*)\]\]")
_NAMED = re.compile(r"\s*(?P<word>[a-z]+)\s*:\s*(?P<name>[A-Za-z0-9_.-]+)\s*(?:@\s*(?P<year>[12]\d{3})\s*)?")


class Bound(StrEnum):
    """What a text can take from the register."""

    FIGURE = "figure"
    TABLE = "table"
    CHART = "chart"
    QUOTE = "quote"


BOUND_WORDS = {
    Bound.FIGURE: Text(nl="cijfer", en="figure"),
    Bound.TABLE: Text(nl="tabel", en="table"),
    Bound.CHART: Text(nl="grafiek", en="chart"),
    Bound.QUOTE: Text(nl="citaat", en="quote"),
}
_SORTS = {said: sort for sort, words in BOUND_WORDS.items() for said in (words.nl, words.en)}


@dataclass(frozen=True, slots=True)
class Binding:
    """A place in the text that the register fills; `year` is another one than that of the evaluation."""

    sort: Bound
    name: str
    year: int | None = None

    def written(self, language: str) -> str:
        """As a writer types it."""
        year = f"@{self.year}" if self.year else ""
        return f"[[{BOUND_WORDS[self.sort].in_(language)}:{self.name}{year}]]"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something between double brackets that binds nothing: it stays in the text, and is pointed out."""

    words: str


Run = str | Binding | Unreadable


class Sort(StrEnum):
    """What a passage is."""

    TEXT = "text"
    HEADING = "heading"
    POINTS = "points"
    PART = "part"  # a table, a chart or a quote by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, a heading, the points of a list, or a part of the register; the place where a comment is made."""

    sort: Sort
    lines: tuple[tuple[Run, ...], ...]
    source: str

    @property
    def digest(self) -> str:
        """The fingerprint of what was typed: a comment or a mark belongs to these words and no others."""
        return hashlib.sha256(self.source.encode()).hexdigest()

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """What it takes from the register, in order."""
        return tuple(run for line in self.lines for run in line if isinstance(run, Binding))

    @property
    def unreadable(self) -> tuple[str, ...]:
        """What was meant to be bound and is not."""
        return tuple(run.words for line in self.lines for run in line if isinstance(run, Unreadable))


def passages_of(text: str) -> tuple[Passage, ...]:
    """The passages of a text, in order."""
    return tuple(_passages(text))


def passages_in(texts: Iterable[str]) -> Iterator[Passage]:
    """The passages of several texts."""
    return (passage for text in texts for passage in passages_of(text))


def bindings_in(passages: Iterable[Passage]) -> Iterator[Binding]:
    """What some passages take from the register, in order; what stands there twice comes twice."""
    return (binding for passage in passages for binding in passage.bindings)


def _passages(text: str) -> Iterator[Passage]:
    for sort, rows in groupby(map(_sorted_line, text.splitlines()), key=lambda one: one[0]):
        said = [words for _sort, words in rows]
        match sort:
            case Sort.HEADING | Sort.PART:
                yield from (_passage(sort, one) for one in said)
            case Sort.POINTS:
                yield _passage(sort, *said)
            case Sort.TEXT:
                yield _passage(sort, " ".join(said))


def _sorted_line(line: str) -> tuple[Sort | None, str]:
    """What a line is, and what it says without its sign; an empty one only parts."""
    line = line.strip()
    if line.startswith("- ") and line[2:].strip():
        return Sort.POINTS, line[2:].strip()
    if line.startswith("#") and line.lstrip("# "):
        return Sort.HEADING, line.lstrip("# ")
    runs = runs_of(line)
    if len(runs) == 1 and isinstance(runs[0], Binding) and runs[0].sort is not Bound.FIGURE:
        return Sort.PART, line
    return (Sort.TEXT, line) if line else (None, "")


def _passage(sort: Sort, *lines: str) -> Passage:
    return Passage(sort=sort, lines=tuple(map(runs_of, lines)), source="\n".join(lines))


def runs_of(line: str) -> tuple[Run, ...]:
    """One line, apart in plain words and what is bound."""
    parts = _BRACKETS.split(line)
    return tuple(_bound(part) if place % 2 else part for place, part in enumerate(parts) if part or place % 2)


def _bound(words: str) -> Binding | Unreadable:
    found = _NAMED.fullmatch(words)
    sort = _SORTS.get(found["word"]) if found else None
    if found is None or sort is None:
        return Unreadable(f"[[{words}]]")
    return Binding(sort, found["name"], int(found["year"]) if found["year"] else None)
