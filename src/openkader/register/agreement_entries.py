"""What is handed to the services of agreements."""

from dataclasses import dataclass

from openkader.casework.agreements import Stated
from openkader.casework.period import Period
from openkader.casework.vocabulary import AgreementStatus
from openkader.register.making_once import Once


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAgreementEntry:
    """An agreement as it enters the register; of two with one `key` by one hand only the first is taken in.

    A program says so by `once`.
    """

    key: str
    prefix: str  # of the reference of one that belongs to no activity
    stated: Stated
    activity: str | None = None
    owner: str | None = None
    url: str | None = None
    passage: str | None = None
    once: Once | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEntry:
    """What becomes of an agreement, by somebody who saw so many deeds."""

    agreement: str
    seen: int
    evaluation: str | None = None
    reason: str | None = None
    url: str | None = None
    passage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedEntry(ChangeEntry):
    """The same with all that is known of it from now on."""

    stated: Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class EndEntry(ChangeEntry):
    """How and when it ended; what it says stays as it was."""

    status: AgreementStatus
    on: Period
