"""Taking a strict document apart, while collecting everything that is wrong with it.

Each method gives a usable value of the asked type even when the entry is wrong,
so that the reading goes on and one round shows all problems.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import TypeVar

from openkader.base.document import Entry
from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text

V = TypeVar("V", str, int, bool, date)


class Reader:
    """Reads entries of one or more documents and keeps the list of problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def report(self, code: str, where: str, /, **detail: str) -> None:
        """Note one problem; reading goes on."""
        self.problems.append(Problem(code, where, detail))

    def finish(self) -> None:
        """Raise `Invalid` with all problems, in the order of the files, if there are any."""
        if self.problems:
            raise Invalid(sorted(self.problems, key=lambda problem: _place(problem.where)))

    def mapping(self, entry: Entry, required: Collection[str], optional: Collection[str] = ()) -> "Fields":
        """The fields of a mapping; unknown and missing keys are problems, and so is a required null."""
        if not isinstance(entry.value, dict):
            self._wrong_type(entry, "mapping")
            return Fields(self, {}, entry.where)
        for key in required:
            found = entry.value.get(key, Entry(None, entry.where))
            if found.value is None:
                self.report("document.missing-key", found.where, key=key)
        for key, value in entry.value.items():
            if key not in required and key not in optional:
                known = ", ".join(sorted({*required, *optional}))
                self.report("document.unknown-key", value.where, key=key, known=known)
        return Fields(self, entry.value, entry.where)

    def items(self, entry: Entry | None) -> list[Entry]:
        """The entries of a list; nothing at all is an empty list."""
        if entry is None:
            return []
        if not isinstance(entry.value, list):
            self._wrong_type(entry, "list")
            return []
        return entry.value

    def pairs(self, entry: Entry | None) -> Iterator[tuple[str, Entry]]:
        """The keys and entries of a mapping whose keys are names that people chose."""
        if entry is None:
            return
        if not isinstance(entry.value, dict):
            self._wrong_type(entry, "mapping")
            return
        yield from entry.value.items()

    def value(self, entry: Entry, kind: type[V], default: V) -> V:
        """The entry as a plain value of `kind`; a truth is never taken for a number."""
        if type(entry.value) is kind:
            return entry.value
        self._wrong_type(entry, {str: "text", int: "integer", bool: "truth", date: "date"}[kind])
        return default

    def text(self, entry: Entry) -> Text:
        """A bilingual text: both `nl` and `en`, neither empty."""
        fields = self.mapping(entry, ("nl", "en"))
        return Text(nl=fields.words("nl"), en=fields.words("en"))

    def _wrong_type(self, entry: Entry, wanted: str) -> None:
        self.report("document.wrong-type", entry.where, wanted=wanted, found=entry.kind)


class Fields:
    """The fields of one mapping, each asked for by name and type."""

    def __init__(self, reader: Reader, values: dict[str, Entry], where: str) -> None:
        self.reader = reader
        self.values = values
        self.where = where

    def entry(self, key: str) -> Entry | None:
        """The entry under `key`; written as null it counts as not there."""
        found = self.values.get(key)
        return found if found is not None and found.value is not None else None

    def words(self, key: str) -> str:
        """The text under `key`, with blanks folded; an empty text is a problem.

        The caller declared it as required, so that a missing one was reported before.
        """
        entry = self.entry(key)
        if entry is None:
            return ""
        words = " ".join(self.reader.value(entry, str, "-").split())
        if not words:
            self.reader.report("document.empty-text", entry.where, key=key)
        return words

    def words_or_none(self, key: str) -> str | None:
        """The text under `key`, or None where the writer left it out."""
        return None if self.entry(key) is None else self.words(key)

    def integer(self, key: str) -> int | None:
        """The whole number under `key`, or None."""
        entry = self.entry(key)
        return None if entry is None else self.reader.value(entry, int, 0)

    def truth(self, key: str) -> bool | None:
        """The truth under `key`; None is unknown."""
        entry = self.entry(key)
        return None if entry is None else self.reader.value(entry, bool, False)

    def day(self, key: str) -> date | None:
        """The date under `key`, or None."""
        entry = self.entry(key)
        return None if entry is None else self.reader.value(entry, date, date.min)

    def text(self, key: str) -> Text:
        """The bilingual text under `key`; the caller declared it as required."""
        entry = self.entry(key)
        return self.reader.text(entry) if entry else Text(nl="", en="")

    def text_or_none(self, key: str) -> Text | None:
        """The bilingual text under `key`, or None."""
        entry = self.entry(key)
        return self.reader.text(entry) if entry else None

    def codes(self, key: str) -> tuple[str, ...]:
        """The list of codes under `key`; a single code counts as a list of one."""
        entry = self.entry(key)
        if entry is None:
            return ()
        entries = [entry] if isinstance(entry.value, str) else self.reader.items(entry)
        return tuple(self.reader.value(item, str, "-") for item in entries)

    def items(self, key: str) -> list[Entry]:
        """The list under `key`."""
        return self.reader.items(self.entry(key))

    def place(self, key: str) -> str:
        """Where the value of `key` stands, or the mapping when it is not there."""
        entry = self.values.get(key)
        return entry.where if entry else self.where


def _place(where: str) -> tuple[str, int]:
    """Sorts ``facts.yaml:9`` before ``facts.yaml:12``."""
    name, _, line = where.rpartition(":")
    return (name, int(line)) if line.isdigit() else (where, 0)


class Anything(dict[str, object]):
    """Every name is known: where nobody said what stands beside a file."""

    def __contains__(self, _: object) -> bool:
        return True
