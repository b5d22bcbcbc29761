"""A delegation list that was handed in, before it is saved as a version."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.base.messages import sentences
from openkader.casework.delegation import (
    Choice,
    DelegationSheet,
    Field,
    compare_versions,
    read_delegation,
    read_pasted,
)
from openkader.casework.permissions import Act
from openkader.casework.screening import CameAs
from openkader.register import selectors, services
from openkader.register.screening_entries import DelegationEntry
from openkader.web import drafts
from openkader.web.columns_asked import columns_in
from openkader.web.doors import acting, for_whom, note_reading
from openkader.web.drafts import Draft
from openkader.web.presenters.handed_in import shown_counts, shown_difference, shown_sheet
from openkader.web.reader import person
from openkader.web.refusals import note_refused
from openkader.web.shell import language, practice, timeless_context
from openkader.web.views.delegation import crumbs

_HEADINGS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class _HandedIn:
    """A draft as it was read, under the choices in the address."""

    token: str
    draft: Draft
    content: bytes
    sheet: DelegationSheet


@for_whom(Act.WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def preview_delegation(request: HttpRequest, reference: str, token: str) -> HttpResponse:
    """What was recognised in a list; POST saves exactly what the same address shows."""
    selectors.require_visible(reference, person(request))
    now = timezone.now()
    try:
        draft, content = drafts.find(token, by=acting(request), dossier=reference, now=now)
    except NotFound:
        note_refused(request, "not found")
        # Saved already, perhaps by a first click; or a day old, or of somebody else.
        messages.info(
            request, _("This list no longer waits: it was saved, or handed in more than a day ago.")
        )
        return HttpResponseRedirect(reverse("delegation", args=[reference]))
    note_reading(request, reference)
    try:
        handed_in = _HandedIn(token, draft, content, _read(draft, content, choice_in(request.GET), now))
        return _save(request, handed_in, now) if request.method == "POST" else _page(request, handed_in)
    except Invalid as error:
        note_refused(request, error.problems[0].code)
        return _page_of_nothing(request, reference, sentences(error, language()))


def _read(draft: Draft, content: bytes, choice: Choice, now: datetime) -> DelegationSheet:
    today = timezone.localdate(now)
    if draft.name:
        return read_delegation(content, draft.name, today, choice)
    return read_pasted(content.decode("utf-8", "surrogatepass"), today, choice)


def choice_in(asked: QueryDict) -> Choice:
    """What a person says of the columns, in the address; words that mean nothing are left out."""
    headings = _HEADINGS.get(asked.get("headings", ""))
    return Choice(fields=columns_in(asked, Field), has_headings=headings, sheet=asked.get("sheet") or None)


def _save(request: HttpRequest, handed_in: _HandedIn, now: datetime) -> HttpResponse:
    """Save the list once; a second click finds it saved."""
    draft, sheet = handed_in.draft, handed_in.sheet
    entry = DelegationEntry(
        request=draft.dossier,
        seen=draft.version,
        came_as=CameAs.FILE if draft.name else CameAs.PASTED,
        digest=hashlib.sha256(handed_in.content).hexdigest(),
        delegates=sheet.delegates,
        problems=sheet.problems,
        file_name=draft.name or None,
    )
    try:
        services.add_delegation_list(entry, by=draft.by, now=now)
    except Refused as error:
        # The page that says so compares with the newest version: whoever then saves has seen it.
        newest = error.refusal.detail.get("version")
        seen = drafts.has_seen(handed_in.token, draft, int(newest)) if newest else draft
        told = replace(handed_in, draft=seen)
        return _page(request, told, refusals=sentences(error, language()), status=409)
    drafts.forget(handed_in.token)
    messages.success(request, _("The list is saved. Who is new or changed waits for screening."))
    return HttpResponseRedirect(reverse("delegation", args=[draft.dossier]))


def _page(
    request: HttpRequest, handed_in: _HandedIn, refusals: list[str] | None = None, status: int = 200
) -> HttpResponse:
    draft, sheet = handed_in.draft, handed_in.sheet
    former = selectors.delegates_of(draft.dossier, reader=person(request)) if draft.version else ()
    has_changes = bool(former) and bool(sheet.delegates)
    page = {
        "kicker": draft.dossier,
        "title": _("Check the list before you save it"),
        "lead": _("Nothing has been saved yet. What is wrong here can be mended in the file, or said below."),
        "file": draft.name,
        "counts": shown_counts(sheet),
        "difference": shown_difference(compare_versions(former, sheet.delegates)) if has_changes else None,
        "version": draft.version + 1,
        "refusals": refusals,
        "headings": request.GET.get("headings", ""),
        "here": request.path,
        "save": request.get_full_path(),
        "back": reverse("delegation", args=[draft.dossier]),
        **shown_sheet(sheet),
    }
    return _render(request, draft.dossier, page, status)


def _page_of_nothing(request: HttpRequest, reference: str, reasons: list[str]) -> HttpResponse:
    """A file that is no list at all: why, and the way back."""
    page: dict[str, object] = {
        "kicker": reference,
        "title": _("This list cannot be read"),
        "refusals": reasons,
        "back": reverse("delegation", args=[reference]),
    }
    return _render(request, reference, page, 422)


def _render(request: HttpRequest, reference: str, page: dict[str, object], status: int) -> HttpResponse:
    way = crumbs(reference, (_("Check"), None))
    made_up = practice(is_fictional=selectors.is_fictional(reference))
    values = timeless_context(request, page=page, crumbs=way, fictional=made_up)
    return render(request, "web/pages/handed_in.html", values, status=status)
