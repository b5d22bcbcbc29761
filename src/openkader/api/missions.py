"""What stands at an activity for its programme and its list of participants, as a program reads and changes it."""

from collections.abc import Iterable
from typing import TypeVar

from django.http import HttpRequest

from openkader.api.doors import Caller, caller
from openkader.api.shapes import require_known
from openkader.base.errors import NotFound
from openkader.register import selectors
from openkader.register.selectors import Mission, ParticipantRow, SlotRow

R = TypeVar("R", ParticipantRow, SlotRow)


def mission_at(nummer: str, who: Caller) -> Mission:
    """What stands at an activity that the caller may see."""
    activity = selectors.mission_activity(nummer, who.today, reader=who.person)
    return selectors.mission_of(activity, reader=who.person)


def mission_read(request: HttpRequest, nummer: str) -> tuple[Caller, Mission]:
    """The same; the trail knows who read it, where its request is confidential."""
    who = caller(request)
    require_known(request.GET)
    found = mission_at(nummer, who)
    who.note_reading(found.activity.request)
    return who, found


def numbered(rows: Iterable[R], number: int, kind: str) -> R:
    """The one of this number; `kind` is what is not found where there is none."""
    for row in rows:
        if row.number == number:
            return row
    raise NotFound(kind, str(number)[:20])
