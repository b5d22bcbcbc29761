"""The programme of an activity as a file: a calendar of everybody or of one participant, and papers for Word."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.base.numbers import number_in
from openkader.casework.mission import ParticipantStatus, SlotDraft, is_for
from openkader.casework.permissions import Act
from openkader.publication.docx import MEDIA_TYPE as DOCX
from openkader.publication.docx import written
from openkader.publication.letterhead import letterhead_of
from openkader.publication.letters import Letter
from openkader.publication.mission_calendar import MEDIA_TYPE, CalendarPart, calendar_of, part_name
from openkader.publication.mission_papers import (
    Paper,
    PaperPart,
    PaperPerson,
    participants_paper,
    programme_paper,
)
from openkader.publication.pdf import MEDIA_TYPE as PDF
from openkader.publication.pdf import pdf_of
from openkader.publication.periods import shown_period
from openkader.register.selectors import ParticipantRow, SlotRow
from openkader.web.acts.mission import Preparing
from openkader.web.doors import for_whom
from openkader.web.presenters.mission import organisation_of, shown_day
from openkader.web.saving import saved
from openkader.web.shell import language, said, shown_moment
from openkader.web.views.programme import PAPERS, made_up, preparing

_LANGUAGES = ("nl", "en")


@for_whom(Act.READ_CASES)
@require_safe
def give_paper(request: HttpRequest, reference: str, what: str, form: str = "docx") -> HttpResponse:
    """The programme or the list of participants: for Word on the letterhead of the organisation, or as a PDF."""
    if what not in PAPERS:
        raise NotFound("document", what[:40])
    place = preparing(request, reference)
    wanted = request.GET.get("taal", "")
    chosen = wanted if wanted in _LANGUAGES else language()
    with override(chosen):
        letter = _paper(place, what, chosen)
    if form == "pdf":
        return saved(pdf_of(letter), f"{what}-{reference}-{chosen}.pdf", PDF)
    organisation = _organisation(place)
    head = letterhead_of(Path(settings.OPENKADER_PACKS), organisation) if organisation else None
    return saved(written(letter, head), f"{what}-{reference}-{chosen}.docx", DOCX)


def _paper(place: Preparing, what: str, chosen: str) -> Letter:
    found, kader = place.found, place.kader
    activity = found.activity
    rows = found.slots if what == "programma" else found.participants
    paper = Paper(
        language=chosen,
        organisation=said(kader.organisation) or "" if kader else "",
        title=said(activity.title) or activity.reference,
        reference=activity.reference,
        when=shown_period(activity.period) if activity.period else None,
        where=activity.place,
        changed=shown_moment(max(row.at for row in rows)) if rows else None,
        made_up=made_up(place) or None,
    )
    if what == "programma":
        return programme_paper(paper, [_paper_part(place, row) for row in found.slots])
    people = (
        PaperPerson(draft=row.draft, organisation=organisation_of(row, found)) for row in found.participants
    )
    return participants_paper(paper, people)


def _paper_part(place: Preparing, row: SlotRow) -> PaperPart:
    return PaperPart(draft=row.draft, day=shown_day(row.draft.day), met=_met(place, row))


def _met(place: Preparing, row: SlotRow) -> tuple[str, ...]:
    """The names of the parties that one meets, as far as the reader may see them."""
    return tuple(filter(None, (said(place.found.labels.get(one)) for one in row.draft.parties)))


def _organisation(place: Preparing) -> str:
    return place.kader.id.partition("/")[0] if place.kader else ""


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
    return saved(content, f"programma-{reference}{ending}.ics", MEDIA_TYPE)


def _participant(place: Preparing, typed: str) -> ParticipantRow:
    for row in place.found.participants:
        if row.number == number_in(typed):
            return row
    raise NotFound("participant", typed[:40])


def _parts(place: Preparing, whose: ParticipantRow | None) -> Iterable[CalendarPart]:
    """What stands in the programme and what was taken out; all is off when the activity is, and for who dropped out."""
    rows = [(row, False) for row in place.found.slots] + [(row, True) for row in place.found.removed]
    dropped_out = whose is not None and whose.draft.status is ParticipantStatus.DROPPED_OUT
    is_off = place.found.activity.is_cancelled or dropped_out
    # Whatever changed, the number goes up: a calendar passes over what has a lower one than it holds.
    later = int(place.found.activity.is_cancelled) + (whose.version - 1 if whose else 0)
    for row, is_removed in rows:
        draft = _for_whom(row, whose)
        if draft is not None:
            yield CalendarPart(
                name=part_name(_organisation(place), place.reference, row.number),
                version=row.version + later,
                at=max(row.at, whose.at) if whose else row.at,
                draft=draft,
                met=_met(place, row) if draft is row.draft else (),
                is_cancelled=is_removed or is_off or draft is not row.draft,
            )


def _for_whom(row: SlotRow, whose: ParticipantRow | None) -> SlotDraft | None:
    """The part as it is for somebody; what is no longer for them as it last was, and what never was not at all."""
    if whose is None or is_for(row.draft, whose.draft.role):
        return row.draft
    return next((one for one in reversed(row.former) if is_for(one, whose.draft.role)), None)
