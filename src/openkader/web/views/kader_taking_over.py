"""A kader of another organisation: its file is looked into, shown beside the version here, and only then taken over."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.base.messages import sentences
from openkader.casework.permissions import Act
from openkader.publication.kader_files import Received, received
from openkader.publication.kader_files.signed import as_signed
from openkader.register import services
from openkader.register.draft_kaders import difference_of
from openkader.register.kader_draft_entries import KaderTakeOverEntry
from openkader.register.kader_drafts import newest_version
from openkader.register.kaders import assessor_of
from openkader.register.selectors.kader_versions import taken_over_with
from openkader.web import drafts
from openkader.web.acts.kader_studio import Studio, studio
from openkader.web.doors import acting, for_whom
from openkader.web.drafts import Draft
from openkader.web.forms.kader_handing import ReceiveKaderForm, TakeOverKaderForm, too_large
from openkader.web.presenters.kader_difference import shown_difference
from openkader.web.presenters.kader_handing import shown_received
from openkader.web.presenters.kader_studio import studio_crumbs
from openkader.web.refusals import note_refused
from openkader.web.shell import day_words, kader_url, language, said, timeless_context
from openkader.web.uploads import was_left_out, why_not_safe

_FOR = "kader"  # where lists of people wait too, each for its own dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class _HandedIn:
    """A file that waits to be taken over, and what is in it."""

    place: Studio
    token: str
    found: Received

    @property
    def base(self) -> str:
        """The version here that it would follow."""
        return newest_version(self.place.organisation)[0]


@for_whom(Act.DRAFT_KADER)
@require_http_methods(["GET", "HEAD", "POST"])
def receive_kader(request: HttpRequest) -> HttpResponse:
    """Hand a file in; one that is not whole and signed is not kept, not even to be looked at."""
    place = studio(request, timezone.now())
    if request.method != "POST":
        return _form_page(place, ReceiveKaderForm())
    form = ReceiveKaderForm(request.POST, request.FILES)
    if unsafe := why_not_safe(request, "file"):
        form.errors["file"] = form.error_class([unsafe])
    elif was_left_out(request, "file"):
        form.errors["file"] = form.error_class([too_large()])
    if not form.is_valid():
        return _form_page(place, form, 422)
    file = form.cleaned_data["file"]
    content = file.read()
    try:
        found = received(content, str(file.name)[:200])
    except Invalid as error:
        note_refused(request, error.problems[0].code)
        form.add_error("file", sentences(error, language())[:20])
        return _form_page(place, form, 422)
    draft = Draft(by=acting(request), dossier=_FOR, name=found.file_name, at=place.now.isoformat(), version=0)
    token = drafts.keep(draft, content)
    return HttpResponseRedirect(reverse("kader_take_over", args=[token]))


def _form_page(place: Studio, form: ReceiveKaderForm, status: int = 200) -> HttpResponse:
    title = _("Take over a framework of another organisation")
    page = {"kicker": place.organisation, "title": title, "form": form, "wrong": form}
    crumbs = studio_crumbs(place.organisation, place.today, (title, None))
    values = timeless_context(place.request, page=page, crumbs=crumbs)
    return render(place.request, "web/pages/kader_receive.html", values, status=status)


@for_whom(Act.DRAFT_KADER)
@require_http_methods(["GET", "HEAD", "POST"])
def take_over_kader(request: HttpRequest, token: str) -> HttpResponse:
    """Whose the file is and what it would change here; POST begins the draft."""
    place = studio(request, timezone.now())
    try:
        draft, content = drafts.find(token, by=acting(request), dossier=_FOR, now=place.now)
    except NotFound:
        note_refused(request, "not found")
        # Taken over already, perhaps by a first click; or a day old, or of somebody else.
        messages.info(
            request, _("This file no longer waits: it was taken over, or handed in more than a day ago.")
        )
        return HttpResponseRedirect(reverse("kader_studio"))
    handed_in = _HandedIn(place=place, token=token, found=received(content, draft.name))
    if request.method == "POST":
        return _take_over(handed_in, TakeOverKaderForm(request.POST))
    return _preview(handed_in, TakeOverKaderForm(initial={"name": _first_name(handed_in.found)}))


def _first_name(found: Received) -> str:
    return (_("Taken over from %(publisher)s") % {"publisher": found.publisher})[:200]


def _take_over(handed_in: _HandedIn, form: TakeOverKaderForm) -> HttpResponse:
    if not form.is_valid():
        return _preview(handed_in, form, status=422)
    entry = KaderTakeOverEntry(base=handed_in.base, signed=as_signed(handed_in.found), **form.cleaned_data)
    try:
        reference = services.take_over_kader(entry, **handed_in.place.hand)
    except Refused as error:
        return _preview(handed_in, form, sentences(error, language()), 409)
    drafts.forget(handed_in.token)
    messages.success(
        handed_in.place.request,
        _("The framework is taken over as a draft. Nothing of it holds until it is adopted."),
    )
    return HttpResponseRedirect(reverse("kader_draft", args=[reference]))


def _preview(
    handed_in: _HandedIn, form: TakeOverKaderForm, refusals: list[str] | None = None, status: int = 200
) -> HttpResponse:
    place, found = handed_in.place, handed_in.found
    base = assessor_of(handed_in.base).kader
    title = _("What ‘%(publisher)s’ does otherwise") % {"publisher": found.publisher}
    page = {
        "kicker": f"{base.id} → {found.kader.id}",
        "title": title,
        "beside": [
            {"url": kader_url(base), "title": said(base.title), "date": day_words(base.in_force_from)}
        ],
        "received": shown_received(found, taken_over_with(found.fingerprint)),
        "base": base.id,
        "form": form,
        "wrong": form,
        "refusals": refusals,
        "back": reverse("kader_studio"),
        **shown_difference(difference_of(base, found.kader)),
    }
    crumbs = studio_crumbs(place.organisation, place.today, (title, None))
    values = timeless_context(place.request, page=page, crumbs=crumbs)
    return render(place.request, "web/pages/kader_take_over.html", values, status=status)
