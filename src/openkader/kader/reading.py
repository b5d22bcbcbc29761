"""Reading conditions, facts and passages from a strict document.

A condition is written as data: ``{kind: event}``, ``{kind: [event, agreement]}``,
``{jobs: {at_least: 50}}``, ``{received_on: {before: 2025-01-01}}``,
``{country: {in_list: eu_members}}``, with ``all``, ``any`` and ``not``. Several
facts in one mapping must all hold.
"""

import difflib
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from openkader.base.document import Entry
from openkader.base.reading import Fields, Reader
from openkader.base.text import Text
from openkader.kader.conditions import ALWAYS, AllOf, AnyOf, Condition, Not, Operand, Operator, Test
from openkader.kader.facts import Fact, FactType, Option, Value, named
from openkader.kader.sources import Listing, Passage

_OPERATORS: dict[FactType, dict[str, Operator]] = {
    FactType.TRUTH: {},
    FactType.CHOICE: {},
    FactType.COUNTRY: {},
    FactType.SEVERAL: {"has_all": Operator.HAS_ALL, "at_least": Operator.COUNT_AT_LEAST},
    FactType.NUMBER: {"at_least": Operator.AT_LEAST, "at_most": Operator.AT_MOST},
    FactType.DATE: {"before": Operator.BEFORE, "since": Operator.SINCE},
}
_LISTED = frozenset({FactType.CHOICE, FactType.COUNTRY, FactType.SEVERAL})
_MAX_PARTS = 1000
_MOST_COMPARED = 20  # letter by letter; a thousand mistyped names among a thousand would take half a minute

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The facts that a condition may use here, and the lists it may refer to."""

    facts: Mapping[str, Fact]
    lists: Mapping[str, Listing]


class ConditionReader:
    """Reads conditions over one vocabulary; an unknown name or wrong type is a problem."""

    def __init__(self, reader: Reader, vocabulary: Vocabulary) -> None:
        self.reader = reader
        self.vocabulary = vocabulary

    def read(self, entry: Entry | None) -> Condition:
        """The condition; no entry at all means always."""
        if entry is None:
            return ALWAYS
        if not isinstance(entry.value, dict) or not entry.value:
            self.reader.report("condition.not-a-mapping", entry.where)
            return ALWAYS
        parts = tuple(self._part(key, value) for key, value in entry.value.items())
        return parts[0] if len(parts) == 1 else AllOf(parts)

    def _part(self, key: str, entry: Entry) -> Condition:
        match key:
            case "all":
                return AllOf(self._parts(entry))
            case "any":
                return AnyOf(self._parts(entry))
            case "not":
                return Not(self.read(entry))
            case _:
                return self._test(key, entry)

    def _parts(self, entry: Entry) -> tuple[Condition, ...]:
        items = self.reader.items(entry)
        if not 0 < len(items) <= _MAX_PARTS:
            self.reader.report("condition.no-parts", entry.where, most=str(_MAX_PARTS))
        return tuple(self.read(item) for item in items)

    def _test(self, name: str, entry: Entry) -> Condition:
        fact = self.vocabulary.facts.get(name)
        if fact is None:
            near = nearest(name, self.vocabulary.facts)
            self.reader.report("condition.unknown-fact", entry.where, fact=name, near=near)
            return ALWAYS
        if isinstance(entry.value, dict):
            return self._operator(fact, entry)
        return self._equals(fact, entry)

    def _equals(self, fact: Fact, entry: Entry) -> Condition:
        entries = entry.value if isinstance(entry.value, list) else [entry]
        values = [self._operand(fact, item) for item in entries]
        if not values:
            self.reader.report("condition.no-values", entry.where, fact=fact.id)
        if fact.type in _LISTED:
            operator = Operator.HAS_ANY if fact.type is FactType.SEVERAL else Operator.ONE_OF
            return Test(fact.id, operator, frozenset(str(value) for value in values))
        tests = tuple(Test(fact.id, Operator.IS, value) for value in values)
        return tests[0] if len(tests) == 1 else AnyOf(tests)

    def _operator(self, fact: Fact, entry: Entry) -> Condition:
        tests = [self._one_operator(fact, key, value) for key, value in self.reader.pairs(entry)]
        if not tests:
            self.reader.report("condition.no-values", entry.where, fact=fact.id)
        return tests[0] if len(tests) == 1 else AllOf(tuple(tests))

    def _one_operator(self, fact: Fact, name: str, entry: Entry) -> Condition:
        if name == "in_list" and fact.type in _LISTED:
            return self._in_list(fact, entry)
        operator = _OPERATORS[fact.type].get(name)
        if operator is None:
            known = ", ".join([*_OPERATORS[fact.type], *(["in_list"] if fact.type in _LISTED else [])]) or "-"
            self.reader.report(
                "condition.unknown-operator", entry.where, operator=name, fact=fact.id, known=known
            )
            return ALWAYS
        if operator is Operator.COUNT_AT_LEAST:
            return Test(fact.id, operator, self.reader.value(entry, int, 0))
        if operator is Operator.HAS_ALL:
            codes = frozenset(str(self._operand(fact, item)) for item in self.reader.items(entry))
            if entry.value == []:
                self.reader.report("condition.no-values", entry.where, fact=fact.id)
            return Test(fact.id, operator, codes)
        return Test(fact.id, operator, self._operand(fact, entry))

    def _in_list(self, fact: Fact, entry: Entry) -> Condition:
        name = self.reader.value(entry, str, "-")
        listing = self.vocabulary.lists.get(name)
        if listing is None:
            self.reader.report("condition.unknown-list", entry.where, list=name)
            return ALWAYS
        codes = listing.codes
        if not codes:
            # A list that was not found would answer "not on it" for everybody.
            self.reader.report("condition.empty-list", entry.where, list=name)
        strangers = () if fact.type is FactType.COUNTRY else sorted(codes - fact.codes)
        if strangers:
            self.reader.report(
                "condition.not-an-option", entry.where, fact=fact.id, value=named(strangers), options=name
            )
        operator = Operator.HAS_ANY if fact.type is FactType.SEVERAL else Operator.ONE_OF
        return Test(fact.id, operator, codes, listing=name)

    def _operand(self, fact: Fact, entry: Entry) -> Operand:
        match fact.type:
            case FactType.TRUTH:
                return self.reader.value(entry, bool, False)
            case FactType.DATE:
                return self.reader.value(entry, date, date.min)
            case FactType.NUMBER:
                return self._number(entry)
        return self._option(fact, entry)

    def _number(self, entry: Entry) -> float:
        if isinstance(entry.value, float):
            return entry.value
        return self.reader.value(entry, int, 0)

    def _option(self, fact: Fact, entry: Entry) -> str:
        code = self.reader.value(entry, str, "-")
        known = fact.accepts(frozenset({code}) if fact.type is FactType.SEVERAL else code)
        if isinstance(entry.value, str) and not known:
            self.reader.report(
                "condition.not-an-option", entry.where, fact=fact.id, value=code, options=fact.allowed
            )
        return code


def read_value(reader: Reader, fact: Fact, entry: Entry) -> Value | None:
    """An answer to one question, as scenarios and registers write it."""
    if entry.value is None:
        return None
    value = _answer(entry)
    if fact.accepts(value):
        return value  # type: ignore[return-value]  # accepted just above
    found = ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
    reader.report("facts.not-an-answer", entry.where, answer=found, allowed=fact.allowed)
    return None


def _answer(entry: Entry) -> object:
    """A plain value, or a set of codes; what is nested deeper is no answer to any question."""
    if isinstance(entry.value, dict):
        return "{…}"
    if not isinstance(entry.value, list):
        return entry.value
    codes = [item.value for item in entry.value]
    return frozenset(codes) if all(isinstance(code, str) for code in codes) else "[…]"


def read_facts(reader: Reader, facts: Mapping[str, Fact], entry: Entry | None) -> dict[str, Value | None]:
    """Answers by the name of their fact; names and types are checked."""
    answers: dict[str, Value | None] = {}
    for name, value in reader.pairs(entry):
        fact = facts.get(name)
        if fact is None:
            reader.report("condition.unknown-fact", value.where, fact=name, near=nearest(name, facts))
        else:
            answers[name] = read_value(reader, fact, value)
    return answers


def read_option(reader: Reader, entry: Entry) -> Option:
    """One option of a choice, or one item of a list."""
    fields = reader.mapping(entry, ("code", "nl", "en"), ("words",))
    text = Text(nl=fields.words("nl"), en=fields.words("en"))
    return Option(code=fields.words("code"), text=text, passage=fields.words_or_none("words"))


def read_passages(fields: Fields, sources: Mapping[str, object]) -> tuple[Passage, ...]:
    """The passages under `cites`; a source that the kader does not list is a problem."""
    return tuple(read_passage(fields.reader, entry, sources) for entry in fields.items("cites"))


def read_passage(reader: Reader, entry: Entry, sources: Mapping[str, object]) -> Passage:
    """One place in a source."""
    item = reader.mapping(entry, ("source",), ("place", "words"))
    passage = Passage(
        source=item.words("source"), place=item.words_or_none("place"), words=item.words_or_none("words")
    )
    if passage.source not in sources:
        reader.report("kader.unknown-source", item.place("source"), source=passage.source)
    return passage


def read_word(fields: Fields, key: str, words: type[E], default: E) -> E:
    """The word under `key` as a member of a closed vocabulary."""
    entry = fields.entry(key)
    if entry is None:
        return default
    try:
        return words(str(entry.value))
    except ValueError:
        known = ", ".join(type(default))
        fields.reader.report("kader.unknown-word", entry.where, word=str(entry.value), known=known)
        return default


def nearest(name: str, known: Mapping[str, object]) -> str:
    """The known name that a typist most likely meant; of very many, one that begins the same way."""
    names = list(known)
    if len(names) > _MOST_COMPARED:
        names.sort()
        here = bisect(names, name)
        names = names[max(0, here - _MOST_COMPARED // 2) : here + _MOST_COMPARED // 2]
    return next(iter(difflib.get_close_matches(name, names, n=1, cutoff=0.0)), "-")
