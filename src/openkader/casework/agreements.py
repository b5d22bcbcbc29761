"""Agreements: whose they are, who is bound, for how long, what is in them on values, and when one asks for attention.

What the source does not say of an agreement is unknown: an unknown term is no open term, and a value of
which nobody looked whether it is in it is not left out.
"""

from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.vocabulary import ActivityStanding, AgreementStatus

LONGEST_TITLE = 300
LONGEST_TEXT = 5000
MOST_YEARS = 99
MOST_PARTIES = 40
_MONTHS = 12
_SLACK = timedelta(days=31)  # that a stated number of years and a stated last day may differ
_YEARS = range(1900, 2201)


class Whose(StrEnum):
    """Whose agreement it is; where nobody said so it is unknown, and not ours by that."""

    OWN = "own"
    ACCOMPANIED = "accompanied"  # of a party from the own area; the organisation was only there
    OTHER_AUTHORITY = "other_authority"  # of another authority, kept as a reference


class Side(StrEnum):
    """On which side of the table a party stands."""

    OWN = "own"
    OTHER = "other"


class PartyRole(StrEnum):
    """As what a party stands in an agreement."""

    SIGNATORY = "signatory"
    CARRIES_OUT = "carries_out"  # does the work, and did not sign
    WITNESS = "witness"


class TermKind(StrEnum):
    """How an agreement ends; None beside it: not known."""

    UNTIL = "until"
    OPEN = "open"  # it says that it has no end


class DeedKind(StrEnum):
    """What is written down of an agreement; each is added and none is changed."""

    NOTED = "noted"
    SIGNED = "signed"
    RENEWED = "renewed"
    ENDED = "ended"
    CORRECTED = "corrected"


class Standing(StrEnum):
    """How an agreement stands today; what asks for attention comes first."""

    PASSED = "passed"  # its last day is over, and nobody said what came of it
    ENDS_SOON = "ends_soon"
    INTENDED = "intended"
    UNKNOWN = "unknown"  # it was signed; until when, is not known
    RUNS = "runs"
    OPEN = "open"
    OVER = "over"


IN_FORCE = frozenset({AgreementStatus.SIGNED, AgreementStatus.RENEWED})
OVER = frozenset(
    {
        AgreementStatus.EXPIRED,
        AgreementStatus.NOT_RENEWED,
        AgreementStatus.TERMINATED,
        AgreementStatus.ABANDONED,
    }
)
# That somebody signed it, whatever came of it later.
WAS_SIGNED = frozenset(AgreementStatus) - {AgreementStatus.INTENDED, AgreementStatus.ABANDONED}


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
        return _later(begins, self.term.years * _MONTHS) - timedelta(days=1)

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
    return _later(today, months)


def may_state(stated: Stated, topics: Collection[str], forms: Collection[str], today: date) -> Refusal | None:
    """What is written down of an agreement has a form and a title, and fits together."""
    if stated.form not in forms:
        return Refusal("agreement.unknown-form", {"form": stated.form[:60]})
    return _texts(stated) or _day(stated, today) or may_value(stated.clauses, topics) or fits(stated)


def fits(stated: Stated) -> Refusal | None:
    """Whether the term and the parties can be what they say."""
    return may_run(stated) or may_bind(stated.parties)


def _texts(stated: Stated) -> Refusal | None:
    title, about = stated.title, stated.about
    if title is None or not title.nl.strip():
        return Refusal("agreement.no-title")
    if len(title.nl) > LONGEST_TITLE or (about and len(about.nl) > LONGEST_TEXT):
        return Refusal("agreement.too-long")
    return None


def may_run(stated: Stated) -> Refusal | None:
    """A term has a last day where it says so, ends after it begins, and lasts as long as it says."""
    term = stated.term
    days = (term.starts_on, term.until, stated.on.starts_on if stated.on else None)
    if any(day is not None and day.year not in _YEARS for day in days):
        return Refusal("agreement.odd-year")
    if (term.kind is TermKind.UNTIL) != (term.until is not None):
        return Refusal("agreement.no-last-day" if term.until is None else "agreement.last-day-too-many")
    if term.years is not None and (term.kind is TermKind.OPEN or not 1 <= term.years <= MOST_YEARS):
        return Refusal("agreement.bad-years", {"most": str(MOST_YEARS)})
    return _order(stated)


def _order(stated: Stated) -> Refusal | None:
    term = stated.term
    begins = term.starts_on or (stated.on.starts_on if stated.on else None)
    if begins is None or term.until is None or stated.status in OVER:
        return None
    if term.until < begins:
        return Refusal("agreement.ends-before")
    if term.starts_on is None or term.years is None:
        return None
    reckoned = _later(term.starts_on, term.years * _MONTHS)
    return Refusal("agreement.years-differ") if abs(reckoned - term.until) > _SLACK else None


def _day(stated: Stated, today: date) -> Refusal | None:
    """What is only intended was not signed on any day; what was signed, was not signed tomorrow."""
    if stated.on is None:
        return None
    if stated.status is AgreementStatus.INTENDED:
        return Refusal("agreement.not-signed")
    return Refusal("agreement.future") if stated.on.starts_on > today else None


def may_bind(parties: Sequence[PartyStated]) -> Refusal | None:
    """Each party is named or described, and stands in it once."""
    if len(parties) > MOST_PARTIES:
        return Refusal("agreement.many-parties", {"most": str(MOST_PARTIES)})
    seen: set[str] = set()
    for one in parties:
        described = one.description.nl.strip().casefold() if one.description else ""
        if bool(one.party) == bool(described):
            return Refusal("agreement.party-unnamed")
        name = one.party or described
        if name in seen:
            return Refusal("agreement.party-twice", {"party": name[:80]})
        seen.add(name)
    return None


def may_value(clauses: Sequence[ClauseStated], topics: Collection[str]) -> Refusal | None:
    """Of a value that the kader lists it is said once whether it is in it; only what is in it has words."""
    seen: set[str] = set()
    for one in clauses:
        if one.topic not in topics or one.topic in seen:
            return Refusal("agreement.unknown-value", {"value": one.topic[:60]})
        if one.words and (not one.is_in or len(one.words) > LONGEST_TEXT):
            return Refusal("agreement.value-words", {"value": one.topic})
        seen.add(one.topic)
    return None


def may_sign(now: Stated, then: Stated) -> Refusal | None:
    """Only what was intended is signed, and on a day that is known."""
    if now.status is not AgreementStatus.INTENDED:
        return Refusal("agreement.signed-already")
    return Refusal("agreement.no-day") if then.on is None else None


def may_renew(now: Stated, then: Stated, evaluation: str | None) -> Refusal | None:
    """What is in force gets a longer term, once it was said what was done with it and which values are still in it."""
    if now.status not in IN_FORCE:
        return Refusal("agreement.not-in-force")
    if then.on is None:
        return Refusal("agreement.no-day")
    if not _is_longer(now, then):
        return Refusal("agreement.no-longer")
    for one in now.clauses:
        if one.is_in and then.clause(one.topic) is None:
            return Refusal("agreement.value-unsaid", {"value": one.topic})
    return may_evaluate(now, evaluation)


def _is_longer(now: Stated, then: Stated) -> bool:
    """Whether the new term is known, and ends later than the former did."""
    if then.term.kind is TermKind.OPEN:
        return now.term.kind is not TermKind.OPEN
    if then.ends_by is None:
        return False
    return now.ends_by is None or then.ends_by > now.ends_by


def may_end(now: Stated, then: Stated, evaluation: str | None, today: date) -> Refusal | None:
    """What is in force runs out, is not renewed or is ended; what was intended is given up."""
    if now.status in OVER:
        return Refusal("agreement.over")
    was_intended = now.status is AgreementStatus.INTENDED
    if then.status not in OVER or (then.status is AgreementStatus.ABANDONED) is not was_intended:
        return Refusal("agreement.no-such-end")
    if then.on is None:
        return Refusal("agreement.no-day")
    if then.status is AgreementStatus.EXPIRED and now.ends_by is not None and now.ends_by >= today:
        return Refusal("agreement.still-runs")
    if now.on is not None and then.on.ends_on < now.on.starts_on:
        return Refusal("agreement.ends-before")
    return may_evaluate(now, evaluation)


def may_evaluate(now: Stated, evaluation: str | None) -> Refusal | None:
    """Before it is renewed or ended it is said what was done with it; of another authority we need not know."""
    said = (evaluation or "").strip()
    if len(said) > LONGEST_TEXT:
        return Refusal("agreement.too-long")
    return None if said or now.whose is Whose.OTHER_AUTHORITY else Refusal("agreement.no-evaluation")


def may_correct(now: Stated, then: Stated, reason: str | None, *, adds_file: bool = False) -> Refusal | None:
    """A correction says something else or adds the document, and says why."""
    if not (reason or "").strip():
        return Refusal("agreement.no-reason")
    return Refusal("agreement.nothing-changed") if now == then and not adds_file else None


def may_belong(standing: ActivityStanding) -> Refusal | None:
    """Nothing was agreed at an activity that was called off."""
    return Refusal("agreement.activity-cancelled") if standing is ActivityStanding.CANCELLED else None


def may_add(seen: int, there: int) -> Refusal | None:
    """Nobody adds to what they did not see."""
    return Refusal("agreement.meanwhile") if seen != there else None


def lost_values(now: Stated, then: Stated) -> tuple[str, ...]:
    """The values that were in it and are in it no longer."""
    still = {one.topic for one in then.clauses if one.is_in}
    return tuple(one.topic for one in now.clauses if one.is_in and one.topic not in still)


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a month that is shorter."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
