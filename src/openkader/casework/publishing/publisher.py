"""Who publishes here: the organisation as the national list knows it, how it is reached, and under which licence.

What an organisation did not say stays unknown, and what cannot be made without it is not there.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Fields, Reader
from openkader.base.text import Text

FILE = "publication.yaml"
_TOOI = re.compile(r"https://identifier\.overheid\.nl/tooi/id/[a-z]+/[a-z]+\d+")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_MAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """An organisation that publishes; `tooi` is its address in the national list of organisations."""

    organisation: Text
    tooi: str
    mail: str | None = None
    licence: str | None = None
    statement: str | None = None  # where its own accessibility statement stands


def load_publisher(folder: Path) -> Publisher:
    """The file in the folder of an organisation, or `Invalid` with everything that is wrong with it."""
    reader = Reader()
    root = reader.mapping(read_file(folder / FILE, FILE, reader.problems), ("publication",))
    entry = root.entry("publication") or Entry({}, root.where)
    fields = reader.mapping(entry, ("organisation", "tooi"), ("mail", "licence", "statement"))
    found = Publisher(
        organisation=fields.text("organisation"),
        tooi=fields.words("tooi"),
        mail=_fitting(fields, "mail", _MAIL),
        licence=_fitting(fields, "licence", _ADDRESS),
        statement=_fitting(fields, "statement", _ADDRESS),
    )
    if not _TOOI.fullmatch(found.tooi):
        reader.report("publication.bad-tooi", fields.place("tooi"), tooi=found.tooi[:80])
    reader.finish()
    return found


def _fitting(fields: Fields, name: str, pattern: re.Pattern[str]) -> str | None:
    words = fields.words_or_none(name)
    if words is not None and not pattern.fullmatch(words):
        fields.reader.report("publication.bad-address", fields.place(name), words=words[:80])
    return words
