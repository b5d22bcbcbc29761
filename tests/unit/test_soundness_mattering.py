"""What still matters, what settles a case and what would change it agree with trying every case."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from openkader.kader import Assessment, Assessor, Facts, Kader, Outcome, Value
from openkader.kader.conditions import Not
from openkader.kader.constraints import Constraint
from openkader.kader.soundness.answer_sets import Region
from openkader.kader.soundness.answers import Answers
from openkader.kader.soundness.changing import ways
from openkader.kader.soundness.fewest import HANDFUL
from openkader.kader.soundness.mattering import Matter, matters, settlings
from tests.unit.kader_factories import text
from tests.unit.small_kaders import ANSWERS, every_case, small_kader

SEEDS = range(1000)
PARTS = [SEEDS[start::20] for start in range(20)]


class Tried:
    """A small kader with a case in it, and every case that is still possible tried one by one."""

    def __init__(self, seed: int) -> None:
        self.draw = Random(seed)  # noqa: S311 - the same cases every time
        self.kader = self._constrained(small_kader(seed))
        self.assessor = Assessor(self.kader)
        self.names = [fact.id for fact in self.kader.asked]
        self.facts: Facts = {
            name: self.draw.choice(ANSWERS[name]) if self.draw.random() < 0.5 else None for name in self.names
        }
        self.found = self.assessor.assess(self.facts)
        broken = {one.id for one in self.found.impossible}
        self.cases: dict[tuple[Value | None, ...], Assessment] = {}
        for case in every_case(self.kader):
            said = self.assessor.assess(case)
            if {one.id for one in said.impossible} <= broken:
                self.cases[self.key(case)] = said

    def _constrained(self, kader: Kader) -> Kader:
        never = kader.preconditions[0].holds
        never = never if self.draw.random() < 0.5 else Not(never)
        constraint = Constraint(id="x", text=text("cannot be"), never=never)
        return replace(kader, constraints=(constraint,) if self.draw.random() < 0.6 else ())

    def key(self, facts: Facts) -> tuple[Value | None, ...]:
        return tuple(facts[name] for name in self.names)

    def still(self, **more: Value | None) -> Iterator[Assessment]:
        """The cases that have these answers and those that are known."""
        known = {name: value for name, value in self.facts.items() if value is not None} | more
        for key, said in self.cases.items():
            if all(key[self.names.index(name)] == value for name, value in known.items()):
                yield said


def said_besides(found: Assessment) -> object:
    return [truth for _one, truth in found.preconditions], found.mandates, found.messages


def matters_by_trying(tried: Tried, question: str) -> Matter:
    place = tried.names.index(question)
    alike: dict[object, list[Assessment]] = {}
    for said in tried.still():
        key = [said.value(name) for name in tried.names]
        alike.setdefault((*key[:place], *key[place + 1 :]), []).append(said)
    for matter, of in (
        (Matter.PROPOSAL, lambda said: said.outcome),
        (Matter.MEASURE, lambda said: said.asked_measures),
        (Matter.BESIDES, said_besides),
    ):
        if any(of(one) != of(group[0]) for group in alike.values() for one in group):
            return matter
    return Matter.NOTHING


@pytest.mark.parametrize("seeds", PARTS)
def test_a_question_matters_where_an_answer_makes_a_difference(seeds: Iterable[int]) -> None:
    for seed in seeds:
        tried = Tried(seed)
        told = matters(tried.found)
        assert list(told) == [name for name in tried.names if tried.facts[name] is None]
        for name, matter in told.items():
            assert matter is matters_by_trying(tried, name), (seed, name)


def open_of(tried: Tried) -> list[str]:
    return [name for name in tried.names if tried.facts[name] is None]


def answers_to(names: Iterable[str]) -> Iterator[dict[str, Value]]:
    rows: list[dict[str, Value]] = [{}]
    for name in names:
        rows = [{**row, name: value} for row in rows for value in ANSWERS[name]]
    yield from rows


def settling_sets(tried: Tried, outcome: Outcome) -> set[frozenset[str]]:
    """The smallest sets of open questions of which some answers settle the outcome, found by trying."""
    names = open_of(tried)
    for number in range(len(names) + 1):
        found = {
            frozenset(some)
            for some in combinations(names, number)
            if any(settles(tried, answers, outcome) for answers in answers_to(some))
        }
        if found:
            return found
    return set()


def settles(tried: Tried, answers: dict[str, Value], outcome: Outcome) -> bool:
    cases = list(tried.still(**answers))
    return bool(cases) and all(said.outcome is outcome for said in cases)


@pytest.mark.parametrize("seeds", PARTS)
def test_the_fewest_answers_that_settle_are_the_fewest(seeds: Iterable[int]) -> None:
    for seed in seeds:
        tried = Tried(seed)
        told = settlings(tried.found)
        assert {one.outcome for one in told} == {said.outcome for said in tried.still()}
        for one in told:
            assert not one.is_bounded
            sets = {frozenset(here.fact.id for here in region) for region in one.regions}
            expected = settling_sets(tried, one.outcome)
            assert sets <= expected, (seed, one)
            assert sets == expected or len(one.regions) == HANDFUL
            for region in one.regions:
                for answers in some_of(region, {}):
                    assert settles(tried, answers, one.outcome), (seed, region)


def some_of(region: Region, now: Facts) -> Iterator[dict[str, Value]]:
    """The answers of a region that the small kaders can tell apart."""
    rows: list[dict[str, Value]] = [{}]
    for here in region:
        values = [value for value in ANSWERS[here.fact.id] if is_told(here, value)]
        assert values
        assert now.get(here.fact.id) not in values
        rows = [{**row, here.fact.id: value} for row in rows for value in values]
    yield from rows


def is_told(here: Answers, value: Value) -> bool:
    if here.is_any or value in here.values or (here.others and value not in here.but):
        return True
    return any(
        (one.low is None or value > one.low or (one.with_low and value == one.low))  # type: ignore[operator]
        and (one.high is None or value < one.high or (one.with_high and value == one.high))  # type: ignore[operator]
        for one in here.stretches
    )


def changed_in(tried: Tried, said: Assessment) -> frozenset[str]:
    return frozenset(name for name in tried.names if said.value(name) != tried.facts[name])


def reached(tried: Tried, outcome: Outcome, fixed: str) -> set[frozenset[str]]:
    """The smallest sets of questions of which other answers lead to the outcome, found by trying."""
    sets = set()
    for said in tried.cases.values():
        taken_back = any(said.value(name) is None for name in tried.names if tried.facts[name] is not None)
        changed = changed_in(tried, said)
        if said.outcome is outcome and not taken_back and fixed not in changed:
            sets.add(changed)
    least = min(map(len, sets), default=0)
    return {one for one in sets if len(one) == least}


@pytest.mark.parametrize("seeds", PARTS)
def test_the_nearest_changes_are_the_nearest(seeds: Iterable[int]) -> None:
    for seed in seeds:
        tried = Tried(seed)
        fixed = tried.draw.choice([*tried.names, "none"])
        made = ways(tried.found, {fixed})
        for outcome in set(Outcome) - {tried.found.outcome}:
            mine = [way for way in made if way.outcome is outcome]
            sets = {frozenset(here.fact.id for here in way.changes) for way in mine}
            expected = reached(tried, outcome, fixed)
            assert sets <= expected, (seed, outcome)
            assert sets == expected or len(mine) == HANDFUL
            told = [answers for way in mine for answers in some_of(way.changes, tried.facts)]
            for answers in told:
                said = tried.cases[tried.key({**tried.facts, **answers})]
                assert said.outcome is outcome
            if len(mine) < HANDFUL:
                tells_all(tried, outcome, told, expected)


def tells_all(
    tried: Tried, outcome: Outcome, told: list[dict[str, Value]], sets: set[frozenset[str]]
) -> None:
    """Of questions with one answer every answer that does is told."""
    for names in sets:
        if "s" in names:
            continue
        for answers in answers_to(sorted(names)):
            said = tried.cases.get(tried.key({**tried.facts, **answers}))
            assert (said is not None and said.outcome is outcome) is (answers in told)
