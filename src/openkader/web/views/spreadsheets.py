"""Registers that come in from a spreadsheet: handing one in, and what was taken over before."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Invalid, Refused
from openkader.base.messages import sentences
from openkader.casework.permissions import Act
from openkader.casework.spreadsheet import open_sheet
from openkader.register import services
from openkader.register.selectors.spreadsheets import spreadsheet, spreadsheets, why_not_undone
from openkader.web import drafts
from openkader.web.doors import acting, for_whom
from openkader.web.drafts import Draft
from openkader.web.forms.spreadsheets import ReceiveSheetForm, too_large
from openkader.web.presenters.spreadsheets import shown_line, shown_spreadsheet
from openkader.web.refusals import note_refused
from openkader.web.shell import language, timeless_context
from openkader.web.uploads import was_left_out, why_not_safe

FOR = "spreadsheet"  # where other lists wait too, each for its own dossier


@for_whom(Act.IMPORT_SPREADSHEET)
@require_http_methods(["GET", "HEAD", "POST"])
def list_spreadsheets(request: HttpRequest) -> HttpResponse:
    """What was taken over; POST hands a file in, which is kept only when it can be read."""
    if request.method != "POST":
        return _list(request, ReceiveSheetForm())
    form = ReceiveSheetForm(request.POST, request.FILES)
    if unsafe := why_not_safe(request, "file"):
        form.errors["file"] = form.error_class([unsafe])
    elif was_left_out(request, "file"):
        note_refused(request, "upload.too-large")
        form.errors["file"] = form.error_class([too_large()])
    if not form.is_valid():
        return _list(request, form, 422)
    return _hand_in(request, form, timezone.now())


def _hand_in(request: HttpRequest, form: ReceiveSheetForm, now: datetime) -> HttpResponse:
    file = form.cleaned_data["file"]
    content, name = file.read(), str(file.name)[-200:]
    try:
        open_sheet(content, name)
    except Invalid as error:
        note_refused(request, error.problems[0].code)
        form.add_error("file", sentences(error, language())[:20])
        return _list(request, form, 422)
    draft = Draft(by=acting(request), dossier=FOR, name=name, at=now.isoformat(), version=0)
    return HttpResponseRedirect(reverse("spreadsheet_preview", args=[drafts.keep(draft, content)]))


def _list(request: HttpRequest, form: ReceiveSheetForm, status: int = 200) -> HttpResponse:
    title = _("Take over a register from a spreadsheet")
    page = {"title": title, "form": form, "wrong": form, "lines": [shown_line(one) for one in spreadsheets()]}
    crumbs = [(_("Dossiers"), reverse("dossiers")), (title, None)]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/spreadsheets.html", values, status=status)


@for_whom(Act.IMPORT_SPREADSHEET)
@require_http_methods(["GET", "HEAD", "POST"])
def show_spreadsheet(request: HttpRequest, reference: str) -> HttpResponse:
    """One that was taken over; POST undoes it, all of it or nothing."""
    if request.method != "POST":
        return _show(request, reference)
    try:
        number = services.undo_spreadsheet(reference, by=acting(request), now=timezone.now())
    except Refused as error:
        return _show(request, reference, sentences(error, language()), 409)
    messages.success(request, _("Undone: %(number)s dossiers are gone.") % {"number": number})
    return HttpResponseRedirect(request.path)


def _show(
    request: HttpRequest, reference: str, refusals: list[str] | None = None, status: int = 200
) -> HttpResponse:
    line = spreadsheet(reference)
    stops = why_not_undone(reference) if line.rows is not None and not line.undone_at else ([], [])
    page = {
        "kicker": line.file_name,
        "title": line.reference,
        "one": shown_spreadsheet(line, *stops),
        "refusals": refusals,
        "dossiers": f"{reverse('work_list')}?van=all&zoek={line.reference}",
    }
    crumbs = [
        (_("Dossiers"), reverse("dossiers")),
        (_("From a spreadsheet"), reverse("spreadsheets")),
        (line.reference, None),
    ]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/spreadsheet.html", values, status=status)
