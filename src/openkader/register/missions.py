"""A mission as its services want to see it: what stands in the programme, who is on the list, whether it has begun."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import Exists, OuterRef, QuerySet

from openkader.base.errors import NotFound
from openkader.casework.mission import ParticipantDraft, ParticipantRole, ParticipantStatus, SlotDraft
from openkader.casework.vocabulary import ActivityStanding, Setting
from openkader.register.batches import BATCH
from openkader.register.hand import Hand, parties
from openkader.register.models import Activity, Participant, ProgrammeSlot, SlotParty

V = TypeVar("V", ProgrammeSlot, Participant)


def newest(model: type[V]) -> QuerySet[V]:
    """Of each number of an activity the version that counts."""
    same = {name: OuterRef(name) for name in ("activity", "number")}
    later = model._default_manager.filter(**same, version__gt=OuterRef("version"))
    return model._default_manager.filter(~Exists(later))


def standing(model: type[V]) -> QuerySet[V]:
    """The newest versions of what was not removed."""
    return newest(model).filter(is_removed=False)


def has_begun(activity: Activity, today: date) -> bool:
    """Whether an activity took place, or what is planned began; of a plan without a date nobody knows."""
    if activity.standing != ActivityStanding.PLANNED:
        return activity.standing == ActivityStanding.HELD
    return activity.starts_on is not None and activity.starts_on <= today


def can_teach(activity: Activity, today: date) -> bool:
    """Whether there is anything to learn of it: also what was called off teaches."""
    return activity.standing == ActivityStanding.CANCELLED or has_begun(activity, today)


def slot_draft(row: ProgrammeSlot, met: Iterable[str] = ()) -> SlotDraft:
    """A stored part as the rules know it; `met` are the references of its parties."""
    return SlotDraft(
        title=row.title,
        day=row.day,
        begins=row.begins,
        ends=row.ends,
        zone=row.zone,
        place=row.place,
        setting=Setting(row.setting) if row.setting else None,
        parties=tuple(met),
        counterparts=tuple(row.counterparts),
        roles=tuple(map(ParticipantRole, row.roles)),
        note=row.note,
    )


def participant_draft(row: Participant) -> ParticipantDraft:
    """A stored participant as the rules know them."""
    return ParticipantDraft(
        name=row.name,
        function=row.function,
        email=row.email,
        organisation=row.organisation,
        party=row.party.reference if row.party else None,
        role=ParticipantRole(row.role) if row.role else None,
        status=ParticipantStatus(row.status),
        reason=row.reason,
        note=row.note,
    )


def newest_version(model: type[V], activity: Activity, number: int, kind: str) -> V:
    """The newest version of a number; one that was never given is not there."""
    found = model._default_manager.filter(activity=activity, number=number).order_by("-version").first()
    if found is None:
        raise NotFound(kind, str(number))
    return found


def next_number(model: type[V], activity: Activity) -> int:
    """The number after the last that was given, also to what was removed since."""
    rows = model._default_manager.filter(activity=activity).order_by("-number")
    return (rows.values_list("number", flat=True).first() or 0) + 1


def enter_slots(
    activity: Activity, drafts: Sequence[SlotDraft], hand: Hand, *, number: int, version: int = 1
) -> None:
    """Store parts of a programme under numbers that go on from the first, with whom one meets there."""
    keys = parties((one for draft in drafts for one in draft.parties), hand)
    for place, draft in enumerate(drafts):
        row = ProgrammeSlot.objects.create(
            activity=activity,
            number=number + place,
            version=version,
            title=draft.title.strip(),
            day=draft.day,
            begins=draft.begins,
            ends=draft.ends,
            zone=draft.zone,
            place=draft.place.strip(),
            setting=draft.setting,
            counterparts=list(draft.counterparts),
            roles=[str(role) for role in draft.roles],
            note=draft.note.strip(),
            at=hand.now,
            by=hand.by,
        )
        SlotParty.objects.bulk_create(
            SlotParty(slot=row, party_id=key)
            for one in dict.fromkeys(draft.parties)
            if (key := keys[one]) is not None
        )


def shift_slots(activity: Activity, days: int, hand: Hand) -> int:
    """Give each part that stands in a programme a version so many days later; how many there are."""
    rows = standing(ProgrammeSlot).filter(activity=activity).order_by("number") if days else ()
    for row in rows:
        met = row.met.order_by("id").values_list("party__reference", flat=True)
        draft = slot_draft(row, met)
        later = replace(draft, day=draft.day + timedelta(days=days))
        enter_slots(activity, [later], hand, number=row.number, version=row.version + 1)
    return len(rows)


def enter_participants(
    activity: Activity, drafts: Sequence[ParticipantDraft], hand: Hand, *, number: int, version: int = 1
) -> None:
    """Store participants under numbers that go on from the first."""
    keys = parties((draft.party for draft in drafts), hand)
    Participant.objects.bulk_create(
        (
            Participant(
                activity=activity,
                number=number + place,
                version=version,
                name=draft.name,
                function=draft.function,
                email=draft.email,
                organisation=draft.organisation,
                party_id=keys[draft.party],
                role=draft.role,
                status=draft.status,
                reason=draft.reason,
                note=draft.note,
                fingerprint=draft.fingerprint,
                at=hand.now,
                by=hand.by,
            )
            for place, draft in enumerate(drafts)
        ),
        batch_size=BATCH,
    )


def remove_version(row: V, hand: Hand) -> None:
    """Another version of the same, which says that it is no longer there."""
    names = [field.attname for field in row._meta.concrete_fields if field.name != "id"]
    said = {name: getattr(row, name) for name in names}
    changes = {"version": row.version + 1, "is_removed": True, "at": hand.now, "by": hand.by}
    type(row)._default_manager.create(**{**said, **changes})
