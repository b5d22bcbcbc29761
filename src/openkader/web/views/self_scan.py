"""The page where a company fills in its self-scan without an account, by a link that nobody can guess.

Reading it changes nothing, so that a mail scanner may follow the link first; only the form does. Once the scan
is handed in the link tells nothing of it any more, but to the browser that handed it in.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.permissions import Act, DoorHand
from openkader.register import selectors, services
from openkader.register.limits import Limit
from openkader.register.selectors import ScanPage
from openkader.register.self_scan_entries import ScanSaidEntry
from openkader.web.forms.self_scan import SelfScanForm, filled, merged
from openkader.web.outside import nowhere, shown_outside
from openkader.web.presenters.self_scan import shown_scan
from openkader.web.refusals import note_refused
from openkader.web.shell import language

_GUESSES = Limit("self-scan-guess", most=20, minutes=10)  # by address, of links that lead nowhere
_SAVES = Limit("self-scan", most=60, minutes=10)  # by link
_HANDED_IN = "handed-in-scan"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fill_self_scan(request: HttpRequest, token: str) -> HttpResponse:
    """The form with what was saved; POST saves it half-way, or hands it in once."""
    digest = selectors.link_digest(token)
    try:
        row = selectors.scan_by_link(digest, timezone.now())
    except NotFound:
        return _nowhere(request)
    if row.handed_in_on is not None:
        return _after(request, row)
    if request.method != "POST":
        return _page(request, row, filled(row.form, row.said, row.saves, row.given_by))
    form = SelfScanForm(row.form, request.POST, whole=request.POST.get("act") == "hand_in")
    is_sound = form.is_valid()
    if not _SAVES.count(digest):
        note_refused(request, "self-scan.too-often")
        return _page(request, row, form, Refusal("self-scan.too-often"), 429)
    if not is_sound:
        return _page(request, row, form, status=422)
    return _keep(request, row, form, digest)


def _keep(request: HttpRequest, row: ScanPage, form: SelfScanForm, digest: str) -> HttpResponse:
    """Save or hand in; who was overtaken by another of the company still has what they filled in."""
    seen = int(form.cleaned_data["seen"])
    entry = ScanSaidEntry(
        scan=row.reference, seen=seen, said=form.given(), given_by=form.cleaned_data["given_by"]
    )
    keep = services.hand_in_self_scan if form.whole else services.save_self_scan
    try:
        # The trail cannot be rewritten, so it keeps no name of somebody outside.
        keep(entry, by=DoorHand(f"link:{row.reference}", Act.WORK), now=timezone.now())
    except Refused as error:
        note_refused(request, error.refusal.code)
        try:
            newest = selectors.scan_by_link(digest, timezone.now())
        except NotFound:
            return _nowhere(request)
        if newest.handed_in_on is not None:
            return _after(request, newest)
        again = merged(form, selectors.said_before(row.reference, seen), newest.said, newest.saves)
        return _page(request, newest, again, error.refusal, 409)
    if form.whole:
        request.session[_HANDED_IN] = row.reference
    return HttpResponseRedirect(request.path)


def _page(
    request: HttpRequest,
    row: ScanPage,
    form: SelfScanForm,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    page = {
        **shown_scan(row, form),
        "form": form,
        "wrong": form if form.is_bound else None,
        "refusals": [sentence(refusal.code, refusal.detail, language())] if refusal else [],
    }
    return _rendered(request, "web/pages/self_scan.html", page, row, status)


def _after(request: HttpRequest, row: ScanPage) -> HttpResponse:
    """Thanks for whoever handed it in; who sends it once more hears that it was, and a link alone opens nothing."""
    is_second = request.method == "POST"
    if not is_second and request.session.get(_HANDED_IN) != row.reference:
        return _nowhere(request)
    page = {**shown_scan(row, None), "is_second": is_second}
    return _rendered(request, "web/pages/self_scan_handed_in.html", page, row, 409 if is_second else 200)


def _nowhere(request: HttpRequest) -> HttpResponse:
    return nowhere(request, _("Self-scan"), _GUESSES, "self-scan.too-often")


def _rendered(
    request: HttpRequest, template: str, page: dict[str, object], row: ScanPage, status: int
) -> HttpResponse:
    return shown_outside(request, template, page, is_fictional=row.is_fictional, status=status)
