"""What is handed to the services of advice."""

from dataclasses import dataclass
from datetime import date

from openkader.casework.advice import AdviceVerdict
from openkader.casework.investment import StatementSaid
from openkader.register.documents import DocumentEntry
from openkader.register.intake_entries import AskedEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceRequestEntry(AskedEntry):
    """A question for a desk."""

    request: str
    desk: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceEntry:
    """What a desk answers; `seen` is how many earlier answers its giver saw."""

    advice: str
    seen: int
    verdict: AdviceVerdict | None
    given_by: str
    explanation: str = ""
    conditions: tuple[str, ...] = ()
    documents: tuple[DocumentEntry, ...] = ()
    statement: StatementSaid | None = None  # what the partner of an investment says beside its advice
    received: str | None = None  # the mail in which the desk said it


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverEntry:
    """Why a decision need not wait for a desk, and until when."""

    request: str
    desk: str
    reason: str
    expires_on: date
