"""The words of screening in a case: what is asked, found and judged, and where it stands."""

from enum import StrEnum


class PartyState(StrEnum):
    """Where the screening of a party stands; only the last two let a case go on by themselves."""

    NOT_SCREENED = "not_screened"
    WAITING = "waiting"
    FAILED = "failed"
    TO_REVIEW = "to_review"
    CONFIRMED = "confirmed"
    UNDECIDED = "undecided"
    CLEARED = "cleared"  # every hit was judged to be somebody else
    CLEAR = "clear"  # no hit, by what was compared


class HitState(StrEnum):
    """Where a hit stands: what people said of it, or that it is no longer found."""

    OPEN = "open"
    SECOND = "second"  # a second person has to look
    CONFIRMED = "confirmed"
    UNDECIDED = "undecided"  # two persons could not tell
    CLEARED = "cleared"
    GONE = "gone"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to look at it."""
        return self in (HitState.OPEN, HitState.SECOND)

    @property
    def is_finding(self) -> bool:
        """Whether it counts as a finding: two persons said that it is true."""
        return self is HitState.CONFIRMED


class Verdict(StrEnum):
    """What one person says of a hit: it is our party, it is somebody else, or it cannot be told."""

    TRUE = "true"
    FALSE = "false"
    UNDECIDED = "undecided"


class Gone(StrEnum):
    """Why a hit is no longer in force; what was said of it stays."""

    ENTITY_REMOVED = "entity_removed"  # the list no longer names it
    ENTITY_CHANGED = "entity_changed"  # the list says something else of it: judged anew
    PARTY_CHANGED = "party_changed"  # we know something else of the party: judged anew
    NOT_FOUND_AGAIN = "not_found_again"  # a later screening did not come near it


class Cause(StrEnum):
    """Why a party is screened."""

    NEW = "new"
    CHANGED = "changed"
    LIST_UPDATE = "list_update"
    ASKED = "asked"


class CameAs(StrEnum):
    """How a delegation list reached us."""

    FILE = "file"
    PASTED = "pasted"
    TYPED = "typed"


class Addressee(StrEnum):
    """To whom a hit is escalated."""

    EMBASSY = "embassy"
    CENTRAL_GOVERNMENT = "central_government"
    DESK = "desk"  # a contact point, such as that for economic security
    EXECUTIVE = "executive"
    OTHER = "other"


class SourceKind(StrEnum):
    """What sort of source says something of a party, beside the lists."""

    MEDIA = "media"
    CIVIL_SOCIETY = "civil_society"
    RESEARCH = "research"
    GOVERNMENT = "government"
    REGISTER = "register"  # a public register, such as that of companies
    PARTY = "party"  # what the party says of itself
    OTHER = "other"


class SourceQuality(StrEnum):
    """How far a source can be relied upon, in the judgement of whoever notes it."""

    CONFIRMED = "confirmed"  # other, independent sources say the same
    RELIABLE = "reliable"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"
