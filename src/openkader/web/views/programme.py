"""The programme of an activity with its participants and lessons, and one part or participant of it."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound
from openkader.base.numbers import number_in
from openkader.casework.mission import may_note_lesson
from openkader.casework.permissions import Act
from openkader.publication.mission_files import MissionPaper
from openkader.publication.periods import shown_day
from openkader.register import selectors
from openkader.register.case_kaders import kader_of_mission
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.mission import (
    OF_PARTICIPANT,
    OF_PROGRAMME,
    OF_SLOT,
    Preparing,
)
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.lists import HandInForm
from openkader.web.forms.mission import LessonForm, slot_words
from openkader.web.presenters.mission import (
    not_in_account,
    shown_days,
    shown_lessons,
    shown_people,
    shown_tally,
    shown_time,
)
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import Crumbs, activity_crumbs, practice, said, timeless_context
from openkader.web.views.participants_preview import hand_in

# What each paper is called in its address.
PAPERS = {"programma": MissionPaper.PROGRAMME, "deelnemers": MissionPaper.PARTICIPANTS}
_SLOT, _PERSON = "web/pages/programme_slot.html", "web/pages/participant.html"


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_programme(request: HttpRequest, reference: str) -> HttpResponse:
    """The page of the programme; POST does one of its acts."""
    place = preparing(request, reference)
    if request.method == "POST":
        if request.POST.get("act") == "hand_in":
            return hand_in(place, lambda form: _page(place, {"hand_in": form}, [], 422))
        return do(place, OF_PROGRAMME, lambda *more: _page(place, *more), place.manner)
    return _page(place, {}, [], 200)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_slot(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One part of a programme, to be changed or taken out."""
    place = preparing(request, reference)
    row = next((one for one in place.found.slots if one.number == number), None)
    if row is None:
        return _gone(place, any(one.number == number for one in place.found.removed), number, "slot")
    place = replace(place, slot=row)
    if request.method == "POST":
        return do(place, OF_SLOT, lambda *more: _slot_page(place, *more), place.manner)
    return _slot_page(place, {}, [], 200)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_participant(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One participant, to be changed or taken off the list."""
    place = preparing(request, reference)
    row = next((one for one in place.found.participants if one.number == number), None)
    if row is None:
        highest = max((one.number for one in place.found.participants), default=0)
        return _gone(place, number < highest and request.method == "POST", number, "participant")
    place = replace(place, participant=row)
    if request.method == "POST":
        return do(place, OF_PARTICIPANT, lambda *more: _person_page(place, *more), place.manner)
    return _person_page(place, {}, [], 200)


def _gone(place: Preparing, is_removed: bool, number: int, kind: str) -> HttpResponse:
    """What was taken out is no longer there; a second click on its button comes back to the programme."""
    if is_removed and place.request.POST.get("act") == "remove":
        return HttpResponseRedirect(place.home)
    raise NotFound(kind, str(number))


def preparing(request: HttpRequest, reference: str) -> Preparing:
    """The mission that a page is about; who reads of a confidential case is noted."""
    now = timezone.now()
    activity = selectors.mission_activity(reference, timezone.localdate(now), reader=person(request))
    if request.method != "POST":
        note_reading(request, activity.request or "")
    found = selectors.mission_of(activity, reader=person(request))
    return Preparing(request=request, found=found, kader=kader_of_mission(activity), now=now)


def _page(place: Preparing, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    request, found = place.request, place.found
    number = number_in(request.GET.get("pagina", "")) or 1
    first = found.activity.period.starts_on if found.activity.period else None
    fresh: Tried = {
        "plan": place.slot_form(initial={"day": first}, auto_id="plan_%s"),
        "enrol": place.participant_form(auto_id="enrol_%s"),
        "learn": LessonForm(auto_id="learn_%s"),
        "hand_in": HandInForm(auto_id="hand_in_%s"),
    }
    if not found.slots:
        fresh["copy"] = place.copy_form(initial={"first_day": first}, auto_id="copy_%s")
    mine = why_not(request, Act.WORK)
    early = said_refusal(may_note_lesson("x", has_begun=found.activity.can_teach))
    page: dict[str, object] = {
        "kicker": said(found.activity.title),
        "title": _("Programme and participants"),
        "tally": shown_tally(found),
        "days": shown_days(found),
        "people": shown_people(found, place.kader, number),
        "lessons": shown_lessons(found.lessons),
        "heeded": shown_lessons(found.heeded),
        "missing": not_in_account(found),
        "forms": {**fresh, **tried},
        "can_copy": bool("copy" in fresh and fresh["copy"].fields["template"].choices),  # type: ignore[attr-defined]
        "tried": next(iter(tried), ""),
        "why_not": mine,
        "why_not_learn": mine or early,
        "files": _files(place),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    return _render(place, "web/pages/programme.html", page, status)


def _files(place: Preparing) -> dict[str, str]:
    papers = {what: reverse("programme_paper", args=[place.reference, what]) for what in PAPERS}
    pdfs = {f"{what}_pdf": reverse("programme_pdf", args=[place.reference, what]) for what in PAPERS}
    return {"calendar": reverse("programme_calendar", args=[place.reference]), **papers, **pdfs}


def _slot_page(place: Preparing, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    row = place.slot
    assert row is not None  # noqa: S101 - whoever shows the page found it
    form = tried.get("change") or place.slot_form(
        initial={"seen": row.version, **slot_words(row.draft, place.found.offered)}
    )
    page = {
        "kicker": f"{shown_day(row.draft.day)}, {shown_time(row.draft.begins, row.draft.ends)}",
        "title": row.draft.title,
        "form": form,
        "version": row.version,
        "why_not": why_not(place.request, Act.WORK),
        "home": place.home,
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    return _render(place, _SLOT, page, status, (row.draft.title, None))


def _person_page(place: Preparing, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    row = place.participant
    assert row is not None  # noqa: S101 - whoever shows the page found it
    words = {name: getattr(row.draft, name) or "" for name in row.draft.__dataclass_fields__}
    form = tried.get("change") or place.participant_form(initial={"seen": row.version, **words})
    page = {
        "kicker": _("Participant"),
        "title": row.draft.name,
        "form": form,
        "version": row.version,
        "why_not": why_not(place.request, Act.WORK),
        "home": place.home,
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    return _render(place, _PERSON, page, status, (row.draft.name, None))


def _render(
    place: Preparing, template: str, page: dict[str, object], status: int, *more: tuple[str, str | None]
) -> HttpResponse:
    values = timeless_context(
        place.request, page=page, crumbs=mission_crumbs(place.reference, *more), fictional=made_up(place)
    )
    return render(place.request, template, values, status=status)


def made_up(place: Preparing) -> str:
    """The sentence above a mission that was made up."""
    return practice(is_fictional=place.found.activity.is_fictional)


def mission_crumbs(reference: str, *more: tuple[str, str | None]) -> Crumbs:
    """The way to a page of a mission."""
    home = reverse("programme", args=[reference]) if more else None
    return activity_crumbs(
        reference,
        (_("Programme and participants"), home),
        *more,
    )
