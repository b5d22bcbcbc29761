"""What is handed to the services of a mission."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from openkader.casework.mission import ParticipantDraft, SlotDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotEntry:
    """A part of the programme of an activity; another version of a number whose maker saw the one before."""

    activity: str
    draft: SlotDraft
    number: int | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantEntry:
    """A participant of an activity; another version of a number whose maker saw the one before."""

    activity: str
    draft: ParticipantDraft
    number: int | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantsEntry:
    """Everybody on a list that was handed in, with the digest of the file."""

    activity: str
    drafts: tuple[ParticipantDraft, ...]
    digest: str
    unreadable: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEntry:
    """A programme that begins as that of another activity did, from another first day on."""

    activity: str
    template: str
    first_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why somebody may have dropped out, as the kader lists it."""

    codes: Collection[str] = ()
