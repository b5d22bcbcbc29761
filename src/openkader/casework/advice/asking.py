"""One advice: asking for it, giving it, reminding of it, and taking the question back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from openkader.base.errors import Refusal
from openkader.casework.advice.words import AdviceState, AdviceVerdict
from openkader.casework.life_cycle import Act, State, acts_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An advice that was asked of a desk, and what came of it."""

    desk: str
    due_on: date
    verdict: AdviceVerdict | None = None
    is_withdrawn: bool = False
    is_stale: bool = False  # the facts that the desk was shown have changed since
    reference: str = ""

    def state(self, today: date) -> AdviceState:
        """Where it stands today."""
        if self.is_withdrawn:
            return AdviceState.WITHDRAWN
        if self.verdict is not None:
            return AdviceState.STALE if self.is_stale else AdviceState.GIVEN
        return AdviceState.OVERDUE if today > self.due_on else AdviceState.ASKED

    @property
    def is_open(self) -> bool:
        """Whether somebody waits for the answer."""
        return self.verdict is None and not self.is_withdrawn

    @property
    def counts(self) -> bool:
        """Whether the desk answered on the facts as they are now."""
        return self.verdict is not None and not self.is_withdrawn and not self.is_stale


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionDraft:
    """A question as somebody wants to put it to a desk."""

    desk: str
    question: str
    recipient: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceDraft:
    """An answer as somebody wants to give it, having seen so many earlier ones."""

    seen: int
    verdict: AdviceVerdict | None
    explanation: str = ""
    conditions: Sequence[str] = ()


def may_ask(state: State, draft: QuestionDraft, asked: Sequence[Asked], today: date) -> Refusal | None:
    """A desk is asked once at a time, by somebody who says what, of whom and until when."""
    return may_put(draft, asked, today) if Act.ASK_ADVICE in acts_in(state) else Refusal("advice.decided")


def may_put(draft: QuestionDraft, asked: Iterable[Asked], today: date) -> Refusal | None:
    """A question names what is asked, of whom and until when; the desk owes no other answer."""
    if any(one.is_open and one.desk == draft.desk for one in asked):
        return Refusal("advice.already-asked")
    if not draft.question.strip() or not draft.recipient.strip():
        return Refusal("advice.no-question")
    return Refusal("advice.due-in-the-past") if draft.due_on < today else None


def may_give(asked: Asked, draft: AdviceDraft, given: int, today: date) -> Refusal | None:
    """An answer has a reason; it may be corrected until the day on which it was due."""
    if asked.is_withdrawn:
        return Refusal("advice.withdrawn")
    if given and today > asked.due_on:
        return Refusal("advice.no-longer-corrected")
    if draft.seen != given:
        return Refusal("advice.meanwhile")
    return _is_whole(draft)


def _is_whole(draft: AdviceDraft) -> Refusal | None:
    if draft.verdict is None:
        return Refusal("advice.no-verdict")
    if draft.verdict is AdviceVerdict.CONDITIONS:
        return None if any(one.strip() for one in draft.conditions) else Refusal("advice.no-conditions")
    if draft.verdict is not AdviceVerdict.NO_OBJECTION and not draft.explanation.strip():
        return Refusal("advice.no-explanation")
    return None


def may_remind(asked: Asked, reminded_on: Sequence[date], today: date) -> Refusal | None:
    """Who has not answered is reminded, once a day at most."""
    if not asked.is_open:
        return Refusal("advice.not-open")
    return Refusal("advice.reminded-today") if today in reminded_on else None


def is_reminder_due(asked: Asked, days: Iterable[int], told_on: Sequence[date], today: date) -> bool:
    """Whether a desk is reminded by itself today: a day for it came since it was asked or reminded last.

    `days` counts from the day on which the answer is due; `told_on` are the days on which the desk heard of us.
    """
    came = [day for day in (asked.due_on + timedelta(days=one) for one in days) if day <= today]
    return asked.is_open and bool(came) and max(told_on) < max(came)


def may_take_back(asked: Asked, reason: str) -> Refusal | None:
    """A question that is still open is taken back with a reason; an answer that was given stays."""
    if not asked.is_open:
        return Refusal("advice.not-open")
    return None if reason.strip() else Refusal("advice.no-reason")
