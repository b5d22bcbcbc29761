"""Whether two parties are one: a person says so, with a reason, and no chain of parties comes of it."""

from collections.abc import Mapping

import pytest

from openkader.casework.joining import JudgementDraft, Pair, Sameness, may_join, may_judge


def code(draft: JudgementDraft, led_by: Mapping[str, str] | None = None, **pair: object) -> str | None:
    plain = {"leading": "P-1", "other": "P-2", "are_of_one_sort": True, **pair}
    refusal = may_judge(Pair(**plain), draft, led_by or {})  # type: ignore[arg-type]
    return refusal.code if refusal else None


def a_draft(verdict: Sameness = Sameness.SAME, reason: str = "Zelfde KVK.", seen: int = 0) -> JudgementDraft:
    return JudgementDraft(verdict=verdict, reason=reason, seen=seen)


@pytest.mark.parametrize("verdict", [Sameness.SAME, Sameness.OTHER])
def test_two_parties_can_be_judged(verdict: Sameness) -> None:
    assert code(a_draft(verdict)) is None


def test_a_judgement_has_a_reason_and_rests_on_all_earlier_ones() -> None:
    assert code(a_draft(reason=" \n")) == "joining.no-reason"
    assert code(a_draft(), judgements=1) == "joining.meanwhile"


def test_a_person_is_never_an_organisation_and_nobody_is_joined_with_itself() -> None:
    assert code(a_draft(), are_of_one_sort=False) == "joining.other-sort"
    assert code(a_draft(Sameness.OTHER), are_of_one_sort=False) is None
    assert code(a_draft(), other="P-1") == "joining.itself"


def test_parties_make_no_chain() -> None:
    assert code(a_draft(), {"P-2": "P-3"}) == "joining.is-led"
    assert code(a_draft(), {"P-1": "P-3"}) == "joining.is-led"
    assert code(a_draft(), {"P-3": "P-2"}) == "joining.leads"
    assert code(a_draft(), {"P-3": "P-1"}) is None


def test_only_what_was_said_can_be_taken_back() -> None:
    back = a_draft(Sameness.OPEN)
    assert code(back) == code(back, said=Sameness.OPEN) == "joining.nothing-said"
    assert code(back, said=Sameness.SAME) is None


def test_who_leads_already_and_who_is_led_are_named() -> None:
    pair = Pair(leading="P-1", other="P-2", are_of_one_sort=True)
    led, leads = may_join(pair, {"P-2": "P-3"}), may_join(pair, {"P-3": "P-2"})
    assert led is not None
    assert led.detail == {"party": "P-2", "leading": "P-3"}
    assert leads is not None
    assert leads.detail == {"party": "P-2"}
