"""A mission or visit as it is prepared: its programme, who takes part in it, and what was learned."""

from openkader.casework.mission.copying import may_copy, shifted
from openkader.casework.mission.lessons import may_note_lesson
from openkader.casework.mission.participants import UNKNOWN, ParticipantDraft, may_enrol
from openkader.casework.mission.programme import SlotDraft, in_order, is_for, may_change, may_lie, may_plan
from openkader.casework.mission.reading import (
    ParticipantSheet,
    ReadParticipant,
    read_participants,
    read_pasted_participants,
)
from openkader.casework.mission.words import ROLES, STATUSES, ParticipantRole, ParticipantStatus
from openkader.casework.mission.zones import zone_of

__all__ = [
    "ROLES",
    "STATUSES",
    "UNKNOWN",
    "ParticipantDraft",
    "ParticipantRole",
    "ParticipantSheet",
    "ParticipantStatus",
    "ReadParticipant",
    "SlotDraft",
    "in_order",
    "is_for",
    "may_change",
    "may_copy",
    "may_enrol",
    "may_lie",
    "may_note_lesson",
    "may_plan",
    "read_participants",
    "read_pasted_participants",
    "shifted",
    "zone_of",
]
