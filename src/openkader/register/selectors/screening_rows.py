"""What the pages of screening show, as frozen values: the work list, one hit, a delegation, a party."""

from dataclasses import dataclass
from datetime import datetime

from openkader.base.errors import Problem
from openkader.casework.delegation import Delegate
from openkader.casework.screening import (
    Addressee,
    CameAs,
    Cause,
    Given,
    Gone,
    HitState,
    SourceKind,
    SourceQuality,
    Standing,
    Tally,
    Verdict,
)
from openkader.screening.entities import Entity
from openkader.screening.evidence import Band, Compared, Hit, ListUsed


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A party of a delegation, and where its screening stands."""

    reference: str
    name: str
    is_person: bool
    standing: Standing
    failure: str | None = None  # the code of why the last attempt gave no answer
    screened_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateRow:
    """One row of the newest delegation list."""

    delegate: Delegate
    party: PartyRow
    organisation: PartyRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One version of a delegation list."""

    reference: str
    version: int
    came_as: CameAs
    file_name: str | None
    rows: int
    added: int
    changed: int
    removed: int
    problems: tuple[Problem, ...]  # the rows that gave no delegate
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """The delegation of a request with the screening of everybody in it."""

    request: str
    is_fictional: bool
    versions: tuple[VersionRow, ...]  # the newest first; empty: no list came in
    delegates: tuple[DelegateRow, ...]
    parties: tuple[PartyRow, ...]  # each person and each organisation once
    tally: Tally
    done: int  # parties that no longer wait; of len(parties)
    fingerprint: str | None  # an assessment that saw another one (`screening_seen`) is stale

    @property
    def is_running(self) -> bool:
        """Whether somebody is still in the queue."""
        return self.done < len(self.parties)


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """A hit in the work list."""

    id: int
    party: str
    dossier: str
    asked_name: str
    listed_name: str
    caption: str
    list: str
    snapshot: str
    score: float
    band: Band
    state: HitState
    found_at: datetime
    reviews: int
    opened_again_because: Gone | None  # it takes the place of a hit that was judged before
    has_left: bool  # the newest version of the delegation list no longer names the party


@dataclass(frozen=True, slots=True, kw_only=True)
class HitList:
    """One page of the work list."""

    rows: tuple[HitRow, ...]
    total: int
    page: int
    pages: int
    open: int  # of all hits of parties that come along, whatever is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """What one person said of a hit."""

    number: int
    verdict: Verdict
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationRow:
    """To whom a hit was escalated."""

    to: Addressee
    text: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """What a source beside the lists says of a party."""

    kind: SourceKind
    quality: SourceQuality
    title: str
    says: str
    url: str | None
    published_on: str | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HitPage:
    """One hit with everything that its page shows."""

    row: HitRow
    hit: Hit
    list_used: ListUsed | None
    asked: Entity
    reviews: tuple[ReviewRow, ...]
    escalations: tuple[EscalationRow, ...]
    notes: tuple[NoteRow, ...]
    former: int | None  # the hit that it takes the place of
    successor: int | None  # the hit that took its place
    gone_because: Gone | None
    gone_at: datetime | None

    @property
    def given(self) -> tuple[Given, ...]:
        """The verdicts, as the rules want to see them."""
        return tuple(Given(review.by, review.verdict) for review in self.reviews)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningRow:
    """One comparison of a party with the lists."""

    id: int
    cause: Cause
    asked: Entity
    lists: tuple[ListUsed, ...]
    engine: str
    band: Band | None
    failure: str | None
    failure_detail: dict[str, str]
    compared: tuple[Compared, ...]
    missing: tuple[Compared, ...]
    found: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPage:
    """A party with its screenings, the newest first, its hits and what other sources say."""

    party: PartyRow
    dossier: str
    is_fictional: bool
    asked: Entity | None
    screenings: tuple[ScreeningRow, ...]
    hits: tuple[HitRow, ...]
    notes: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """How much screening is still to be done."""

    waiting: int
    running: int
    failed: int  # parties whose last attempt failed
