"""The life cycle of a case: where it stands, which acts move it, and what guards each act.

Nobody stores a state. It follows from what the register holds anyway, so that it can never
contradict it; `TRANSITIONS` says how it moves, and a test proves that both tell the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from openkader.casework.vocabulary import DecisionOutcome


class State(StrEnum):
    """Where a case stands."""

    RECEIVED = "received"
    WEIGHING = "weighing"
    AWAITING_ADVICE = "awaiting_advice"
    READY = "ready"
    HELD = "held"
    GRANTED = "granted"
    REFERRED = "referred"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CARRIED_OUT = "carried_out"
    CLOSED = "closed"


class Act(StrEnum):
    """What somebody does with a case."""

    ANSWER = "answer"
    ASSESS = "assess"
    ASK_ADVICE = "ask_advice"
    SETTLE_ADVICE = "settle_advice"  # it was given, withdrawn or waived
    GRANT = "grant"  # with conditions or without
    HOLD = "hold"
    REFER = "refer"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    HAND_OVER = "hand_over"
    CARRY_OUT = "carry_out"
    CLOSE_MEASURE = "close_measure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What the register holds of a case, as far as its state follows from it.

    `outcome` is that of the newest decision on the request or its delegation, unless answers
    or an assessment came after it: those open the case again. A decision on one organisation
    moves no case.
    """

    is_begun: bool = False  # somebody answered a question, or weighed it
    is_weighed: bool = False  # assessed as it is known now, and nothing is left to ask, screen or consult
    waits_for_advice: bool = False
    outcome: DecisionOutcome | None = None
    is_handed_over: bool = False
    is_carried_out: bool = False
    is_accounted_for: bool = False  # it has measures, and each is closed


_DECIDED = {
    DecisionOutcome.TAKE_UP: State.GRANTED,
    DecisionOutcome.TAKE_UP_WITH_CONDITIONS: State.GRANTED,
    DecisionOutcome.HOLD: State.HELD,
    DecisionOutcome.REFER: State.REFERRED,
    DecisionOutcome.REFUSE: State.REFUSED,
    DecisionOutcome.WITHDRAWN: State.WITHDRAWN,
}


def state_of(case: Stored) -> State:
    """Where a case stands, by what is known of it."""
    if case.is_carried_out:
        return State.CLOSED if case.is_accounted_for else State.CARRIED_OUT
    if case.outcome is DecisionOutcome.REFER and case.is_handed_over:
        return State.CLOSED
    if case.outcome is not None:
        return _DECIDED[case.outcome]
    return _undecided(case)


def _undecided(case: Stored) -> State:
    if case.waits_for_advice:
        return State.AWAITING_ADVICE
    if case.is_weighed:
        return State.READY
    return State.WEIGHING if case.is_begun else State.RECEIVED


@dataclass(frozen=True, slots=True)
class Transition:
    """An act that may bring a case from one state to another, and the rule that guards it."""

    act: Act
    source: State
    target: State
    guard: str  # the function that answers why not; empty: nothing forbids it


_OPEN = (State.RECEIVED, State.WEIGHING, State.AWAITING_ADVICE, State.READY)
_RESTING = (State.HELD, State.GRANTED, State.REFERRED, State.REFUSED, State.WITHDRAWN)
_WEIGHED = (State.WEIGHING, State.AWAITING_ADVICE, State.READY)
_DECIDE = "rules.may_decide"


def _from(act: Act, sources: Iterable[State], *targets: State, guard: str = "") -> list[Transition]:
    return [Transition(act, source, target, guard) for source in sources for target in targets]


# What came after a decision opens the case again: a decision is not the end.
TRANSITIONS: tuple[Transition, ...] = (
    *_from(Act.ANSWER, (State.RECEIVED, State.WEIGHING, State.READY), State.WEIGHING),
    *_from(Act.ANSWER, (State.AWAITING_ADVICE,), State.AWAITING_ADVICE),
    *_from(Act.ANSWER, _RESTING, State.WEIGHING, State.AWAITING_ADVICE),
    *_from(Act.ASSESS, (State.RECEIVED, State.WEIGHING, State.READY), State.WEIGHING, State.READY),
    *_from(Act.ASSESS, (State.AWAITING_ADVICE,), State.AWAITING_ADVICE),
    *_from(Act.ASSESS, _RESTING, *_WEIGHED),
    *_from(Act.ASK_ADVICE, _OPEN, State.AWAITING_ADVICE, guard="advice.may_ask"),
    *_from(Act.SETTLE_ADVICE, (State.AWAITING_ADVICE,), *_WEIGHED),
    *_from(Act.SETTLE_ADVICE, (State.WEIGHING,), State.WEIGHING, State.READY),
    *_from(Act.GRANT, _WEIGHED, State.GRANTED, guard=_DECIDE),
    *_from(Act.HOLD, _WEIGHED, State.HELD, guard=_DECIDE),
    *_from(Act.REFER, _WEIGHED, State.REFERRED, guard=_DECIDE),
    *_from(Act.REFUSE, _WEIGHED, State.REFUSED, guard=_DECIDE),
    *_from(Act.WITHDRAW, (*_OPEN, *_RESTING), State.WITHDRAWN, guard=_DECIDE),
    *_from(Act.HAND_OVER, (State.REFERRED,), State.CLOSED, guard="rules.may_hand_over"),
    *_from(Act.CARRY_OUT, (State.GRANTED,), State.CARRIED_OUT, guard="rules.may_carry_out"),
    *_from(
        Act.CLOSE_MEASURE, (State.CARRIED_OUT,), State.CARRIED_OUT, State.CLOSED, guard="measures.may_close"
    ),
)


def acts_in(state: State) -> tuple[Act, ...]:
    """What can be done with a case that stands there, whether or not a rule still forbids it."""
    return tuple(dict.fromkeys(one.act for one in TRANSITIONS if one.source is state))
