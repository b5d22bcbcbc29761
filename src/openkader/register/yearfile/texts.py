"""What holds for every text of a year file: it can be stored, and it fits where it goes."""

import re

from openkader.base.document import Entry
from openkader.base.reading import Reader

# Control characters and half characters; no database keeps them, and no person typed them.
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# By key; what is not here has no limit.
LIMITS = {
    "title": 300,
    "name": 300,
    "function": 300,
    "description": 300,
    "organisation": 200,
    "place": 200,
    "region": 120,
    "kader": 120,
    "url": 500,
    "script": 4,
    "language": 12,
    "chapter": 30,
    "line": 20,
    "form": 30,
    "to": 300,
    "publisher": 300,
    "unit": 60,
}


def check_texts(reader: Reader, document: Entry) -> None:
    """Report every text that cannot be stored or is too long for its place."""
    waiting: list[tuple[str, Entry]] = [("", document)]
    while waiting:
        key, entry = waiting.pop()
        if isinstance(entry.value, dict):
            waiting += [(_owner(key, name), item) for name, item in entry.value.items()]
        elif isinstance(entry.value, list):
            waiting += [(key, item) for item in entry.value]
        elif isinstance(entry.value, str):
            _check(reader, key, entry, entry.value)


def _check(reader: Reader, key: str, entry: Entry, text: str) -> None:
    if _UNSTORABLE.search(text):
        reader.report("register.unstorable", entry.where)
    if len(text) > LIMITS.get(key, len(text)):
        reader.report("register.too-long", entry.where, key=key, limit=str(LIMITS[key]))


def _owner(key: str, name: str) -> str:
    """A language is part of the text above it."""
    return key if name in ("nl", "en") else name
