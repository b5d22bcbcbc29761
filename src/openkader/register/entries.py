"""What is handed to the services: one frozen value for each kind of record.

None means unknown: the source does not say. It is never a way to say no.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openkader.base.text import Text
from openkader.casework.agreements import Stated
from openkader.casework.joining import Sameness
from openkader.casework.network import Manner
from openkader.casework.period import Period
from openkader.casework.recommendations import FollowUpStatus
from openkader.casework.vocabulary import (
    ActivityStanding,
    ClaimOperator,
    Confidentiality,
    DecisionOutcome,
    EvidenceKind,
    FindingSubject,
    Kind,
    Level,
    MeasureStatus,
    PartyKind,
    Role,
    Setting,
    TopicSource,
)
from openkader.casework.work_list import Holder


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    """What every entry may carry: the literal sentence it rests on, and our remark about it."""

    passage: str | None = None
    remark: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Grounded):
    """An entry with a reference; `number` is how many it stands for, None when unknown."""

    reference: str
    number: int | None = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry:
    """Another name of a party."""

    name: str
    script: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyEntry(Grounded):
    """An organisation or person; with a name, or with the function it is known by."""

    reference: str
    kind: PartyKind
    name: str | None = None
    function: Text | None = None
    country: str | None = None
    region: str | None = None
    birth_date: str | None = None
    gender: str | None = None
    names: tuple[NameEntry, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyJudgementEntry:
    """What somebody says of two parties, having seen so many earlier judgements on them."""

    leading: str
    other: str
    verdict: Sameness
    reason: str
    seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerEntry(Grounded):
    """One question answered; a null value says: asked, and still unknown.

    `seen` is how many answers on this question its giver had seen; None where nobody looked.
    """

    fact: str
    value: object = None
    basis: str | None = None
    seen: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationEntry(Counted):
    """A named party, or a described group of which at most the number is known."""

    role: Role
    party: str | None = None
    description: Text | None = None
    dropped_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantEntry:
    """Somebody in a request: a party that is registered already, or a new one under this name."""

    request: str
    role: Role
    party: str | None = None
    name: str = ""
    kind: PartyKind = PartyKind.ORGANISATION


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEntry(Counted):
    """A request as it came in."""

    year: int
    title: Text
    received: Period | None = None
    kind: Kind | None = None
    country: str | None = None
    programme: str | None = None
    initiative: str | None = None
    confidentiality: Confidentiality = Confidentiality.INTERNAL
    team: str | None = None
    participations: tuple[ParticipationEntry, ...] = ()
    answers: tuple[AnswerEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentEntry:
    """Work that goes from one hand to another, by somebody who saw whose it was."""

    request: str
    to: Holder
    seen: Holder


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntry(Counted):
    """A decision; read in a publication when it stands in a year file."""

    year: int
    level: Level
    request: str | None = None
    outcome: DecisionOutcome | None = None
    ground: str | None = None
    instrument: str | None = None
    motivation: str | None = None
    conditions: tuple[str, ...] = ()
    referred_to: str | None = None
    party: str | None = None
    title: Text | None = None
    kind: Kind | None = None
    programme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry(Grounded):
    """A subject that was raised."""

    code: str
    stated_in: TopicSource = TopicSource.RECORD
    party: str | None = None
    setting: Setting | None = None
    reaction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEntry(Counted):
    """An agreement as a source states it; `year` where it belongs to no activity."""

    stated: Stated
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceEntry(Grounded):
    """What shows that a measure was carried out, and where it can be found."""

    kind: EvidenceKind
    title: Text
    url: str | None = None
    sha256: str | None = None
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureEntry(Counted):
    """A measure of an action line beside an activity."""

    line: str
    code: str
    status: MeasureStatus = MeasureStatus.OPEN
    due_on: date | None = None
    evidence: tuple[EvidenceEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityEntry(Counted):
    """What took place or is planned to, with everything that is known to belong to it."""

    year: int
    title: Text
    standing: ActivityStanding = ActivityStanding.HELD
    request: str | None = None
    kind: Kind | None = None
    period: Period | None = None
    country: str | None = None
    programme: str | None = None
    aim: Text | None = None
    place: str | None = None
    regions: tuple[str, ...] = ()
    office_holder: bool | None = None
    foreign_delegation: bool | None = None
    itemised: bool = False
    participations: tuple[ParticipationEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    agreements: tuple[AgreementEntry, ...] = ()
    measures: tuple[MeasureEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkEntry(Counted):
    """Talks that are no activity of their own.

    `members` are those of the network with whom they were; `part_of` are talks that are counted together, of which
    this is one.
    """

    year: int
    purpose: str
    title: Text
    period: Period | None = None
    programme: str | None = None
    party: str | None = None
    members: tuple[str, ...] = ()
    manner: Manner | None = None
    by_whom: str | None = None
    about: str | None = None
    whom: str | None = None
    names_withheld: bool | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEntry(Counted):
    """What was found about an action line or a precondition."""

    year: int
    subject: FindingSubject
    line: str
    text: Text
    verdict: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationEntry(Counted):
    """What the organisation advises itself, to whom and before when; a form leaves its reference empty."""

    year: int
    text: Text
    status: FollowUpStatus | None = None
    to: Text | None = None
    due: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry(Counted):
    """A sentence that the register can be asked about."""

    year: int
    chapter: str
    figure: str
    operator: ClaimOperator
    value: int | None = None
    derived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """The document a year is taken from."""

    reference: str
    organisation: Text
    year: int
    title: Text
    fictional: bool
    note: Text | None = None
    url: str | None = None
    kader: str | None = None
