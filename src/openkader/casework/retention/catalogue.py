"""How long an organisation keeps which records, and on what ground."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from openkader.base.text import Text


class RecordKind(StrEnum):
    """A sort of record with a term of its own."""

    REQUEST = "request"  # a whole dossier: the request with all that was done with it
    DELEGATION_LIST = "delegation_list"
    PARTICIPANTS = "participants"
    SELF_SCAN = "self_scan"
    SURVEY_ANSWERS = "survey_answers"
    AGREEMENT = "agreement"
    NETWORK = "network"
    INTERVIEW = "interview"
    EVALUATION = "evaluation"
    KADER = "kader"
    AUDIT_TRAIL = "audit_trail"


# What was adopted, and the trail of everything: no term can make it go.
ALWAYS_KEPT = frozenset({RecordKind.EVALUATION, RecordKind.KADER, RecordKind.AUDIT_TRAIL})
# What hangs on a dossier and can be destroyed with it or before it.
DESTROYED_HERE = (
    RecordKind.REQUEST,
    RecordKind.DELEGATION_LIST,
    RecordKind.PARTICIPANTS,
    RecordKind.SELF_SCAN,
    RecordKind.SURVEY_ANSWERS,
)


class TermStatus(StrEnum):
    """What is known of a term."""

    SOURCED = "sourced"
    UNKNOWN = "unknown"
    KEPT = "kept"  # for ever


class Begins(StrEnum):
    """From which moment a term runs."""

    CLOSED = "closed"
    LAST_ACTIVITY = "last_activity"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionSource:
    """A selection list or another document; of one that was not read no term can be taken."""

    id: str
    title: Text
    what: Text  # what was read of it
    url: str | None
    is_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A made-up term, which holds for made-up dossiers alone."""

    years: int
    begins: Begins


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """How long one sort of record is kept; a term has years, a beginning, and the category of its source."""

    kind: RecordKind
    title: Text
    why: Text
    status: TermStatus
    years: int = 0
    begins: Begins = Begins.CLOSED
    source: str | None = None
    category: str | None = None
    practice: Practice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """All terms of an organisation; of a sort that it does not name nothing is known."""

    title: Text
    introduction: Text
    sources: tuple[RetentionSource, ...] = ()
    rules: tuple[RetentionRule, ...] = ()
    by_kind: Mapping[RecordKind, RetentionRule] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_kind", {rule.kind: rule for rule in self.rules})

    def source_of(self, rule: RetentionRule) -> RetentionSource | None:
        """The source of its term."""
        return next((one for one in self.sources if one.id == rule.source), None)
