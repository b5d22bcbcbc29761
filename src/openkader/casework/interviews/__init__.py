"""Interviews for the outlook: with whom, about what, and what may be used of it."""

from openkader.casework.interviews.loading import FILE, InterviewPlan, Theme, load_interviews
from openkader.casework.interviews.rules import (
    ConsentDraft,
    InterviewDraft,
    QuoteDraft,
    Speaker,
    may_consent,
    may_interview,
    may_quote,
    may_withdraw,
)
from openkader.casework.interviews.words import CONSENTS, GIVEN, Consent, narrowest, told_beside

__all__ = [
    "CONSENTS",
    "FILE",
    "GIVEN",
    "Consent",
    "ConsentDraft",
    "InterviewDraft",
    "InterviewPlan",
    "QuoteDraft",
    "Speaker",
    "Theme",
    "load_interviews",
    "may_consent",
    "may_interview",
    "may_quote",
    "may_withdraw",
    "narrowest",
    "told_beside",
]
