"""What of a kader is another than in the version before it: by its name, what is new, gone, or says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from openkader.base.text import Text
from openkader.kader.model import Kader
from openkader.kader.soundness.changed_parts import by_name

# In the order in which a kader is read.
PARTS = (
    *("preconditions", "proposal", "tables", "facts", "constraints", "lists", "action_lines", "measures"),
    *("consultations", "fillings", "mandates", "messages", "figures", "report", "scenarios", "sources"),
)


class Change(StrEnum):
    """How a part differs from the version before it."""

    NEW = "new"
    GONE = "gone"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPart:
    """One thing that a version says otherwise; `text` is what it is called, in the version that has it."""

    part: str
    id: str
    change: Change
    text: Text | None = None
    before: object = None
    after: object = None


def changed_parts(before: Kader, after: Kader) -> list[ChangedPart]:
    """Everything that differs, part by part; a part that only moved to another line is the same."""
    found: list[ChangedPart] = []
    for part in PARTS:
        old, new = _named(before, part), _named(after, part)
        names = [*old, *(name for name in new if name not in old)]
        found += [
            _changed(part, name, old.get(name), new.get(name))
            for name in names
            if old.get(name) != new.get(name)
        ]
    return found


def _changed(part: str, name: str, old: object, new: object) -> ChangedPart:
    change = Change.NEW if old is None else Change.GONE if new is None else Change.OTHER
    text = _text_of(old if new is None else new)
    return ChangedPart(part=part, id=name, change=change, text=text, before=old, after=new)


def _text_of(item: object) -> Text | None:
    """What it is called: the first of these that it has."""
    for name in ("reason", "text", "title", "label", "note"):
        found = getattr(item, name, None)
        if isinstance(found, Text):
            return found
    return None


def _named(kader: Kader, part: str) -> Mapping[str, object]:
    """The parts of one sort by their name; what a precondition derives stands with that."""
    own = {one.id for one in kader.preconditions} if part == "tables" else frozenset[str]()
    return {name: _placeless(item) for name, item in by_name(part, kader).items() if name not in own}


def _placeless(item: object) -> object:
    return replace(item, where="") if hasattr(item, "where") else item  # type: ignore[type-var]
