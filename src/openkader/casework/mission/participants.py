"""Who takes part in an activity: as what, for whom, and if not, why not."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass

from openkader.base.errors import Refusal
from openkader.casework.delegation.cleaning import folded
from openkader.casework.mission.words import ParticipantRole, ParticipantStatus
from openkader.casework.naming import may_be_a_name

# Why somebody dropped out stands in a list of the kader; that nobody said why is known everywhere.
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantDraft:
    """One person as somebody wants to have them on the list; no date of birth and nothing of a passport.

    `party` is the registered organisation they come for, `organisation` what was typed; None of a role is unknown.
    """

    name: str
    function: str = ""
    email: str = ""
    organisation: str = ""
    party: str | None = None
    role: ParticipantRole | None = None
    status: ParticipantStatus = ParticipantStatus.INVITED
    reason: str | None = None
    note: str = ""

    @property
    def fingerprint(self) -> str:
        """Equal for what is the same person on a list that is handed in again."""
        same = [folded(one) for one in (self.name, self.party or self.organisation, self.email)]
        return hashlib.sha256(json.dumps(same, ensure_ascii=False).encode()).hexdigest()


def may_enrol(draft: ParticipantDraft, reasons: Collection[str], *, has_begun: bool) -> Refusal | None:
    """A participant has a name; who dropped out has a reason, and nobody took part in what has not begun."""
    refusal = may_be_a_name(draft.name)
    if refusal is not None:
        return refusal
    if draft.status is ParticipantStatus.TOOK_PART and not has_begun:
        return Refusal("participants.not-begun")
    if draft.status is not ParticipantStatus.DROPPED_OUT:
        return Refusal("participants.reason-for-nothing") if draft.reason else None
    if draft.reason is None:
        return Refusal("participants.no-reason")
    known = draft.reason == UNKNOWN or draft.reason in reasons
    return None if known else Refusal("participants.unknown-reason", {"reason": draft.reason[:60]})
