"""The invitations to an activity in words: what goes out, and who is invited."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.casework.agenda import AgendaItem, may_travel
from openkader.casework.inviting import Method
from openkader.casework.period import Period
from openkader.publication.calendar_invitations import subject_of, text_of
from openkader.publication.periods import shown_period
from openkader.register.selectors import Invitations, InvitedRow
from openkader.web.shell import said, shown_moment


def part_name(found: Invitations, part: int) -> str:
    """How an activity or a part of its programme is called among colleagues, and when it is; empty without a day."""
    item = found.inside.get(part)
    return f"{said(item.title)} · {_when(item)}" if item is not None else ""


def _when(item: AgendaItem) -> str:
    if isinstance(item.begins, datetime):
        return f"{shown_moment(item.begins)} ({settings.TIME_ZONE})"  # a part may be held where it is another hour
    return shown_period(Period.day(item.day, item.last_day)) or ""


def shown_invitations(found: Invitations) -> dict[str, Any]:
    """Everything that the page shows, but the form."""
    return {
        "says": _(
            "Everybody may know of this case, so title and place go along. Whoever runs a mailbox can read along."
        )
        if may_travel(found.level)
        else _(
            "This case is not public. So only the number, the kind and the day or time go along: "
            "whoever runs a mailbox can read along."
        ),
        "mails": _mails(found),
        "invited": [_row(found, row) for row in found.invited],
    }


def _mails(found: Invitations) -> list[dict[str, str]]:
    """The mail of each part, word for word, in the language of the house."""
    word = settings.LANGUAGE_CODE
    address = settings.OPENKADER_ADDRESS + reverse("activity", args=[found.activity])
    return [
        {
            "name": part_name(found, part),
            "subject": subject_of(Method.REQUEST, item, word),
            "text": text_of(Method.REQUEST, item, word, address),
        }
        for part, item in found.items.items()
    ]


def _row(found: Invitations, row: InvitedRow) -> dict[str, Any]:
    return {
        "id": f"{row.part}-{row.name}",
        "part": row.part,
        "name": row.name,
        "address": found.addresses.get(row.name, ""),
        "what": part_name(found, row.part),
        "at": shown_moment(row.at),
        "by": row.by,
        "is_waiting": row.is_waiting,
    }
