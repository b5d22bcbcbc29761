"""Whether what is written down of an agreement fits together: its text, its term, its parties and its clauses."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from openkader.base.errors import Refusal
from openkader.casework.agreements.stated import MONTHS, ClauseStated, PartyStated, Stated
from openkader.casework.agreements.words import OVER, TermKind
from openkader.casework.period import months_after
from openkader.casework.vocabulary import ActivityStanding, AgreementStatus

LONGEST_TITLE = 300
LONGEST_TEXT = 5000
MOST_YEARS = 99
MOST_PARTIES = 40
_YEARS = range(1900, 2201)
_SLACK = timedelta(days=31)  # that a stated number of years and a stated last day may differ


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
    reckoned = months_after(term.starts_on, term.years * MONTHS)
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


def may_belong(standing: ActivityStanding) -> Refusal | None:
    """Nothing was agreed at an activity that was called off."""
    return Refusal("agreement.activity-cancelled") if standing is ActivityStanding.CANCELLED else None
