"""All that the register holds about one person or party, as a file for whoever asked for it."""

from pathlib import Path

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.publication.disclosure import disclosure_json, disclosure_letter
from openkader.publication.docx import MEDIA_TYPE, written
from openkader.publication.letterhead import letterhead_of
from openkader.register import services
from openkader.register.selectors.disclosing import Disclosed, held_about
from openkader.web.doors import acting, for_whom
from openkader.web.forms.disclosure import DisclosureForm
from openkader.web.front_doors import assessor_here
from openkader.web.saving import saved
from openkader.web.shell import language, said, timeless_context


@for_whom(Act.DISCLOSE)
@require_http_methods(["GET", "HEAD", "POST"])
def disclose(request: HttpRequest) -> HttpResponse:
    """The form; POST hands the file out, and the trail knows that it was done."""
    if request.method != "POST":
        return _page(request, DisclosureForm(), 200)
    form = DisclosureForm(request.POST)
    if not form.is_valid():
        return _page(request, form, 422)
    try:
        found = held_about(form.cleaned_data["name"], form.cleaned_data["party"])
    except NotFound:
        form.add_error("party", _("There is no party with this reference."))
        return _page(request, form, 422)
    if not found.rows:
        form.add_error("name", _("The register holds nothing under this name."))
        return _page(request, form, 422)
    return _file(request, found, str(form.cleaned_data["form"]))


def _page(request: HttpRequest, form: forms.Form, status: int) -> HttpResponse:
    page = {"title": _("What is kept of somebody"), "form": form, "wrong": form if form.errors else None}
    values = timeless_context(request, page=page, crumbs=[(_("What is kept of somebody"), None)])
    return render(request, "web/pages/disclosure.html", values, status=status)


def _file(request: HttpRequest, found: Disclosed, form: str) -> HttpResponse:
    reference = services.note_disclosure(
        len(found.parties), found.rows, by=acting(request), now=timezone.now()
    )
    if form == "json":
        content, media = disclosure_json(found, reference), "application/json"
    else:
        kader = assessor_here().kader
        letter = disclosure_letter(found, reference, said(kader.organisation) or "", language())
        head = letterhead_of(Path(settings.OPENKADER_PACKS), kader.id.partition("/")[0])
        content, media = written(letter, head), MEDIA_TYPE
    return saved(content, f"{reference}.{form}", media)
