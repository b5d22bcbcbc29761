"""Every mistake in a condition is named, with its own line; none is taken for a condition."""

import pytest

from openkader.base.errors import Problem
from openkader.base.reading import Reader
from openkader.kader.reading import _MAX_PARTS, ConditionReader, Vocabulary
from tests.unit.kader_factories import FACTS, condition_problems, entry


@pytest.mark.parametrize(
    ("written", "code", "detail"),
    [
        ("{demnd: true}", "condition.unknown-fact", {"fact": "demnd", "near": "demand"}),
        (
            "{jobs: {before: 3}}",
            "condition.unknown-operator",
            {"operator": "before", "fact": "jobs", "known": "at_least, at_most"},
        ),
        (
            "{demand: {is: true}}",
            "condition.unknown-operator",
            {"operator": "is", "fact": "demand", "known": "-"},
        ),
        (
            "{kind: {at_least: 1}}",
            "condition.unknown-operator",
            {"operator": "at_least", "fact": "kind", "known": "in_list"},
        ),
        (
            "{jobs: {in_list: neighbours}}",
            "condition.unknown-operator",
            {"operator": "in_list", "fact": "jobs", "known": "at_least, at_most"},
        ),
        (
            "{topics: {some: 1}}",
            "condition.unknown-operator",
            {"operator": "some", "fact": "topics", "known": "has_all, at_least, in_list"},
        ),
        ("{kind: {in_list: nowhere}}", "condition.unknown-list", {"list": "nowhere"}),
        (
            "{kind: {in_list: strangers}}",
            "condition.not-an-option",
            {"fact": "kind", "value": "war", "options": "strangers"},
        ),
        ("{kind: {in_list: slot}}", "condition.empty-list", {"list": "slot"}),
        (
            "{kind: war}",
            "condition.not-an-option",
            {"fact": "kind", "value": "war", "options": "talk, event, visit"},
        ),
        (
            "{topics: {has_all: [war]}}",
            "condition.not-an-option",
            {"fact": "topics", "value": "war", "options": "water, robots, seeds"},
        ),
        (
            "{country: Belgium}",
            "condition.not-an-option",
            {"fact": "country", "value": "Belgium", "options": "country"},
        ),
        ("{kind: []}", "condition.no-values", {"fact": "kind"}),
        ("{demand: []}", "condition.no-values", {"fact": "demand"}),
        ("{jobs: {}}", "condition.no-values", {"fact": "jobs"}),
        ("{topics: {has_all: []}}", "condition.no-values", {"fact": "topics"}),
        ("{any: []}", "condition.no-parts", {"most": "1000"}),
        ("{all: []}", "condition.no-parts", {"most": "1000"}),
        ("{}", "condition.not-a-mapping", {}),
        ("word", "condition.not-a-mapping", {}),
        ("{not: true}", "condition.not-a-mapping", {}),
        ("{any: [{demand: true}, [x]]}", "condition.not-a-mapping", {}),
        ("{demand: 1}", "document.wrong-type", {"wanted": "truth", "found": "integer"}),
        ("{demand: }", "document.wrong-type", {"wanted": "truth", "found": "nothing"}),
        ("{kind: true}", "document.wrong-type", {"wanted": "text", "found": "truth"}),
        ("{jobs: many}", "document.wrong-type", {"wanted": "integer", "found": "text"}),
        ("{jobs: true}", "document.wrong-type", {"wanted": "integer", "found": "truth"}),
        ("{jobs: {at_least: x}}", "document.wrong-type", {"wanted": "integer", "found": "text"}),
        ("{received_on: {before: 2024}}", "document.wrong-type", {"wanted": "date", "found": "integer"}),
        ("{topics: {at_least: 1.5}}", "document.wrong-type", {"wanted": "integer", "found": "decimal"}),
        ("{topics: {has_all: water}}", "document.wrong-type", {"wanted": "list", "found": "text"}),
    ],
)
def test_a_mistake_in_a_condition_is_named(written: str, code: str, detail: dict[str, str]) -> None:
    assert condition_problems(written) == [Problem(code, "a.yaml:1", detail)]


def test_a_mistake_deep_in_a_condition_has_its_own_line() -> None:
    written = """\
        any:
          - demand: true
          - all:
              - not: {jobs: {since: 3}}
              - demnd: true
          - kind:
            - talk
            - war
        """
    assert [(problem.code, problem.where) for problem in condition_problems(written)] == [
        ("condition.unknown-operator", "a.yaml:4"),
        ("condition.unknown-fact", "a.yaml:5"),
        ("condition.not-an-option", "a.yaml:8"),
    ]


def test_more_parts_than_a_person_writes_are_refused() -> None:
    parts = ", ".join(["{demand: true}"] * _MAX_PARTS)
    assert condition_problems(f"{{any: [{parts}]}}") == []
    assert condition_problems(f"{{any: [{parts}, {{demand: true}}]}}") == [
        Problem("condition.no-parts", "a.yaml:1", {"most": "1000"})
    ]


def test_the_nearest_name_is_offered_however_far_it_is() -> None:
    (problem,) = condition_problems("{zz: true}")
    assert problem.detail["near"] in FACTS
    reader = Reader()
    ConditionReader(reader, Vocabulary({}, {})).read(entry("{zz: true}"))
    assert reader.problems[0].detail["near"] == "-"


def test_every_stranger_on_a_list_is_named() -> None:
    (problem,) = condition_problems("{topics: {in_list: strangers}}")
    assert problem.detail["value"] == "talk, war"


def test_a_list_has_one_name() -> None:
    wrong = Problem("document.wrong-type", "a.yaml:1", {"wanted": "text", "found": "list"})
    assert wrong in condition_problems("{kind: {in_list: [calm_kinds]}}")
