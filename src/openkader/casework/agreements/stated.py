"""What is known of an agreement at a moment, until when it runs by that, and how it stands today.

What the source does not say is unknown: an unknown term is no open term, and a value of which nobody looked
whether it is in it is not left out.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from openkader.base.text import Text
from openkader.casework.agreements.words import OVER, PartyRole, Side, Standing, TermKind, Whose
from openkader.casework.period import Period, months_after
from openkader.casework.vocabulary import AgreementStatus

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """From when until when it holds, and the number of years that it states itself."""

    starts_on: date | None = None
    kind: TermKind | None = None
    until: date | None = None
    years: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStated:
    """A party of an agreement: a registered one, or one that is described."""

    side: Side | None = None
    role: PartyRole = PartyRole.SIGNATORY
    party: str | None = None
    description: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseStated:
    """Whether a value is in an agreement, and in which words; a value without a line is not known."""

    topic: str
    is_in: bool
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """All that is known of an agreement at a moment; a deed writes down the whole of it."""

    form: str
    status: AgreementStatus
    title: Text | None = None
    about: Text | None = None
    whose: Whose | None = None
    country: str | None = None
    on: Period | None = None  # when it was signed or last renewed; of one that ended, when
    term: Term = Term()
    parties: tuple[PartyStated, ...] = ()
    clauses: tuple[ClauseStated, ...] = ()

    @property
    def ends_by(self) -> date | None:
        """The first possible last day: as it is stated, or reckoned from the stated number of years."""
        if self.term.until is not None or self.term.kind is TermKind.OPEN:
            return self.term.until
        begins = self.term.starts_on or (self.on.starts_on if self.on else None)
        if begins is None or self.term.years is None:
            return None
        return months_after(begins, self.term.years * MONTHS) - timedelta(days=1)

    def clause(self, topic: str) -> ClauseStated | None:
        """What is known of a value."""
        return next((one for one in self.clauses if one.topic == topic), None)


def standing_of(stated: Stated, today: date, months: int) -> Standing:
    """How it stands: `months` before its end it asks what will come of it."""
    return standing(stated.status, stated.term.kind, stated.ends_by, warned_until(today, months), today)


def standing(
    status: AgreementStatus, kind: TermKind | None, ends_by: date | None, warned: date, today: date
) -> Standing:
    """The same from what is kept of it; whatever ends by the day `warned` ends soon."""
    if status in OVER:
        return Standing.OVER
    if status is AgreementStatus.INTENDED:
        return Standing.INTENDED
    if ends_by is None:
        return Standing.OPEN if kind is TermKind.OPEN else Standing.UNKNOWN
    if ends_by < today:
        return Standing.PASSED
    return Standing.ENDS_SOON if ends_by <= warned else Standing.RUNS


def warned_until(today: date, months: int) -> date:
    """Whatever ends by this day is close to its end."""
    return months_after(today, months)
