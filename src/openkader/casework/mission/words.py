"""As what somebody comes along, and whether they do, as people read it."""

from collections.abc import Mapping
from enum import StrEnum

from openkader.base.text import Text


class ParticipantRole(StrEnum):
    """As what somebody comes along."""

    LEADER = "leader"
    OFFICE_HOLDER = "office_holder"  # of the organisation's own executive
    MEMBER = "member"
    COMPANY = "company"
    EXPERT = "expert"


class ParticipantStatus(StrEnum):
    """Whether somebody comes along."""

    INVITED = "invited"
    CONFIRMED = "confirmed"
    TOOK_PART = "took_part"
    DROPPED_OUT = "dropped_out"


ROLES: Mapping[ParticipantRole, Text] = {
    ParticipantRole.LEADER: Text(nl="leider", en="leader"),
    ParticipantRole.OFFICE_HOLDER: Text(nl="bestuurder", en="member of the executive"),
    ParticipantRole.MEMBER: Text(nl="lid", en="member"),
    ParticipantRole.COMPANY: Text(nl="bedrijf", en="company"),
    ParticipantRole.EXPERT: Text(nl="deskundige", en="expert"),
}
STATUSES: Mapping[ParticipantStatus, Text] = {
    ParticipantStatus.INVITED: Text(nl="uitgenodigd", en="invited"),
    ParticipantStatus.CONFIRMED: Text(nl="bevestigd", en="confirmed"),
    ParticipantStatus.TOOK_PART: Text(nl="nam deel", en="took part"),
    ParticipantStatus.DROPPED_OUT: Text(nl="afgevallen", en="dropped out"),
}
