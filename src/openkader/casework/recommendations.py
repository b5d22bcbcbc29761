"""Recommendations over the years: to whom they are addressed, what came of them, and what that rests on."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.period import Period

LONGEST = 2000
LONGEST_NAME = 300
LONGEST_ADDRESS = 500
_URL = re.compile(r"https?://\S+")


class FollowUpStatus(StrEnum):
    """How far a recommendation was followed up; without one nobody said so, which is unknown."""

    OPEN = "open"
    TAKEN_UP = "taken_up"
    PARTLY = "partly"
    DONE = "done"
    NOT_FOLLOWED = "not_followed"

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is asked; of what is done in part, the rest still is."""
        return self in (FollowUpStatus.DONE, FollowUpStatus.NOT_FOLLOWED)

    @property
    def needs_evidence(self) -> bool:
        """Whether something has to show it."""
        return self in (FollowUpStatus.DONE, FollowUpStatus.PARTLY)


STATUSES: Mapping[FollowUpStatus, Text] = {
    FollowUpStatus.OPEN: Text(nl="staat open", en="open"),
    FollowUpStatus.TAKEN_UP: Text(nl="opgepakt", en="taken up"),
    FollowUpStatus.PARTLY: Text(nl="deels uitgevoerd", en="done in part"),
    FollowUpStatus.DONE: Text(nl="uitgevoerd", en="done"),
    FollowUpStatus.NOT_FOLLOWED: Text(nl="niet opgevolgd", en="not followed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpDraft:
    """What somebody wants to note of a recommendation.

    `seen` is how many were noted when they looked. Evidence is an address, a record of the register, or a file.
    `kader` is the version of the kader that was changed because of it, and `change` what was changed in it.
    """

    status: FollowUpStatus
    period: Period | None
    what: str
    seen: int
    url: str = ""
    record: str = ""
    has_file: bool = False
    kader: str = ""
    change: str = ""
    figure: str = ""

    @property
    def has_evidence(self) -> bool:
        """Whether anything shows it."""
        return bool(self.url or self.record or self.has_file)


@dataclass(frozen=True, slots=True)
class Followed:
    """A follow-up that was noted already."""

    status: FollowUpStatus
    period: Period | None


@dataclass(frozen=True, slots=True)
class Known:
    """What may be named in a follow-up: the versions of the kader, and the figures of the newest."""

    kaders: Collection[str]
    figures: Collection[str]


def may_recommend(text: str) -> Refusal | None:
    """A recommendation says something, and not too much."""
    return (
        None
        if 0 < len(text.strip()) <= LONGEST
        else Refusal("recommendation.no-text", {"limit": str(LONGEST)})
    )


def may_address(to: str, due: Period | None, *, seen: int, number: int) -> Refusal | None:
    """It is addressed to somebody or has a term; nobody changed that since it was read."""
    if seen != number:
        return Refusal("recommendation.meanwhile")
    if not to.strip() and due is None:
        return Refusal("recommendation.no-address")
    return (
        None
        if len(to.strip()) <= LONGEST_NAME
        else Refusal("recommendation.long-name", {"limit": str(LONGEST_NAME)})
    )


def may_follow_up(draft: FollowUpDraft, number: int, known: Known, today: date) -> Refusal | None:
    """What was done, when, and what shows it; nobody noted anything since it was read."""
    if draft.seen != number:
        return Refusal("recommendation.meanwhile")
    return _says_enough(draft, today) or _is_shown(draft) or _leads_somewhere(draft, known)


def _says_enough(draft: FollowUpDraft, today: date) -> Refusal | None:
    if draft.period is None:
        return Refusal("recommendation.no-moment")
    if draft.period.starts_on > today:
        return Refusal("recommendation.not-yet")
    if not 0 < len(draft.what.strip()) <= LONGEST:
        is_reason = draft.status is FollowUpStatus.NOT_FOLLOWED
        code = "recommendation.no-reason" if is_reason else "recommendation.no-words"
        return Refusal(code, {"limit": str(LONGEST)})
    return None


def _is_shown(draft: FollowUpDraft) -> Refusal | None:
    if draft.status.needs_evidence and not draft.has_evidence:
        return Refusal("recommendation.no-evidence")
    if draft.url and not (len(draft.url) <= LONGEST_ADDRESS and _URL.fullmatch(draft.url)):
        return Refusal("recommendation.bad-address")
    return None


def _leads_somewhere(draft: FollowUpDraft, known: Known) -> Refusal | None:
    if bool(draft.kader) != bool(draft.change.strip()):
        return Refusal("recommendation.half-change")
    if len(draft.change) > LONGEST:
        return Refusal("recommendation.half-change")
    if draft.kader and draft.kader not in known.kaders:
        return Refusal("recommendation.unknown-kader", {"name": draft.kader[:80]})
    if draft.figure and draft.figure not in known.figures:
        return Refusal("recommendation.unknown-figure", {"name": draft.figure[:80]})
    return None


def status_on(
    followed: Sequence[Followed], day: date, *, recorded: FollowUpStatus | None = None
) -> FollowUpStatus | None:
    """How it stood at the end of a day, of what was certainly so by then; `recorded` where nothing was noted."""
    before = [one for one in followed if one.period is not None and one.period.ends_on <= day]
    return before[-1].status if before else recorded


def is_overdue(status: FollowUpStatus | None, due: Period | None, today: date) -> bool:
    """Whether its term has passed while nobody closed it; unknown closes nothing."""
    if due is None or (status is not None and status.is_closed):
        return False
    return due.ends_on < today
