"""Saying a box of cases in Dutch or English: each question with the answers that it may have.

Answers that the condition language can name are said as its conditions are said; that a question
was not answered is no condition, and has words of its own.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from openkader.base.text import Text
from openkader.kader.conditions import AllOf, AnyOf, Condition, Not, Operator, Test
from openkader.kader.facts import FactType, Value
from openkader.kader.sentences import Speaker
from openkader.kader.soundness.domains import Classes, Groups, Space
from openkader.kader.soundness.regions import Box, unanswered
from openkader.kader.sources import Listing

_WORDS = {
    "always": Text(nl="in elk geval", en="in every case"),
    "and": Text(nl=" en ", en=" and "),
    "unknown": Text(nl="{0}: nog niet bekend", en="{0}: not yet known"),
    "known": Text(nl="{0}: bekend, wat het ook is", en="{0}: known, whatever it is"),
    "or_unknown": Text(nl="({0}, of dat is nog niet bekend)", en="({0}, or that is not yet known)"),
    "chosen": Text(nl="van {0} gelden er precies {1}", en="of {0} exactly {1} hold"),
    "at_least": Text(nl="van {0} gelden er ten minste {1}", en="of {0} at least {1} hold"),
    "or": Text(nl=" of ", en=" or "),
    "elsewhere": Text(nl="een ander land dan de genoemde", en="another country than those named"),
}


class Describer:
    """Speaks of the cases of a space; only lists that mean the same to all are named by their title."""

    def __init__(self, space: Space, lists: Mapping[str, Listing], language: str) -> None:
        self._space, self._lists, self._language = space, lists, language
        facts = {name: domain.fact for name, domain in space.domains.items()}
        self._speaker = Speaker(facts, lists, language)

    def say(self, box: Box) -> str:
        """The cases of a box as a clause."""
        names = dict.fromkeys(self._space.facts[variable] for variable in sorted(box))
        clauses = [clause for name in names for clause in self._clauses(name, box)]
        return self._word("and").join(clauses) or self._word("always")

    def answers(self, facts: Mapping[str, Value | None]) -> list[str]:
        """The answers of a case, one clause each; a question that has none is left out."""
        return [self._answer(name, value) for name, value in facts.items() if value is not None]

    def _answer(self, name: str, value: Value) -> str:
        domain = self._space.domains[name]
        if isinstance(domain, Classes) and domain.fact.type is FactType.COUNTRY and _other(domain) == value:
            return f"{domain.fact.label.in_(self._language)}: {self._word('elsewhere')}"
        return self._speaker.answer(name, value)

    def _clauses(self, name: str, box: Box) -> Iterator[str]:
        domain = self._space.domains[name]
        label = domain.fact.label.in_(self._language)
        if box.get(domain.first) == frozenset((unanswered(domain),)):
            yield self._word("unknown", label)
        elif isinstance(domain, Groups):
            yield from self._of_groups(domain, box) or [self._word("known", label)]
        else:
            known = box[domain.first] - {unanswered(domain)}
            all_known = len(known) == len(domain.members)
            said = self._word("known", label) if all_known else self._said(condition_of(domain, known))
            yield said if known == box[domain.first] else self._word("or_unknown", said)

    def _said(self, condition: Condition) -> str:
        if isinstance(condition, Test) and condition.listing not in self._lists:
            condition = replace(condition, listing=None)
        if isinstance(condition, Not) and isinstance(condition.part, Test):
            return self._not(condition.part)
        words = self._speaker.say(condition)
        return f"({words})" if isinstance(condition, AnyOf) else words

    def _not(self, test: Test) -> str:
        return self._speaker.say(Not(test if test.listing in self._lists else replace(test, listing=None)))

    def _of_groups(self, domain: Groups, box: Box) -> list[str]:
        """How many options of each group were chosen; groups of which none was are said together."""
        found: list[str] = []
        nothing: list[str] = []
        for place, group in enumerate(domain.groups, domain.first + 1):
            numbers = _numbers(domain, place, box.get(place, frozenset()))
            if numbers == [0]:
                nothing += group
            elif numbers:
                found.append(self._chosen(domain, group, numbers))
        if nothing:
            found.append(self._said(Not(_some_of(domain, nothing))))
        return found

    def _chosen(self, domain: Groups, group: Sequence[str], numbers: Sequence[int]) -> str:
        every = Test(domain.fact.id, Operator.HAS_ALL, frozenset(group))
        if numbers == [len(group)]:
            return self._said(every)
        if numbers == list(range(len(group))):
            return self._said(Not(every))
        if numbers == list(range(1, len(group) + 1)):
            return self._said(_some_of(domain, group))
        names = self._word("and").join(f"‘{domain.fact.say(code, self._language)}’" for code in group)
        if numbers == list(range(numbers[0], len(group) + 1)):
            return self._word("at_least", names, str(numbers[0]))
        return self._word("chosen", names, self._word("or").join(map(str, numbers)))

    def _word(self, key: str, *args: str) -> str:
        return _WORDS[key].in_(self._language).format(*args)


def _some_of(domain: Groups, codes: Collection[str]) -> Test:
    """That at least one of these options was chosen, as the kader tests it if it does."""
    if len(codes) == len(domain.fact.options):
        return Test(domain.fact.id, Operator.COUNT_AT_LEAST, 1)
    wanted = Test(domain.fact.id, Operator.HAS_ANY, frozenset(codes))
    same = (
        test for test in domain.tests if (test.operator, test.operand) == (wanted.operator, wanted.operand)
    )
    return next(same, wanted)


def _numbers(domain: Groups, place: int, held: Collection[int]) -> list[int]:
    """How many options of a group these classes stand for; a class stands for all up to the next."""
    group, levels = domain.groups[place - domain.first - 1], domain.levels[place - domain.first - 1]
    ends = (*levels[1:], len(group) + 1)
    return [number for at in sorted(held) for number in range(levels[at], ends[at])]


def condition_of(domain: Classes, known: Collection[int]) -> Condition:
    """That the answer is in one of these classes: a test of the kader where one says so."""
    true = [{at for said, at in domain.places.items() if said[place]} for place in range(len(domain.tests))]
    if set(known) in true:
        return domain.tests[true.index(set(known))]
    has_codes = domain.fact.type in (FactType.CHOICE, FactType.COUNTRY)
    others = set(range(len(domain.members))) - set(known)
    if others in true and not (has_codes and len(_members(domain, known)) == 1):
        return Not(domain.tests[true.index(others)])
    return _one_of(domain, known) if has_codes else _runs(domain, known)


def _one_of(domain: Classes, known: Collection[int]) -> Condition:
    """The codes, or what is not among the other codes where that is shorter, or there is no end of them."""
    chosen = _members(domain, known)
    others = _members(domain, set(range(len(domain.members))) - set(known))
    is_country = domain.fact.type is FactType.COUNTRY
    is_not = _other(domain) in chosen if is_country else len(others) < len(chosen)
    codes: frozenset[Any] = frozenset(others if is_not else chosen)
    test = Test(domain.fact.id, Operator.ONE_OF, codes)
    return Not(test) if is_not else test


def _members(domain: Classes, places: Iterable[int]) -> list[Value]:
    return [value for place in places for value in domain.members[place]]


def _other(domain: Classes) -> Value:
    """The country that stands for all that no rule names."""
    return domain.members[-1][0]


def _runs(domain: Classes, known: Collection[int]) -> Condition:
    """Numbers or days from one to another."""
    line: list[tuple[Any, bool]] = sorted(
        {value: place in known for place, values in enumerate(domain.members) for value in values}.items()
    )
    runs: list[tuple[int, int]] = []
    for at, (_, is_in) in enumerate(line):
        if is_in and runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        elif is_in:
            runs.append((at, at))
    values = [value for value, _ in line]
    found = tuple(_run(domain, values, first, last) for first, last in runs)
    return found[0] if len(found) == 1 else AnyOf(found)


def _run(domain: Classes, values: Sequence[Any], first: int, last: int) -> Condition:
    name, lowest, highest = domain.fact.id, values[first], values[last]
    if first == last and lowest in _named(domain):
        return Test(name, Operator.IS, lowest)
    parts: list[Condition] = []
    if first:
        parts.append(_from(domain, lowest))
    if last < len(values) - 1:
        parts.append(_to(domain, highest))
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _from(domain: Classes, lowest: Any) -> Condition:
    name = domain.fact.id
    if isinstance(lowest, date):
        return Test(name, Operator.SINCE, lowest)
    if lowest in _named(domain):
        return Test(name, Operator.AT_LEAST, lowest)
    return Not(Test(name, Operator.AT_MOST, max(one for one in _named(domain) if one < lowest)))


def _to(domain: Classes, highest: Any) -> Condition:
    name = domain.fact.id
    if isinstance(highest, date):
        return Test(name, Operator.BEFORE, highest + timedelta(days=1))
    if highest in _named(domain):
        return Test(name, Operator.AT_MOST, highest)
    return Not(Test(name, Operator.AT_LEAST, min(one for one in _named(domain) if one > highest)))


def _named(domain: Classes) -> set[Any]:
    return {test.operand for test in domain.tests}
