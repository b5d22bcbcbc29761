"""The page of the companies of an activity: self-scans, sessions beforehand, and who was let off."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.casework.permissions import Act, may_do
from openkader.register import selectors
from openkader.register.scan_forms import scan_form
from openkader.web.acts.companies import ACTS, CompanyPage, why_not_proved
from openkader.web.acts.deeds import Tried, do, why_not_each
from openkader.web.doors import for_whom, note_reading
from openkader.web.forms.advice import ReasonForm
from openkader.web.forms.companies import ScanAskForm, ScanWaiverForm, SessionForm
from openkader.web.presenters.companies import shown_companies
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import activity_crumbs, language, practice, timeless_context

_BEFORE = timedelta(days=21)  # what the form offers; the official chooses


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_companies(request: HttpRequest, reference: str) -> HttpResponse:
    """The page; POST does one of its acts."""
    now, scan = timezone.now(), scan_form()
    found = selectors.companies_page(reference, scan, timezone.localdate(now), reader=person(request))
    place = CompanyPage(request=request, now=now, found=found, scan=scan)
    if request.method == "POST":
        return do(place, ACTS, lambda *more: _page(place, *more))
    note_reading(request, found.dossier or "", found.level)
    return _page(place, {}, [], 200)


def _page(place: CompanyPage, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    found, shown = place.found, shown_companies(place.found, place.scan)
    _give_forms(place, shown, tried)
    page = {
        "kicker": found.activity,
        "title": _("Companies: self-scan and briefing"),
        "activity": found.title.in_(language()),
        "dossier": found.dossier,
        "forms": _forms(place, tried),
        "why_not": why_not_each(place, ACTS),
        "measure": _measure(place, place.scan.measure),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
        **shown,
    }
    crumbs = activity_crumbs(found.activity, (_("Companies"), None))
    made_up = practice(is_fictional=found.is_fictional)
    values = timeless_context(place.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(place.request, "web/pages/companies.html", values, status=status)


def _forms(place: CompanyPage, tried: Tried) -> Tried:
    companies, wanted = place.companies(), place.request.GET.get("bedrijf", "")
    lacking = [one.party for one in place.found.companies if one.party and one.scan is None]
    party = wanted or (lacking[0] if lacking else "")
    due_on = max(place.found.day - _BEFORE, place.today)
    asking = {"party": party, "due_on": due_on, "language": language()}
    waiving = {"party": party, "expires_on": max(place.found.day, place.today)}
    return {
        "ask": tried.get("ask") or ScanAskForm(companies, initial=asking, auto_id="ask_%s"),
        "waive": tried.get("waive") or ScanWaiverForm(companies, initial=waiving, auto_id="waive_%s"),
        "session": tried.get("session")
        or SessionForm(place.kinds(), place.found.members, auto_id="session_%s"),
    }


def _give_forms(place: CompanyPage, shown: dict[str, Any], tried: Tried) -> None:
    """Every scan and session gets a form of its own; what was typed comes back where it was typed."""
    for group, act, key in (("scans", "take_back", "scan"), ("sessions", "strike_out", "session")):
        for one in shown[group]:
            is_this = place.request.POST.get(key) == one["reference"]
            form = tried.get(act) if is_this else None
            one["form"] = form or ReasonForm()
            one["form"].auto_id = f"{act}_{one['reference']}_%s"
    for one, row in zip(shown["sessions"], place.found.sessions, strict=True):
        kind = place.scan.session(row.kind)
        one["measure"] = _measure(place, kind.measure if kind and row.struck_out is None else None)


def _measure(place: CompanyPage, code: str | None) -> dict[str, object] | None:
    """The measure that something here shows: where it is, whether it is closed, and why it cannot be yet."""
    if code is None:
        return None
    found = place.found.measures.get(code)
    mine = said_refusal(may_do(person(place.request).roles, Act.WORK))
    return {
        "code": code,
        "url": reverse("measure", args=[place.found.activity, found.reference]) if found else "",
        "is_closed": found is not None and found.is_closed,
        "why_not": mine or said_refusal(why_not_proved(place, code)),
    }
