"""Who may decide, and when a second person has to agree."""

import pytest

from openkader.base.errors import Refusal
from openkader.base.messages import MESSAGES
from openkader.base.text import Text
from openkader.casework.mandate import Mandated, may_return, may_second
from openkader.casework.vocabulary import AccountRole, DecisionOutcome, Level
from openkader.kader import Outcome
from openkader.kader.conditions import ALWAYS
from openkader.kader.model import DecidingRole, DecisionLevel, Mandate

TAKE_UP, HOLD, WITHDRAWN = DecisionOutcome.TAKE_UP, DecisionOutcome.HOLD, DecisionOutcome.WITHDRAWN
REQUEST, ORGANISATION = Level.REQUEST, Level.ORGANISATION


def mandate(
    role: DecidingRole, *outcomes: Outcome, second: bool = False, levels: tuple = tuple(DecisionLevel)
) -> Mandate:
    return Mandate(
        id=f"{role}-{second}",
        role=role,
        outcomes=outcomes or tuple(Outcome),
        levels=levels,
        when=ALWAYS,
        second_person=second,
        reason=Text("x", "x"),
    )


DECIDER, REVIEWER = AccountRole.DECIDER, AccountRole.REVIEWER
ALONE, WITH = mandate(DecidingRole.DECIDER, Outcome.HOLD), mandate(DecidingRole.DECIDER, second=True)


def code(refusal: Refusal | None) -> str | None:
    assert refusal is None or refusal.code in MESSAGES
    return refusal.code if refusal else None


def test_the_words_of_a_mandate_are_those_of_accounts_and_decisions() -> None:
    assert set(map(str, DecidingRole)) <= set(map(str, AccountRole))
    assert list(map(str, DecisionLevel)) == list(map(str, Level))


@pytest.mark.parametrize(
    ("roles", "outcome", "expected"),
    [
        ({DECIDER}, TAKE_UP, None),
        ({REVIEWER}, TAKE_UP, "decision.no-mandate"),
        (set(), TAKE_UP, "decision.no-mandate"),
        (set(), WITHDRAWN, None),
        ({AccountRole.ADMINISTRATOR, AccountRole.AUDITOR}, HOLD, "decision.no-mandate"),
    ],
)
def test_who_has_no_mandate_decides_nothing(
    roles: set[AccountRole], outcome: DecisionOutcome, expected: str | None
) -> None:
    assert code(Mandated(roles=roles, mandates=[ALONE, WITH]).may(outcome, REQUEST)) == expected


def test_a_kader_without_mandates_leaves_it_to_the_organisation() -> None:
    assert Mandated(roles=(), is_open=True).may(TAKE_UP, REQUEST) is None
    assert not Mandated(roles=(), is_open=True).needs_second(TAKE_UP, REQUEST)
    # But where it has some, and none is known to hold, nobody decides.
    assert code(Mandated(roles={DECIDER}).may(TAKE_UP, REQUEST)) == "decision.no-mandate"


def test_one_mandate_without_a_second_person_is_enough() -> None:
    mandated = Mandated(roles={DECIDER}, mandates=[ALONE, WITH])
    assert not mandated.needs_second(HOLD, REQUEST)
    assert mandated.needs_second(TAKE_UP, REQUEST)


def test_a_mandate_for_one_level_is_none_for_another() -> None:
    only = mandate(DecidingRole.DECIDER, levels=(DecisionLevel.ORGANISATION,))
    mandated = Mandated(roles={DECIDER}, mandates=[only])
    assert mandated.may(TAKE_UP, ORGANISATION) is None
    assert code(mandated.may(TAKE_UP, REQUEST)) == "decision.no-mandate"


def test_the_second_person_is_another_one_who_may_decide_or_judge() -> None:
    assert may_second("a", "b", {REVIEWER}) is None
    assert code(may_second("a", "a", {DECIDER})) == "decision.same-person"
    assert code(may_second("a", "b", {AccountRole.ADVISER})) == "decision.no-second"
    assert code(may_second("a", "b", ())) == "decision.no-second"


def test_what_needs_a_second_person_waits_until_there_is_one() -> None:
    mandated = Mandated(roles={DECIDER}, mandates=[ALONE, WITH], has_second=False)
    assert code(mandated.may(TAKE_UP, REQUEST)) == "decision.nobody-to-agree"
    assert mandated.may(HOLD, REQUEST) is None


def test_who_prepared_a_decision_may_take_it_back_and_another_only_who_may_agree() -> None:
    assert may_return("a", "a", ()) is None
    assert may_return("a", "b", {REVIEWER}) is None
    assert code(may_return("a", "b", {AccountRole.ADVISER})) == "decision.no-second"
