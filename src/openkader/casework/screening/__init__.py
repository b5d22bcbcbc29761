"""The rules of screening in a case: who is screened, who judges a hit, and what that allows."""

from openkader.casework.screening import answering, fingerprints
from openkader.casework.screening.keeping import unkept
from openkader.casework.screening.noting import may_note
from openkader.casework.screening.reviewing import (
    Given,
    ReviewDraft,
    may_escalate,
    may_look,
    may_review,
    state_of,
)
from openkader.casework.screening.standing import Standing, Tally, may_go_on, tally
from openkader.casework.screening.words import (
    Addressee,
    CameAs,
    Cause,
    Gone,
    HitState,
    PartyState,
    SourceKind,
    SourceQuality,
    Verdict,
)

__all__ = [
    "Addressee",
    "CameAs",
    "Cause",
    "Given",
    "Gone",
    "HitState",
    "PartyState",
    "ReviewDraft",
    "SourceKind",
    "SourceQuality",
    "Standing",
    "Tally",
    "Verdict",
    "answering",
    "fingerprints",
    "may_escalate",
    "may_go_on",
    "may_look",
    "may_note",
    "may_review",
    "state_of",
    "tally",
    "unkept",
]
