"""What is handed to the services of screening: one frozen value for each kind of record."""

from dataclasses import dataclass

from openkader.base.errors import Problem, Unavailable
from openkader.casework.delegation import Delegate
from openkader.casework.screening import Addressee, CameAs, Cause, SourceKind, SourceQuality, Verdict
from openkader.screening.entities import Entity
from openkader.screening.evidence import Screening


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationEntry:
    """A new version of a delegation list; `seen` is the newest version that its maker knew (0: none)."""

    request: str
    seen: int
    came_as: CameAs
    digest: str  # of the file or the text as it was handed in
    delegates: tuple[Delegate, ...]
    problems: tuple[Problem, ...] = ()
    file_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a comparison with the lists gave for what was asked: a whole answer, or why there is none."""

    asked: Entity
    engine: str
    result: Screening | None = None
    failure: Unavailable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonEntry:
    """How many names a program has compared, and with which list in which snapshot; never whose."""

    names: int
    lists: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A task that a worker holds until its lease ends; `attempt` proves that it still does."""

    task: int
    attempt: int
    party: str
    cause: Cause
    asked: Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEntry:
    """What somebody says of a hit, having seen so many earlier reviews."""

    hit: int
    seen: int
    verdict: Verdict | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationEntry:
    """A hit that is put before somebody else, with what is asked of them."""

    hit: int
    to: Addressee
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNoteEntry:
    """What a source beside the lists says of a party."""

    party: str
    kind: SourceKind
    quality: SourceQuality
    title: str
    says: str
    url: str | None = None
    published_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What changed in a list; `whole`: there is no former snapshot to compare with, so all of it may be new."""

    list: str
    former: str | None
    present: str
    whole: bool = False
    new: tuple[str, ...] = ()  # entities that were added, or of which it says something else
    gone: tuple[str, ...] = ()  # entities that it no longer names
