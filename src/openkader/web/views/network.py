"""The pages of the network: all members, one member, and where a party joins."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.casework.permissions import Act
from openkader.kader import Assessor
from openkader.register import selectors
from openkader.register.network import EXPERTISE, desks_of
from openkader.register.network_plans import network_here
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.network import ACTS, JOIN_MANNER, JOINING, MANNER, JoinPage, MemberPage
from openkader.web.doors import for_whom, note_reading, require_act, why_not
from openkader.web.forms.advice import ReasonForm
from openkader.web.forms.network import ContributionForm, JoinForm, PointForm
from openkader.web.forms.request import countries
from openkader.web.front_doors import assessor_here
from openkader.web.presenters.listings import choices_of
from openkader.web.presenters.names import country_name
from openkader.web.presenters.network import ATTENTION, shown_member, shown_reach, shown_row, shown_tally
from openkader.web.reader import person
from openkader.web.shell import Crumbs, practice, said, timeless_context

_LONGEST = 60


@for_whom(Act.READ_CASES)
@require_safe
def list_network(request: HttpRequest) -> HttpResponse:
    """Who asks for attention, for which countries the line is on, and everybody in the network."""
    assessor, plan, today = assessor_here(), network_here(), timezone.localdate(timezone.now())
    kader = assessor.kader
    rows = selectors.network(plan, desks_of(kader), today, reader=person(request))
    chosen = {name: request.GET.get(key, "")[:_LONGEST] for name, key in _FILTERS.items()}
    left = [row for row in rows if _fits(row, chosen)]
    page = {
        "title": _("Network"),
        "months": plan.dormant_months if plan else None,
        "tally": shown_tally(rows),
        "attention": [shown_row(row, kader) for row in rows if row.state in ATTENTION],
        "rows": [shown_row(row, kader) for row in left],
        "is_empty": not rows,
        "filters": _filters(rows, assessor, chosen),
        "is_filtered": any(chosen.values()),
        "reach": shown_reach(assessor, plan.line, [code for code, _name in countries()]) if plan else {},
    }
    values = timeless_context(request, page=page, crumbs=[(_("Network"), None)])
    return render(request, "web/pages/network.html", values)


_FILTERS = {"expertise": "kennis", "country": "land"}


def _fits(row: selectors.NetworkRow, chosen: dict[str, str]) -> bool:
    knows = not chosen["expertise"] or chosen["expertise"] in row.expertise
    return knows and (not chosen["country"] or chosen["country"] in row.countries)


def _filters(
    rows: Sequence[selectors.NetworkRow], assessor: Assessor, chosen: dict[str, str]
) -> list[dict[str, object]]:
    """What may be chosen: only what some member knows of."""
    known = {code for row in rows for code in row.expertise}
    words = dict(choices_of(assessor.kader, EXPERTISE))
    there = {code for row in rows for code in row.countries}
    named = sorted(((code, str(country_name(code))) for code in there), key=lambda pair: pair[1])
    return [
        _filter(
            "expertise", _("Expertise"), [(code, words.get(code, code)) for code in sorted(known)], chosen
        ),
        _filter("country", _("Country"), named, chosen),
    ]


def _filter(
    name: str, label: str, choices: Sequence[tuple[str, str]], chosen: dict[str, str]
) -> dict[str, object]:
    options = [("", _("All")), *choices]
    return {
        "name": _FILTERS[name],
        "label": label,
        "options": [{"value": v, "label": w, "selected": v == chosen[name]} for v, w in options],
    }


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def join_network(request: HttpRequest) -> HttpResponse:
    """The form by which a party joins; who is a member already is shown."""
    reader, party = person(request), request.GET.get("partij", "")
    reference, name, member = selectors.party_to_join(party, reader=reader)
    if member is not None:
        return HttpResponseRedirect(reverse("member", args=[member]))
    require_act(request, Act.WORK)
    place = JoinPage(request=request, now=timezone.now(), party=reference, kader=assessor_here().kader)

    def page(tried: Tried, refusals: list[str], status: int) -> HttpResponse:
        form = next(iter(tried.values()), None) or JoinForm(choices_of(place.kader, EXPERTISE))
        shown = {
            "title": _("Into the network"),
            "name": said(name),
            "kicker": reference,
            "form": form,
            "wrong": form if tried else None,
            "refusals": refusals,
        }
        crumbs = (*_way(), (_("Into the network"), None))
        values = timeless_context(request, page=shown, crumbs=crumbs)
        return render(request, "web/pages/network_join.html", values, status=status)

    if request.method == "POST":
        return do(place, JOINING, page, JOIN_MANNER)
    return page({}, [], 200)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_member(request: HttpRequest, reference: str) -> HttpResponse:
    """One member; POST does one of its acts."""
    now, kader, plan = timezone.now(), assessor_here().kader, network_here()
    found = selectors.member_file(
        reference, plan, desks_of(kader), timezone.localdate(now), reader=person(request)
    )
    place = MemberPage(request=request, now=now, found=found, kader=kader, plan=plan)
    if request.method == "POST":
        return do(place, ACTS, lambda *more: _member(place, *more), MANNER)
    return _member(place, {}, [], 200)


def _member(place: MemberPage, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    request = place.request
    note_reading(request, place.found.dossier)
    shown = shown_member(place.found, place.kader)
    if not why_not(request, Act.WORK):
        _give_forms(place, shown, tried)
    may = {"work": why_not(request, Act.WORK), "points": why_not(request, Act.KEEP_CONTACTS)}
    page = {
        **shown,
        "title": shown["name"],
        "kicker": place.member,
        "forms": {} if may["work"] else _forms(place, tried),
        "point": tried.get("keep_point") or PointForm(auto_id="point_%s"),
        "why_not": may,
        "tried": next(iter(tried), ""),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    values = timeless_context(
        request,
        page=page,
        crumbs=(*_way(), (str(shown["name"]), None)),
        fictional=practice(is_fictional=place.found.is_fictional),
    )
    return render(request, "web/pages/member.html", values, status=status)


def _forms(place: MemberPage, tried: Tried) -> Tried:
    standing = "resume" if place.found.row.state == "stopped" else "stop"
    return {
        "contact": tried.get("contact") or place.contact_form(),
        "contribute": tried.get("contribute") or ContributionForm(auto_id="contribution_%s"),
        "describe": tried.get("describe") or place.profile_form(),
        "standing": tried.get(standing) or ReasonForm(auto_id=f"{standing}_%s"),
    }


def _give_forms(place: MemberPage, shown: dict[str, Any], tried: Tried) -> None:
    """Everything that was noted here can be struck out; what was typed comes back where it was typed."""
    given = [row for year in shown["years"] for row in year["rows"] if not row["is_known"]]
    rows = [*((row, row["reference"], "talk", "strike_contact") for row in shown["contacts"])]
    rows += [(row, row["proof"], "contribution", "strike_contribution") for row in given]
    for row, reference, key, act in rows:
        is_this = place.request.POST.get(key) == reference
        row["form"] = (tried.get(act) if is_this else None) or ReasonForm(auto_id=f"strike_{reference}_%s")


def _way() -> Crumbs:
    return ((_("Network"), reverse("network")),)
