"""What is handed to the services about lines to take and public accounts; None means unknown."""

from dataclasses import dataclass
from datetime import date

from openkader.casework.raising import NOTHING, Promise
from openkader.casework.vocabulary import PublicKind, Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageNoteEntry:
    """What somebody notes of one line after a talk, having seen so many notes on it."""

    activity: str
    line: str
    raised: bool | None
    seen: int
    party: str | None = None
    reason: str | None = None
    said_by: str | None = None
    setting: Setting | None = None
    reaction: str | None = None
    promise: Promise = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicItemEntry:
    """Something that was said in public about an activity."""

    activity: str
    kind: PublicKind
    title: str
    published_on: date
    url: str | None = None
    text: str | None = None
    topics: tuple[str, ...] = ()
    promise: Promise = NOTHING
