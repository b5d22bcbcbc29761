"""Whether two parties of the register are one: a person says so, and can come back on it.

Nothing is rewritten: each judgement is kept, and the newest on a pair counts. Of parties
that are one, one leads; the others are shown with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from openkader.base.errors import Refusal


class Sameness(StrEnum):
    """What a person said of two parties."""

    SAME = "same"
    OTHER = "other"  # namesakes, kept apart
    OPEN = "open"  # what was said before no longer counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two parties as the rule wants to see them."""

    leading: str
    other: str
    are_of_one_sort: bool  # two persons, or two organisations
    said: Sameness | None = None  # the newest judgement on this very pair
    judgements: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementDraft:
    """What somebody wants to say of a pair, having seen so many earlier judgements."""

    verdict: Sameness
    reason: str
    seen: int


def may_judge(pair: Pair, draft: JudgementDraft, led_by: Mapping[str, str]) -> Refusal | None:
    """A judgement has a reason, rests on all earlier ones, and never makes a chain of parties.

    `led_by` says of each party that is shown with another one which that is.
    """
    if pair.judgements != draft.seen:
        return Refusal("joining.meanwhile")
    if not draft.reason.strip():
        return Refusal("joining.no-reason")
    if draft.verdict is Sameness.SAME:
        return may_join(pair, led_by)
    if draft.verdict is Sameness.OPEN and pair.said in (None, Sameness.OPEN):
        return Refusal("joining.nothing-said")
    return None


def may_join(pair: Pair, led_by: Mapping[str, str]) -> Refusal | None:
    """Whether two parties can be said to be one at all; the page asks it for its choice."""
    if pair.leading == pair.other:
        return Refusal("joining.itself")
    if not pair.are_of_one_sort:
        return Refusal("joining.other-sort")
    for party in (pair.leading, pair.other):
        if party in led_by:
            return Refusal("joining.is-led", {"party": party, "leading": led_by[party]})
    if pair.other in led_by.values():
        return Refusal("joining.leads", {"party": pair.other})
    return None
