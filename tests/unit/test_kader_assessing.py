"""Assessing a case: the most severe row that holds is proposed, and unknown never passes."""

from pathlib import Path

import pytest

from openkader.kader import Assessment, Assessor, Facts, Kader, Outcome
from openkader.kader.assessing import facts_used, measure_condition
from openkader.kader.conditions import AllOf
from tests.unit.kader_factories import changed, condition, load
from tests.unit.kader_strategies import kader_of

RULES = """\
    tables:
      - gives: risk
        rows:
          - {when: {kind: visit}, value: true}
          - {when: {demand: false}, value: false}
          - {when: {kind: talk}, value: false}
    proposal:
      - {id: refuse, outcome: refuse, when: {P1: false, risk: true}, reason: {nl: r, en: r}}
      - {id: refer, outcome: refer, refer_to: [rvo], when: {kind: visit, demand: false}, reason: {nl: r, en: r}}
      - {id: refer_too, outcome: refer, refer_to: [rvo], when: {P1: false}, reason: {nl: r, en: r}}
      - {id: hold, outcome: hold, when: {risk: true}, reason: {nl: r, en: r}}
      - {id: terms, outcome: take_up_with_conditions, when: {demand: true, risk: false}, reason: {nl: r, en: r}}
      - {id: take_up, outcome: take_up, when: {demand: true}, reason: {nl: r, en: r}}
    """


@pytest.fixture
def pack(tmp_path: Path) -> Kader:
    return load(tmp_path)


@pytest.fixture
def strict(tmp_path: Path) -> Kader:
    """A kader with every outcome; what it asks further is of no matter here."""
    return load(tmp_path, {"rules.yaml": RULES, "scenarios.yaml": None, "figures.yaml": None})


def rows(found: Assessment) -> tuple[list[str], list[str]]:
    return [row.id for row in found.fired], [row.id for row in found.still_open]


@pytest.mark.parametrize(
    ("facts", "outcome", "fired", "still_open"),
    [
        ({"demand": True, "kind": "talk"}, Outcome.TAKE_UP_WITH_CONDITIONS, ["terms", "take_up"], []),
        ({"demand": True, "kind": "visit"}, Outcome.HOLD, ["hold", "take_up"], []),
        ({"demand": False, "kind": "talk"}, Outcome.REFER, ["refer_too"], []),
        ({"demand": False, "kind": "visit"}, Outcome.REFUSE, ["refuse", "refer", "refer_too", "hold"], []),
        ({"demand": True}, Outcome.HOLD, ["take_up"], ["hold", "terms"]),
        ({"demand": False}, Outcome.REFER, ["refer_too"], ["refuse"]),
        ({"kind": "visit"}, Outcome.HOLD, ["hold"], ["refuse", "refer", "refer_too"]),
        ({"kind": "talk"}, Outcome.HOLD, [], ["refer_too", "terms", "take_up"]),
        ({}, Outcome.HOLD, [], ["refuse", "refer", "refer_too", "hold", "terms", "take_up"]),
    ],
)
def test_the_most_severe_row_is_proposed_and_an_open_one_holds(
    strict: Kader, facts: Facts, outcome: Outcome, fired: list[str], still_open: list[str]
) -> None:
    found = Assessor(strict).assess(facts)
    assert found.outcome is outcome
    assert rows(found) == (fired, still_open)
    assert found.settled is (bool(fired) and not still_open)


def test_an_open_row_that_is_no_more_severe_leaves_the_proposal_settled(strict: Kader) -> None:
    found = Assessor(strict).assess({"demand": False, "kind": "visit"})
    assert found.settled
    assert Assessor(strict).assess({"demand": False}).settled is False


ONLY_TERMS = """\
    proposal:
      - {id: terms, outcome: take_up_with_conditions, when: {demand: true}, reason: {nl: r, en: r}}
      - {id: more_terms, outcome: take_up_with_conditions, when: {kind: visit}, reason: {nl: r, en: r}}
    """


def test_a_row_that_would_add_terms_keeps_the_proposal_on_hold(tmp_path: Path) -> None:
    kader = load(tmp_path, {"rules.yaml": ONLY_TERMS, "scenarios.yaml": None, "figures.yaml": None})
    found = Assessor(kader).assess({"demand": True})
    assert (found.outcome, rows(found)) == (Outcome.HOLD, (["terms"], ["more_terms"]))
    settled = Assessor(kader).assess({"demand": True, "kind": "talk"})
    assert (settled.outcome, settled.settled) == (Outcome.TAKE_UP_WITH_CONDITIONS, True)


def test_a_case_that_no_row_decides_is_held_and_not_settled(tmp_path: Path) -> None:
    only = RULES[: RULES.index("      - {id: refer,")]
    kader = load(tmp_path, {"rules.yaml": only, "scenarios.yaml": None, "figures.yaml": None})
    found = Assessor(kader).assess({"demand": True, "kind": "talk"})
    assert (found.outcome, found.fired, found.still_open, found.settled) == (Outcome.HOLD, (), (), False)
    assert found.open_questions == ()


def test_only_the_rows_of_the_proposed_outcome_decide_and_refer(strict: Kader) -> None:
    found = Assessor(strict).assess({"demand": False})
    assert [row.id for row in found.deciding] == ["refer_too"]
    assert found.refer_to == ("rvo",)
    severe = Assessor(strict).assess({"demand": False, "kind": "visit"})
    assert [row.id for row in severe.deciding] == ["refuse"]
    assert severe.refer_to == ()
    assert Assessor(strict).assess({"demand": True}).deciding == ()


def questions(kader: Kader, facts: Facts) -> list[str]:
    return [fact.id for fact in Assessor(kader).assess(facts).open_questions]


def test_only_questions_that_can_still_matter_are_open(strict: Kader) -> None:
    assert questions(strict, {}) == ["demand", "kind"]
    assert questions(strict, {"kind": "visit"}) == ["demand"]
    assert questions(strict, {"demand": True}) == ["kind"]
    assert questions(strict, {"demand": True, "kind": "talk"}) == []


def test_a_question_behind_a_later_row_than_the_deciding_one_is_not_asked(tmp_path: Path) -> None:
    rules = """\
        tables:
          - gives: risk
            rows:
              - {when: {kind: visit}, value: true}
              - {when: {demand: true}, value: false}
              - {when: {more: true}, value: true}
        proposal:
          - {id: refuse, outcome: refuse, when: {risk: true}, reason: {nl: r, en: r}}
        """
    more = changed("facts.yaml", "  - id: risk", "  - {id: more, type: truth, label: {nl: m, en: m}, "
                   "yes: {nl: j, en: j}, no: {nl: j, en: j}}\n  - id: risk")  # fmt: skip
    kader = load(tmp_path, {"rules.yaml": rules, "scenarios.yaml": None, "figures.yaml": None, **more})
    assert questions(kader, {"demand": True}) == ["kind"]
    assert questions(kader, {"demand": False}) == ["kind", "more"]


def test_every_part_of_the_kader_has_its_truth(pack: Kader) -> None:
    found = Assessor(pack).assess({"kind": "visit", "demand": True})
    assert found.kader is pack
    assert found.value("risk") is True
    assert [(item.id, truth) for item, truth in found.preconditions] == [("P1", True)]
    assert [(line.id, truth) for line, truth in found.action_lines] == [("E1", True)]
    assert [(measure.id, truth) for measure, truth in found.measures] == [("E1.list", True)]
    assert [measure.id for measure in found.asked_measures] == ["E1.list"]
    assert [(item.desk, truth) for item, truth in found.consultations] == [("rvo", True)]
    assert [message.id for message in found.messages] == ["ip"]


def test_what_does_not_apply_is_not_asked(pack: Kader) -> None:
    found = Assessor(pack).assess({"kind": "talk", "demand": True})
    assert (found.asked_measures, found.consultations, found.messages) == ((), (), ())


def test_what_may_yet_apply_is_shown_as_unknown_and_not_asked(pack: Kader) -> None:
    found = Assessor(pack).assess({"demand": True})
    assert [truth for _, truth in found.consultations] == [None]
    assert [truth for _, truth in found.measures] == [None]
    assert (found.asked_measures, found.messages) == ((), ())


def test_a_measure_needs_its_line_and_its_own_condition(pack: Kader) -> None:
    (line,) = pack.action_lines
    assert measure_condition(line, line.measures[0]) == AllOf((line.applies, line.measures[0].when))


@pytest.mark.parametrize(
    ("written", "facts", "decisive"),
    [
        (
            "{all: [{demand: true}, {jobs: 5}, {kind: talk}]}",
            {"demand": True, "jobs": 6, "kind": "visit"},
            ["jobs", "kind"],
        ),
        ("{all: [{demand: true}, {jobs: 5}]}", {"demand": True, "jobs": 5}, ["demand", "jobs"]),
        ("{all: [{demand: true}, {jobs: 5}]}", {"jobs": 5}, ["demand"]),
        ("{any: [{demand: true}, {jobs: 5}]}", {"demand": True, "jobs": 6}, ["demand"]),
        ("{any: [{demand: true}, {jobs: 5}]}", {"demand": False, "jobs": 6}, ["demand", "jobs"]),
        ("{any: [{demand: true}, {jobs: 5}]}", {"demand": False}, ["jobs"]),
        ("{not: {any: [{demand: true}, {jobs: 5}]}}", {"demand": True, "jobs": 6}, ["demand"]),
        (
            "{any: [{all: [{demand: true}, {jobs: 5}]}, {demand: true}]}",
            {"demand": True, "jobs": 5},
            ["demand", "jobs"],
        ),
    ],
)
def test_the_decisive_tests_are_those_to_which_the_whole_owes_its_truth(
    written: str, facts: Facts, decisive: list[str]
) -> None:
    found = condition(written)
    kader = kader_of([found])
    tests = Assessor(kader).assess(facts).decisive(found)
    assert [test.fact for test in tests] == decisive


def test_the_facts_that_a_kader_uses_are_those_of_its_conditions_about_a_case(pack: Kader) -> None:
    assert facts_used(pack) == {"demand", "kind", "risk", "P1"}
