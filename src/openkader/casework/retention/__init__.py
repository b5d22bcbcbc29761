"""How long records are kept: terms with their source, when a dossier is due, and who agrees that it goes."""

from openkader.casework.retention.catalogue import (
    ALWAYS_KEPT,
    DESTROYED_HERE,
    Begins,
    Practice,
    RecordKind,
    Retention,
    RetentionRule,
    RetentionSource,
    TermStatus,
)
from openkader.casework.retention.codes import coded, is_code
from openkader.casework.retention.falling_due import DossierFacts, Due, due_of, is_due, none_is_known
from openkader.casework.retention.listing import (
    LONGEST,
    STOPPED,
    ListStand,
    ListState,
    Reviewer,
    may_agree,
    may_destroy,
    may_draw_up,
    may_stop,
    may_take_off,
    may_withdraw,
    state_of_list,
    waits_long,
)
from openkader.casework.retention.loading import FILE, load_retention
from openkader.casework.retention.words import RECORDS, REVIEWERS

__all__ = [
    "ALWAYS_KEPT",
    "DESTROYED_HERE",
    "FILE",
    "LONGEST",
    "RECORDS",
    "REVIEWERS",
    "STOPPED",
    "Begins",
    "DossierFacts",
    "Due",
    "ListStand",
    "ListState",
    "Practice",
    "RecordKind",
    "Retention",
    "RetentionRule",
    "RetentionSource",
    "Reviewer",
    "TermStatus",
    "coded",
    "due_of",
    "is_code",
    "is_due",
    "load_retention",
    "may_agree",
    "may_destroy",
    "may_draw_up",
    "may_stop",
    "may_take_off",
    "may_withdraw",
    "none_is_known",
    "state_of_list",
    "waits_long",
]
