"""Asking a company for its self-scan, reminding it, and how long what it handed in counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.period import months_after

PAUSE = timedelta(days=7)  # between two times that a company hears of us


class ScanState(StrEnum):
    """Where the scan of a company stands."""

    MISSING = "missing"  # nobody asked for it
    ASKED = "asked"
    STARTED = "started"  # saved half-way
    OVERDUE = "overdue"
    VALID = "valid"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A scan that was asked of a company, and what came of it."""

    asked_on: date
    due_on: date
    saves: int = 0
    handed_in_on: date | None = None
    valid_until: date | None = None
    is_taken_back: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody waits for it."""
        return self.handed_in_on is None and not self.is_taken_back

    def counts(self, day: date) -> bool:
        """Whether it was there on that day, and still counted; on its last day it does."""
        if self.handed_in_on is None or self.valid_until is None:
            return False
        return self.handed_in_on <= day <= self.valid_until

    def state(self, today: date) -> ScanState:
        """Where it stands today."""
        if self.handed_in_on is not None:
            return ScanState.VALID if self.counts(today) else ScanState.EXPIRED
        if self.is_taken_back:
            return ScanState.MISSING
        if today > self.due_on:
            return ScanState.OVERDUE
        return ScanState.STARTED if self.saves else ScanState.ASKED


def runs_until(handed_in_on: date, months: int) -> date:
    """The last day on which a scan counts."""
    return months_after(handed_in_on, months)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanQuestionDraft:
    """Asking for a scan as somebody wants to: of whom at the company, and until when."""

    recipient: str
    due_on: date


def may_ask_scan(
    draft: ScanQuestionDraft, scans: Sequence[Scan], today: date, *, takes_part: bool, needed_on: date
) -> Refusal | None:
    """A company that takes part is asked once at a time, and not while it has a scan that still counts then."""
    if not takes_part:
        return Refusal("self-scan.takes-no-part")
    if any(scan.is_open for scan in scans):
        return Refusal("self-scan.already-asked")
    if any(scan.counts(max(today, needed_on)) for scan in scans):
        return Refusal("self-scan.still-counts")
    if not draft.recipient.strip():
        return Refusal("self-scan.no-recipient")
    return Refusal("self-scan.due-in-the-past") if draft.due_on < today else None


def may_save_scan(scan: Scan, seen: int) -> Refusal | None:
    """What was handed in or taken back is closed; who did not see what another saved reads it first."""
    if scan.handed_in_on is not None:
        return Refusal("self-scan.handed-in", {"day": scan.handed_in_on.isoformat()})
    if scan.is_taken_back:
        return Refusal("self-scan.taken-back")
    return None if seen == scan.saves else Refusal("self-scan.meanwhile")


def may_remind_scan(scan: Scan, reminded_on: Sequence[date], today: date) -> Refusal | None:
    """Who has not answered is reminded, and hears of us once a week at most."""
    if not scan.is_open:
        return Refusal("self-scan.not-open")
    told_on = max([scan.asked_on, *reminded_on])
    return Refusal("self-scan.told-this-week") if today < told_on + PAUSE else None


def is_scan_reminder_due(scan: Scan, reminded_on: Sequence[date], today: date) -> bool:
    """Whether a company is reminded by itself today: once, when a week passed since it was asked."""
    return scan.is_open and not reminded_on and today >= scan.asked_on + PAUSE


def may_take_back_scan(scan: Scan, reason: str) -> Refusal | None:
    """A question that is still open is taken back with a reason; what was handed in stays."""
    if not scan.is_open:
        return Refusal("self-scan.not-open")
    return None if reason.strip() else Refusal("self-scan.no-reason")
