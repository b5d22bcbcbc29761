"""What may be said of the steps of information protection, of conflicts, and when an expert signs."""

from dataclasses import replace

import pytest

from openkader.base.errors import Refusal
from openkader.casework.permissions import Act, may_do
from openkader.casework.protection import (
    ConflictDraft,
    Kept,
    Outcome,
    ShownWhen,
    Signed,
    StepSaid,
    StepState,
    changed_since,
    held_by,
    is_new,
    is_prepared,
    is_stale,
    may_change,
    may_keep,
    may_note_conflict,
    may_rule,
    may_say,
    may_sign_off,
    may_sign_what_was_seen,
    unsaid,
)
from openkader.casework.vocabulary import AccountRole, ActivityStanding, Kind
from tests.unit.protections import DONE, PLANNED, a_catalogue, all_said

PHASES = a_catalogue().phases_for(Kind.OUTGOING_MISSION)
NAMES = [step.id for phase in PHASES for step in phase.steps]
LEFT = StepSaid(StepState.LEFT_OUT, "Er gaan geen apparaten mee.")
CONFLICT = ConflictDraft(step="IB25", goal="communication", about="Geen blog vanaf de beurs.")


def code(refusal: Refusal | None) -> str | None:
    return refusal.code if refusal else None


def test_what_is_left_out_has_a_reason() -> None:
    assert may_say("IB01", LEFT, NAMES) is None
    assert code(may_say("IB01", replace(LEFT, note="  "), NAMES)) == "protection.no-reason"
    assert may_say("IB01", DONE, NAMES) is None


def test_a_step_that_is_not_on_the_list_is_refused_and_so_is_a_novel() -> None:
    assert code(may_say("V1", DONE, NAMES)) == "protection.unknown-step"
    assert code(may_say("IB01", replace(DONE, note="x" * 2001), NAMES)) == "protection.too-long"


def test_what_somebody_left_alone_says_nothing_also_when_it_changed_meanwhile() -> None:
    kept = Kept((PLANNED, DONE))
    assert not is_new(None, 0, kept)
    assert not is_new(DONE, 1, kept)  # it is so already
    assert not is_new(PLANNED, 1, kept)  # as it was when they saw it
    assert is_new(LEFT, 1, kept)
    assert is_new(PLANNED, 2, kept)
    assert is_new(PLANNED, 7, kept)  # a version that never was


def test_nobody_writes_over_what_they_did_not_see() -> None:
    kept = Kept((PLANNED, DONE))
    assert code(may_change("IB01", 1, kept)) == "protection.meanwhile"
    assert may_change("IB01", 2, kept) is None
    assert may_change("IB01", 0, Kept()) is None


def test_what_was_called_off_stays_as_it_was() -> None:
    assert code(may_keep(ActivityStanding.CANCELLED)) == "activity.cancelled"
    assert may_keep(ActivityStanding.PLANNED) is None
    assert may_keep(ActivityStanding.HELD) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"step": "V1"}, "protection.unknown-step"),
        ({"goal": "fun"}, "protection.unknown-goal"),
        ({"about": " "}, "protection.no-conflict"),
        ({"about": "x" * 2001}, "protection.no-conflict"),
    ],
)
def test_a_conflict_names_a_step_a_goal_and_what_is_hampered(
    changes: dict[str, str], expected: str | None
) -> None:
    draft = replace(CONFLICT, **changes)
    assert code(may_note_conflict(draft, NAMES, ["communication", "other"])) == expected


def test_a_ruling_has_a_reason_and_changes_something() -> None:
    now = Outcome.SECURITY_FIRST
    assert may_rule("De blog is al toegezegd.", Outcome.OTHERWISE, now) is None
    assert code(may_rule(" ", Outcome.OTHERWISE, now)) == "protection.ruling-no-reason"
    assert code(may_rule("x" * 2001, Outcome.OTHERWISE, now)) == "protection.ruling-no-reason"
    assert code(may_rule("Zo is het.", Outcome.SECURITY_FIRST, now)) == "protection.ruled-already"


def test_a_step_of_which_nobody_said_anything_keeps_the_sign_off_closed() -> None:
    kept = all_said(NAMES)
    assert may_sign_off(PHASES, kept, is_signed=False) is None
    del kept["IB43"]
    refusal = may_sign_off(PHASES, kept, is_signed=False)
    assert refusal == Refusal("protection.unsaid", {"number": "1", "steps": "IB43"})
    many = may_sign_off(PHASES, {}, is_signed=False)
    assert many is not None
    assert many.detail["steps"].endswith("(+21)")
    assert unsaid(PHASES, kept) == ("IB43",)


def test_a_list_without_steps_and_one_that_is_signed_are_not_signed() -> None:
    assert code(may_sign_off((), {}, is_signed=False)) == "protection.no-list"
    assert code(may_sign_off(PHASES, all_said(NAMES), is_signed=True)) == "protection.signed-already"


def test_an_expert_signs_what_they_read() -> None:
    assert may_sign_what_was_seen("a", "a", "") is None
    assert code(may_sign_what_was_seen("a", "b", "")) == "protection.list-changed"
    assert code(may_sign_what_was_seen("a", "a", "x" * 2001)) == "protection.note-too-long"


def test_a_journey_is_prepared_when_all_that_comes_before_is_done_or_left_out() -> None:
    kept = all_said(NAMES, PLANNED) | all_said([step.id for step in PHASES[0].steps])
    assert is_prepared(PHASES, kept)
    assert is_prepared(PHASES, kept | all_said(["IB05"], LEFT))
    assert not is_prepared(PHASES, kept | all_said(["IB05"], PLANNED))
    assert not is_prepared(PHASES, {name: one for name, one in kept.items() if name != "IB05"})
    assert not is_prepared(PHASES[1:], kept)  # nothing to prepare shows no preparation


def test_security_came_first_only_where_there_was_a_conflict_and_none_went_otherwise() -> None:
    kept = all_said(NAMES, PLANNED)
    first, otherwise = Outcome.SECURITY_FIRST, Outcome.OTHERWISE
    assert held_by(PHASES, kept, []) == (ShownWhen.SIGNED,)
    assert held_by(PHASES, kept, [first]) == (ShownWhen.SIGNED, ShownWhen.SECURITY_FIRST)
    assert held_by(PHASES, kept, [first, otherwise]) == (ShownWhen.SIGNED,)
    assert ShownWhen.PREPARED in held_by(PHASES, all_said(NAMES), [])


def test_a_change_afterwards_makes_a_sign_off_stale() -> None:
    signed = Signed("list", {"IB01": 1, "IB02": 1}, {})
    assert not is_stale(signed, Signed("list", {"IB01": 1, "IB02": 1}, {}))
    later = Signed("list", {"IB01": 1, "IB02": 2}, {"1": 0})
    assert is_stale(signed, later)
    assert changed_since(signed, later) == ("IB02",)
    assert is_stale(signed, replace(signed, catalogue="other list"))
    assert is_stale(signed, replace(signed, conflicts={"1": 1}))


def test_only_the_expert_signs_and_only_a_decider_rules() -> None:
    for role in AccountRole:
        assert (may_do([role], Act.SIGN_OFF_PROTECTION) is None) == (role is AccountRole.INFORMATION_SECURITY)
        assert (may_do([role], Act.RULE_ON_CONFLICT) is None) == (role is AccountRole.DECIDER)
    assert may_do([AccountRole.INFORMATION_SECURITY], Act.PROTECT) is None
