"""A register that was handed in as a spreadsheet, before it is taken over: its columns, its wrong rows, its figures."""

from collections.abc import Collection
from collections.abc import Mapping as Named
from dataclasses import dataclass
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
from openkader.casework.permissions import Act
from openkader.casework.spreadsheet import Field, Mapping, Read, open_sheet
from openkader.casework.spreadsheet.rows import fingerprints
from openkader.casework.spreadsheet.words import Outcome
from openkader.casework.vocabulary import Kind
from openkader.register import services
from openkader.register.selectors.intake import link_digest
from openkader.register.selectors.spreadsheets import rows_here
from openkader.register.spreadsheet_reading import entry_of, read_here
from openkader.web import drafts
from openkader.web.columns_asked import columns_in
from openkader.web.doors import acting, for_whom
from openkader.web.drafts import Draft
from openkader.web.presenters.spreadsheets import shown_sheet
from openkader.web.refusals import note_refused
from openkader.web.shell import language, timeless_context
from openkader.web.views.spreadsheets import FOR

# What takes longer than somebody waits for a page is done by a worker.
MOST_AT_ONCE = 500
_WORD = "word-"
_WORDED: Named[Field, Collection[str]] = {Field.OUTCOME: [*map(str, Outcome)], Field.KIND: [*map(str, Kind)]}


@dataclass(frozen=True, slots=True, kw_only=True)
class _HandedIn:
    """A draft as it was read, under the choices in the address."""

    token: str
    draft: Draft
    content: bytes
    mapping: Mapping
    read: Read


@for_whom(Act.IMPORT_SPREADSHEET)
@require_http_methods(["GET", "HEAD", "POST"])
def preview_spreadsheet(request: HttpRequest, token: str) -> HttpResponse:
    """What was recognised in a sheet; POST takes over exactly what the same address shows."""
    now = timezone.now()
    try:
        draft, content = drafts.find(token, by=acting(request), dossier=FOR, now=now)
    except NotFound:
        note_refused(request, "not found")
        messages.info(
            request, _("This file no longer waits: it was taken over, or handed in more than a day ago.")
        )
        return HttpResponseRedirect(reverse("spreadsheets"))
    mapping = _mapping_in(request.GET)
    try:
        grid = open_sheet(content, draft.name, mapping.sheet)
    except Invalid as error:  # a sheet that is not there
        note_refused(request, error.problems[0].code)
        page: dict[str, object] = {"title": _("This sheet cannot be read")}
        page["refusals"] = sentences(error, language())
        return _render(request, page, 422)
    read = read_here(grid, mapping, timezone.localdate(now))
    handed_in = _HandedIn(token=token, draft=draft, content=content, mapping=mapping, read=read)
    return _take_over(request, handed_in, now) if request.method == "POST" else _page(request, handed_in)


def _mapping_in(asked: QueryDict) -> Mapping:
    """What a person says of the columns and the words, in the address; what means nothing is left out."""
    words = {field: _words_in(asked, f"{_WORD}{field}-", codes) for field, codes in _WORDED.items()}
    return Mapping(
        fields=columns_in(asked, Field),
        words={field: said for field, said in words.items() if said},
        sheet=asked.get("sheet") or None,
        all_held=asked.get("all_held") == "yes",
    )


def _words_in(asked: QueryDict, beginning: str, codes: Collection[str]) -> dict[str, str]:
    return {
        name.removeprefix(beginning): str(code)
        for name, code in asked.items()
        if name.startswith(beginning) and code in codes
    }


def _take_over(request: HttpRequest, handed_in: _HandedIn, now: datetime) -> HttpResponse:
    """Take it over at once, or let it wait for a worker; a second click finds what the first did."""
    read, by = handed_in.read, handed_in.draft.by
    leaves_out = request.POST.get("leave_out") == "yes"
    entry = entry_of(read, handed_in.mapping, handed_in.content, leaves_out=leaves_out)
    try:
        if len(entry.rows) > MOST_AT_ONCE:
            reference = services.ask_spreadsheet(entry, link_digest(handed_in.token), by=by, now=now)
            messages.info(request, _("The register is being taken over. This page says how far it is."))
        else:
            reference = services.import_spreadsheet(entry, by=by, now=now).reference
            drafts.forget(handed_in.token)
            messages.success(request, _("The register is taken over."))
    except Refused as error:
        return _page(request, handed_in, sentences(error, language()), 409)
    return HttpResponseRedirect(reverse("spreadsheet", args=[reference]))


def _page(
    request: HttpRequest, handed_in: _HandedIn, refusals: list[str] | None = None, status: int = 200
) -> HttpResponse:
    read = handed_in.read
    page = {
        "kicker": " · ".join(filter(None, (handed_in.draft.name, read.sheet))),
        "title": _("Check the register before you take it over"),
        "lead": _("Nothing has been saved yet. What is wrong here can be mended in the file, or said below."),
        "refusals": refusals,
        "here": request.path,
        "save": request.get_full_path(),
        "is_large": len(read.rows) > MOST_AT_ONCE,
        **shown_sheet(read, handed_in.mapping, rows_here(fingerprints(read.rows))),
    }
    return _render(request, page, status)


def _render(request: HttpRequest, page: dict[str, object], status: int) -> HttpResponse:
    crumbs = [
        (_("Dossiers"), reverse("dossiers")),
        (_("From a spreadsheet"), reverse("spreadsheets")),
        (_("Check"), None),
    ]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/spreadsheet_preview.html", values, status=status)
