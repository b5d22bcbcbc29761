"""What two versions of a kader say differently, part by part and field by field.

This compares what is written. In which cases a rule holds is compared exactly in
`soundness.difference`, so that a condition that is only written otherwise is a change of words.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from openkader.base.text import Text
from openkader.kader.conditions import AllOf, AnyOf, Not, Test
from openkader.kader.facts import Option, Value
from openkader.kader.model import Kader, Table, TableRow
from openkader.kader.sections import CASE
from openkader.kader.sources import Passage, Policy

_Named: TypeAlias = Mapping[str, Any]
_APART = frozenset({"id", "line", "measures", "gives", "over", "desk", "fact", "part", "rule"})
_WORDS_ALONE = frozenset({"sources", "scenarios", "citations", "kader"})
_WORDS = (Text, Passage, Policy, Test, AllOf, AnyOf, Not, date)
# Of these the condition is compared by the cases in which it holds.
PROVED = frozenset(
    {
        "proposal", "tables", "preconditions", "action_lines", "measures",
        "consultations", "mandates", "messages",
    }
)  # fmt: skip


class Key(NamedTuple):
    """A part of a kader by its name; of a derived fact also the value that it has."""

    part: str
    name: str
    value: Value | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that says something else; of options only those that differ."""

    name: str
    was: object
    becomes: object
    only_words: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPart:
    """A part that was added, left out, or says something else in some fields."""

    key: Key
    was: Any | None
    becomes: Any | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def state(self) -> str:
        """Whether it was added, removed, changed, or says the same in other words."""
        if self.was is None:
            return "added"
        return "removed" if self.becomes is None else "words" if self.only_words else "changed"

    @property
    def only_words(self) -> bool:
        """Whether it decides and asks what it did."""
        if self.key.part in _WORDS_ALONE:
            return True
        stays = self.was is not None and self.becomes is not None
        return stays and all(change.only_words for change in self.fields)


def changed_parts(older: Kader, newer: Kader) -> Iterator[ChangedPart]:
    """Every part that differs, in the order of a kader."""
    for part in PARTS:
        before, after = by_name(part, older), by_name(part, newer)
        for name in dict.fromkeys((*before, *after)):
            was, becomes = before.get(name), after.get(name)
            differing: tuple[FieldChange, ...] = ()
            if was is not None and becomes is not None:
                differing = tuple(changes(part, was, becomes))
            if was is None or becomes is None or differing:
                yield ChangedPart(key=Key(part, name), was=was, becomes=becomes, fields=differing)


def by_name(part: str, kader: Kader) -> _Named:
    """The parts of one sort by their name; of two with one name the second has a number."""
    seen: Counter[str] = Counter()
    found: dict[str, Any] = {}
    for name, one in PARTS[part](kader):
        seen[name] += 1
        found[name if seen[name] == 1 else f"{name} ({seen[name]})"] = one
    return found


def changes(part: str, was: Any, becomes: Any) -> Iterator[FieldChange]:
    """The fields in which two parts of one name differ."""
    for name in names_of(part, was):
        one, other = getattr(was, name), getattr(becomes, name)
        if _is_same(one, other):
            continue
        if _holds(one, other, Option):
            yield from _options(name, one, other)
            continue
        proved = part in PROVED and (part != "tables" or was.over == CASE)
        only_words = _only_words(one, other) if proved or not _is_rule(one, other) else False
        yield FieldChange(name=name, was=one, becomes=other, only_words=only_words)


def _is_same(one: object, other: object) -> bool:
    return one == other and isinstance(one, bool) is isinstance(other, bool)


def names_of(part: str, one: Any) -> Iterable[str]:
    """The fields of a part that are compared; its name and its own parts are not."""
    if part == "kader":
        return ("organisation", "title", "in_force_from", "adopted", "reconstructed", "note")
    named = (
        field.name for field in fields(one) if field.init
    )  # what is worked out is compared with its source
    place = (
        "where" if isinstance(getattr(one, "where", None), str) else ""
    )  # in the file, not in the register
    return (name for name in named if name not in (*_APART, place))


def _options(name: str, one: tuple[Option, ...], other: tuple[Option, ...]) -> Iterator[FieldChange]:
    """The options that went and came, and those that are only called otherwise."""
    before, after = ({option.code: option for option in options} for options in (one, other))
    went = tuple(option for code, option in before.items() if code not in after)
    came = tuple(option for code, option in after.items() if code not in before)
    if went or came:
        yield FieldChange(name=name, was=went, becomes=came, only_words=False)
    called = [code for code in before if code in after and before[code] != after[code]]
    if called or not (went or came):
        was, becomes = (tuple(known[code] for code in called) for known in (before, after))
        yield FieldChange(
            name=f"{name}_words" if called else f"{name}_order",
            was=was if called else one,
            becomes=becomes if called else other,
            only_words=True,
        )


def _only_words(one: object, other: object) -> bool:
    """Whether both are words, or conditions whose cases are compared elsewhere."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        is_words = all(isinstance(item, (*_WORDS, TableRow)) for item in (*one, *other))
        return is_words and (len(one) == len(other) or not _holds(one, other, Text))
    return all(item is None or isinstance(item, _WORDS) for item in (one, other))


def _is_rule(one: object, other: object) -> bool:
    return (
        isinstance(one, Test | AllOf | AnyOf | Not)
        or _holds(one, other, TableRow)
        or (isinstance(other, Test | AllOf | AnyOf | Not))
    )


def _holds(one: object, other: object, kind: type) -> bool:
    """Whether two tuples are of this kind; of nothing at all they are not."""
    if not (isinstance(one, tuple) and isinstance(other, tuple)):
        return False
    return bool(one or other) and all(isinstance(item, kind) for item in (*one, *other))


def _own_tables(kader: Kader) -> Iterator[Table]:
    """The tables that are written as such; what a precondition is read into stands with that."""
    preconditions = {one.id for one in kader.preconditions}
    return (one for one in kader.tables if one.over != CASE or one.gives not in preconditions)


def _table_name(table: Table) -> str:
    return table.gives if table.over == CASE else f"{table.over}.{table.gives}"


PARTS: Mapping[str, Callable[[Kader], Iterable[tuple[str, Any]]]] = {
    "kader": lambda kader: [("", kader)],
    "proposal": lambda kader: ((one.id, one) for one in kader.proposal),
    "preconditions": lambda kader: ((one.id, one) for one in kader.preconditions),
    "tables": lambda kader: ((_table_name(one), one) for one in _own_tables(kader)),
    "action_lines": lambda kader: ((one.id, one) for one in kader.action_lines),
    "measures": lambda kader: ((one.id, one) for one in kader.measures),
    "consultations": lambda kader: ((one.desk, one) for one in kader.consultations),
    "fillings": lambda kader: ((one.fact, one) for one in kader.fillings),
    "mandates": lambda kader: ((one.id, one) for one in kader.mandates),
    "messages": lambda kader: ((one.id, one) for one in kader.messages),
    "facts": lambda kader: kader.facts.items(),
    "constraints": lambda kader: ((one.id, one) for one in kader.constraints),
    "lists": lambda kader: kader.lists.items(),
    "figures": lambda kader: ((one.id, one) for one in kader.figures),
    "report": lambda kader: ((one.id, one) for one in kader.report),
    "sources": lambda kader: kader.sources.items(),
    "scenarios": lambda kader: ((one.id, one) for one in kader.scenarios),
    "citations": lambda kader: ((f"{one.part}.{one.rule}", one) for one in kader.citations),
    "records": lambda kader: (
        (f"{over}.{name}", fact) for over, known in kader.records.items() for name, fact in known.items()
    ),
}
