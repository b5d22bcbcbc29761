"""Sending a request without an account: choose the kind, answer its questions, check, send.

Nobody is signed in here and nothing is done in anybody's name, so these forms carry no
token against forgery: they also work without cookies, and however long a page stays open.
"""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Invalid, NotFound
from openkader.base.messages import sentence
from openkader.casework.documents import Sent, clean_name, may_send, recognise
from openkader.casework.documents.sending import megabytes
from openkader.casework.vocabulary import Kind
from openkader.register.documents import DocumentEntry
from openkader.web.front_doors import front_door, kader_of
from openkader.web.limits import Limit, address_of
from openkader.web.presenters.request_form import shown_door, shown_files, shown_sections
from openkader.web.request_drafts import KEPT_DAYS, RequestDraft, RequestDrafts
from openkader.web.request_form import FILES, RequestForm
from openkader.web.shell import language, timeless_context
from openkader.web.uploads import left_out

_BEGINNINGS = Limit("request-begun", most=60, minutes=60)


def drafts() -> RequestDrafts:
    """Where requests wait until they are sent."""
    return RequestDrafts(settings.OPENKADER_DATA / "requests")


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
        if not _BEGINNINGS.is_reached(address_of(request)):
            return HttpResponseRedirect(reverse("request_form", args=[_begin(request, asked)]))
        wrong = sentence("request.too-many", {}, language())
    elif request.method == "POST":
        wrong = _("Choose what your request is about.")
    page = {"wrong": wrong, "kept_days": KEPT_DAYS, **shown_door(door, asked)}
    return _render(request, "request_start", page, status=422 if wrong else 200)


def _begin(request: HttpRequest, kind: str) -> str:
    _BEGINNINGS.count(address_of(request))
    return drafts().begin(kind, timezone.now())


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fill_request(request: HttpRequest, token: str) -> HttpResponse:
    """The questions of the kind; whatever is right or wrong in it, what was typed is kept at once."""
    now = timezone.now()
    try:
        draft = drafts().find(token, now)
    except NotFound:
        return _begun_anew(request, now)
    if draft.sent:
        return HttpResponseRedirect(reverse("request_received", args=[token]))
    if request.method != "POST":
        return _form_page(request, token, draft, form_of(draft))
    form = form_of(draft, request)
    draft = _with_files(request, token, replace(draft, answers=form.answers()), form)
    drafts().keep(token, draft)
    if "remove" in request.POST:
        return HttpResponseRedirect(reverse("request_form", args=[token]) + "#id_documents")
    if not form.is_valid():
        return _form_page(request, token, draft, form, status=422)
    return HttpResponseRedirect(reverse("request_check", args=[token]))


def form_of(draft: RequestDraft, request: HttpRequest | None = None) -> RequestForm:
    """The form of a draft, as it is sent now, or as it was typed before."""
    door = front_door()
    questions, kader = door.asked(Kind(draft.kind)), kader_of(door)
    if request is not None:
        return RequestForm(questions, kader, request.POST, request.FILES)
    return RequestForm(questions, kader, initial=draft.answers)


def _begun_anew(request: HttpRequest, now: datetime) -> HttpResponse:
    """A draft that is gone: what is sent for it makes a new one, so that it is not typed in vain."""
    kind = request.POST.get("kind", "")
    if request.method == "POST" and kind in {str(choice.kind) for choice in front_door().kinds}:
        token = _begin(request, kind)
        return fill_request(request, token)
    messages.info(
        request,
        _("What was typed under this address is gone: it is kept for %(days)s days. You can begin anew here.")
        % {"days": KEPT_DAYS},
    )
    return HttpResponseRedirect(reverse("request_start"))


def _with_files(request: HttpRequest, token: str, draft: RequestDraft, form: RequestForm) -> RequestDraft:
    """The draft with every document that can be taken, and in the form why another cannot."""
    draft = drafts().without_file(token, draft, request.POST.get("remove", ""))
    most = settings.OPENKADER_UPLOAD_BYTES
    for field, name in left_out(request):
        detail = {"name": clean_name(name), "limit": megabytes(most)}
        form.add_error(
            field if field in FILES else "documents", sentence("attachment.too-large", detail, language())
        )
    for field, purpose in FILES.items():
        for file in request.FILES.getlist(field):
            document = DocumentEntry(name=str(file.name), content=_content(file), purpose=purpose)
            wrong = _why_not(document, draft, most)
            if wrong:
                form.add_error(field, wrong)
            else:
                draft = drafts().with_file(token, draft, document)
    return draft


def _content(file: UploadedFile) -> bytes:
    return file.read()


def _why_not(document: DocumentEntry, draft: RequestDraft, most: int) -> str:
    """The sentence that says why a document is not kept; empty when it is."""
    sent = [Sent(file.name, file.size) for file in draft.files]
    refusal = may_send([*sent, Sent(clean_name(document.name), len(document.content))], most)
    if refusal is not None:
        return sentence(refusal.code, refusal.detail, language())
    try:
        recognise(document.content, document.name)
    except Invalid as error:
        (problem,) = error.problems
        return f"{problem.where}: {sentence(problem.code, problem.detail, language())}"
    return ""


def _form_page(
    request: HttpRequest, token: str, draft: RequestDraft, form: RequestForm, status: int = 200
) -> HttpResponse:
    door = front_door()
    page = {
        **shown_door(door, draft.kind),
        "form": form,
        "kind": draft.kind,
        "sections": shown_sections(door, form),
        "files": shown_files(draft),
        "limit": megabytes(settings.OPENKADER_UPLOAD_BYTES),
        "kept_days": KEPT_DAYS,
    }
    return _render(request, "request_form", page, status)


def _render(request: HttpRequest, name: str, page: dict[str, object], status: int = 200) -> HttpResponse:
    values = timeless_context(request, page=page)
    return render(request, f"web/pages/{name}.html", values, status=status)
