"""Judging a hit: what several verdicts come to, and who may give the next one.

One person may say that a hit is somebody else. That it is our party, or that it
cannot be told, is said by two; and once somebody said that it is our party, it takes
two to say that it is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openkader.base.errors import Refusal
from openkader.casework.permissions import is_one_of
from openkader.casework.screening.words import HitState, Verdict

_AGREED = {
    Verdict.TRUE: HitState.CONFIRMED,
    Verdict.UNDECIDED: HitState.UNDECIDED,
    Verdict.FALSE: HitState.CLEARED,
}


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict that was given."""

    by: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDraft:
    """A verdict as somebody wants to give it, having seen so many earlier ones."""

    by: str
    seen: int
    verdict: Verdict | None = None
    reason: str = ""


def state_of(given: Sequence[Given]) -> HitState:
    """What the verdicts on a hit come to: the last one, if it stands alone or somebody else agrees."""
    if not given:
        return HitState.OPEN
    last = given[-1]
    others = {one.by.casefold(): one.verdict for one in given if not is_one_of(one.by, [last.by])}
    alone = last.verdict is Verdict.FALSE and Verdict.TRUE not in others.values()
    return _AGREED[last.verdict] if alone or last.verdict in others.values() else HitState.SECOND


def may_review(given: Sequence[Given], draft: ReviewDraft, *, gone: bool = False) -> Refusal | None:
    """The next verdict is another person's, has a reason, and rests on all earlier ones."""
    if draft.seen != len(given):
        return Refusal("review.meanwhile", {"by": given[-1].by if given else ""})
    refusal = may_look(given, draft.by, gone=gone)
    if refusal is not None:
        return refusal
    if draft.verdict is None:
        return Refusal("review.no-verdict")
    return None if draft.reason.strip() else Refusal("review.no-reason")


def may_look(given: Sequence[Given], by: str, *, gone: bool = False) -> Refusal | None:
    """Whether this person may say anything of the hit now; the page asks it for its buttons.

    Who cleared a hit may come back on that, for it can only make us more careful.
    """
    if gone:
        return Refusal("review.gone")
    if given and is_one_of(by, [given[-1].by]) and state_of(given) is not HitState.CLEARED:
        return Refusal("review.same-person")
    return None


def may_escalate(state: HitState, text: str) -> Refusal | None:
    """A hit that may be true is put before others, with a question; that refuses nobody."""
    if state in (HitState.CLEARED, HitState.GONE):
        return Refusal("escalation.settled")
    return None if text.strip() else Refusal("escalation.no-text")
