"""When a colleague may be invited to an activity by mail, and what an invitation says at a moment."""

from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.agenda import AgendaItem
from openkader.casework.vocabulary import ActivityStanding


class Method(StrEnum):
    """What a calendar is asked to do (RFC 5546): put it in or bring it up to date, or take it out."""

    REQUEST = "request"
    CANCEL = "cancel"


def may_invite(standing: ActivityStanding, item: AgendaItem | None, *, mails: bool) -> Refusal | None:
    """To what still has to take place, once its day is known, and where mail goes out at all."""
    if standing is not ActivityStanding.PLANNED:
        return Refusal("activity.not-planned")
    if item is None:
        return Refusal("invitation.no-day")
    return None if mails else Refusal("invitation.no-mail")


def may_be_invited(name: str, *, has_address: bool, may_see: bool) -> Refusal | None:
    """A colleague gets nothing in the calendar of what is not to be seen in the register."""
    if not may_see:
        return Refusal("invitation.may-not-see", {"name": name})
    return None if has_address else Refusal("invitation.no-address", {"name": name})


def may_uninvite(standing: ActivityStanding) -> Refusal | None:
    """What took place stays in the calendar, and what was called off was taken out already."""
    return None if standing is ActivityStanding.PLANNED else Refusal("activity.not-planned")


def method_of(item: AgendaItem | None, *, is_withdrawn: bool, may_see: bool) -> Method:
    """It stays in for whom it is meant, as long as it may be seen, has a day and goes on."""
    stays = item is not None and not item.is_cancelled and may_see and not is_withdrawn
    return Method.REQUEST if stays else Method.CANCEL
