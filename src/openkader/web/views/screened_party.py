"""A party and its screening, and what other sources say of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.casework.permissions import Act
from openkader.casework.screening import Cause, SourceKind, SourceQuality
from openkader.register import selectors, services
from openkader.register.screening_entries import SourceNoteEntry
from openkader.register.selectors import PartyPage
from openkader.web.doors import acting, for_whom, note_reading, require_act, why_not
from openkader.web.forms.screening import NoteForm
from openkader.web.presenters.screened_party import shown_party
from openkader.web.reader import person
from openkader.web.shell import practice, timeless_context
from openkader.web.views.delegation import crumbs

_NOTE = "note"


@for_whom(Act.READ_SCREENING)
@require_http_methods(["GET", "HEAD", "POST"])
def show_screened_party(request: HttpRequest, reference: str) -> HttpResponse:
    """The page of a party; POST notes a source, or asks for a new screening."""
    found = selectors.party_page(reference, reader=person(request))
    if request.method != "POST":
        return _page(request, found, NoteForm())
    require_act(request, Act.SCREEN)
    if request.POST.get("act") != _NOTE:
        services.request_screening([reference], cause=Cause.ASKED, by=acting(request), now=timezone.now())
        messages.success(request, _("This party waits for screening."))
        return HttpResponseRedirect(request.path)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    services.note_source(_entry(reference, form.cleaned_data), by=acting(request), now=timezone.now())
    messages.success(request, _("The source is noted."))
    return HttpResponseRedirect(request.path)


def _entry(party: str, said: dict[str, str]) -> SourceNoteEntry:
    return SourceNoteEntry(
        party=party,
        kind=SourceKind(said["kind"]),
        quality=SourceQuality(said["quality"]),
        title=said["title"],
        says=said["says"],
        url=said["url"] or None,
        published_on=said["published_on"] or None,
    )


def _page(request: HttpRequest, found: PartyPage, form: NoteForm, status: int = 200) -> HttpResponse:
    party = found.party
    note_reading(request, found.dossier)
    # A party that came in without a request is its own dossier, and that has no delegation.
    dossier = found.dossier if found.dossier != party.reference else ""
    page = {
        "kicker": " · ".join(filter(None, [dossier, party.reference])),
        "title": party.name,
        "url": request.path,
        "form": form,
        "why_not": why_not(request, Act.SCREEN),
        **shown_party(found),
    }
    way = crumbs(dossier, (party.name, None)) if dossier else _from_work_list(party.name)
    values = timeless_context(
        request, page=page, crumbs=way, fictional=practice(is_fictional=found.is_fictional)
    )
    return render(request, "web/pages/screened_party.html", values, status=status)


def _from_work_list(name: str) -> list[tuple[str, str | None]]:
    return [(_("Screening"), reverse("screening")), (name, None)]
