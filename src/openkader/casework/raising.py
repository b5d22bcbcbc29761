"""Lines to take: what is noted of them after a talk, who heard them, and when it is time to say them again.

"There is power in repetition": who heard a line over a year ago has not heard it lately. What is not known for
certain, such as with whom of several a topic was raised, counts neither as heard nor as not heard.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.vocabulary import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What will follow: what, by whom, and before which day."""

    what: str = ""
    who: str = ""
    due_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing will follow."""
        return not (self.what or self.who or self.due_on)


NOTHING = Promise()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """What somebody notes of one line after a talk, having seen so many earlier notes on it."""

    raised: bool | None
    seen: int
    reason: str = ""
    party: str | None = None
    setting: Setting | None = None
    reaction: str = ""
    promise: Promise = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Talked:
    """The activity as it stands: its first day, whom it was with, and how many notes there are on the line."""

    first_day: date | None
    parties: Collection[str]
    given: int
    is_cancelled: bool = False


def may_note(draft: NoteDraft, talked: Talked, today: date) -> Refusal | None:
    """After the talk, with somebody who was there: a line that was raised, or not and why."""
    refusal = may_look_back(talked.first_day, today, is_cancelled=talked.is_cancelled)
    if refusal is not None:
        return refusal
    if draft.seen != talked.given:
        return Refusal("message.meanwhile")
    if draft.party is not None and draft.party not in talked.parties:
        return Refusal("message.not-there")
    return _says_enough(draft) or may_promise(draft.promise)


def may_look_back(first_day: date | None, today: date, *, is_cancelled: bool) -> Refusal | None:
    """What was said is noted once the activity began, and took place."""
    if is_cancelled:
        return Refusal("message.cancelled")
    return Refusal("message.not-yet") if first_day is not None and first_day > today else None


def _says_enough(draft: NoteDraft) -> Refusal | None:
    if draft.raised is None:
        return Refusal("message.unsaid")
    if not draft.raised and not draft.reason.strip():
        return Refusal("message.no-reason")
    if not draft.raised and (draft.reaction.strip() or draft.setting is not None):
        return Refusal("message.not-raised")
    return None


def may_promise(promise: Promise) -> Refusal | None:
    """What will follow has somebody who does it and a day; nothing may follow too."""
    if promise.is_empty or (promise.what.strip() and promise.who.strip() and promise.due_on):
        return None
    return Refusal("follow-up.incomplete")


def may_finish(*, is_done: bool, outcome: str) -> Refusal | None:
    """A follow-up is done once, and says what came of it."""
    if is_done:
        return Refusal("follow-up.done")
    return None if outcome.strip() else Refusal("follow-up.no-outcome")


class Stated(StrEnum):
    """How it is known that a counterpart heard a line."""

    NOTED = "noted"  # noted here after the talk
    RECORD = "record"  # recorded here as a topic
    ANNEX = "annex"  # a published table of activities says so
    TEXT = "text"  # only a published text says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """A time at which a line came up where a counterpart was; `is_sure`: with that very counterpart."""

    activity: str
    first_day: date | None
    last_day: date | None
    stated: Stated
    is_sure: bool
    setting: Setting | None = None
    said_by: str | None = None
    reaction: str | None = None


class Repetition(StrEnum):
    """Whether it is time to say a line again."""

    LATELY = "lately"
    LONG_AGO = "long_ago"
    NEVER = "never"
    UNKNOWN = "unknown"


def repetition(hearings: Sequence[Hearing], today: date) -> Repetition:
    """Heard within a year, longer ago, never, or not known; a day that is not known cannot have been long ago."""
    since = _a_year_before(today)
    near = [one for one in hearings if one.last_day is None or one.last_day >= since]
    if any(one.is_sure and one.last_day is not None for one in near):
        return Repetition.LATELY
    if near:
        return Repetition.UNKNOWN
    if any(one.is_sure for one in hearings):
        return Repetition.LONG_AGO
    return Repetition.UNKNOWN if hearings else Repetition.NEVER


def newest(hearings: Sequence[Hearing]) -> Hearing | None:
    """The last time that a line was heard; what is sure goes before what is not."""
    return max(hearings, key=lambda one: (one.is_sure, one.last_day or date.min), default=None)


def _a_year_before(day: date) -> date:
    """The same day a year before; the twenty-ninth of February is then the twenty-eighth."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
