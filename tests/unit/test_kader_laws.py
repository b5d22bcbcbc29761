"""The algebra: Kleene's laws, agreement with a naive reference, and unknown that never flips."""

from hypothesis import given
from hypothesis import strategies as st

from openkader.kader import Condition, Facts, Truth
from openkader.kader.conditions import AllOf, AnyOf, Not
from openkader.kader.program import Program
from tests.unit.kader_factories import FACTS
from tests.unit.kader_reference import Reference
from tests.unit.kader_strategies import DERIVED, EVERY_FACT, completions, conditions, partial_facts, tables

ANY = conditions(FACTS)
SOME_FACTS = partial_facts(FACTS)


def truth(condition: Condition, facts: Facts) -> Truth:
    return Program([condition], []).run(facts).truth(condition)


def both(*parts: Condition) -> AllOf:
    return AllOf(parts)


def either(*parts: Condition) -> AnyOf:
    return AnyOf(parts)


@given(ANY, ANY, SOME_FACTS)
def test_de_morgan(a: Condition, b: Condition, facts: Facts) -> None:
    assert truth(Not(both(a, b)), facts) is truth(either(Not(a), Not(b)), facts)
    assert truth(Not(either(a, b)), facts) is truth(both(Not(a), Not(b)), facts)


@given(ANY, ANY, SOME_FACTS)
def test_order_does_not_matter(a: Condition, b: Condition, facts: Facts) -> None:
    assert truth(both(a, b), facts) is truth(both(b, a), facts)
    assert truth(either(a, b), facts) is truth(either(b, a), facts)


@given(ANY, ANY, ANY, SOME_FACTS)
def test_grouping_does_not_matter(a: Condition, b: Condition, c: Condition, facts: Facts) -> None:
    assert truth(both(a, both(b, c)), facts) is truth(both(a, b, c), facts)
    assert truth(either(a, either(b, c)), facts) is truth(either(a, b, c), facts)


@given(ANY, ANY, ANY, SOME_FACTS)
def test_all_and_any_distribute(a: Condition, b: Condition, c: Condition, facts: Facts) -> None:
    assert truth(both(a, either(b, c)), facts) is truth(either(both(a, b), both(a, c)), facts)
    assert truth(either(a, both(b, c)), facts) is truth(both(either(a, b), either(a, c)), facts)


@given(ANY, ANY, SOME_FACTS)
def test_saying_it_twice_changes_nothing(a: Condition, b: Condition, facts: Facts) -> None:
    assert truth(both(a, a), facts) is truth(either(a, a), facts) is truth(a, facts)
    assert truth(Not(Not(a)), facts) is truth(a, facts)
    assert truth(both(a, either(a, b)), facts) is truth(either(a, both(a, b)), facts) is truth(a, facts)


@given(ANY, ANY, SOME_FACTS)
def test_unknown_spreads_unless_the_other_part_decides(a: Condition, b: Condition, facts: Facts) -> None:
    if truth(a, facts) is None:
        assert truth(Not(a), facts) is None
        assert truth(both(a, b), facts) is (False if truth(b, facts) is False else None)
        assert truth(either(a, b), facts) is (True if truth(b, facts) is True else None)


@given(ANY)
def test_without_answers_no_test_is_true_or_false(a: Condition) -> None:
    program = Program([a], [])
    trace = program.run({})
    leaves = [found for found in program.places if hasattr(found, "operator")]
    assert all(trace.truth(leaf) is None for leaf in leaves)


@given(st.lists(conditions(EVERY_FACT), max_size=4), tables(), SOME_FACTS)
def test_the_evaluator_agrees_with_the_naive_reference(
    several: list[Condition], derivations: list, facts: Facts
) -> None:
    program = Program(several, derivations)
    trace = program.run(facts)
    reference = Reference(facts, derivations)
    assert {name: trace.values.get(name) for name in DERIVED} == {
        name: reference.value(name) for name in DERIVED
    }
    for condition in program.places:
        assert trace.truth(condition) is reference.truth(condition)


@given(st.data())
def test_an_answer_never_flips_what_was_known(data: st.DataObject) -> None:
    derivations = data.draw(tables())
    program = Program(data.draw(st.lists(conditions(EVERY_FACT), max_size=4)), derivations)
    given_facts = data.draw(SOME_FACTS)
    before = program.run(given_facts)
    after = program.run(data.draw(completions(FACTS, given_facts)))
    for condition in program.places:
        assert before.truth(condition) in (None, after.truth(condition))
    for name in DERIVED:
        assert before.values[name] in (None, after.values[name])


@given(st.lists(ANY, max_size=4), SOME_FACTS)
def test_a_condition_is_the_same_alone_as_among_others(several: list[Condition], facts: Facts) -> None:
    trace = Program(several, []).run(facts)
    assert [trace.truth(condition) for condition in several] == [
        truth(condition, facts) for condition in several
    ]
