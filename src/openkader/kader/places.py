"""Where the parts of a kader stand in its files, for what is found only after they were read."""

from collections.abc import Iterator, Mapping

from openkader.base.document import Entry, read_text
from openkader.kader.findings import Finding

_NAMES = ("id", "gives", "fact", "desk", "message")
# What is wrong with a question is mended where it is asked; all else that bears its name is a table or a filling.
_OF_QUESTIONS = frozenset({"no-question", "unused-fact", "idle-question", "milder", "unknown-opens"})
Places = Mapping[tuple[str, str], str]


def places_of(texts: Mapping[str, str]) -> Places:
    """``(part, id)`` with file and line, of the files of a kader that was read.

    A measure stands under ``measures``, and a row of a table under the table with its number: ``(tables, "grade, 3")``.
    """
    found: dict[tuple[str, str], str] = {}
    for name in sorted(texts):
        for part, entry in _pairs(read_text(texts[name], name, [])):
            for item in _items(entry):
                for key, where in _places_in(part, item):
                    found.setdefault(key, where)
    return found


def place_of(finding: Finding, places: Places) -> str:
    """File and line of what a finding is about; what it names itself where that is no part of a file."""
    named = [(part, where) for (part, name), where in places.items() if name == finding.where]
    named.sort(key=lambda one: (one[0] == "facts") is not (finding.code in _OF_QUESTIONS))
    in_part = [where for (part, _), where in places.items() if part == finding.where]
    return next(iter((*(where for _, where in named), *in_part)), finding.where)


def _places_in(part: str, item: Entry) -> Iterator[tuple[tuple[str, str], str]]:
    name = _name(item)
    if name is not None:
        yield (part, name), item.where
        fields = dict(_pairs(item))
        for place, row in enumerate(_items(fields.get("rows")), 1):
            yield (part, f"{name}, {place}"), row.where
        for measure in _items(fields.get("measures")):
            yield from _places_in("measures", measure)


def _items(entry: Entry | None) -> list[Entry]:
    return entry.value if entry is not None and isinstance(entry.value, list) else []


def _pairs(document: Entry) -> list[tuple[str, Entry]]:
    return list(document.value.items()) if isinstance(document.value, dict) else []


def _name(item: Entry) -> str | None:
    """What a part calls itself, by the first of the keys that parts are named with."""
    fields = item.value if isinstance(item.value, dict) else {}
    names = (fields[key].value for key in _NAMES if key in fields)
    return next((name for name in names if isinstance(name, str)), None)
