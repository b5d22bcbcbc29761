"""The delegation of a request: who comes, how far their screening is, and a new list handed in."""

from dataclasses import replace
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.messages import sentence
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.selectors import Delegation
from openkader.web import drafts
from openkader.web.doors import acting, for_whom, note_reading, require_act, why_not
from openkader.web.drafts import MOST_BYTES, Draft
from openkader.web.forms.lists import HandInForm
from openkader.web.presenters.delegation import shown_delegation, shown_versions
from openkader.web.reader import person
from openkader.web.refusals import note_refused
from openkader.web.shell import Crumbs, case_crumbs, language, practice, timeless_context
from openkader.web.uploads import why_not_safe


@for_whom(Act.READ_SCREENING)
@require_http_methods(["GET", "HEAD", "POST"])
def show_delegation(request: HttpRequest, reference: str) -> HttpResponse:
    """Everybody in the newest list, and the form for a newer one."""
    found = selectors.delegation(reference, reader=person(request))
    note_reading(request, reference)
    form = HandInForm()
    if request.method != "POST":
        return _page(request, found, form)
    require_act(request, Act.WORK)
    if "document" in request.POST:
        return _from_document(request, found, request.POST["document"])
    form = HandInForm(request.POST, request.FILES)
    content = handed_in_content(request, form)
    if content is None:
        return _page(request, found, form, status=422)
    token = drafts.keep(_draft(request, found, timezone.now()), content)
    return HttpResponseRedirect(reverse("delegation_preview", args=[reference, token]))


def _from_document(request: HttpRequest, found: Delegation, reference: str) -> HttpResponse:
    """A list that the requester sent along is handed in as it came; what is recognised is shown first."""
    document, content = selectors.document(found.request, reference, reader=person(request))
    draft = replace(_draft(request, found, timezone.now()), name=document.name)
    token = drafts.keep(draft, content)
    return HttpResponseRedirect(reverse("delegation_preview", args=[found.request, token]))


def handed_in_content(request: HttpRequest, form: HandInForm) -> bytes | None:
    """What was handed in; None when there is nothing, with the reason in the form."""
    if not form.is_valid():
        return None
    if unsafe := why_not_safe(request, "file"):
        form.add_error("file", unsafe)
        return None
    file, text = form.cleaned_data["file"], form.cleaned_data["text"]
    if isinstance(file, UploadedFile) and int(file.size or 0) <= MOST_BYTES:
        return file.read()
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        note_refused(request, "upload.too-large")
        form.add_error("file", sentence("upload.too-large", {"limit": "5 MB"}, language()))
    elif not text.strip():
        form.add_error("file", sentence("upload.nothing", {}, language()))
    return text.encode("utf-8", "surrogatepass") if form.is_valid() else None


def _draft(request: HttpRequest, found: Delegation, now: datetime) -> Draft:
    file = request.FILES.get("file")
    return Draft(
        by=acting(request),
        dossier=found.request,
        name=str(file.name)[:200] if file else "",
        at=now.isoformat(),
        version=found.versions[0].version if found.versions else 0,
    )


def _page(request: HttpRequest, found: Delegation, form: HandInForm, status: int = 200) -> HttpResponse:
    page = {
        "kicker": found.request,
        "title": _("The delegation"),
        "url": request.path,
        "versions": shown_versions(found.versions),
        "form": form,
        "why_not": why_not(request, Act.WORK),
        **(shown_delegation(found) if found.versions else {}),
    }
    values = timeless_context(
        request, page=page, crumbs=crumbs(found.request), fictional=practice(is_fictional=found.is_fictional)
    )
    return render(request, "web/pages/delegation.html", values, status=status)


def crumbs(reference: str, *more: tuple[str, str | None]) -> Crumbs:
    """The way to a page of the delegation."""
    url = reverse("delegation", args=[reference]) if more else None
    return case_crumbs(reference, (_("Delegation"), url), *more)
