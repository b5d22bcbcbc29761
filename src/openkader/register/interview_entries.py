"""What is handed to the services about interviews; None means unknown."""

from dataclasses import dataclass

from openkader.casework.interviews import ConsentDraft, InterviewDraft, QuoteDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewEntry:
    """An interview for the account of a year."""

    year: int
    draft: InterviewDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteEntry:
    """Words of an interview."""

    interview: str
    draft: QuoteDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEntry:
    """Consent that was given for an interview or, with its reference, for one of its quotes."""

    interview: str
    draft: ConsentDraft
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalEntry:
    """That consent was withdrawn, of all or of one quote, and how that was said."""

    interview: str
    how: str
    quote: str | None = None
