"""Strict YAML: every value knows its file and line, and nothing is guessed.

Policy and registers are written by people in a small part of YAML. What makes
YAML dangerous or ambiguous is refused: anchors (a few lines can unfold into
gigabytes), duplicate keys (the last one silently wins elsewhere), tags, several
documents, and the words that YAML 1.1 turns into something else (`no`, `12:30`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from openkader.base.errors import Invalid, Problem

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 40
_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,17})\.\d{1,17}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

type_of = {str: "text", int: "integer", float: "decimal", bool: "truth", date: "date"}


@dataclass(slots=True)
class Entry:
    """One value of a document and the place where it stands (``facts.yaml:12``)."""

    value: object
    where: str

    @property
    def kind(self) -> str:
        """What sort of value this is, in the words of the error messages."""
        if isinstance(self.value, dict):
            return "mapping"
        if isinstance(self.value, list):
            return "list"
        return "nothing" if self.value is None else type_of[type(self.value)]


def read_file(path: Path, name: str | None = None, problems: list[Problem] | None = None) -> Entry:
    """The document in `path`; problems name it as `name` (default: its file name).

    A caller that collects `problems` is given those after which reading can go on;
    for others, and for what cannot be read at all, they are raised.
    """
    name = name or path.name
    return read_text(text_of(path, name), name, problems)


def text_of(path: Path, name: str) -> str:
    """The text of a file that is not too large; a problem names it as `name`."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Invalid([Problem("document.too-large", name, {"limit": f"{MAX_BYTES >> 20} MB"})])
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Invalid([Problem("document.unreadable", name, {"reason": error.strerror or ""})]) from error
    except UnicodeDecodeError as error:
        raise Invalid([Problem("document.not-utf8", name)]) from error


def read_bytes(content: bytes, name: str, problems: list[Problem] | None = None) -> Entry:
    """The document that somebody handed in under `name`, as `read_file` reads one that lies in a folder."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Invalid([Problem("document.not-utf8", f"{name}:{line}")]) from error
    return read_text(text, name, problems)


def read_text(text: str, name: str, problems: list[Problem] | None = None) -> Entry:
    """The document in `text`, or `Invalid` with all that is wrong with its form."""
    builder = _Builder(name)
    try:
        for event in parsed(text):
            builder.take(event)
    except yaml.YAMLError as error:
        raise Invalid([*builder.problems, _syntax_problem(error, text, name)]) from error
    if builder.root is None:
        raise Invalid([Problem("document.empty", f"{name}:1")])
    if problems is None and builder.problems:
        raise Invalid(builder.problems)
    if problems is not None:
        problems += builder.problems
    return builder.root


def parsed(text: str) -> Iterator[yaml.Event]:
    """What the parser meets, from the first letter on; it refuses nothing that is dangerous."""
    yield from yaml.parse(text, Loader=_LOADER)


def _syntax_problem(error: yaml.YAMLError, text: str, name: str) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        # The parsers count in bytes or in characters; the first such character is the one.
        line, reason = text.count("\n", 0, text.index(chr(error.character))), error.reason
    else:
        line, reason = error.problem_mark.line, error.problem  # type: ignore[attr-defined]  # all others are marked
    return Problem("document.syntax", f"{name}:{line + 1}", {"reason": str(reason)})


class _Refuse(yaml.MarkedYAMLError):
    """Ends the reading of a document that would be dangerous to read on."""

    def __init__(self, problem: str, event: yaml.Event) -> None:
        super().__init__(problem=problem, problem_mark=event.start_mark)  # type: ignore[arg-type]  # either Mark


def _refuse_marks(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
    """Only plain values: no tag, and no anchor, not even one that nothing refers to."""
    if event.tag is not None:
        raise _Refuse("tags are not allowed here", event)
    if event.anchor is not None:
        raise _Refuse("anchors and aliases are not allowed here", event)


class _Builder:
    """Builds entries from parser events with an explicit stack, so depth cannot hurt."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.root: Entry | None = None
        self.stack: list[Entry] = []
        self.keys: list[str | None] = []

    def take(self, event: yaml.Event) -> None:
        """Take one parser event; scalars and collections land in the open collection."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()
            self.keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise _Refuse("anchors and aliases are not allowed here", event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise _Refuse("only one document per file", event)

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _Refuse(f"nested deeper than {MAX_DEPTH} levels", event)
        _refuse_marks(event)
        value: object = {} if isinstance(event, yaml.MappingStartEvent) else []
        entry = Entry(value, self._where(event))
        if self.stack and isinstance(self.stack[-1].value, dict) and self.keys[-1] is None:
            raise _Refuse("a key must be a word", event)
        self._place(entry)
        self.stack.append(entry)
        self.keys.append(None)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        _refuse_marks(event)
        if self.stack and isinstance(self.stack[-1].value, dict) and self.keys[-1] is None:
            self._key(event)
        else:
            self._place(Entry(self._resolve(event), self._where(event)))

    def _key(self, event: yaml.ScalarEvent) -> None:
        mapping = self.stack[-1].value
        assert isinstance(mapping, dict)  # noqa: S101 - narrowed by the caller
        if event.value in mapping:
            self._report("document.duplicate-key", event, key=event.value)
        self.keys[-1] = event.value

    def _place(self, entry: Entry) -> None:
        if not self.stack:
            self.root = entry
            return
        parent = self.stack[-1].value
        if isinstance(parent, list):
            parent.append(entry)
            return
        assert isinstance(parent, dict)  # noqa: S101 - only collections are on the stack
        parent[self.keys[-1]] = entry
        self.keys[-1] = None

    def _resolve(self, event: yaml.ScalarEvent) -> object:
        text = event.value
        if event.style:  # quoted or block text; the C parser marks plain text with ""
            return text
        if text in ("", "null", "~"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if text.lower() in ("yes", "no", "on", "off", "y", "n"):
            self._report("document.ambiguous-word", event, word=text)
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        return self._date(event) if _DATE.fullmatch(text) else text

    def _date(self, event: yaml.ScalarEvent) -> object:
        try:
            return date.fromisoformat(event.value)
        except ValueError:
            self._report("document.no-such-date", event, value=event.value)
            return date.min

    def _where(self, event: yaml.Event) -> str:
        line = event.start_mark.line + 1 if event.start_mark else 1
        return f"{self.name}:{line}"

    def _report(self, code: str, event: yaml.Event, /, **detail: str) -> None:
        self.problems.append(Problem(code, self._where(event), detail))
