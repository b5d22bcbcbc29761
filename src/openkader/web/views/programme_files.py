"""The programme of an activity as a file: the calendar of everybody or of one participant."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.casework.mission import ParticipantStatus, is_for
from openkader.casework.permissions import Act
from openkader.publication.mission_calendar import MEDIA_TYPE, CalendarPart, calendar_of, part_name
from openkader.register.selectors import ParticipantRow, SlotRow
from openkader.web.doors import for_whom
from openkader.web.mission_acts import Preparing
from openkader.web.numbers import number_in
from openkader.web.shell import language, said
from openkader.web.views.programme import preparing


@for_whom(Act.READ_CASES)
@require_safe
def give_calendar(request: HttpRequest, reference: str) -> HttpResponse:
    """The calendar of the whole programme; with `deelnemer` what is for one of them."""
    place = preparing(request, reference)
    title, whose = said(place.found.activity.title) or reference, None
    if "deelnemer" in request.GET:
        whose = _participant(place, request.GET["deelnemer"])
        title = f"{title} · {whose.draft.name}"
    content = calendar_of(title, _parts(place, whose), language())
    ending = f"-{whose.number}" if whose else ""
    return _file(content, MEDIA_TYPE, f"programma-{reference}{ending}.ics")


def _participant(place: Preparing, typed: str) -> ParticipantRow:
    for row in place.found.participants:
        if row.number == number_in(typed):
            return row
    raise NotFound("participant", typed[:40])


def _parts(place: Preparing, whose: ParticipantRow | None) -> Iterable[CalendarPart]:
    """What stands in the programme and what was taken out; of who dropped out everything is off."""
    is_off = whose is not None and whose.draft.status is ParticipantStatus.DROPPED_OUT
    rows = [(row, False) for row in place.found.slots] + [(row, True) for row in place.found.removed]
    for row, is_removed in rows:
        if whose is None or is_for(row.draft, whose.draft.role):
            yield _part(place, row, is_cancelled=is_removed or is_off)


def _part(place: Preparing, row: SlotRow, *, is_cancelled: bool) -> CalendarPart:
    organisation = place.kader.id.partition("/")[0] if place.kader else ""
    labels = (said(place.found.labels.get(one)) for one in row.draft.parties)
    return CalendarPart(
        name=part_name(organisation, place.reference, row.number),
        version=row.version,
        at=row.at,
        draft=row.draft,
        met=tuple(filter(None, labels)),
        is_cancelled=is_cancelled,
    )


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {
        "Content-Disposition": str(content_disposition_header(as_attachment=True, filename=name)),
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=media_type, headers=headers)
