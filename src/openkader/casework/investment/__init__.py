"""Support of an investment: the partner that judges it, its statement, and how that stands today."""

from openkader.casework.investment.loading import FILE, load_partner
from openkader.casework.investment.partner import Partner
from openkader.casework.investment.stating import (
    CaseDraft,
    StatementDraft,
    StatementSaid,
    StatementState,
    Stood,
    is_secret,
    may_ask_partner,
    may_note_case,
    may_state,
    shows_measure,
)

__all__ = [
    "FILE",
    "CaseDraft",
    "Partner",
    "StatementDraft",
    "StatementSaid",
    "StatementState",
    "Stood",
    "is_secret",
    "load_partner",
    "may_ask_partner",
    "may_note_case",
    "may_state",
    "shows_measure",
]
