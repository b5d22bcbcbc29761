"""What is found in a kader is so in some case, and what is so in some case is found."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import pytest

from openkader.kader import (
    Assessment,
    Assessor,
    Condition,
    FactType,
    Kader,
    Outcome,
    Severity,
    load_kader,
)
from openkader.kader.assessing import conditions_of
from openkader.kader.conditions import AllOf, Not, facts_in
from openkader.kader.constraints import Constraint
from openkader.kader.soundness.analysis import analyse
from openkader.kader.soundness.diagrams import Diagram
from openkader.kader.soundness.meaning import Meaning, space_of
from openkader.kader.soundness.monotony import monotony_findings
from openkader.kader.soundness.parts import parts_of_kader
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.unit.small_kaders import constrained_kader, every_case, small_kader

Found = set[tuple[str, str]]
SEEDS = range(1000)


@dataclass(frozen=True)
class Tried:
    """Every possible case of a small kader, with what the evaluator makes of it."""

    kader: Kader
    cases: Mapping[tuple, Assessment]
    asked: Sequence[str]

    def found(self, *, answered: bool = False) -> list[Assessment]:
        """What the evaluator says of each case, or of those in which everything is answered."""
        cases = self.cases.items()
        return [found for key, found in cases if not answered or None not in self._used(key)]

    def _used(self, key: tuple) -> list:
        used = {fact for one in all_conditions(self.kader) for fact in facts_in(one)}
        return [value for name, value in zip(self.asked, key, strict=True) if name in used]

    def pairs(self, name: str) -> Iterator[tuple[object, Assessment, object, Assessment]]:
        """Cases that differ in one answer."""
        place = self.asked.index(name)
        alike: dict[tuple, list] = {}
        for key, found in self.cases.items():
            alike.setdefault(key[:place] + key[place + 1 :], []).append((key[place], found))
        for group in alike.values():
            for (one, first), (other, second) in combinations(group, 2):
                yield one, first, other, second
                yield other, second, one, first


def all_conditions(kader: Kader) -> list[Condition]:
    rows = (row.when for table in kader.tables for row in table.rows)
    return [*conditions_of(kader), *rows, *(one.never for one in kader.constraints)]


def tried(kader: Kader) -> Tried:
    assessor, asked = Assessor(kader), [fact.id for fact in kader.asked]
    cases = {}
    for facts in every_case(kader):
        found = assessor.assess(facts)
        if not any(found.truth(one.never) for one in kader.constraints):
            cases[tuple(facts[name] for name in asked)] = found
    return Tried(kader, cases, asked)


def so(kader: Kader) -> Found:
    """What is so in a kader, found by trying every case."""
    world = tried(kader)
    if not world.cases:
        return {("no-case", fewest_clashing(kader, answered=False)[0].id)}
    clashing = set[tuple[str, str]]()
    if not world.found(answered=True):
        clashing = {("no-answered-case", fewest_clashing(kader, answered=True)[0].id)}
    return {*clashing, *of_parts(world), *of_tables(world), *of_questions(world)}


def fewest_clashing(kader: Kader, *, answered: bool) -> Sequence[Constraint]:
    """The first of the fewest constraints that leave no case, found by trying every case beside each of them."""
    assessor = Assessor(kader)
    used = {fact for one in all_conditions(kader) for fact in facts_in(one)}
    broken = set()
    for facts in every_case(kader):
        if not answered or None not in [value for name, value in facts.items() if name in used]:
            found = assessor.assess(facts)
            broken.add(frozenset(one.id for one in kader.constraints if found.truth(one.never)))
    return next(
        some
        for number in range(1, len(kader.constraints) + 1)
        for some in combinations(kader.constraints, number)
        if all(one.intersection(constraint.id for constraint in some) for one in broken)
    )


def of_parts(world: Tried) -> Iterator[tuple[str, str]]:
    if any(not found.fired for found in world.found(answered=True)):
        yield "no-row", "proposal"
    for part in parts_of_kader(world.kader):
        if not any(found.truth(part.when) is True for found in world.found()):
            yield part.code, part.name
    for row in world.kader.proposal:
        holds = any(row in found.fired for found in world.found())
        if holds and not any(row in found.deciding for found in world.found()):
            yield "never-decides", row.id


def of_tables(world: Tried) -> Iterator[tuple[str, str]]:
    for table in world.kader.tables:
        truths = [[found.truth(row.when) is True for row in table.rows] for found in world.cases.values()]
        for place in range(len(table.rows)):
            holding = [one for one in truths if one[place]]
            name = f"{table.gives}, {place + 1}"
            if not holding:
                yield "never-holds", name
            elif all(any(one[:place]) for one in holding):
                yield "covered", name
        nowhere = any(
            not any(found.truth(row.when) for row in table.rows) for found in world.found(answered=True)
        )
        if table.otherwise is None and nowhere:
            yield "gap", table.gives


def of_questions(world: Tried) -> Iterator[tuple[str, str]]:
    used = {fact for one in all_conditions(world.kader) for fact in facts_in(one)}
    for name in set(world.asked) & used:
        if all(said(one) == said(other) for _, one, _, other in world.pairs(name)):
            yield "idle-question", name
        if any(is_milder(world.kader, name, *pair) for pair in world.pairs(name)):
            yield "milder", name
        if any(
            two is None and first.outcome.severity >= Outcome.HOLD.severity > second.outcome.severity
            for _, first, two, second in world.pairs(name)
        ):
            yield "unknown-opens", name


def said(found: Assessment) -> tuple:
    parts = parts_of_kader(replace(found.kader, proposal=()))
    return found.outcome, found.deciding, [found.truth(part.when) for part in parts]


def is_milder(
    kader: Kader, name: str, before: object, first: Assessment, after: object, second: Assessment
) -> bool:
    """Whether `after` is a graver answer than `before`, and the proposal milder."""
    fact = kader.facts[name]
    if before is None or after is None or second.outcome.severity >= first.outcome.severity:
        return False
    if fact.type is FactType.TRUTH:
        return bool(fact.worsens) and after is True
    if fact.type is FactType.SEVERAL:
        assert isinstance(before, frozenset)
        assert isinstance(after, frozenset)
        return before < after and len(after - before) == 1 and after - before <= set(fact.worsens)
    return (before, after) in list[tuple[object, object]](combinations(fact.worsens, 2))


@pytest.mark.parametrize("seeds", [SEEDS[start::25] for start in range(25)])
@pytest.mark.parametrize("make", [small_kader, constrained_kader])
def test_what_is_found_is_what_is_so(make: Callable[[int], Kader], seeds: range) -> None:
    for seed in seeds[:: 1 if make is constrained_kader else 5]:
        kader = make(seed)
        findings = analyse(kader)
        assert {(one.code, one.where) for one in findings if one.code != "overlap"} == so(kader), seed
        assert len(overlaps(kader)) == sum(one.code == "overlap" for one in findings), seed


def overlaps(kader: Kader) -> list:
    """Rows that say something else and hold together in some case."""
    rows = [[(row.when, row.value) for row in table.rows] for table in kader.tables]
    rows.append([(row.when, row.outcome) for row in kader.proposal])
    world = tried(kader)
    return [
        (one, other)
        for table in rows
        for (one, first), (other, second) in combinations(table, 2)
        if first != second and any(found.truth(one) and found.truth(other) for found in world.found())
    ]


@pytest.mark.parametrize("seed", range(200))
def test_an_example_shows_what_its_finding_says(seed: int) -> None:
    kader = constrained_kader(seed)
    assessor = Assessor(kader)
    for finding in analyse(kader):
        shown = [assessor.assess(case) for case in finding.cases]
        for found in shown:
            assert not any(found.truth(one.never) for one in kader.constraints)
        match finding.code:
            case "no-row":
                assert not shown[0].fired
            case "never-decides":
                assert finding.where in {row.id for row in shown[0].fired}
                assert finding.where not in {row.id for row in shown[0].deciding}
            case "milder":
                assert shown[1].outcome.severity < shown[0].outcome.severity
            case "unknown-opens":
                assert shown[1].outcome in (Outcome.TAKE_UP, Outcome.TAKE_UP_WITH_CONDITIONS)
                assert shown[0].outcome.severity >= Outcome.HOLD.severity
                assert finding.where in finding.cases[0]
                assert finding.where not in finding.cases[1]


def test_the_kader_of_zuid_holland_has_no_gap_and_is_monotone() -> None:
    findings = analyse(load_kader(ZUID_HOLLAND))
    assert {one.code for one in findings} == {"overlap"}
    assert {one.severity for one in findings} == {Severity.NOTE}


def test_a_figure_that_no_row_can_be_counted_in_is_an_error() -> None:
    kader = load_kader(ZUID_HOLLAND)
    figure = kader.figures[0]
    never = replace(figure, id="none", where=AllOf((figure.where, Not(figure.where))))
    (found,) = (
        one for one in analyse(replace(kader, figures=(*kader.figures, never))) if one.code != "overlap"
    )
    assert (found.severity, found.code, found.where) == (Severity.ERROR, "never-counts", "none")
    assert "altijd nul" in found.text.nl


def test_a_constraint_that_always_holds_leaves_no_case() -> None:
    seed = next(seed for seed in SEEDS if {code for code, _ in so(constrained_kader(seed))} == {"no-case"})
    (found,) = analyse(constrained_kader(seed))
    assert found.severity is Severity.ERROR
    assert found.text.en == f"No case at all can be beside {found.where}: that constraint always holds."


class Careless(Meaning):
    """A kader that an evaluator without unknown would make: no answer counts as no finding."""

    def outcome(self) -> Diagram:
        diagrams, domain = self.space.diagrams, self.space.domains["t"]
        is_so = diagrams.within(domain.first, [0])
        return diagrams.where(is_so, diagrams.end(Outcome.REFUSE), diagrams.end(Outcome.TAKE_UP))


def test_an_answer_that_is_missing_and_opens_the_gate_is_shown_by_two_cases() -> None:
    seed = next(seed for seed in SEEDS if "t" in space_of(small_kader(seed)).domains)
    kader = small_kader(seed)
    (found,) = monotony_findings(Careless(kader, space_of(kader)))
    assert (found.severity, found.code, found.where) == (Severity.ERROR, "unknown-opens", "t")
    assert "t" in found.cases[0]
    assert "t" not in found.cases[1]
