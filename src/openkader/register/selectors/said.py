"""What was noted after talks, and what was promised."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.register.models import FollowUp, MessageNote
from openkader.register.visibility import visible_or_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRow:
    """What was promised, and what came of it."""

    reference: str
    what: str
    who: str
    due_on: date
    outcome: str | None
    done_at: datetime | None
    done_by: str | None
    item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRow:
    """What was noted of a line after a talk; `counts` where nothing newer was noted on it with this counterpart."""

    activity: str
    number: int
    line: str
    text: Text
    party: str | None
    raised: bool
    reason: str | None
    said_by: str | None
    setting: str | None
    reaction: str | None
    by: str
    at: datetime
    counts: bool
    follow_up: FollowUpRow | None = None


def notes_of(activity: str, *, reader: Person) -> tuple[MessageRow, ...]:
    """What was noted after an activity, the newest first."""
    mine = visible_or_alone(reader, "activity__request__") & Q(activity__reference=activity)
    return tuple(note for _key, note in notes_where(mine, {}))[::-1]


def notes_where(mine: Q, leads: Mapping[int, str]) -> list[tuple[int, MessageRow]]:
    """Notes with the key of the activity of each, the oldest first; `leads` says under whom a party is shown."""
    same = MessageNote.objects.filter(activity=OuterRef("activity"), line=OuterRef("line")).order_by(
        "-number"
    )
    later = same.filter(party=OuterRef("party")).values("number")[:1]
    nobody = same.filter(party__isnull=True).values("number")[:1]
    query = MessageNote.objects.filter(mine).select_related("party", "activity", "follow_up")
    query = query.annotate(last_with=Subquery(later), last_alone=Subquery(nobody)).order_by(
        "activity", "number"
    )
    return [(row.activity_id, _note(row, leads)) for row in query]


def _note(row: Any, leads: Mapping[int, str]) -> MessageRow:
    follow_up = getattr(row, "follow_up", None)
    last = row.last_alone if row.party_id is None else row.last_with
    return MessageRow(
        activity=row.activity.reference,
        number=row.number,
        line=row.line,
        text=Text(nl=row.text_nl, en=row.text_en),
        party=None if row.party is None else leads.get(row.party_id, row.party.reference),
        raised=row.raised,
        reason=row.reason,
        said_by=row.said_by,
        setting=row.setting,
        reaction=row.reaction,
        by=row.recorded_by,
        at=row.recorded_at,
        counts=row.number == last,
        follow_up=None if follow_up is None else follow_up_row(follow_up),
    )


def follow_up_row(row: FollowUp) -> FollowUpRow:
    """A follow-up as it is read."""
    return FollowUpRow(
        reference=row.reference,
        what=row.what,
        who=row.who,
        due_on=row.due_on,
        outcome=row.outcome,
        done_at=row.done_at,
        done_by=row.done_by,
        item=row.item.reference if row.item is not None else None,
    )


def open_follow_ups(activity: str, *, reader: Person) -> tuple[FollowUpRow, ...]:
    """What was promised at an activity, in the order in which it is due."""
    mine = visible_or_alone(reader, "activity__request__")
    rows = FollowUp.objects.filter(mine, activity__reference=activity).select_related("item")
    return tuple(follow_up_row(row) for row in rows.order_by("due_on", "id"))
