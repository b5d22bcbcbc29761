"""The columns that a list of participants has beside those of a delegation list, and what stands in them."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation.cleaning import clean, folded, has_hidden_order, is_placeholder
from openkader.casework.delegation.columns import Column, Field
from openkader.casework.mission.words import ParticipantRole, ParticipantStatus

_ADDRESS = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\".]+")
_LONGEST_ADDRESS = 254
_SHOWN = 40


class Extra(StrEnum):
    """What such a column holds."""

    EMAIL = "email"
    ROLE = "role"
    STATUS = "status"
    NOTE = "note"


_HEADINGS: Mapping[Extra, frozenset[str]] = {
    Extra.ROLE: frozenset({"rol", "role", "rol in de delegatie", "soort deelnemer", "type", "kind"}),
    Extra.STATUS: frozenset({"status", "stand", "aanwezigheid", "attendance", "bevestigd", "confirmed"}),
    Extra.NOTE: frozenset({"opmerking", "opmerkingen", "notitie", "note", "notes", "remark", "remarks"}),
}
_ROLES: Mapping[ParticipantRole, str] = {
    ParticipantRole.LEADER: "leider; delegatieleider; missieleider; leader; head of delegation; delegation leader",
    ParticipantRole.OFFICE_HOLDER: "bestuurder; gedeputeerde; office holder; member of the executive",
    ParticipantRole.MEMBER: "lid; delegatielid; member; delegation member",
    ParticipantRole.COMPANY: "bedrijf; onderneming; ondernemer; company; business",
    ParticipantRole.EXPERT: "deskundige; expert; specialist",
}
_STATUSES: Mapping[ParticipantStatus, str] = {
    ParticipantStatus.INVITED: "uitgenodigd; invited",
    ParticipantStatus.CONFIRMED: "bevestigd; aangemeld; ja; confirmed; registered; yes",
    ParticipantStatus.TOOK_PART: "nam deel; deelgenomen; aanwezig; took part; attended; present",
    ParticipantStatus.DROPPED_OUT: "afgevallen; afgemeld; afgezegd; nee; dropped out; cancelled; withdrawn; no",
}
_ROLE_OF = {word.strip(): role for role, words in _ROLES.items() for word in words.split(";")}
_STATUS_OF = {word.strip(): status for status, words in _STATUSES.items() for word in words.split(";")}


def extras_of(columns: Sequence[Column]) -> dict[Extra, Column]:
    """The first column of each sort; a heading that says something else is left as it is."""
    found: dict[Extra, Column] = {}
    for column in columns:
        extra = _extra(column)
        if extra is not None:
            found.setdefault(extra, column)
    return found


def _extra(column: Column) -> Extra | None:
    if column.field is Field.EMAIL:
        return Extra.EMAIL
    if column.field not in (Field.OTHER, Field.FUNCTION):
        return None
    parts = {folded(part) for part in column.heading.split("/")}
    return next((extra for extra, words in _HEADINGS.items() if parts <= words), None)


def read_role(text: str) -> tuple[ParticipantRole | None, str]:
    """The role that is meant, or else the words: then they say what somebody does."""
    words = clean(text)
    if is_placeholder(words) or has_hidden_order(text):
        return None, ""
    role = _ROLE_OF.get(folded(words))
    return (role, "") if role else (None, words)


def read_status(text: str, where: str) -> ParticipantStatus | None:
    """The status that is meant; of a word that means none a person has to say it."""
    words = clean(text)
    if is_placeholder(words):
        return None
    status = _STATUS_OF.get(folded(words))
    if status is None:
        raise Invalid([Problem("participants.unknown-status", where, {"value": words[:_SHOWN]})])
    return status


def read_address(text: str, where: str) -> str:
    """A mail address; one that no mail would reach is a mistake in the row."""
    words = clean(text).removeprefix("mailto:")
    if is_placeholder(words):
        return ""
    if len(words) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(words):
        raise Invalid([Problem("participants.bad-address", where, {"value": words[:_SHOWN]})])
    return words
