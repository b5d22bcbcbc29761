"""A list of participants that was handed in, before anybody on it is kept."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.base.messages import sentences
from openkader.casework.mission import (
    ParticipantSheet,
    ParticipantStatus,
    read_participants,
    read_pasted_participants,
)
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.mission_entries import ParticipantsEntry
from openkader.web import drafts
from openkader.web.acts.mission import Preparing
from openkader.web.doors import acting, for_whom, note_reading, require_act
from openkader.web.drafts import Draft
from openkader.web.forms.lists import HandInForm
from openkader.web.forms.mission import status_choices
from openkader.web.presenters.participant_sheet import shown_sheet
from openkader.web.reader import person
from openkader.web.refusals import note_refused
from openkader.web.shell import language, practice, timeless_context
from openkader.web.views.delegation import handed_in_content
from openkader.web.views.handed_in import choice_in


@dataclass(frozen=True, slots=True)
class _HandedIn:
    """A draft as it was read, under the choices in the address."""

    token: str
    draft: Draft
    content: bytes
    sheet: ParticipantSheet
    made_up: str

    @property
    def home(self) -> str:
        """Where whoever does not keep it goes back to."""
        return reverse("programme", args=[self.draft.dossier])


def hand_in(place: Preparing, again: Callable[[forms.Form], HttpResponse]) -> HttpResponse:
    """Keep a list for a day, and show what was recognised in it."""
    require_act(place.request, Act.WORK)
    form = HandInForm(place.request.POST, place.request.FILES, auto_id="hand_in_%s")
    content = handed_in_content(place.request, form)
    if content is None:
        return again(form)
    file = place.request.FILES.get("file")
    draft = Draft(
        by=acting(place.request),
        dossier=place.reference,
        name=str(file.name)[:200] if file else "",
        at=place.now.isoformat(),
        version=0,
    )
    token = drafts.keep(draft, content)
    return HttpResponseRedirect(reverse("participants_preview", args=[place.reference, token]))


@for_whom(Act.WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def preview_participants(request: HttpRequest, reference: str, token: str) -> HttpResponse:
    """What was recognised in a list; POST keeps exactly whom the same address shows."""
    now = timezone.now()
    activity = selectors.mission_activity(reference, timezone.localdate(now), reader=person(request))
    home = reverse("programme", args=[reference])
    try:
        draft, content = drafts.find(token, by=acting(request), dossier=reference, now=now)
    except NotFound:
        note_refused(request, "not found")
        messages.info(
            request, _("This list no longer waits: it was saved, or handed in more than a day ago.")
        )
        return HttpResponseRedirect(home)
    note_reading(request, activity.request or "")
    made_up = practice(is_fictional=activity.is_fictional)
    try:
        sheet = _read(draft, content, request.GET, now)
    except Invalid as error:
        note_refused(request, error.problems[0].code)
        page = {"title": _("This list cannot be read"), "refusals": sentences(error, language())}
        return _render(request, {**page, "kicker": reference, "back": home}, made_up, 422)
    handed_in = _HandedIn(token, draft, content, sheet, made_up)
    return _save(request, handed_in, now) if request.method == "POST" else _page(request, handed_in)


def _read(draft: Draft, content: bytes, asked: QueryDict, now: datetime) -> ParticipantSheet:
    today, choice = timezone.localdate(now), choice_in(asked)
    if draft.name:
        return read_participants(content, draft.name, today, choice)
    return read_pasted_participants(content.decode("utf-8", "surrogatepass"), today, choice)


def _save(request: HttpRequest, handed_in: _HandedIn, now: datetime) -> HttpResponse:
    """Keep everybody once; a second click finds them kept."""
    said = request.POST.get("status", "")
    usual = ParticipantStatus(said) if said in list(ParticipantStatus) else ParticipantStatus.INVITED
    entry = ParticipantsEntry(
        activity=handed_in.draft.dossier,
        drafts=tuple(one.with_status(usual) for one in handed_in.sheet.people),
        digest=hashlib.sha256(handed_in.content).hexdigest(),
        unreadable=len(handed_in.sheet.problems),
    )
    try:
        added, known = services.enrol_participants(entry, by=handed_in.draft.by, now=now)
    except Refused as error:
        return _page(request, handed_in, sentences(error, language()), 409)
    drafts.forget(handed_in.token)
    told = _("New on the list: %(added)s. On it already: %(known)s.")
    messages.success(request, told % {"added": added, "known": known})
    return HttpResponseRedirect(handed_in.home)


def _page(
    request: HttpRequest, handed_in: _HandedIn, refusals: list[str] | None = None, status: int = 200
) -> HttpResponse:
    page = {
        "kicker": handed_in.draft.dossier,
        "title": _("Check the participants before you keep them"),
        "lead": _("Nothing has been saved yet. What is wrong here can be mended in the file, or said below."),
        "file": handed_in.draft.name,
        "refusals": refusals,
        "headings": request.GET.get("headings", ""),
        "here": request.path,
        "save": request.get_full_path(),
        "back": handed_in.home,
        "statuses": status_choices(),
        **shown_sheet(handed_in.sheet),
    }
    return _render(request, page, handed_in.made_up, status)


def _render(request: HttpRequest, page: dict[str, object], made_up: str, status: int) -> HttpResponse:
    crumbs = (
        (_("Activities in hand"), reverse("activities")),
        (_("Programme and participants"), str(page["back"])),
        (_("Check"), None),
    )
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, "web/pages/participants_preview.html", values, status=status)
