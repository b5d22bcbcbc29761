"""Answers that are alike, said as people say them: some options, another country, before a day, at least a number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, combinations, islice, pairwise, product
from typing import Any, TypeAlias

from openkader.kader.facts import Fact, FactType, Value
from openkader.kader.soundness.diagrams import Assignment
from openkader.kader.soundness.domains import Classes, Domain, Groups

Edge: TypeAlias = float | date
_MOST = 60  # of answers that are told one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Numbers or days next to each other; an end that is absent has no end."""

    low: Edge | None = None
    high: Edge | None = None
    with_low: bool = True
    with_high: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers to one question of which each does the same.

    `values` are told one by one, and `stretches` of numbers or days together. Where `others`, each
    country does that is not among `but`. Where `is_any`, every answer does. Of several options `values`
    are those that are nearest to what was answered.
    """

    fact: Fact
    values: tuple[Value, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    others: bool = False
    but: tuple[Value, ...] = ()
    is_any: bool = False


def answers_of(domain: Domain, places: Sequence[Assignment], now: Value | None) -> Answers:
    """The answers in these classes of one question, of which `now` is the answer; a variable left out may be any."""
    if isinstance(domain, Groups):
        chosen = now if isinstance(now, frozenset) else frozenset[str]()
        is_any = now is None and any(set(place) <= {domain.first} for place in places)
        told = () if is_any else tuple(_nearest(domain, places, chosen))
        return Answers(fact=domain.fact, values=told, is_any=is_any)
    every = range(len(domain.members))
    classes = {one for place in places for one in ([place[domain.first]] if place else every)}
    if classes == set(every):
        return Answers(fact=domain.fact, is_any=True)
    if domain.fact.type in (FactType.NUMBER, FactType.DATE):
        return Answers(fact=domain.fact, stretches=tuple(_stretches(domain, classes)))
    values = tuple(value for one in sorted(classes) for value in domain.members[one])
    if domain.fact.type is FactType.COUNTRY:
        return _countries(domain, values)
    return Answers(fact=domain.fact, values=values)


def _countries(domain: Classes, values: tuple[Value, ...]) -> Answers:
    """The countries that the rules name, and whether all others do as well."""
    named = set(_named(domain))
    others = any(value not in named for value in values)
    but = sorted(named - set(values)) if others else ()
    told = () if others else tuple(sorted(str(value) for value in values))
    return Answers(fact=domain.fact, values=told, others=others, but=tuple(but))


def _named(domain: Classes) -> Iterator[Any]:
    for test in domain.tests:
        yield from test.operand if isinstance(test.operand, frozenset) else (test.operand,)


def _stretches(domain: Classes, classes: set[int]) -> Iterator[Stretch]:
    """The classes of a number or a day, those that touch each other as one stretch."""
    run: list[Stretch] = []
    for cell, one in _cells(domain):
        if domain.place(one)[domain.first] in classes:
            run.append(cell)
        elif run:
            yield _joined(run)
            run = []
    if run:
        yield _joined(run)


def _joined(run: Sequence[Stretch]) -> Stretch:
    first, last = run[0], run[-1]
    return Stretch(low=first.low, with_low=first.with_low, high=last.high, with_high=last.with_high)


def _cells(domain: Classes) -> Iterator[tuple[Stretch, Value]]:
    """Each point that the rules name and each gap around it, in order, with one answer in it."""
    points = sorted(set(_named(domain)))
    step = timedelta(days=1) if domain.fact.type is FactType.DATE else 1
    yield Stretch(high=points[0], with_high=False), points[0] - step
    for point, after in pairwise((*points, None)):
        yield Stretch(low=point, high=point), point
        if after is None:
            yield Stretch(low=point, with_low=False), point + step
        elif domain.fact.type is FactType.NUMBER:
            yield Stretch(low=point, high=after, with_low=False, with_high=False), (point + after) / 2
        elif point + step < after:
            yield Stretch(low=point, high=after, with_low=False, with_high=False), point + step


def _nearest(domain: Groups, places: Sequence[Assignment], now: frozenset[str]) -> Iterator[frozenset[str]]:
    """The choices of options in these classes that differ least from what was chosen."""
    apart = [sum(abs(number) for number in _steps(domain, place, now)) for place in places]
    seen: dict[frozenset[str], None] = {}
    for place, number in zip(places, apart, strict=True):
        if number == min(apart):
            seen |= dict.fromkeys(islice(_choices(domain, place, now), _MOST))
    yield from islice(seen, _MOST)


def _steps(domain: Groups, place: Assignment, now: frozenset[str]) -> list[int]:
    """How many options of each group come in addition; below zero, how many go."""
    found = []
    for at, (group, levels) in enumerate(zip(domain.groups, domain.levels, strict=True), domain.first + 1):
        number = len(now.intersection(group))
        if at not in place:
            found.append(0)
            continue
        least = levels[place[at]]
        most = next((level - 1 for level in levels if level > least), len(group))
        found.append(max(0, least - number) + min(0, most - number))
    return found


def _choices(domain: Groups, place: Assignment, now: frozenset[str]) -> Iterable[frozenset[str]]:
    parts: list[Iterable[tuple[str, ...]]] = []
    for group, step in zip(domain.groups, _steps(domain, place, now), strict=True):
        kept = tuple(code for code in group if code in now)
        free = tuple(code for code in group if code not in now)
        parts.append(
            [(*kept, *more) for more in combinations(free, step)]
            if step >= 0
            else combinations(kept, len(kept) + step)
        )
    grouped = frozenset(chain.from_iterable(domain.groups))
    return (now - grouped | frozenset(chain.from_iterable(one)) for one in product(*parts))
