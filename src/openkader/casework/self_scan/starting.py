"""Whether a mission can take place: every company that takes part did its self-scan, or was let off.

Unknown never passes. Of companies that are known only as a number nobody can tell whether they did it,
and a party of which nobody said what sort it is may be a company.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openkader.base.errors import Refusal
from openkader.casework.mission import ParticipantRole
from openkader.casework.self_scan.asking import Scan
from openkader.casework.vocabulary import PartyKind
from openkader.casework.waiving import Waiver

_NAMED_AT_MOST = 5  # more names make no sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A party of our own that takes part and is or may be a company; without `party` a group of so many.

    `is_certain`: it is known to be a company. `number` is None where nobody knows how many they are.
    """

    party: str | None
    name: str
    number: int | None = 1
    is_certain: bool = True
    scans: Sequence[Scan] = ()
    waivers: Sequence[Waiver] = ()

    def is_scanned(self, day: date) -> bool:
        """Whether a scan of it counts on that day."""
        return self.party is not None and any(scan.counts(day) for scan in self.scans)

    def is_let_off(self, day: date) -> bool:
        """Whether somebody let it off, with a second person, until that day or longer."""
        return self.party is not None and any(waiver.holds(day) for waiver in self.waivers)

    def is_ready(self, day: date) -> bool:
        """Whether nothing of it stands in the way of a mission on that day."""
        return self.is_scanned(day) or self.is_let_off(day)


def companies_among(kind: PartyKind | None) -> bool | None:
    """Whether a party of this sort is a company; None where nobody said of what sort it is."""
    if kind in (None, PartyKind.ORGANISATION):
        return None
    return kind is PartyKind.COMPANY


def comes_for_company(role: ParticipantRole | None, kind: PartyKind | None) -> bool | None:
    """Whether a person on the list comes for a company: as their party says, or else as what they come along."""
    known = companies_among(kind)
    if known is not None or role is None:
        return known
    return role is ParticipantRole.COMPANY


def reasons_against_start(companies: Sequence[Company], day: date) -> tuple[Refusal, ...]:
    """Everything that stands in the way: those that are known by name in front."""
    lacking = [one for one in companies if not one.is_ready(day)]
    named = [one.name for one in lacking if one.party is not None]
    groups = [one for one in lacking if one.party is None]
    reasons = []
    if named:
        said = ", ".join(named[:_NAMED_AT_MOST]) + (", …" if len(named) > _NAMED_AT_MOST else "")
        reasons.append(Refusal("activity.scans-missing", {"number": str(len(named)), "companies": said}))
    if groups:
        said = ", ".join(f"{'?' if one.number is None else one.number} {one.name}" for one in groups)
        reasons.append(Refusal("activity.scans-unnamed", {"groups": said}))
    return tuple(reasons)


def may_start(companies: Sequence[Company], day: date) -> Refusal | None:
    """A mission takes place with companies that did their scan, or that were let off it."""
    return next(iter(reasons_against_start(companies, day)), None)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of how many, each at least and at most; None where nobody knows how many there can be."""

    low: int
    high: int | None
    of_low: int
    of_high: int | None


def scanned(companies: Sequence[Company], day: date) -> Coverage:
    """The companies of which a scan counts, of all that take part.

    A group may hold no company at all, and may hold as many as it counts.
    """
    done = sum(one.is_scanned(day) for one in companies)
    sure = sum(one.party is not None and (one.is_certain or one.is_scanned(day)) for one in companies)
    numbers = [one.number for one in companies]
    most = None if None in numbers else sum(number for number in numbers if number is not None)
    return Coverage(low=done, high=done, of_low=sure, of_high=most)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanWaiverDraft:
    """Letting a company off its scan, as somebody wants to propose it."""

    reason: str
    expires_on: date


def may_waive_scan(company: Company | None, draft: ScanWaiverDraft, today: date, day: date) -> Refusal | None:
    """Only a company that takes part and has no scan then, with a reason, and for a time."""
    if company is None:
        return Refusal("self-scan.takes-no-part")
    if company.is_scanned(day):
        return Refusal("self-scan.still-counts")
    if any(one.expires_on >= today for one in company.waivers):
        return Refusal("self-scan.waiver-proposed")
    if not draft.reason.strip():
        return Refusal("self-scan.waiver-no-reason")
    return Refusal("waiver.expired") if draft.expires_on < today else None
