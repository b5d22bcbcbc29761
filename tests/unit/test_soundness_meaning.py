"""The diagrams say of every case what the evaluator says of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.kader import Assessor, Facts, Kader, load_kader
from openkader.kader.assessing import conditions_of
from openkader.kader.conditions import tests_in as asked_in
from openkader.kader.model import Outcome, ProposalRow, Table
from openkader.kader.soundness.diagrams import Diagram
from openkader.kader.soundness.domains import Space
from openkader.kader.soundness.meaning import Meaning, space_of
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.unit.kader_strategies import EVERY_FACT, conditions, kader_of, partial_facts, proposals, tables
from tests.unit.small_kaders import every_case, small_kader

SEEDS = range(1000)


def at(space: Space, diagram: Diagram, facts: Facts) -> object:
    """What a function says of one case."""
    return space.diagrams.value(space.diagrams.fixed(diagram, space.place(facts)))


@given(
    st.lists(conditions(EVERY_FACT), max_size=2), tables(), proposals(EVERY_FACT), partial_facts(EVERY_FACT)
)
def test_a_diagram_says_what_the_evaluator_says(
    given_conditions: list, derived: list[Table], proposal: tuple[ProposalRow, ...], facts: Facts
) -> None:
    kader = kader_of(given_conditions, derived, proposal)
    space = space_of(kader)
    meaning, found = Meaning(kader, space), Assessor(kader).assess(facts)
    assert at(space, meaning.outcome(), facts) is found.outcome
    for condition in conditions_of(kader):
        true, false = (at(space, one, facts) for one in meaning.truths(condition))
        assert (true, false) == (found.truth(condition) is True, found.truth(condition) is False)
    for table in derived:
        value = at(space, meaning.value(table.gives), facts)
        assert value == found.value(table.gives)
        assert isinstance(value, bool) is isinstance(found.value(table.gives), bool)


@given(st.lists(conditions(EVERY_FACT), min_size=1, max_size=3), partial_facts(EVERY_FACT))
def test_the_answers_of_a_class_are_alike_to_every_test(given_conditions: list, facts: Facts) -> None:
    kader = kader_of(given_conditions)
    space = space_of(kader)
    alike = space.case(space.place(facts))
    one, other = Assessor(kader).assess(facts), Assessor(kader).assess(alike)
    for condition in given_conditions:
        for test in asked_in(condition):
            assert one.truth(test) is other.truth(test)


@pytest.mark.parametrize("seeds", [SEEDS[start::20] for start in range(20)])
def test_every_case_of_a_thousand_small_kaders(seeds: range) -> None:
    for seed in seeds:
        kader = small_kader(seed)
        agrees_everywhere(kader)


def agrees_everywhere(kader: Kader) -> None:
    space = space_of(kader)
    assessor, outcome = Assessor(kader), Meaning(kader, space).outcome()
    seen: dict[Outcome, set] = {one: set() for one in Outcome}
    for facts in every_case(kader):
        found = assessor.assess(facts).outcome
        assert at(space, outcome, facts) is found
        seen[found].add(tuple(sorted(space.place(facts).items())))
    each_once = space.diagrams.where(space.apart(), outcome, space.diagrams.end(None))
    for one, cases in seen.items():
        assert space.diagrams.number(each_once, one) == len(cases)
    assert space.diagrams.values(outcome) == {one for one, cases in seen.items() if cases}


def test_the_kader_of_zuid_holland_is_a_small_diagram_over_billions_of_cases() -> None:
    kader = load_kader(ZUID_HOLLAND)
    space = space_of(kader)
    meaning = Meaning(kader, space)
    outcome = meaning.outcome()
    assert space.diagrams.values(outcome) == set(Outcome)
    assert space.classes("kind") == 7
    assert space.classes("abuse_findings") == 6  # on a list or not, and none, one or more of the other signs
    assert space.classes("country") == 3  # China, the others of the union, all others
    assert sum(space.diagrams.number(outcome, one) for one in Outcome) > 10**10
    assert len(space.diagrams) < 5000


def test_a_function_that_depends_on_the_case_has_no_value() -> None:
    kader = small_kader(1)
    space = space_of(kader)
    with pytest.raises(ValueError, match="depends on the case"):
        space.diagrams.value(space.diagrams.within(0, [0]))
