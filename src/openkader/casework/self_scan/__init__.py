"""The self-scan of companies: the form, how it is asked and answered, and what a mission waits for."""

from openkader.casework.self_scan.answering import Given, StepCount, counted, may_hand_in, unanswered
from openkader.casework.self_scan.asking import (
    Scan,
    ScanQuestionDraft,
    ScanState,
    is_scan_reminder_due,
    may_ask_scan,
    may_remind_scan,
    may_save_scan,
    may_take_back_scan,
    runs_until,
)
from openkader.casework.self_scan.briefing import (
    BriefingDraft,
    Present,
    briefed,
    may_note_briefing,
)
from openkader.casework.self_scan.form import Reply, ScanForm, ScanQuestion, ScanStep, SessionKind, Step
from openkader.casework.self_scan.loading import load_self_scan
from openkader.casework.self_scan.starting import (
    Company,
    Coverage,
    ScanWaiverDraft,
    comes_for_company,
    companies_among,
    may_start,
    may_waive_scan,
    reasons_against_start,
    scanned,
)

__all__ = [
    "BriefingDraft",
    "Company",
    "Coverage",
    "Given",
    "Present",
    "Reply",
    "Scan",
    "ScanForm",
    "ScanQuestion",
    "ScanQuestionDraft",
    "ScanState",
    "ScanStep",
    "ScanWaiverDraft",
    "SessionKind",
    "Step",
    "StepCount",
    "briefed",
    "comes_for_company",
    "companies_among",
    "counted",
    "is_scan_reminder_due",
    "load_self_scan",
    "may_ask_scan",
    "may_hand_in",
    "may_note_briefing",
    "may_remind_scan",
    "may_save_scan",
    "may_start",
    "may_take_back_scan",
    "may_waive_scan",
    "reasons_against_start",
    "runs_until",
    "scanned",
    "unanswered",
]
