"""The entries of a section of a kader as they stand in its texts, mistakes and all: its figures, lists, questions.

How one of them is written anew stands in `kader.rewriting`, which takes the path of its list and its place in that.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openkader.base.document import Entry, read_text
from openkader.base.errors import Invalid
from openkader.base.flowing import Plain, plain
from openkader.base.spans import Path, spans_of

MEASURES = "measures"  # of each action line its own list
_LINES = "action_lines"
# By what the entries of a section are known; of all others by their `id`.
_NAMED_BY = {"fillings": "fact", "consultations": "desk", "tables": "gives", "policies": "message"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEntry:
    """One entry: its name (a row of a decision table has its number), what it says, and its own letters in the text."""

    name: str
    place: int
    entry: Entry
    text: str

    @property
    def said(self) -> dict[str, Plain]:
        """Its fields; of what is no entry at all there are none."""
        found = plain(self.entry)
        return found if isinstance(found, dict) else {}

    @property
    def line(self) -> str:
        """The line on which it begins."""
        return self.entry.where.rpartition(":")[2]

    @property
    def seen(self) -> str:
        """The digest of its letters, by which it is known again after another came or went."""
        return _digest(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenList:
    """The entries of one list in one file; measures are `of` an action line, all others of nothing."""

    name: str
    file: str
    path: Path
    rows: tuple[WrittenEntry, ...]
    of: str = ""

    @property
    def seen(self) -> str:
        """The digest of all of its entries."""
        return _digest("\0".join(row.text for row in self.rows))

    def row(self, name: str) -> WrittenEntry | None:
        """The first entry of this name."""
        return next((row for row in self.rows if row.name == name), None)

    def same_row(self, seen: str, name: str) -> WrittenEntry | None:
        """The entry that somebody saw, also where it has another number by now; None where it is gone or changed."""
        found = [row for row in self.rows if row.seen == seen]
        return next((row for row in found if row.name == name), found[0] if len(found) == 1 else None)


def written_lists(texts: Mapping[str, str], section: str) -> list[WrittenList]:
    """Each list of a section, in the order of the files; what cannot be read has none.

    The measures are a section of their own, with a list for each action line that has one.
    """
    return [found for file in sorted(texts) for found in _in_file(file, texts[file], section)]


def fields_of(text: str, file: str) -> dict[str, Entry]:
    """The sections of one file; none of what is no document."""
    try:
        document = read_text(text, file, [])
    except Invalid:
        return {}
    return document.value if isinstance(document.value, dict) else {}


def rows_in(text: str, path: Path, named: list[tuple[str, Entry]]) -> tuple[WrittenEntry, ...]:
    """The entries of the list at a path, with the names that they have."""
    spans = spans_of(text).at(path).items
    return tuple(
        WrittenEntry(name=name, place=place, entry=entry, text=text[span.start : span.end])
        for place, ((name, entry), span) in enumerate(zip(named, spans, strict=True))
    )


def word_in(entry: Entry, key: str) -> str:
    """A word under a key, with its blanks folded as the reader of a kader does; empty where there is none."""
    found = entry.value.get(key) if isinstance(entry.value, dict) else None
    return " ".join(found.value.split()) if found is not None and isinstance(found.value, str) else ""


def items_in(entry: Entry | None) -> list[Entry]:
    """What a list has; of what is no list nothing."""
    return entry.value if entry is not None and isinstance(entry.value, list) else []


def _in_file(file: str, text: str, section: str) -> Iterator[WrittenList]:
    key = _NAMED_BY.get(section, "id")
    for path, entry, of in _lists(fields_of(text, file), section):
        if isinstance(entry.value, list):
            rows = rows_in(text, path, [(word_in(one, key), one) for one in entry.value])
            yield WrittenList(name=of or section, file=file, path=path, rows=rows, of=of)


def _lists(fields: Mapping[str, Entry], section: str) -> Iterator[tuple[Path, Entry, str]]:
    if section != MEASURES:
        if section in fields:
            yield (section,), fields[section], ""
        return
    for place, line in enumerate(items_in(fields.get(_LINES))):
        measures = line.value.get(MEASURES) if isinstance(line.value, dict) else None
        if measures is not None:
            yield (_LINES, place, MEASURES), measures, word_in(line, "id")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
