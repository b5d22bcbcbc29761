"""Where a case stands follows from what is stored, and moves as the table says; both tell the same."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from itertools import product

import pytest

from openkader.casework.life_cycle import TRANSITIONS, Act, State, Stored, acts_in, state_of
from openkader.casework.life_cycle_words import ACTS, STATES
from openkader.casework.vocabulary import DecisionOutcome

TRUTHS = (False, True)
DECIDES = {
    Act.GRANT: DecisionOutcome.TAKE_UP_WITH_CONDITIONS,
    Act.HOLD: DecisionOutcome.HOLD,
    Act.REFER: DecisionOutcome.REFER,
    Act.REFUSE: DecisionOutcome.REFUSE,
    Act.WITHDRAW: DecisionOutcome.WITHDRAWN,
}
EVERY = [
    Stored(
        is_begun=begun,
        is_weighed=weighed,
        waits_for_advice=waits,
        outcome=outcome,
        is_handed_over=handed,
        is_carried_out=done,
        is_accounted_for=accounted,
    )
    for begun, weighed, waits, outcome, handed, done, accounted in product(
        TRUTHS, TRUTHS, TRUTHS, (None, *DecisionOutcome), TRUTHS, TRUTHS, TRUTHS
    )
    # What cannot be: weighed before it began, handed over without a referral, accounted for before it took place.
    if (begun or not weighed)
    and (not handed or outcome is DecisionOutcome.REFER)
    and (done or not accounted)
    and (not done or (outcome is not None and outcome.is_green))
]


# What an act may change in what is stored, beside a decision: each of the values that it may take.
CHANGES: dict[Act, dict[str, tuple[bool, ...]]] = {
    Act.ANSWER: {"is_begun": (True,), "is_weighed": (False,)},
    Act.ASSESS: {"is_begun": (True,), "is_weighed": TRUTHS},
    Act.ASK_ADVICE: {"waits_for_advice": (True,)},
    Act.SETTLE_ADVICE: {"is_begun": (True,), "is_weighed": TRUTHS, "waits_for_advice": TRUTHS},
    Act.HAND_OVER: {"is_handed_over": (True,)},
    Act.CARRY_OUT: {"is_carried_out": (True,)},
    Act.CLOSE_MEASURE: {"is_accounted_for": TRUTHS},
}


def after(case: Stored, act: Act) -> Iterator[Stored]:
    """Everything that may be stored once somebody did this."""
    if act in DECIDES:
        yield replace(case, outcome=DECIDES[act], is_handed_over=False)
        return
    if act in (Act.ANSWER, Act.ASSESS):  # what comes after a decision opens the case again
        case = replace(case, outcome=None, is_handed_over=False)
    names, values = zip(*CHANGES[act].items(), strict=True)
    for chosen in product(*values):
        later = replace(case, **dict(zip(names, chosen, strict=True)))
        if later.waits_for_advice <= case.waits_for_advice or act is Act.ASK_ADVICE:
            yield later


def test_the_table_says_exactly_what_follows_from_what_is_stored() -> None:
    moves = {
        (act, state_of(case), state_of(later))
        for case in EVERY
        for act in acts_in(state_of(case))
        for later in after(case, act)
    }
    written = {(one.act, one.source, one.target) for one in TRANSITIONS}
    assert moves == written
    assert len(written) == len(TRANSITIONS)


def test_every_state_can_be_reached_and_only_the_end_is_left_by_nothing() -> None:
    reached, fresh = set[State](), {State.RECEIVED}
    while fresh:
        reached |= fresh
        fresh = {one.target for one in TRANSITIONS if one.source in reached} - reached
    assert reached == set(State)
    assert [state for state in State if not acts_in(state)] == [State.CLOSED]


@pytest.mark.parametrize("outcome", list(DecisionOutcome))
def test_a_decision_is_not_the_end(outcome: DecisionOutcome) -> None:
    decided = state_of(Stored(is_begun=True, is_weighed=True, outcome=outcome))
    assert {Act.ANSWER, Act.ASSESS} <= set(acts_in(decided))


def test_nothing_is_ready_while_advice_is_open() -> None:
    for case in EVERY:
        if case.waits_for_advice and case.outcome is None:
            assert state_of(case) is not State.READY


def test_each_guard_is_a_rule_that_exists() -> None:
    for guard in {one.guard for one in TRANSITIONS} - {""}:
        module, name = guard.rsplit(".", 1)
        assert callable(getattr(import_module(f"openkader.casework.{module}"), name))


def test_each_state_and_act_has_its_words() -> None:
    assert set(STATES) == set(State)
    assert set(ACTS) == set(Act)
