"""Accounting in public for a meeting of a member of the executive: whether it was done, and until when it can wait."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.vocabulary import MeasureStatus, PublicKind

_ADDRESS = re.compile(r"https?://(?:[^\s/?#@\[\]]+|\[[0-9a-f:.]+\])(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_SET_ASIDE = (MeasureStatus.WAIVED, MeasureStatus.NOT_APPLICABLE)
PUBLIC_KINDS: Mapping[PublicKind, Text] = {
    PublicKind.POST: Text(nl="bericht op sociale media", en="post on a social network"),
    PublicKind.BLOG: Text(nl="blog", en="blog"),
    PublicKind.REPORT: Text(nl="verslag", en="report"),
    PublicKind.MEDIA: Text(nl="bericht in de media", en="item in the media"),
}


class Accounted(StrEnum):
    """How far the public account of a meeting is."""

    GIVEN = "given"
    REPORTED = "reported"  # a text says that it was given; where, is not known
    OVERDUE = "overdue"
    WAITS = "waits"  # its term has not passed
    SET_ASIDE = "set_aside"
    NOT_OWED = "not_owed"  # no member of the executive was there, or it did not take place
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What is known of a meeting: who was there, when it ended, and what was said of it in public."""

    office_holder: bool | None
    last_day: date | None
    term_days: int | None
    accounts: int
    measure: MeasureStatus | None = None
    took_place: bool | None = True  # None: it was planned, and nobody said yet that it took place

    @property
    def due_on(self) -> date | None:
        """The last day on which it is accounted for in time; of a month, counted from its last day."""
        if self.last_day is None or self.term_days is None:
            return None
        return self.last_day + timedelta(days=self.term_days)


def accounted(meeting: Meeting, today: date) -> Accounted:
    """Whether a meeting was accounted for; only what certainly waited too long is overdue."""
    if meeting.accounts:
        return Accounted.GIVEN
    if meeting.took_place is False or meeting.office_holder is False:
        return Accounted.NOT_OWED
    if meeting.measure in _SET_ASIDE:
        return Accounted.SET_ASIDE
    if meeting.measure is MeasureStatus.REPORTED:
        return Accounted.REPORTED
    if meeting.office_holder is None or meeting.due_on is None:
        return Accounted.UNKNOWN
    if meeting.due_on >= today:
        return Accounted.WAITS
    return Accounted.OVERDUE if meeting.took_place else Accounted.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDraft:
    """Something that was said in public, as somebody wants to keep it."""

    title: str
    published_on: date
    url: str = ""
    text: str = ""


def may_keep(draft: PublicDraft, today: date) -> Refusal | None:
    """It has a title and a day that has come, and can be found again: by its address, or because its text is kept."""
    if not draft.title.strip():
        return Refusal("public-account.no-title")
    if draft.published_on > today:
        return Refusal("public-account.future")
    if not draft.url and not draft.text.strip():
        return Refusal("public-account.nothing-kept")
    return None if not draft.url or _is_web_address(draft.url) else Refusal("public-account.bad-address")


def _is_web_address(url: str) -> bool:
    """Whether a browser may follow it: an address of the web, with a host, and no name or password before that."""
    return url.isprintable() and _ADDRESS.fullmatch(url) is not None
