"""What stands in the calendar feed of a colleague, and what of it may travel along calendar servers."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.vocabulary import Confidentiality, Kind

BEGINNING = "okc_"  # so that who finds one in a text knows what it is
MOST_ITEMS = 2000  # in one feed, of what is nearest; to write as many takes most of a second
BEHIND = timedelta(days=92)  # for so long what took place or was called off stays in it


class AgendaKind(StrEnum):
    """Of which sort a line of the calendar is: what takes place, or what is due by a day."""

    ACTIVITY = "activity"
    SLOT = "slot"  # a part of a programme, with its time
    TERM = "term"  # by when a request has to be dealt with
    ADVICE = "advice"
    MEASURE = "measure"
    FOLLOW_UP = "follow_up"
    SELF_SCAN = "self_scan"
    SURVEY = "survey"
    AGREEMENT = "agreement"  # ends
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One line of a calendar; `title` and `place` are what may travel, and None where nothing may.

    What lasts whole days ends before the day `ends`; a moment is in UTC.
    """

    kind: AgendaKind
    key: str  # by which calendars know it again, among its kind
    record: str  # the number that is shown, and of which the page tells more
    contact: Kind | None
    begins: date | datetime
    ends: date | datetime | None
    changed: datetime
    title: Text | None = None
    place: str | None = None
    is_cancelled: bool = False

    @property
    def measure(self) -> str | None:
        """Which measure it is, where that may travel: its number says what is asked of the case."""
        return self.key if self.kind is AgendaKind.MEASURE and self.title is not None else None

    @property
    def day(self) -> date:
        """On which it begins."""
        return self.begins.date() if isinstance(self.begins, datetime) else self.begins

    @property
    def last_day(self) -> date:
        """The last of the whole days that it lasts; of a moment the day on which it begins."""
        if self.ends is None or isinstance(self.ends, datetime):
            return self.day
        return self.ends - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FeedOf:
    """Whose work a feed shows: that of one colleague, or where a team is named that of the team."""

    account: str
    team: str = ""


def may_travel(level: Confidentiality | None) -> bool:
    """Whether the words of a case may leave with a feed, which a calendar server keeps and can read.

    Only what everybody may know; of all else the number and the kind go out, and so they do where there is no level.
    """
    return level is Confidentiality.PUBLIC


def may_open_feed(of: FeedOf, team: str | None, *, is_open: bool) -> Refusal | None:
    """A feed is of oneself or of the team in which one works, and there is one of each at a time."""
    if of.team and of.team != team:
        return Refusal("calendar.no-team")
    return Refusal("calendar.open-already") if is_open else None
