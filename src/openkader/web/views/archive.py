"""A closed dossier on its way to an archive: what goes and what stays behind, and the zip itself."""

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Refused
from openkader.casework.permissions import Act
from openkader.publication.archive.exporting import zipped
from openkader.register.archiving.standing import Standing, standing_of
from openkader.web.doors import acting, for_whom, note_reading
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import practice, said, timeless_context


@for_whom(Act.ARCHIVE)  # type: ignore[arg-type]  # a file is sent as it is read
@require_http_methods(["GET", "HEAD", "POST"])
def archive_dossier(request: HttpRequest, reference: str) -> HttpResponseBase:
    """What will be in the file; POST makes it whole, lets the trail know, and hands it out."""
    found = standing_of(reference, person(request))
    if request.method == "POST":
        try:
            return _file(request, found.reference)
        except Refused as error:
            return _page(request, found, [said_refusal(error.refusal)], 409)
    note_reading(request, found.reference, found.level)
    return _page(request, found, [], 200)


def _page(request: HttpRequest, found: Standing, refusals: list[str], status: int) -> HttpResponseBase:
    page = {
        "kicker": found.reference,
        "title": _("To the archive"),
        "about": said(found.title),
        "why_not": said_refusal(found.refusal),
        "refusals": refusals,
    }
    dossier = (found.reference, reverse("dossier", args=[found.reference]))
    crumbs = [(_("Dossiers"), reverse("dossiers")), dossier, (_("To the archive"), None)]
    fictional = practice(is_fictional=found.is_made_up)
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=fictional)
    return render(request, "web/pages/archive.html", values, status=status)


def _file(request: HttpRequest, reference: str) -> FileResponse:
    file = zipped(reference, reader=person(request), by=acting(request), now=timezone.now())
    return FileResponse(file, as_attachment=True, filename=f"{reference}.zip")
