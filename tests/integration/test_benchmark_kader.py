"""The benchmark measures what it says: thirteen rules, the same truths, and unknown kept unknown.

Its peers are development dependencies and never left out here: they are also the oracles that say
whether our evaluator is right where everything is answered.
"""

import json
from random import Random
from typing import Any

from benchmarks.engines import ASSESSED, ENGINES, OURS
from benchmarks.kader import Effort, all_equal, is_reached, measure, missing, tables
from benchmarks.reference import FACTS, Rules, complete_cases, reference_rules
from openkader.kader import Condition
from openkader.kader.conditions import AllOf, AnyOf, Not, facts_in
from openkader.kader.conditions import tests_in as all_tests_in  # pytest would collect its own name

RULES = reference_rules()
PEERS = ("python lambdas", "common-expression-language, dict", "common-expression-language, context",
         "zen-engine, expressions", "zen-engine, decision", "cel-python")  # fmt: skip


def test_the_reference_is_thirteen_rules_over_eleven_facts() -> None:
    assert len(RULES.conditions) == 13
    assert frozenset(FACTS) == frozenset().union(*map(facts_in, RULES.conditions.values()))
    assert len(FACTS) == 11


def test_growing_makes_other_rules_and_not_the_same_again() -> None:
    assert len(set(RULES.times(10).conditions.values())) > 9 * 10
    assert list(RULES.times(1).conditions) == list(RULES.conditions)


def test_every_rule_holds_in_some_cases_and_not_in_others() -> None:
    run = ENGINES[0].prepare(RULES)
    truths = [run(dict(facts)) for facts in complete_cases(400)]
    assert all({True, False} == set(column) for column in zip(*truths, strict=True))


def test_every_peer_is_asked() -> None:
    names = [engine.name for engine in ENGINES]
    assert all(any(name.startswith(peer) for name in names) for peer in PEERS)


def test_all_engines_agree_where_everything_is_answered() -> None:
    assert all_equal(RULES, [*complete_cases(100)])


def test_all_engines_agree_on_conditions_that_nobody_thought_of() -> None:
    random = Random(7)  # noqa: S311 - the same conditions in every run
    made = {f"rule_{place}": composed(random, depth=3) for place in range(60)}
    assert all_equal(Rules({**RULES.conditions, **made}), [*complete_cases(30, seed=11)])


TESTS = sorted(
    {test for rule in RULES.times(10).conditions.values() for test in all_tests_in(rule)}, key=repr
)


def composed(random: Random, *, depth: int) -> Condition:
    """A condition from the tests of the reference and variants of them."""
    if depth == 0 or random.random() < 0.2:
        return random.choice(TESTS)
    if random.random() < 0.3:
        return Not(composed(random, depth=depth - 1))
    parts = tuple(composed(random, depth=depth - 1) for _ in range(random.randint(1, 3)))
    return random.choice((AllOf, AnyOf))(parts)


def test_only_ours_keeps_what_is_not_answered_unknown() -> None:
    found = missing(RULES, [*complete_cases(4)])
    assert found.pop(OURS).keys() == {"unknown"}
    assert all(answers.get("passed", 0) for answers in found.values())


def test_every_figure_has_a_name_and_a_place_in_the_tables() -> None:
    found = measure(Effort(cases=40, runs=1, growth=(1, 2)))
    assert {engine.name for engine in ENGINES} == found["reference"].keys()
    assert found["growth"]["us_per_case_by_rules"].keys() == {"13", "26"}
    assert found["growth"]["ready_ms_by_rules"].keys() == {"13", "26"}
    assert json.loads(json.dumps(found)) == found
    shown = "\n".join(tables(found))
    assert f"| {OURS} | {found['reference'][OURS]['us_per_case']} | 1.0 | each leaf |" in shown
    assert "give the same truths: yes" in shown
    assert found["target_us"] == 15
    assert is_reached(found)


def test_the_target_is_missed_by_one_of_ours_or_by_one_answer_that_differs() -> None:
    figures = {OURS: 14.0, ASSESSED: 15.0, "zen-engine, decision": 99.0}
    assert is_reached(found_of(figures))
    assert not is_reached(found_of(figures | {ASSESSED: 15.1}))
    assert not is_reached(found_of(figures | {OURS: 15.1}))
    assert not is_reached(found_of(figures) | {"equal": False})


def found_of(figures: dict[str, float]) -> dict[str, Any]:
    return {"equal": True, "reference": {name: {"us_per_case": took} for name, took in figures.items()}}
