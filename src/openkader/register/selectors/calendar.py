"""What stands in the calendar of a colleague or a team: what takes place, and what is due by a day.

It is what the work list, the page of an activity and the reminders say, by the same conditions.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.agenda import BEHIND, MOST_ITEMS, AgendaItem, AgendaKind, may_travel
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import ActivityStanding, Confidentiality, Kind, Precision
from openkader.register.feeds import Feed
from openkader.register.missions import standing
from openkader.register.models import Activity, ProgrammeSlot
from openkader.register.selectors.due_days import DueRow, due_days, worked_on
from openkader.register.selectors.recommendations import recommendations
from openkader.register.visibility import visible_or_alone

_DAY = timedelta(days=1)
_ABOUT = (
    *("reference", "kind", "title_nl", "title_en", "place", "starts_on", "ends_on", "standing"),
    *("recorded_at", "request__confidentiality", "request__line__changed_at"),
)
_SLOT = (
    *("number", "title", "day", "begins", "ends", "zone", "place", "at", "activity__reference"),
    *("activity__kind", "activity__standing", "activity__request__confidentiality"),
    "activity__request__line__changed_at",
)


def agenda_of(feed: Feed, today: date) -> tuple[AgendaItem, ...]:
    """What stands in a feed, in order of time; nothing once its account may not see it any more.

    Where there is more than fits, what is nearest to today.
    """
    if feed.reader is None:
        return ()
    found = [
        *_activities(feed.reader, feed.of.team, today),
        *_slots(feed.reader, feed.of.team, today),
        *(_due(row) for row in due_days(feed.reader, feed.of.team, today)),
    ]
    if not feed.of.team and feed.reader.may(Act.EVALUATE):
        found += _recommendations(feed.reader, today)
    nearest = sorted(found, key=lambda one: (abs((one.day - today).days), one.kind, one.key))
    return tuple(sorted(nearest[:MOST_ITEMS], key=lambda one: (one.day, one.kind, one.key)))


def activity_item(reference: str, reader: Person) -> AgendaItem:
    """One activity with all its words, for whoever takes it along by hand; without a known day there is none."""
    rows = Activity.objects.filter(visible_or_alone(reader), reference=reference, precision=Precision.DAY)
    row = rows.values(*_ABOUT).first()
    if row is None:
        raise NotFound("activity", reference[:80])
    return _activity(row, is_whole=True)


def item_of(activity: Activity, part: int, *, is_whole: bool = False) -> AgendaItem | None:
    """An activity, or the part of its programme of this number, as it may travel; none without a day or once taken out.

    Part zero is all of it. With `is_whole` it has all its words, for whoever may see it here.
    """
    if not part:
        rows = Activity.objects.filter(pk=activity.pk, precision=Precision.DAY)
        return next((_activity(row, is_whole=is_whole) for row in rows.values(*_ABOUT)), None)
    slots = standing(ProgrammeSlot).filter(activity=activity, number=part)
    return next((_slot(row) for row in slots.values(*_SLOT)), None)


def items_of(activity: Activity, *, is_whole: bool = False) -> dict[int, AgendaItem]:
    """The same of the activity and of each part that stands in its programme, by number and in order of time."""
    whole = item_of(activity, 0, is_whole=is_whole)
    slots = standing(ProgrammeSlot).filter(activity=activity).order_by("day", "begins", "number")
    parts = {row["number"]: _slot(row, is_whole=is_whole) for row in slots.values(*_SLOT)}
    return ({0: whole} if whole else {}) | parts


def _activities(reader: Person, team: str, today: date) -> Iterator[AgendaItem]:
    near = Q(precision=Precision.DAY, ends_on__gte=today - BEHIND)
    rows = Activity.objects.filter(near, worked_on("request__", reader, team)).order_by("starts_on", "id")
    return (_activity(row) for row in rows.values(*_ABOUT)[:MOST_ITEMS])


def _activity(row: dict[str, Any], *, is_whole: bool = False) -> AgendaItem:
    is_told = is_whole or may_travel(_level(row["request__confidentiality"]))
    return AgendaItem(
        kind=AgendaKind.ACTIVITY,
        key=row["reference"],
        record=row["reference"],
        contact=Kind(row["kind"]) if row["kind"] else None,
        begins=row["starts_on"],
        ends=row["ends_on"] + _DAY,
        changed=row["request__line__changed_at"] or row["recorded_at"],
        title=Text(nl=row["title_nl"], en=row["title_en"]) if is_told else None,
        place=row["place"] if is_told else None,
        is_cancelled=row["standing"] == ActivityStanding.CANCELLED,
    )


def _slots(reader: Person, team: str, today: date) -> Iterator[AgendaItem]:
    near = Q(day__gte=today - BEHIND)
    rows = standing(ProgrammeSlot).filter(near, worked_on("activity__request__", reader, team))
    return (_slot(row) for row in rows.order_by("day", "id").values(*_SLOT)[:MOST_ITEMS])


def _slot(row: dict[str, Any], *, is_whole: bool = False) -> AgendaItem:
    is_told = is_whole or may_travel(_level(row["activity__request__confidentiality"]))
    begins, ends = _times(row)
    return AgendaItem(
        kind=AgendaKind.SLOT,
        key=f"{row['activity__reference']} {row['number']}",
        record=row["activity__reference"],
        contact=Kind(row["activity__kind"]) if row["activity__kind"] else None,
        begins=begins,
        ends=ends,
        changed=max(row["at"], row["activity__request__line__changed_at"] or row["at"]),
        title=Text(nl=row["title"], en=row["title"]) if is_told else None,
        place=row["place"] or None if is_told else None,
        is_cancelled=row["activity__standing"] == ActivityStanding.CANCELLED,
    )


def _times(row: dict[str, Any]) -> tuple[date | datetime, date | datetime | None]:
    """When a part begins and ends; a part without a time lasts all day."""
    if row["begins"] is None:
        return row["day"], row["day"] + _DAY
    there = ZoneInfo(row["zone"])
    begins, ends = (
        None if clock is None else datetime.combine(row["day"], clock, there).astimezone(UTC)
        for clock in (row["begins"], row["ends"])
    )
    assert begins is not None  # noqa: S101 - just seen
    return begins, ends


def _due(row: DueRow) -> AgendaItem:
    return AgendaItem(
        kind=row.kind,
        key=row.key,
        record=row.record,
        contact=row.contact,
        begins=row.due_on,
        ends=row.due_on + _DAY,
        changed=row.changed,
        title=row.title if may_travel(row.level) else None,
    )


def _recommendations(reader: Person, today: date) -> Iterator[AgendaItem]:
    for row in recommendations(reader=reader, today=today):
        if row.due is not None and not row.is_closed:
            yield AgendaItem(
                kind=AgendaKind.RECOMMENDATION,
                key=row.reference,
                record=row.reference,
                contact=None,
                begins=row.due.ends_on,
                ends=row.due.ends_on + _DAY,
                changed=max(one.at for one in row.addresses),
            )


def _level(word: str | None) -> Confidentiality | None:
    return Confidentiality(word) if word else None
