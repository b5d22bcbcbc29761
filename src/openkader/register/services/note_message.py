"""After a talk somebody notes whether a line to take was raised, with whom, and what they answered."""

from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.casework.raising import NoteDraft, Talked, may_note
from openkader.casework.vocabulary import ActivityStanding
from openkader.kader import Kader
from openkader.kader.model import MessageLine
from openkader.register.cases import activity_for_update
from openkader.register.hand import Hand, digest, parties, require, typed, writing
from openkader.register.message_entries import MessageNoteEntry
from openkader.register.models import Activity, MessageNote
from openkader.register.promises import counterparts_of, enter_follow_up


def note_message(entry: MessageNoteEntry, *, kader: Kader, by: str, now: datetime) -> int:
    """Note one line with one counterpart; its number in the activity. Handed in twice, it counts once."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        line = _line(kader, entry.line)
        notes = MessageNote.objects.filter(activity=activity, line=line.id)
        newest = notes.order_by("-number").first()
        key = parties([entry.party], hand)[entry.party]
        columns = _columns(entry, key)
        if newest is not None and newest.recorded_by == by and _is_same(newest, columns, entry):
            return newest.number
        require(may_note(_draft(entry), _talked(activity, notes.count()), hand.today))
        row = _store(activity, line, kader, columns, hand)
        follows = enter_follow_up(row, entry.promise, hand)
        hand.log(
            "message.noted",
            "activity",
            activity.reference,
            activity.reference,
            line=line.id,
            raised=row.raised,
            party=entry.party,
            follow_up=follows,
            digest=digest(entry),
        )
    return row.number


def _line(kader: Kader, name: str) -> MessageLine:
    found = next((one for one in kader.messages if one.id == name), None)
    if found is None:
        raise NotFound("message", name[:80])
    return found


def _draft(entry: MessageNoteEntry) -> NoteDraft:
    return NoteDraft(
        raised=entry.raised,
        seen=entry.seen,
        reason=entry.reason or "",
        party=entry.party,
        setting=entry.setting,
        reaction=entry.reaction or "",
        promise=entry.promise,
    )


def _talked(activity: Activity, given: int) -> Talked:
    return Talked(
        first_day=activity.starts_on,
        parties=counterparts_of(activity),
        given=given,
        is_cancelled=activity.standing == ActivityStanding.CANCELLED,
    )


def _columns(entry: MessageNoteEntry, party: int | None) -> dict[str, object]:
    return {
        "party_id": party,
        "raised": entry.raised,
        "reason": typed(entry.reason),
        "said_by": typed(entry.said_by),
        "setting": entry.setting,
        "reaction": typed(entry.reaction),
    }


def _is_same(row: MessageNote, columns: dict[str, object], entry: MessageNoteEntry) -> bool:
    """Whether this is what was noted last, by a second click."""
    follow_up = getattr(row, "follow_up", None)
    promised = None if follow_up is None else (follow_up.what, follow_up.who, follow_up.due_on)
    promise = entry.promise
    asked = None if promise.is_empty else (promise.what.strip(), promise.who.strip(), promise.due_on)
    return promised == asked and all(getattr(row, name) == value for name, value in columns.items())


def _store(
    activity: Activity, line: MessageLine, kader: Kader, columns: dict[str, object], hand: Hand
) -> MessageNote:
    return MessageNote.objects.create(
        activity=activity,
        number=MessageNote.objects.filter(activity=activity).count() + 1,
        kader=kader.id,
        line=line.id,
        topic=line.topic,
        text_nl=line.text.nl,
        text_en=line.text.en,
        source_id=hand.source_id,
        recorded_at=hand.now,
        recorded_by=hand.by,
        **columns,
    )
