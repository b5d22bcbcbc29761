"""Sending a request without an account: choose the kind, answer its questions, check, send.

Nobody is signed in here and nothing is done in anybody's name, so these forms carry no
token against forgery: they also work without cookies, and however long a page stays open.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound
from openkader.base.messages import sentence
from openkader.casework.documents import Sent
from openkader.casework.vocabulary import Kind
from openkader.register.limits import Limit
from openkader.web import request_drafts
from openkader.web.forms.request import FILES, TRAP, RequestForm
from openkader.web.forms.request_parts import shown_sections
from openkader.web.front_doors import front_door, kader_of
from openkader.web.limits import address_of
from openkader.web.presenters.request_form import shown_door, shown_files
from openkader.web.refusals import FieldRefusal, note_refused
from openkader.web.request_drafts import KEPT_DAYS, RequestDraft
from openkader.web.shell import language, timeless_context
from openkader.web.uploads import documents_in

_CHECKED = "controle"
_BEGINNINGS = Limit("request-begun", most=60, minutes=60)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start_request(request: HttpRequest) -> HttpResponse:
    """What can be asked here, what happens with it, and the choice of a kind."""
    door = front_door()
    kinds = {str(choice.kind) for choice in door.kinds}
    asked = request.POST.get("kind", "")
    wrong = ""
    if request.method == "POST" and asked in kinds:
        if _BEGINNINGS.count(address_of(request)):
            token = request_drafts.begin(asked, timezone.now())
            return HttpResponseRedirect(reverse("request_form", args=[token]))
        wrong = sentence("request.too-many", {}, language())
        note_refused(request, "request.too-many")
    elif request.method == "POST":
        wrong = _("Choose what your request is about.")
    page = {"wrong": wrong, "kept_days": KEPT_DAYS, **shown_door(door, asked)}
    return render_page(request, "request_start", page, status=422 if wrong else 200)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fill_request(request: HttpRequest, token: str) -> HttpResponse:
    """The questions of the kind; whatever is right or wrong in it, what was typed is kept at once."""
    now = timezone.now()
    try:
        draft = request_drafts.find(token, now)
    except NotFound:
        return _begun_anew(request, now)
    if draft.sent:
        return HttpResponseRedirect(reverse("request_received", args=[token]))
    if request.method != "POST":
        return _form_page(request, draft, _shown_form(draft, is_checked=_CHECKED in request.GET))
    form = form_of(draft.kind, request.POST)
    draft = _with_files(request, token, replace(draft, answers=form.answers(), wrong=_trapped(request)))
    request_drafts.keep(token, draft)
    # Always on to a page of its own: the back button then never asks to send a form once more.
    if "remove" in request.POST:
        return HttpResponseRedirect(reverse("request_form", args=[token]) + "#part-documents")
    if draft.wrong or not form.is_valid():
        return HttpResponseRedirect(reverse("request_form", args=[token]) + f"?{_CHECKED}=1")
    return HttpResponseRedirect(reverse("request_check", args=[token]))


def _shown_form(draft: RequestDraft, *, is_checked: bool) -> RequestForm:
    """What was typed so far; once somebody wanted to go on, with what is wrong in it."""
    if not is_checked:
        return form_of(draft.kind, initial=draft.answers)
    form = form_of(draft.kind, draft.answers)
    form.refuse(draft.wrong)
    return form


def form_of(
    kind: str, answers: Mapping[str, Any] | None = None, initial: Mapping[str, Any] | None = None
) -> RequestForm:
    """The form of a kind of request, with answers that are looked at, or that were only begun."""
    door = front_door()
    return RequestForm(door.asked(Kind(kind)), kader_of(door), answers, initial=initial)


def _trapped(request: HttpRequest) -> tuple[FieldRefusal, ...]:
    """A robot fills in what people do not see; a browser may do so too, and is asked to clear it."""
    if not request.POST.get(TRAP):
        return ()
    note_refused(request, "request.trap")
    return (FieldRefusal(TRAP, "request.trap", {}),)


def _begun_anew(request: HttpRequest, now: datetime) -> HttpResponse:
    """A draft that is gone: what is sent for it makes a new one, so that it is not typed in vain."""
    kind = request.POST.get("kind", "")
    note_refused(request, "not found")
    if request.method == "POST" and kind in {str(choice.kind) for choice in front_door().kinds}:
        _BEGINNINGS.count(address_of(request))  # what was typed is kept also where none was left
        return fill_request(request, request_drafts.begin(kind, now))
    messages.info(
        request,
        _("What was typed under this address is gone: it is kept for %(days)s days. You can begin anew here.")
        % {"days": KEPT_DAYS},
    )
    return HttpResponseRedirect(reverse("request_start"))


def _with_files(request: HttpRequest, token: str, draft: RequestDraft) -> RequestDraft:
    """The draft with every document that can be taken, and why another cannot."""
    draft = request_drafts.without_file(token, draft, request.POST.get("remove", ""))
    kept = [Sent(file.name, file.size) for file in draft.files]
    found, wrong = documents_in(request, FILES, kept)
    for document in found:
        draft = request_drafts.with_file(token, draft, document)
    return replace(draft, wrong=(*draft.wrong, *wrong))


def _form_page(request: HttpRequest, draft: RequestDraft, form: RequestForm) -> HttpResponse:
    door = front_door()
    page = {
        **shown_door(door, draft.kind),
        "form": form,
        "kind": draft.kind,
        "sections": shown_sections(door, form),
        "files": shown_files(draft),
        "kept_days": KEPT_DAYS,
    }
    return render_page(request, "request_form", page)


def render_page(request: HttpRequest, name: str, page: dict[str, object], status: int = 200) -> HttpResponse:
    """A page of the front door."""
    values = timeless_context(request, page=page)
    return render(request, f"web/pages/{name}.html", values, status=status)
