"""The mission behind an activity: its programme, who takes part, what was learned, and what it may begin as."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Value

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.mission import ParticipantDraft, SlotDraft, in_order
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ActivityStanding, Precision
from openkader.register.cases import is_made_up
from openkader.register.missions import can_teach, participant_draft, slot_draft, standing
from openkader.register.models import (
    Activity,
    Lesson,
    Participant,
    Participation,
    ProgrammeSlot,
    ProgrammeTemplate,
    SlotParty,
)
from openkader.register.selectors.collections import party_label
from openkader.register.visibility import visible_or_alone, visible_parties

MOST_TEMPLATES = 50
_LABEL = ("reference", "name", "function_nl", "function_en")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRow:
    """The newest version of a part of a programme."""

    number: int
    version: int
    draft: SlotDraft
    at: datetime
    by: str
    former: tuple[SlotDraft, ...] = ()  # what it was before, in order; without whom one would have met


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow:
    """The newest version of a participant."""

    number: int
    version: int
    draft: ParticipantDraft
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonRow:
    """What was learned, by whom and when it was noted."""

    text: str
    at: datetime
    by: str
    activity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRow:
    """An earlier activity with a programme."""

    reference: str
    title: Text
    starts_on: date | None
    slots: int
    lessons: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionActivity:
    """What a page of a mission needs of its activity."""

    key: int
    reference: str
    title: Text
    year: int
    country: str | None
    place: str | None
    period: Period | None
    request: str | None
    is_fictional: bool
    is_cancelled: bool
    can_teach: bool  # whether there is anything to learn of it yet
    kader: str | None  # of the year that it was read from; None: it was made here


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """An activity with its programme in order, its participants, its lessons, and the parties that may be named."""

    activity: MissionActivity
    slots: tuple[SlotRow, ...] = ()
    removed: tuple[SlotRow, ...] = ()
    participants: tuple[ParticipantRow, ...] = ()
    lessons: tuple[LessonRow, ...] = ()
    heeded: tuple[LessonRow, ...] = ()  # of the activities whose programme this one began as
    labels: Mapping[str, Text] = field(default_factory=dict)  # of each party that the reader may see
    offered: tuple[str, ...] = ()  # the parties of the activity and of its request
    in_account: frozenset[str] = frozenset()  # the parties that take part in the figures of its year


def mission_activity(reference: str, today: date, *, reader: Person) -> MissionActivity:
    """The activity of a mission; one that the reader may not see is not there."""
    query = Activity.objects.filter(visible_or_alone(reader), reference=reference)
    row = query.select_related("request", "request__source", "source").first()
    if row is None:
        raise NotFound("activity", reference)
    sources = [row.source, row.request.source if row.request else None]
    return MissionActivity(
        key=row.pk,
        reference=row.reference,
        title=Text(nl=row.title_nl, en=row.title_en),
        year=row.year,
        country=row.country,
        place=row.place,
        period=_period(row),
        request=row.request.reference if row.request else None,
        is_fictional=is_made_up(row),
        is_cancelled=row.standing == ActivityStanding.CANCELLED,
        can_teach=can_teach(row, today),
        kader=next((one.kader for one in sources if one is not None and one.kader), None),
    )


def _period(row: Activity) -> Period | None:
    if row.starts_on is None or row.ends_on is None:
        return None
    return Period(row.starts_on, row.ends_on, Precision(row.precision or Precision.DAY))


def mission_of(activity: MissionActivity, *, reader: Person) -> Mission:
    """Everything that was prepared and looked back upon."""
    versions = _versions(activity)
    rows = [all_of_it[-1] for all_of_it in versions.values()]
    listed = standing(Participant).filter(activity=activity.key).select_related("party")
    people = list(listed.order_by("number"))
    met, lessons = _met(rows, reader), _lessons(activity, reader)
    parties = _parties(activity, people, rows, reader)
    slots = [(row.is_removed, _slot(row, met[row.pk], versions[row.number][:-1])) for row in rows]
    return Mission(
        activity=activity,
        slots=tuple(in_order((one for gone, one in slots if not gone), lambda one: one.draft)),
        removed=tuple(one for gone, one in slots if gone),
        participants=tuple(_participant(row, parties.labels) for row in people),
        lessons=tuple(one for one in lessons if one.activity == activity.reference),
        heeded=tuple(one for one in lessons if one.activity != activity.reference),
        labels=parties.labels,
        offered=parties.offered,
        in_account=parties.in_account,
    )


def _lessons(activity: MissionActivity, reader: Person) -> list[LessonRow]:
    """What was learned here and where this programme began, in the order in which it was noted."""
    began_as = ProgrammeTemplate.objects.filter(activity=activity.key).values("template")
    rows = Lesson.objects.filter(Q(activity=activity.key) | Q(activity__in=began_as))
    rows = rows.filter(visible_or_alone(reader, "activity__request__")).select_related("activity")
    return [
        LessonRow(text=row.text, at=row.at, by=row.by, activity=row.activity.reference)
        for row in rows.order_by("id")
    ]


def templates_for(activity: MissionActivity, *, reader: Person) -> tuple[TemplateRow, ...]:
    """Other activities that have a programme, the newest first."""
    there = standing(ProgrammeSlot).filter(activity=OuterRef("pk"))
    query = Activity.objects.filter(visible_or_alone(reader), Exists(there)).exclude(pk=activity.key)
    query = query.annotate(
        learned=Count("lessons", distinct=True), planned=Count("slots__number", distinct=True)
    )
    return tuple(
        TemplateRow(
            reference=row.reference,
            title=Text(nl=row.title_nl, en=row.title_en),
            starts_on=row.starts_on,
            slots=row.planned,
            lessons=row.learned,
        )
        for row in query.order_by("-year", "-starts_on", "-id")[:MOST_TEMPLATES]
    )


def mission_counts(activity: int) -> dict[str, int]:
    """How many parts and lessons there are, and how many participants of each status."""
    rows = standing(Participant).filter(activity=activity).order_by()
    statuses = dict(rows.values_list("status").annotate(Count("pk")))
    slots = standing(ProgrammeSlot).filter(activity=activity).count()
    return {**statuses, "slots": slots, "lessons": Lesson.objects.filter(activity=activity).count()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parties:
    labels: dict[str, Text]
    offered: tuple[str, ...]
    in_account: frozenset[str]


def _parties(
    activity: MissionActivity, people: Iterable[Participant], slots: Iterable[ProgrammeSlot], reader: Person
) -> _Parties:
    """Every party that is named here, as far as the reader may see it."""
    named = [row.party_id for row in people if row.party_id]
    at_slots = SlotParty.objects.filter(slot__in=[row.pk for row in slots]).values("party")
    taking = Exists(Participation.objects.filter(party=OuterRef("pk"), activity=activity.key))
    of_request = Participation.objects.filter(party=OuterRef("pk"), request__reference=activity.request)
    asking = Exists(of_request) if activity.request else Value(value=False)
    query = visible_parties(reader).annotate(is_taking=taking, is_asking=asking)
    query = query.filter(Q(is_taking=True) | Q(is_asking=True) | Q(pk__in=named) | Q(pk__in=at_slots))
    rows = list(query.order_by("id").values(*_LABEL, "is_taking", "is_asking"))
    return _Parties(
        offered=tuple(str(row["reference"]) for row in rows if row["is_taking"] or row["is_asking"]),
        in_account=frozenset(str(row["reference"]) for row in rows if row["is_taking"]),
        labels={str(row["reference"]): _label(row) for row in rows},
    )


def _label(row: dict[str, Any]) -> Text:
    reference = str(row["reference"])
    return party_label(row) or Text(nl=reference, en=reference)


def _met(slots: Iterable[ProgrammeSlot], reader: Person) -> Mapping[int, list[str]]:
    """The parties of each part that the reader may see."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = SlotParty.objects.filter(slot__in=[row.pk for row in slots], party__in=visible_parties(reader))
    for slot, party in rows.order_by("id").values_list("slot", "party__reference"):
        found[slot].append(party)
    return found


def _versions(activity: MissionActivity) -> dict[int, list[ProgrammeSlot]]:
    """Every version of each part, by its number."""
    found: dict[int, list[ProgrammeSlot]] = defaultdict(list)
    for row in ProgrammeSlot.objects.filter(activity=activity.key).order_by("number", "version"):
        found[row.number].append(row)
    return found


def _slot(row: ProgrammeSlot, met: Iterable[str], former: Iterable[ProgrammeSlot]) -> SlotRow:
    return SlotRow(
        number=row.number,
        version=row.version,
        draft=slot_draft(row, met),
        at=row.at,
        by=row.by,
        former=tuple(map(slot_draft, former)),
    )


def _participant(row: Participant, labels: Mapping[str, Text]) -> ParticipantRow:
    """A participant; a party that the reader may not see is left out."""
    if row.party is not None and row.party.reference not in labels:
        row.party = None
    return ParticipantRow(
        number=row.number, version=row.version, draft=participant_draft(row), at=row.at, by=row.by
    )
