"""The network: organisations and experts whom the organisation knows and asks, and what came of that."""

from openkader.casework.network.loading import FILE, NetworkPlan, load_network
from openkader.casework.network.naming import is_named
from openkader.casework.network.rules import (
    ContactDraft,
    ContactPointDraft,
    ContributionDraft,
    Group,
    MemberDraft,
    may_contribute,
    may_count,
    may_join,
    may_keep_contact_point,
    may_know,
    may_note,
    may_note_contact,
    may_resume,
    may_stop,
    may_strike_out,
)
from openkader.casework.network.standing import last_of, state_of
from openkader.casework.network.words import (
    CONTRIBUTIONS,
    MANNERS,
    STATES,
    ContributionKind,
    Manner,
    MemberState,
)

__all__ = [
    "CONTRIBUTIONS",
    "FILE",
    "MANNERS",
    "STATES",
    "ContactDraft",
    "ContactPointDraft",
    "ContributionDraft",
    "ContributionKind",
    "Group",
    "Manner",
    "MemberDraft",
    "MemberState",
    "NetworkPlan",
    "is_named",
    "last_of",
    "load_network",
    "may_contribute",
    "may_count",
    "may_join",
    "may_keep_contact_point",
    "may_know",
    "may_note",
    "may_note_contact",
    "may_resume",
    "may_stop",
    "may_strike_out",
    "state_of",
]
