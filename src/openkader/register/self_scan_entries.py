"""What is handed to the services of self-scans and of sessions beforehand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openkader.casework.self_scan import Given
from openkader.register.intake_entries import AskedEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfScanEntry(AskedEntry):
    """A self-scan to be asked of a company."""

    activity: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanSaidEntry:
    """What a company filled in; `seen` is how many times it had been saved when the form was opened."""

    scan: str
    seen: int
    said: Mapping[str, Given]
    given_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanWaiverEntry:
    """Why a company may come along without a scan, and until when."""

    activity: str
    party: str
    reason: str
    expires_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingEntry:
    """A session that was held; `present` says of each that takes part how many were there, None: not noted."""

    activity: str
    kind: str
    held_on: date
    by_whom: str
    subject: str = ""
    present: Mapping[str, int | None] = field(default_factory=dict)
