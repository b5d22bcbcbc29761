"""Who writes the name of an account with other capitals is no second person."""

from datetime import date

import pytest

from openkader.base.errors import Refusal
from openkader.casework.mandate import may_return, may_second
from openkader.casework.permissions import is_one_of
from openkader.casework.screening.reviewing import Given, may_look, state_of
from openkader.casework.screening.words import HitState, Verdict
from openkader.casework.vocabulary import AccountRole
from openkader.casework.waiving import Waiver, may_agree

DAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("by", "others", "expected"),
    [
        ("anna", ["Anna"], True),
        ("JÉRÔME", ["bob", "jérôme"], True),
        ("anna", ["hanna"], False),
        ("anna", [], False),
    ],
)
def test_capitals_make_no_second_person(by: str, others: list[str], expected: bool) -> None:
    assert is_one_of(by, others) is expected


def test_who_decides_agrees_with_nothing_of_their_own() -> None:
    assert may_second("anna", "Anna", [AccountRole.DECIDER]) == Refusal("decision.same-person")
    assert may_return("anna", "Anna", []) is None


def test_who_proposes_to_let_off_does_not_agree_to_it() -> None:
    assert may_agree(Waiver(by="anna", expires_on=DAY, is_agreed=False), "Anna", DAY) == Refusal(
        "waiver.same-person"
    )


def test_a_hit_is_not_confirmed_twice_by_one_person() -> None:
    given = [Given("anna", Verdict.TRUE), Given("Anna", Verdict.TRUE)]
    assert state_of(given) is HitState.SECOND
    assert state_of([*given, Given("bob", Verdict.TRUE)]) is HitState.CONFIRMED
    assert may_look(given[:1], "Anna") == Refusal("review.same-person")
