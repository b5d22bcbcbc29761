"""What the network contributed to an activity, and initiatives: all of them, those of one place, and one."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.casework.initiatives import may_show
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.network_plans import network_here
from openkader.web.acts.chains import (
    CHAIN_ACTS,
    CHAIN_MANNER,
    CHAINS_ACTS,
    NETWORK_ACTS,
    ActivityNetworkPage,
    ChainPage,
    ChainsPage,
)
from openkader.web.acts.deeds import Manner, Tried, do
from openkader.web.acts.proving import Proving, proving
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.initiatives import StartForm, StepForm
from openkader.web.front_doors import assessor_here
from openkader.web.presenters.initiatives import shown_initiative, shown_tally
from openkader.web.presenters.network import shown_contribution
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import Crumbs, activity_crumbs, case_crumbs, practice, said, timeless_context


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_activity_network(request: HttpRequest, reference: str) -> HttpResponse:
    """What the network contributed to one activity; POST does one of its acts."""
    reader, plan = person(request), network_here()
    activity = selectors.activity_file(reference, reader=reader)
    place = ActivityNetworkPage(
        request=request,
        now=timezone.now(),
        activity=activity,
        found=selectors.network_at(reference, reader=reader),
        kader=assessor_here().kader,
        measure=proving(activity, plan.measure if plan else None),
    )
    if request.method == "POST":
        return do(place, NETWORK_ACTS, lambda *more: _activity_network(place, *more), Manner())
    note_reading(request, activity.request or "")
    return _activity_network(place, {}, [], 200)


def _activity_network(
    place: ActivityNetworkPage, tried: Tried, refusals: list[str], status: int
) -> HttpResponse:
    activity = place.activity
    page = {
        "kicker": activity.reference,
        "title": _("Contributions of the network"),
        "activity": said(activity.label),
        "rows": [shown_contribution(one, place.kader) for one in place.found.contributions],
        "measure": _measure(place.request, activity.reference, place.measure),
        "form": tried.get("contribute") or place.form(),
        "has_members": bool(place.found.members),
        "why_not": why_not(place.request, Act.WORK),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = activity_crumbs(activity.reference, (_("Network"), None))
    made_up = practice(is_fictional=activity.is_fictional)
    values = timeless_context(place.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(place.request, "web/pages/activity_network.html", values, status=status)


def _measure(request: HttpRequest, activity: str, found: Proving | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "code": found.code,
        "url": reverse("measure", args=[activity, found.reference]) if found.reference else "",
        "is_closed": found.is_closed,
        "why_not": why_not(request, Act.WORK) or said_refusal(found.refuses()),
    }


@for_whom(Act.READ_CASES)
@require_safe
def list_initiatives(request: HttpRequest) -> HttpResponse:
    """Every initiative, those that wait first."""
    rows = selectors.initiatives(reader=person(request))
    page = {
        "title": _("Initiatives"),
        "tally": shown_tally(rows),
        "rows": [shown_initiative(row) for row in rows],
        "is_cut": len(rows) == selectors.MOST_INITIATIVES,
    }
    crumbs = ((_("Network"), reverse("network")), (_("Initiatives"), None))
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/initiatives.html", values)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_activity_initiatives(request: HttpRequest, reference: str) -> HttpResponse:
    """The initiatives of an activity; POST does one of their acts."""
    reader, plan = person(request), network_here()
    activity = selectors.activity_file(reference, reader=reader)
    place = ChainsPage(
        request=request,
        now=timezone.now(),
        at=reference,
        is_activity=True,
        found=selectors.initiatives(reader=reader, at=reference),
        measure=proving(activity, plan.match if plan else None),
    )
    about = {
        "about": said(activity.label),
        "crumbs": activity_crumbs(reference, (_("Initiatives"), None)),
        "fictional": practice(is_fictional=activity.is_fictional),
    }
    return _chains(place, about, activity.request or "")


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_case_initiatives(request: HttpRequest, reference: str) -> HttpResponse:
    """The initiatives of a case, with or without an activity; POST does one of their acts."""
    reader = person(request)
    found = selectors.case_named(reference, reader=reader)
    place = ChainsPage(
        request=request,
        now=timezone.now(),
        at=reference,
        is_activity=False,
        found=selectors.initiatives(reader=reader, at=reference),
    )
    about = {
        "about": said(found.title),
        "crumbs": case_crumbs(reference, (_("Initiatives"), None)),
        "fictional": practice(is_fictional=found.is_fictional),
    }
    return _chains(place, about, reference)


def _chains(place: ChainsPage, about: Mapping[str, object], dossier: str) -> HttpResponse:
    def page(tried: Tried, refusals: list[str], status: int) -> HttpResponse:
        measure = _measure(place.request, place.at, place.measure)
        shown = {
            "kicker": place.at,
            "title": _("Initiatives"),
            "about": about["about"],
            "rows": [_with_proof(row, measure) for row in place.found],
            "start": tried.get("start") or StartForm(auto_id="start_%s"),
            "is_here": True,
            "why_not": why_not(place.request, Act.WORK),
            "wrong": next(iter(tried.values()), None),
            "refusals": refusals,
        }
        crumbs: Crumbs = about["crumbs"]  # type: ignore[assignment]  # made so above
        made_up = str(about["fictional"])
        values = timeless_context(place.request, page=shown, crumbs=crumbs, fictional=made_up)
        return render(place.request, "web/pages/initiatives.html", values, status=status)

    if place.request.method == "POST":
        manner = Manner(of="activity" if place.is_activity else "request")
        return do(place, CHAINS_ACTS, page, manner)
    note_reading(place.request, dossier)
    return page({}, [], 200)


def _with_proof(row: selectors.InitiativeRow, measure: dict[str, object] | None) -> dict[str, object]:
    """An initiative with whether it can show the measure of the activity."""
    shown = shown_initiative(row)
    if measure is None:
        return shown | {"measure": None}
    refusal = measure["why_not"] or said_refusal(may_show(row.state))
    return shown | {"measure": measure | {"why_not": refusal}}


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_initiative(request: HttpRequest, reference: str) -> HttpResponse:
    """One initiative; POST notes its next step."""
    found = selectors.initiative_file(reference, reader=person(request))
    place = ChainPage(request=request, now=timezone.now(), found=found)
    if request.method == "POST":
        return do(place, CHAIN_ACTS, lambda *more: _initiative(place, *more), CHAIN_MANNER)
    note_reading(request, found.case or "")
    return _initiative(place, {}, [], 200)


def _initiative(place: ChainPage, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    found, kinds = place.found, place.next_kinds
    page = {
        **shown_initiative(found),
        "kicker": found.reference,
        "form": tried.get("step") or (StepForm(kinds, auto_id="step_%s") if kinds else None),
        "why_not": why_not(place.request, Act.WORK),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    way = ((_("Network"), reverse("network")), (_("Initiatives"), reverse("initiatives")))
    crumbs = (*way, (str(said(found.title)), None))
    made_up = practice(is_fictional=found.is_fictional)
    values = timeless_context(place.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(place.request, "web/pages/initiative.html", values, status=status)
