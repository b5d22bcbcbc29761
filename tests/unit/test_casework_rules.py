"""What may be done with a case, and the reason when it may not."""

from dataclasses import replace
from datetime import date

import pytest

from openkader.base.messages import MESSAGES
from openkader.casework import rules
from openkader.casework.advice import AdviceVerdict, Advised, Asked
from openkader.casework.period import Period
from openkader.casework.rules import DecisionDraft, Proposal
from openkader.casework.screening import Standing
from openkader.casework.vocabulary import (
    DecisionOutcome,
    Level,
    Precision,
    Role,
    TopicSource,
)
from openkader.kader import Outcome

TAKE_UP, REFER, REFUSE = DecisionOutcome.TAKE_UP, DecisionOutcome.REFER, DecisionOutcome.REFUSE
WITHDRAWN = DecisionOutcome.WITHDRAWN
TERMS = DecisionOutcome.TAKE_UP_WITH_CONDITIONS


def proposal(
    outcome: DecisionOutcome = TAKE_UP, *, settled: bool = True, stale: bool = False, decided: bool = False
) -> Proposal:
    return Proposal(outcome=outcome, is_settled=settled, is_stale=stale, is_decided=decided)


def code(refusal: object) -> str | None:
    found = getattr(refusal, "code", None)
    assert found is None or found in MESSAGES
    return found


def test_a_decision_knows_every_outcome_that_a_kader_proposes_and_one_more() -> None:
    assert set(DecisionOutcome) - set(Outcome) == {WITHDRAWN}
    assert set(Outcome) < set(DecisionOutcome)


@pytest.mark.parametrize(
    ("proposed", "draft", "expected"),
    [
        (proposal(), DecisionDraft(outcome=TAKE_UP), None),
        (proposal(), DecisionDraft(outcome=None), "decision.no-outcome"),
        (None, DecisionDraft(outcome=TAKE_UP), "decision.no-assessment"),
        (None, DecisionDraft(outcome=WITHDRAWN), None),
        (proposal(stale=True), DecisionDraft(outcome=WITHDRAWN), None),
        (proposal(stale=True), DecisionDraft(outcome=TAKE_UP), "decision.stale-assessment"),
        (proposal(decided=True), DecisionDraft(outcome=TAKE_UP), "decision.already-decided"),
        (proposal(settled=False), DecisionDraft(outcome=TAKE_UP), "decision.no-motivation"),
        (proposal(settled=False), DecisionDraft(outcome=TAKE_UP, motivation="Omdat."), None),
        (
            proposal(REFUSE, settled=False),
            DecisionDraft(outcome=REFUSE, ground="sanctions", instrument="kader"),
            None,
        ),
        (proposal(REFUSE), DecisionDraft(outcome=TAKE_UP), "decision.no-motivation"),
        (proposal(REFUSE), DecisionDraft(outcome=REFUSE), "decision.no-ground"),
        (proposal(REFUSE), DecisionDraft(outcome=REFER, ground="x"), "decision.no-motivation"),
        (proposal(REFUSE), DecisionDraft(outcome=REFUSE, ground="sanctions"), "decision.no-instrument"),
        (proposal(REFER), DecisionDraft(outcome=REFER, ground="other_authority"), "decision.no-addressee"),
        (
            proposal(REFER),
            DecisionDraft(outcome=REFER, ground="other_authority", referred_to="Gemeente"),
            None,
        ),
        (proposal(TERMS), DecisionDraft(outcome=TERMS), "decision.no-conditions"),
        (proposal(TERMS), DecisionDraft(outcome=TERMS, conditions=[" "]), "decision.no-conditions"),
        (proposal(TERMS), DecisionDraft(outcome=TERMS, conditions=["Met zelfscan."]), None),
        (proposal(), DecisionDraft(outcome=TAKE_UP, level=Level.ORGANISATION), "decision.no-organisation"),
        (proposal(), DecisionDraft(outcome=TAKE_UP, level=Level.ORGANISATION, party="P-1"), None),
    ],
)
def test_a_decision_rests_on_a_fresh_assessment_and_explains_itself(
    proposed: Proposal | None, draft: DecisionDraft, expected: str | None
) -> None:
    assert code(rules.may_decide(proposed, draft)) == expected


@pytest.mark.parametrize("outcome", DecisionOutcome)
def test_only_another_outcome_or_an_early_green_light_departs(outcome: DecisionOutcome) -> None:
    same = DecisionDraft(outcome=outcome)
    assert not rules.departs(proposal(outcome), same)
    assert rules.departs(proposal(outcome, settled=False), same) == outcome.is_green
    assert not rules.departs(proposal(), DecisionDraft(outcome=None))
    assert not rules.departs(proposal(), DecisionDraft(outcome=WITHDRAWN))


def test_a_decision_from_a_publication_shows_its_sentence() -> None:
    assert code(rules.may_reconstruct(DecisionDraft(outcome=TAKE_UP))) == "decision.no-passage"
    assert rules.may_reconstruct(DecisionDraft(outcome=None, passage="Zin.")) is None


def test_an_activity_follows_green_light_only() -> None:
    assert code(rules.may_carry_out([])) == "activity.no-green-light"
    assert code(rules.may_carry_out([None, REFUSE, DecisionOutcome.HOLD])) == "activity.no-green-light"
    assert rules.may_carry_out([REFUSE, DecisionOutcome.TAKE_UP_WITH_CONDITIONS]) is None


def test_a_named_party_has_a_role_once() -> None:
    adviser, organiser = Role.ADVISER, Role.ORGANISER
    assert (
        rules.may_take_part([("P-1", adviser), ("P-1", organiser), (None, adviser), (None, adviser)]) is None
    )
    assert code(rules.may_take_part([("P-1", adviser), ("P-1", adviser)])) == "register.named-twice"


def test_a_topic_is_noted_once_for_each_place_that_states_it() -> None:
    annex, text = TopicSource.ANNEX, TopicSource.TEXT
    assert rules.may_raise([("x", annex), ("x", text), ("y", annex)]) is None
    assert code(rules.may_raise([("x", annex), ("x", annex)])) == "register.topic-twice"


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        (date(2024, 10, 23), "2024-10-23", "2024-10-23", Precision.DAY),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("1900-12", "1900-12-01", "1900-12-31", Precision.MONTH),
        (2024, "2024-01-01", "2024-12-31", Precision.YEAR),
        (1900, "1900-01-01", "1900-12-31", Precision.YEAR),
        (2200, "2200-01-01", "2200-12-31", Precision.YEAR),
    ],
)
def test_a_period_is_as_exact_as_it_is_written(
    written: object, first: str, last: str, precision: Precision
) -> None:
    period = Period.parse(written)
    assert period == Period(date.fromisoformat(first), date.fromisoformat(last), precision)


@pytest.mark.parametrize(
    "written",
    ["mei", "2024-13", "2024-00", "1899-12", "2024-5", "2024-05-23", 1899, 2201, True, None, 2024.5, []],
)
def test_what_is_no_period_is_none(written: object) -> None:
    assert Period.parse(written) is None


def test_known_days_have_a_first_and_a_last() -> None:
    period = Period.day(date(2024, 5, 23), date(2024, 5, 28))
    assert (period.starts_on.day, period.ends_on.day, period.precision) == (23, 28, Precision.DAY)


@pytest.mark.parametrize(
    ("given", "seen", "expected"),
    [(0, 0, None), (2, 2, None), (2, None, None), (2, 1, "facts.meanwhile"), (0, 1, "facts.meanwhile")],
)
def test_an_answer_rests_on_all_earlier_ones(given: int, seen: int | None, expected: str | None) -> None:
    asked = rules.Asked(fact="demand", given=given, by="anna")
    assert code(rules.may_answer(asked, seen)) == expected


def test_weighing_again_is_refused_only_while_the_proposal_stands_undecided() -> None:
    assert code(rules.may_assess(proposal())) == "assessment.fresh"
    assert rules.may_assess(None) is None
    assert rules.may_assess(proposal(stale=True)) is None
    assert rules.may_assess(proposal(decided=True)) is None


def test_a_case_that_was_taken_over_is_not_worked_on() -> None:
    assert code(rules.may_work_on(is_taken_over=True)) == "case.taken-over"
    assert rules.may_work_on(is_taken_over=False) is None


def test_green_light_against_advice_says_why() -> None:
    objects = Asked(desk="nctv", due_on=date(2030, 1, 1), verdict=AdviceVerdict.OBJECTION)
    advised = Advised(today=date(2030, 1, 1), asked=[objects])
    draft = DecisionDraft(outcome=TAKE_UP)
    assert code(rules.may_decide(proposal(), draft, advised=advised)) == "decision.against-advice"
    assert (
        rules.may_decide(proposal(), replace(draft, motivation="Het belang weegt zwaarder."), advised=advised)
        is None
    )
    assert rules.may_decide(proposal(), draft, advised=Advised(today=date(2030, 1, 1))) is None


def test_green_light_waits_for_screening_and_a_refusal_does_not() -> None:
    unscreened = [Standing()]
    (first, *_) = rules.reasons_against(proposal(), DecisionDraft(outcome=TAKE_UP), unscreened)
    assert first.code == "decision.not-screened"
    refused = rules.reasons_against(proposal(REFUSE), DecisionDraft(outcome=REFUSE), unscreened)
    assert "decision.not-screened" not in [refusal.code for refusal in refused]


def test_a_topic_that_stands_there_twice_is_named() -> None:
    refusal = rules.may_raise([("x", TopicSource.TEXT), ("x", TopicSource.TEXT)])
    assert refusal is not None
    assert refusal.detail == {"topic": "x"}


def test_a_question_that_nobody_answered_is_answered_by_who_saw_no_answer() -> None:
    assert rules.may_answer(rules.Asked(fact="demand"), 0) is None
