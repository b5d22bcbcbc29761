"""The small parts of a year file: words from a vocabulary, codes, periods, numbers, addresses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from openkader.base.document import Entry
from openkader.base.reading import Fields, Reader
from openkader.casework.period import Period

W = TypeVar("W", bound=StrEnum)

_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,59}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOST = 2_000_000_000
_URL = re.compile(r"https?://\S+")
GROUNDED = ("passage", "remark")
COUNTED = ("number", *GROUNDED)


@dataclass(slots=True)
class Places:
    """Where each reference of the file stands, and where others point at it."""

    given: dict[str, str] = field(default_factory=dict)
    parties: list[tuple[str, str]] = field(default_factory=list)
    requests: list[tuple[str, str]] = field(default_factory=list)
    activities: list[tuple[str, str]] = field(default_factory=list)
    # Which list of the kader, which code, and where it stands.
    codes: list[tuple[str, str, str]] = field(default_factory=list)


class Words:
    """Reads the fields of one record, with the place of every reference."""

    def __init__(self, reader: Reader, places: Places) -> None:
        self.reader = reader
        self.places = places

    def record(self, entry: Entry, required: tuple[str, ...], optional: tuple[str, ...]) -> Fields:
        """The fields of a counted record."""
        return self.reader.mapping(entry, required, (*optional, *COUNTED))

    def grounded(self, fields: Fields) -> dict[str, object]:
        """The literal sentence a record rests on, and our remark."""
        return {"passage": fields.words_or_none("passage"), "remark": fields.text_or_none("remark")}

    def counted(self, fields: Fields, reference: str) -> dict[str, object]:
        """Reference and number; a number written as null is unknown, one left out is one."""
        self.give(reference, fields.place("reference"))
        number = fields.integer("number")
        if number is not None and not 0 <= number <= _MOST:
            self.reader.report("register.not-a-count", fields.place("number"), value=str(number))
        known = number if "number" in fields.values else 1
        return {**self.grounded(fields), "reference": reference, "number": known}

    def reference(self, fields: Fields, key: str = "reference") -> str:
        """A reference as it may be written: letters, digits, dots and dashes."""
        word = fields.words(key)
        if word and not _REFERENCE.fullmatch(word):
            self.reader.report("register.not-a-reference", fields.place(key), value=word)
        return word

    def give(self, reference: str, where: str) -> None:
        """Give a reference out; the second record that takes it is a problem."""
        if reference and reference in self.places.given:
            self.reader.report(
                "register.reference-twice",
                where,
                reference=reference,
                first=self.places.given[reference],
            )
        self.places.given.setdefault(reference, where)

    def party(self, fields: Fields) -> str | None:
        """A pointer to a party."""
        return self._pointer(fields, "party", self.places.parties)

    def request(self, fields: Fields) -> str | None:
        """A pointer to a request."""
        return self._pointer(fields, "request", self.places.requests)

    def activity(self, fields: Fields) -> str | None:
        """A pointer to an activity."""
        return self._pointer(fields, "activity", self.places.activities)

    def side(self, fields: Fields, key: str) -> str | None:
        """A pointer to the party on one side of a link."""
        return self._pointer(fields, key, self.places.parties)

    def _pointer(self, fields: Fields, key: str, into: list[tuple[str, str]]) -> str | None:
        word = fields.words_or_none(key)
        if word:
            into.append((word, fields.place(key)))
        return word

    def word(self, fields: Fields, key: str, vocabulary: type[W], default: W) -> W:
        """A word of a vocabulary that holds everywhere."""
        return self.word_or_none(fields, key, vocabulary) or default

    def word_or_none(self, fields: Fields, key: str, vocabulary: type[W]) -> W | None:
        """A word of a vocabulary, or None where it is unknown."""
        word = fields.words_or_none(key)
        if word is None or word in list(vocabulary):
            return vocabulary(word) if word else None
        known = ", ".join(vocabulary)
        self.reader.report("register.unknown-word", fields.place(key), value=word, known=known)
        return None

    def code(self, fields: Fields, key: str, listing: str = "") -> str | None:
        """A code; `listing` says in which list of the kader it must stand."""
        code = self._shaped(fields, key, _CODE, "register.not-a-code")
        if code and listing:
            self.places.codes.append((listing, code, fields.place(key)))
        return code

    def country(self, fields: Fields) -> str | None:
        """A country by its two letters (ISO 3166)."""
        return self._shaped(fields, "country", _COUNTRY, "register.not-a-country")

    def url(self, fields: Fields) -> str | None:
        """A web address."""
        return self._shaped(fields, "url", _URL, "register.not-a-url")

    def sha256(self, fields: Fields) -> str | None:
        """The digest of a file."""
        return self._shaped(fields, "sha256", _SHA256, "register.not-a-digest")

    def _shaped(self, fields: Fields, key: str, shape: re.Pattern[str], problem: str) -> str | None:
        word = fields.words_or_none(key)
        if word and not shape.fullmatch(word):
            self.reader.report(problem, fields.place(key), value=word)
        return word

    def year(self, fields: Fields, default: int) -> int:
        """The year a record belongs to: its own, or that of the file."""
        year = fields.integer("year")
        if year is None:
            return default
        if not 1900 <= year <= 2200:
            self.reader.report("register.not-a-year", fields.place("year"), value=str(year))
        return year

    def period(self, fields: Fields, key: str) -> Period | None:
        """A day, a month, a year, or known days from and to."""
        entry = fields.entry(key)
        if entry is None:
            return None
        period = self._span(entry) if isinstance(entry.value, dict) else Period.parse(entry.value)
        if period is None:
            self.reader.report("register.not-a-period", entry.where)
        return period

    def _span(self, entry: Entry) -> Period | None:
        fields = self.reader.mapping(entry, ("from", "to"))
        first, last = fields.day("from"), fields.day("to")
        return Period.day(first, last) if first and last and first <= last else None

    def plain_words(self, fields: Fields, key: str) -> Mapping[str, str]:
        """A mapping of names that people chose to plain words."""
        pairs = self.reader.pairs(fields.entry(key))
        return {name: self.reader.value(entry, str, "-") for name, entry in pairs}
