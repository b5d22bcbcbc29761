"""The list of work: mine, my team's, what waits, what is late; chosen, kept under a name, and taken along as a file."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import Refused
from openkader.base.messages import sentence
from openkader.casework.permissions import Act, Person
from openkader.casework.work_list import Scope
from openkader.kader import Kader
from openkader.register import selectors, services
from openkader.register.kaders import assessor_of
from openkader.register.selectors import Choice, KaderYear
from openkader.register.selectors.places import place_of, place_word
from openkader.web.choices import choice_of
from openkader.web.doors import acting, for_whom, why_not
from openkader.web.front_doors import newest_kader
from openkader.web.presenters.agreements import shown_endings
from openkader.web.presenters.work_list import (
    AFTER,
    BEFORE,
    ORDER,
    SCOPE,
    TEXT,
    address,
    count_words,
    narrowed,
    shown_cases,
    shown_empty,
    shown_filters,
    shown_orders,
    shown_scopes,
)
from openkader.web.reader import person
from openkader.web.sheets import FORMS, file_of
from openkader.web.shell import context, language, timeless_context

_YEARS = 15  # so many years back can be chosen


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def list_work(request: HttpRequest) -> HttpResponse:
    """The page of the list; POST keeps or forgets a choice."""
    if request.method == "POST":
        return _keep(request)
    return _page(request)


def _keep(request: HttpRequest) -> HttpResponse:
    name, choice = request.POST.get("name", ""), request.POST.get("choice", "")
    by, now = acting(request), timezone.now()
    try:
        if request.POST.get("act") == "forget":
            services.forget_view(name, by=by, now=now)
            messages.success(request, _("The choice is forgotten. The cases in it stay what they are."))
        else:
            services.keep_view(name, choice, by=by, now=now)
            messages.success(request, _("The choice is kept under this name, for you alone."))
    except Refused as error:
        refusal = sentence(error.refusal.code, error.refusal.detail, language())
        return _page(request, refusals=[refusal], status=409)
    return HttpResponseRedirect(f"{reverse('work_list')}?{choice}" if choice else reverse("work_list"))


def _page(request: HttpRequest, refusals: list[str] | None = None, status: int = 200) -> HttpResponse:
    choice, reader = choice_of(request.GET), person(request)
    today = timezone.localdate()
    found = selectors.work_page(
        choice,
        reader,
        today,
        after=place_of(request.GET.get(AFTER, ""), choice.order),
        before=place_of(request.GET.get(BEFORE, ""), choice.order),
    )
    newest = selectors.newest_year()
    kader = assessor_of(newest.kader).kader if newest else newest_kader()
    chosen = address(request.GET)
    caption = count_words(found)
    filtered = bool(chosen) and chosen != f"{SCOPE}={choice.scope}"
    page = {
        "title": _("Work list"),
        "scopes": shown_scopes(choice, request.GET),
        "filters": shown_filters(choice, kader, range(today.year, today.year - _YEARS, -1)),
        "orders": shown_orders(choice),
        "names": {"scope": SCOPE, "text": TEXT, "order": ORDER},
        "scope": choice.scope,
        "text": choice.text,
        "chosen": chosen,
        "filtered": filtered,
        "narrowed": narrowed(choice),
        "empty": shown_empty(choice, filtered=filtered),
        "clear": f"?{SCOPE}={choice.scope}",
        "table": shown_cases(found, caption, today),
        "ending": _ending(choice, reader, kader),
        "before": place_word(found.before),
        "after": place_word(found.after),
        "views": selectors.saved_views(reader.name),
        "forms": FORMS,
        "keeping": reader.may(Act.READ_RETENTION),
        "no_export": why_not(request, Act.EXPORT),
        "refusals": refusals or [],
    }
    return render(request, "web/pages/work_list.html", _framed(request, newest, kader, page), status=status)


def _ending(choice: Choice, reader: Person, kader: Kader | None) -> list[dict[str, object]]:
    """The agreements that end and of which this reader has to say what will come; only beside one's own work."""
    if choice.scope is not Scope.MINE or kader is None:
        return []
    return shown_endings(selectors.agreements_for(reader, timezone.localdate()), kader)


def _framed(
    request: HttpRequest, newest: KaderYear | None, kader: Kader | None, page: dict[str, object]
) -> dict[str, object]:
    """The page in the frame of the newest year, which was looked up already."""
    if newest is None or kader is None:
        return timeless_context(request, page=page)
    return context(request, year=newest.year, kader=kader, page=page)


@for_whom(Act.EXPORT)  # type: ignore[arg-type]  # a file is sent as it is written
@require_safe
def export_work(request: HttpRequest, form: str) -> HttpResponseBase:
    """The whole list as a file, with what was chosen written in it."""
    if form not in FORMS:
        raise Http404(form)
    reader = person(request)
    choice = choice_of(request.GET)
    today, now = timezone.localdate(), timezone.now()
    rows = selectors.work_rows(choice, reader, today)
    confidential = selectors.confidential_rows(choice, reader, today)
    services.note_export(address(request.GET), form, confidential, by=reader.name, now=now)
    return file_of(form, rows, choice, now)
