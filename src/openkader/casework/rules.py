"""What may be done with a case now, and if not, why not."""

from collections.abc import Sequence
from dataclasses import dataclass

from openkader.base.errors import Refusal
from openkader.casework.advice import Advised, may_decide_without
from openkader.casework.mandate import Mandated
from openkader.casework.screening import Standing, may_go_on
from openkader.casework.vocabulary import (
    DecisionOutcome,
    Level,
    Role,
    TopicSource,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the kader proposed in the newest assessment of a case."""

    outcome: DecisionOutcome
    is_settled: bool  # no open question could still change it
    is_stale: bool  # answers were given, or the screening moved on, after it was made
    is_decided: bool  # a decision on the same level rests on it already


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDraft:
    """A decision as somebody wants to take it."""

    outcome: DecisionOutcome | None
    level: Level = Level.REQUEST
    ground: str | None = None
    instrument: str | None = None
    motivation: str | None = None
    passage: str | None = None
    conditions: Sequence[str] = ()
    referred_to: str | None = None
    party: str | None = None  # the organisation that it is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question of the kader as it stands in a case: how often it was answered, and by whom last."""

    fact: str
    given: int = 0
    by: str = ""


def may_work_on(*, is_taken_over: bool) -> Refusal | None:
    """A case that was read in a publication, with its decision, is not weighed anew."""
    return Refusal("case.taken-over") if is_taken_over else None


def may_answer(asked: Asked, seen: int | None) -> Refusal | None:
    """An answer rests on the earlier ones: whoever did not see the last one reads it first.

    `seen` is how many its giver had seen; None where nobody looked, such as in an import.
    """
    if seen is None or seen == asked.given:
        return None
    return Refusal("facts.meanwhile", {"fact": asked.fact, "by": asked.by})


def may_assess(proposal: Proposal | None) -> Refusal | None:
    """Weighing again is of use when something changed, or when the last proposal was decided on."""
    if proposal is None or proposal.is_stale or proposal.is_decided:
        return None
    return Refusal("assessment.fresh")


def departs(proposal: Proposal, draft: DecisionDraft) -> bool:
    """Whether the decision is another than the kader proposed.

    Giving green light while questions are open departs too, whatever the proposal
    says so far: unknown never passes by itself.
    """
    if draft.outcome is None or draft.outcome is DecisionOutcome.WITHDRAWN:
        return False
    return draft.outcome is not proposal.outcome or (draft.outcome.is_green and not proposal.is_settled)


def may_decide(
    proposal: Proposal | None,
    draft: DecisionDraft,
    screened: Sequence[Standing] = (),
    advised: Advised | None = None,
    mandated: Mandated | None = None,
) -> Refusal | None:
    """A decision rests on a fresh assessment; departing from it, or closing the door, is explained.

    Green light also asks that everybody who has to be screened is, and that every hit is judged.
    Mandatory advice is waited for, and whoever decides has a mandate for it.
    """
    reasons = reasons_against(proposal, draft, screened, advised, mandated)
    return reasons[0] if reasons else None


def reasons_against(
    proposal: Proposal | None,
    draft: DecisionDraft,
    screened: Sequence[Standing] = (),
    advised: Advised | None = None,
    mandated: Mandated | None = None,
) -> tuple[Refusal, ...]:
    """Everything that stands in the way of a decision, what has to be done first in front."""
    if draft.outcome is None:
        return (Refusal("decision.no-outcome"),)
    if draft.outcome is DecisionOutcome.WITHDRAWN:
        return ()
    reasons = (
        may_go_on(screened) if draft.outcome.is_green else None,
        _rests(proposal, draft),
        _is_advised(advised, draft, draft.outcome) if advised else None,
        _is_whole(draft, draft.outcome),
        mandated.may(draft.outcome, draft.level) if mandated else None,
    )
    return tuple(reason for reason in reasons if reason is not None)


def _is_advised(advised: Advised, draft: DecisionDraft, outcome: DecisionOutcome) -> Refusal | None:
    """Mandatory advice is there; green light against advice is explained."""
    if outcome.is_green and advised.objections and not draft.motivation:
        return Refusal("decision.against-advice", {"number": str(len(advised.objections))})
    return may_decide_without(advised, outcome)


def _is_whole(draft: DecisionDraft, outcome: DecisionOutcome) -> Refusal | None:
    """What the requester has to be told stands in it."""
    if outcome.needs_ground and not draft.ground:
        return Refusal("decision.no-ground")
    if outcome is DecisionOutcome.REFUSE and not draft.instrument:
        return Refusal("decision.no-instrument")
    if outcome is DecisionOutcome.REFER and not draft.referred_to:
        return Refusal("decision.no-addressee")
    if outcome is DecisionOutcome.TAKE_UP_WITH_CONDITIONS and not any(
        one.strip() for one in draft.conditions
    ):
        return Refusal("decision.no-conditions")
    if draft.level is Level.ORGANISATION and not draft.party:
        return Refusal("decision.no-organisation")
    return None


def _rests(proposal: Proposal | None, draft: DecisionDraft) -> Refusal | None:
    if proposal is None:
        return Refusal("decision.no-assessment")
    if proposal.is_stale:
        return Refusal("decision.stale-assessment")
    if proposal.is_decided:
        return Refusal("decision.already-decided")
    if departs(proposal, draft) and not draft.motivation:
        return Refusal("decision.no-motivation", {"outcome": str(proposal.outcome)})
    return None


def may_reconstruct(draft: DecisionDraft) -> Refusal | None:
    """A decision taken over from a publication shows the sentence it was read in."""
    return None if draft.passage else Refusal("decision.no-passage")


def may_hand_over(outcome: DecisionOutcome | None, confirmed_by: str, *, is_done: bool) -> Refusal | None:
    """A case that was referred is out of hand once somebody there confirmed to have it."""
    if outcome is not DecisionOutcome.REFER or is_done:
        return Refusal("decision.not-referred")
    return None if confirmed_by.strip() else Refusal("decision.no-confirmation")


def may_carry_out(outcomes: list[DecisionOutcome | None]) -> Refusal | None:
    """An activity follows only on a request that got green light."""
    if any(outcome is not None and outcome.is_green for outcome in outcomes):
        return None
    return Refusal("activity.no-green-light")


def may_take_part(places: Sequence[tuple[str | None, Role]]) -> Refusal | None:
    """A named party has a role in an activity once; what has no name cannot be told apart."""
    named = [place for place in places if place[0]]
    return Refusal("register.named-twice") if len(set(named)) < len(named) else None


def may_raise(topics: Sequence[tuple[str, TopicSource]]) -> Refusal | None:
    """A topic is noted once for each place that states it."""
    for place, topic in enumerate(topics):
        if topic in topics[:place]:
            return Refusal("register.topic-twice", {"topic": topic[0]})
    return None
