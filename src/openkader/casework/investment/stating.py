"""What the partner said of an investment: a statement is an advice with its ground, its day and its last day.

Nothing said is changed. A later statement stands beside it; one on facts, a screening or a case that
changed since is stale, and one whose last day passed holds no more. Neither is a statement for today.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.advice import AdviceVerdict, Asked, QuestionDraft, may_put
from openkader.casework.life_cycle import State
from openkader.casework.vocabulary import Kind

_OVER = (State.REFUSED, State.WITHDRAWN)


class StatementState(StrEnum):
    """Whether a statement can be leant on today."""

    HOLDS = "holds"
    STALE = "stale"  # the facts, the screening or the case at the partner changed after it
    ENDED = "ended"
    FOLLOWED = "followed"  # a later one was given


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDraft:
    """A case at the partner: under which number it is known there, and which party of the dossier invests."""

    number: str = ""
    investor: str | None = None  # None: known at the partner only


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSaid:
    """What a statement holds beside the advice: the ground, the day on which it was said, its last day."""

    said_on: date
    grounds: tuple[str, ...] = ()
    valid_until: date | None = None  # None: the partner named no day
    number: str = ""  # of the case, as the partner calls it; empty: it was not said again


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDraft:
    """A statement as somebody wants to give it."""

    verdict: AdviceVerdict | None
    said: StatementSaid | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """How a statement stands on one day."""

    valid_until: date | None
    is_newest: bool
    is_stale: bool

    def state(self, today: date) -> StatementState:
        """The first of the reasons for which it is no statement for today; or that it is."""
        if not self.is_newest:
            return StatementState.FOLLOWED
        if self.valid_until is not None and today > self.valid_until:
            return StatementState.ENDED
        return StatementState.STALE if self.is_stale else StatementState.HOLDS


def is_secret(kind: Kind | str | None) -> bool:
    """Whether a request of this kind is a business secret from its first day."""
    return kind == Kind.INVESTMENT_SUPPORT


def may_note_case(kind: str | None, draft: CaseDraft, parties: Collection[str]) -> Refusal | None:
    """A case is known by its number at the partner, by an investor of this dossier, or by both."""
    if not is_secret(kind):
        return Refusal("investment.not-one")
    if draft.investor is not None and draft.investor not in parties:
        return Refusal("investment.not-in-dossier")
    if draft.investor is None and not draft.number.strip():
        return Refusal("investment.no-case")
    return None


def may_ask_partner(
    kind: str | None, state: State, draft: QuestionDraft, asked: Collection[Asked], today: date
) -> Refusal | None:
    """The partner is asked back also after the case was referred to it or granted; once at a time."""
    if not is_secret(kind):
        return Refusal("investment.not-one")
    if state in _OVER:
        return Refusal("investment.over")
    return may_put(draft, asked, today)


def may_state(draft: StatementDraft, known: Collection[str], today: date) -> Refusal | None:
    """Who could not work with a company says on which ground; a day lies where it can."""
    said = draft.said
    if said is None:
        return Refusal("investment.no-statement")
    if draft.verdict is AdviceVerdict.OBJECTION and not said.grounds:
        return Refusal("investment.no-ground")
    unknown = [code for code in said.grounds if code not in known]
    if unknown:
        return Refusal("investment.unknown-ground", {"code": unknown[0][:60]})
    if said.said_on > today:
        return Refusal("investment.said-later")
    if said.valid_until is not None and said.valid_until < said.said_on:
        return Refusal("investment.ends-before")
    return None


def shows_measure(verdict: AdviceVerdict | None) -> bool:
    """Whether a statement shows that the partner judged; that it cannot judge shows nothing."""
    return verdict is not None and verdict is not AdviceVerdict.CANNOT_JUDGE
