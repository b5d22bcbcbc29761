"""XML lists record by record, in bounded memory; a document type is refused outright.

All that makes XML dangerous (entities that unfold without end, or that fetch a file
or an address) needs a document type, and no list has one. So the first sign of one
ends the reading. expat is used directly since its events also tell the line.
"""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from openkader.base.errors import Invalid, Problem

CHUNK = 1 << 16
MOST_CHARACTERS = 1 << 24
# The parser reads an unfinished mark-up from its beginning at every chunk: sixty megabytes of comment take a minute.
MOST_UNFINISHED = 1 << 21
DEEPEST = 64


class Readable(Protocol):
    """Anything that gives bytes piece by piece."""

    def read(self, size: int, /) -> bytes: ...


def read_xml(path: Path, root: str, records: Collection[str]) -> Iterator[tuple[ET.Element, str]]:
    """Every element called one of `records`, as a tree, with its place (``un.xml:12``)."""
    with path.open("rb") as file:
        yield from xml_records(file, path.name, root, records)


def xml_records(
    file: Readable, name: str, root: str, records: Collection[str]
) -> Iterator[tuple[ET.Element, str]]:
    """The same, of an open file."""
    gathering = _Gathering(name, root, frozenset(records))
    while chunk := file.read(CHUNK):
        gathering.feed(chunk, last=False)
        yield from gathering.take()
    gathering.feed(b"", last=True)
    yield from gathering.take()


def check_xml(file: Readable, name: str, seen: Callable[[str, Mapping[str, str]], None]) -> None:
    """The same guard for XML that another library is going to read; `seen` is told of every element."""
    gathering = _Gathering(name, "", frozenset(), seen)
    while chunk := file.read(CHUNK):
        gathering.feed(chunk, last=False)
    gathering.feed(b"", last=True)


class _Gathering:
    """Turns the events of the parser into trees, for the records only."""

    def __init__(
        self,
        name: str,
        root: str,
        records: frozenset[str],
        seen: Callable[[str, Mapping[str, str]], None] | None = None,
    ) -> None:
        self.name = name
        self.seen = seen
        self.root = root
        self.records = records
        self.ready: list[tuple[ET.Element, str]] = []
        self.builder: ET.TreeBuilder | None = None
        self.depth = self.began = self.size = self.line = self.fed = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def feed(self, chunk: bytes, *, last: bool) -> None:
        """Parse some more; what ends too early was cut off on its way."""
        try:
            self.parser.Parse(chunk, last)
        except expat.ExpatError as error:
            where = f"{self.name}:{error.lineno}"
            if last:
                raise Invalid([Problem("list.cut", where)]) from error
            raise self._broken(where, expat.ErrorString(error.code)) from error
        except (LookupError, ValueError) as error:  # an encoding that nobody knows
            raise self._broken(f"{self.name}:1", str(error)) from error
        self.fed += len(chunk)
        if self.fed - self.parser.CurrentByteIndex > MOST_UNFINISHED:
            raise self._too_large()

    def take(self) -> Iterator[tuple[ET.Element, str]]:
        """The records that are complete, and no longer held."""
        ready, self.ready = self.ready, []
        yield from ready

    def _broken(self, where: str, reason: str) -> Invalid:
        return Invalid([Problem("list.syntax", where, {"reason": reason})])

    def _refuse(self, *_: object) -> None:
        raise Invalid([Problem("list.document-type", f"{self.name}:{self.parser.CurrentLineNumber}")])

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if not self.depth and self.root and tag != self.root:
            where = f"{self.name}:{self.parser.CurrentLineNumber}"
            raise Invalid([Problem("list.other-root", where, {"found": tag, "wanted": self.root})])
        self.depth += 1
        if self.seen is not None:
            self._grow(0)
            self.seen(tag, attributes)
        if self.builder is None and tag in self.records:
            self.builder, self.began = ET.TreeBuilder(), self.depth
            self.size, self.line = 0, self.parser.CurrentLineNumber
        if self.builder is not None:
            self._grow(len(tag) + sum(map(len, attributes.values())))
            self.builder.start(tag, attributes)

    def _end(self, tag: str) -> None:
        if self.builder is not None:
            self.builder.end(tag.rpartition(":")[2])
            if self.depth == self.began:
                self.ready.append((self.builder.close(), f"{self.name}:{self.line}"))
                self.builder = None
        self.depth -= 1

    def _text(self, text: str) -> None:
        if self.builder is not None:
            self._grow(len(text))
            self.builder.data(text)

    def _grow(self, by: int) -> None:
        self.size += by
        if self.size > MOST_CHARACTERS or self.depth > DEEPEST:
            raise self._too_large()

    def _too_large(self) -> Invalid:
        return Invalid([Problem("list.record-too-large", f"{self.name}:{self.line or 1}")])


def words(element: ET.Element, path: str) -> str:
    """The text under `path`, or nothing."""
    return element.findtext(path, "").strip()


def all_words(element: ET.Element, path: str) -> list[str]:
    """Every text under `path`."""
    return [(found.text or "").strip() for found in element.iterfind(path)]
