"""Who was invited to an activity or a part of it, who can be, and what an invitation would say now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.agenda import AgendaItem
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import ActivityStanding, Confidentiality
from openkader.register.cases import is_made_up, level_of
from openkader.register.models import Activity, CalendarInvitation, OutgoingMail
from openkader.register.selectors.assignment import case_readers
from openkader.register.selectors.calendar import items_of
from openkader.register.visibility import visible_or_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedRow:
    """A colleague who is invited; `is_waiting` while a mail did not go yet."""

    part: int
    name: str
    at: datetime
    by: str
    is_waiting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitations:
    """An activity as the page of its invitations shows it, by part, of which 0 is all of it.

    `items` have the words that go out, `inside` all that the reader may see here.
    `addresses` are those of the colleagues that can be chosen: for whoever may invite, and nobody else.
    """

    activity: str
    title: Text
    standing: ActivityStanding
    dossier: str | None
    level: Confidentiality | None
    is_fictional: bool
    items: Mapping[int, AgendaItem]
    inside: Mapping[int, AgendaItem]
    invited: tuple[InvitedRow, ...]
    addresses: Mapping[str, str]


def invitations_to(reference: str, *, reader: Person) -> Invitations:
    """The page of an activity; one that the reader may not see is not there."""
    query = Activity.objects.filter(visible_or_alone(reader), reference=reference)
    row = query.select_related("request", "request__source", "source").first()
    if row is None:
        raise NotFound("activity", reference[:80])
    return Invitations(
        activity=row.reference,
        title=Text(nl=row.title_nl, en=row.title_en),
        standing=ActivityStanding(row.standing),
        dossier=row.request.reference if row.request else None,
        level=level_of(row),
        is_fictional=is_made_up(row),
        items=items_of(row),
        inside=items_of(row, is_whole=True),
        invited=_invited(row),
        addresses=_addresses() if reader.may(Act.WORK) else {},
    )


def _invited(activity: Activity) -> tuple[InvitedRow, ...]:
    waits = OutgoingMail.objects.filter(invitation=OuterRef("pk"), finished_at=None)
    rows = CalendarInvitation.objects.filter(activity=activity, withdrawn_at=None)
    said = rows.annotate(waits=Exists(waits)).order_by("part", "account__username")
    return tuple(
        InvitedRow(part=part, name=name, at=at, by=by, is_waiting=waits)
        for part, name, at, by, waits in said.values_list("part", "account__username", "at", "by", "waits")
    )


def _addresses() -> dict[str, str]:
    """The colleagues who read cases and have an address, by name."""
    rows = User.objects.filter(username__in=case_readers()).exclude(email="").order_by("username")
    return dict(rows.values_list("username", "email"))
