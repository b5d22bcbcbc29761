"""The addresses at which a colleague lets calendars read, and one activity as a file for a calendar."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.messages import sentences
from openkader.casework.agenda import FeedOf
from openkader.casework.permissions import Act
from openkader.publication.agenda import MEDIA_TYPE, agenda_calendar
from openkader.register import selectors, services
from openkader.register.feeds import open_feeds
from openkader.web.confirming import ConfirmFirst, is_recent
from openkader.web.doors import acting, for_whom, note_readings, signed_in, why_not
from openkader.web.presenters.calendars import shown_feeds
from openkader.web.reader import person
from openkader.web.refusals import note_refused
from openkader.web.saving import saved
from openkader.web.second_step import is_sure
from openkader.web.shell import language, timeless_context


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show_calendars(request: HttpRequest) -> HttpResponse:
    """The own feeds; POST opens one, of which the address is shown in that answer alone, or withdraws one."""
    if request.method != "POST":
        return _page(request)
    of = FeedOf(acting(request), request.POST.get("team", ""))
    match request.POST.get("act"):
        case "open":
            return _open(request, of)
        case "withdraw":
            services.withdraw_calendar_feed(of, by=acting(request), now=timezone.now())
            messages.success(request, _("No calendar reads at that address any more."))
            return HttpResponseRedirect(request.path)
        case other:
            raise NotFound("calendar", str(other)[:40])


@sensitive_variables("secret", "address")
def _open(request: HttpRequest, of: FeedOf) -> HttpResponse:
    """Open it for whoever just showed who they are: a calendar reads on when the browser is closed."""
    if not is_sure(request):
        raise Refused(Refusal("account.second-step-first"))
    if not is_recent(request):
        raise ConfirmFirst
    try:
        secret = services.open_calendar_feed(of, language(), by=acting(request), now=timezone.now())
    except Refused as error:
        note_refused(request, error.refusal.code)
        return _page(request, sentences(error, language()), status=409)
    address = request.build_absolute_uri(reverse("calendar_feed", args=[secret]))
    return _page(request, address=address, opened=of)


def _page(
    request: HttpRequest,
    refusals: list[str] | None = None,
    *,
    address: str = "",
    opened: FeedOf | None = None,
    status: int = 200,
) -> HttpResponse:
    title = _("Your work in your calendar")
    reader = person(request)
    page = {
        "title": title,
        "kicker": acting(request),
        "feeds": shown_feeds(open_feeds(acting(request)), acting(request), reader.team),
        "why_not": why_not(request, Act.READ_CASES),
        "refusals": refusals or [],
        "address": address,
        "opened_team": opened.team if opened else "",
    }
    crumbs = [(_("Your account"), reverse("account")), (title, None)]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/calendars.html", values, status=status)


@for_whom(Act.READ_CASES)
@require_safe
def give_activity(request: HttpRequest, reference: str) -> HttpResponse:
    """One activity with all its words, for whoever puts it in a calendar by hand."""
    item = selectors.activity_item(reference, reader=person(request))
    note_readings(request, [reference])
    content = agenda_calendar([item], reference, language(), lambda _item: _address(request, reference))
    return saved(content, f"{reference}.ics", MEDIA_TYPE)


def _address(request: HttpRequest, reference: str) -> str:
    return request.build_absolute_uri(reverse("activity", args=[reference]))
