"""Where the parts of a kader stand in its files, for what is found only after they were read."""

from collections.abc import Mapping
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.errors import Invalid

_NAMES = ("id", "gives", "fact", "desk", "message")
Places = Mapping[tuple[str, str], str]


def places_of(folder: Path) -> Places:
    """``(part, id)`` with file and line; what cannot be read has no place, for its own problem names it."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted(folder.rglob("*.yaml")):
        try:
            document = read_file(path, path.relative_to(folder).as_posix(), [])
        except Invalid:
            continue
        for part, entry in _pairs(document):
            for item in entry.value if isinstance(entry.value, list) else ():
                name = _name(item)
                if name is not None:
                    found.setdefault((part, name), item.where)
    return found


def _pairs(document: Entry) -> list[tuple[str, Entry]]:
    return list(document.value.items()) if isinstance(document.value, dict) else []


def _name(item: Entry) -> str | None:
    """What a part calls itself, by the first of the keys that parts are named with."""
    fields = item.value if isinstance(item.value, dict) else {}
    names = (fields[key].value for key in _NAMES if key in fields)
    return next((name for name in names if isinstance(name, str)), None)
