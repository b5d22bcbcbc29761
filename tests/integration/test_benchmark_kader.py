"""The benchmark measures what it says: thirteen rules, the same truths, and unknown kept unknown."""

import json

import pytest

pytest.importorskip("zen")
pytest.importorskip("cel")

from benchmarks.engines import ENGINES, OURS
from benchmarks.kader import Effort, all_equal, measure, missing, tables
from benchmarks.reference import FACTS, complete_cases, reference_rules
from openkader.kader.conditions import facts_in

RULES = reference_rules()


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


def test_all_engines_agree_where_everything_is_answered() -> None:
    assert all_equal(RULES, [*complete_cases(40)])


def test_only_ours_keeps_what_is_not_answered_unknown() -> None:
    found = missing(RULES, [*complete_cases(4)])
    assert found.pop(OURS).keys() == {"unknown"}
    assert all(answers.get("passed", 0) for answers in found.values())


def test_every_figure_has_a_name_and_a_place_in_the_tables() -> None:
    found = measure(Effort(cases=40, runs=1, growth=(1, 2)))
    assert {engine.name for engine in ENGINES} == found["reference"].keys()
    assert found["growth"]["us_per_case_by_rules"].keys() == {"13", "26"}
    assert json.loads(json.dumps(found)) == found
    shown = "\n".join(tables(found))
    assert f"| {OURS} | {found['reference'][OURS]['us_per_case']} | 1.0 | each leaf |" in shown
    assert "give the same truths: yes" in shown
