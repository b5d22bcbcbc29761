"""Recommendations over the years: all of them, and one with what became of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.evaluation.account import account_of
from openkader.publication.periods import shown_period
from openkader.register import selectors
from openkader.register.selectors.recommendations import (
    RecommendationRow,
    recommendation_document,
    recommendation_file,
)
from openkader.web.acts.deeds import Place, Tried, do
from openkader.web.acts.recommendations import (
    RECOMMENDATION_ACTS,
    RECOMMENDATION_MANNER,
    RECORD_ACTS,
    RECORD_MANNER,
    RecommendationPage,
)
from openkader.web.doors import for_whom, why_not
from openkader.web.forms.moments import moment_shown
from openkader.web.forms.recommendations import AddressForm, RecommendForm
from openkader.web.front_doors import assessor_here
from openkader.web.presenters.figures import shown_figure
from openkader.web.presenters.recommendations import (
    shown_addresses,
    shown_recommendations,
    shown_steps,
    shown_tally,
)
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import practice, said, timeless_context


@require_http_methods(["GET", "HEAD", "POST"])
def list_recommendations(request: HttpRequest) -> HttpResponse:
    """Those of all years, what is overdue first; POST records another."""
    place = Place(request=request, now=timezone.now())
    if request.method == "POST":
        return do(place, RECORD_ACTS, lambda *more: _all(place, *more), RECORD_MANNER)
    return _all(place, {}, [], 200)


def _all(place: Place, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    request, reader = place.request, person(place.request)
    rows = selectors.recommendations(reader=reader, today=place.today)
    late = [row for row in rows if row.is_overdue]
    others = [row for row in rows if not row.is_overdue and not row.is_closed]
    closed = [row for row in rows if row.is_closed]
    page = {
        "title": _("Recommendations"),
        "tally": shown_tally(rows),
        "count": len(rows),
        "late": shown_recommendations(late, name="late", caption=_count(len(late))) if late else None,
        "open": shown_recommendations(others, name="open", caption=_count(len(others))) if others else None,
        "closed": shown_recommendations(closed, name="closed", caption=_count(len(closed)))
        if closed
        else None,
        "is_inside": reader.may(Act.READ_CASES),
        "form": tried.get("record") or RecommendForm(auto_id="record_%s"),
        "why_not": why_not(request, Act.EVALUATE),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    values = timeless_context(request, page=page, crumbs=[(_("Recommendations"), None)])
    return render(request, "web/pages/recommendations.html", values, status=status)


def _count(number: int) -> str:
    words = ngettext("%(number)s recommendation", "%(number)s recommendations", number)
    return words % {"number": number}


@require_http_methods(["GET", "HEAD", "POST"])
def show_recommendation(request: HttpRequest, reference: str) -> HttpResponse:
    """One recommendation; POST says to whom it is addressed, or what came of it."""
    now = timezone.now()
    today = timezone.localdate(now)
    found = recommendation_file(reference, reader=person(request), today=today)
    place = RecommendationPage(request=request, now=now, found=found, kader=assessor_here().kader)
    if request.method == "POST":
        return do(place, RECOMMENDATION_ACTS, lambda *more: _one(place, *more), RECOMMENDATION_MANNER)
    return _one(place, {}, [], 200)


def _one(place: RecommendationPage, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    request, row, reader = place.request, place.found, person(place.request)
    page = {
        "kicker": row.reference,
        "title": said(row.text),
        "year": row.year,
        "year_url": reverse("evaluation", args=[row.year]),
        "status": row.status,
        "is_overdue": row.is_overdue,
        "to": said(row.to),
        "due": shown_period(row.due),
        "passage": _passage(row),
        "steps": shown_steps(row),
        "before": shown_addresses(row),
        "figure": _figure(place),
        "is_inside": reader.may(Act.READ_CASES),
        "forms": _forms(place, tried),
        "why_not": why_not(request, Act.EVALUATE),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = ((_("Recommendations"), reverse("recommendations")), (row.reference, None))
    made_up = practice(is_fictional=row.is_fictional)
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, "web/pages/recommendation.html", values, status=status)


def _passage(row: RecommendationRow) -> dict[str, object] | None:
    if not row.passage:
        return None
    return {"text": row.passage, "source": said(row.source), "url": row.source_url, "language": "nl"}


def _forms(place: RecommendationPage, tried: Tried) -> Tried:
    row = place.found
    seen = row.addresses[-1].number if row.addresses else 0
    now = {"seen": seen, "to": said(row.to) or "", "due": moment_shown(row.due)}
    fresh: Tried = {
        "follow": place.follow_form(),
        "address": AddressForm(initial=now, auto_id="address_%s"),
    }
    both = fresh | tried
    for name, form in both.items():
        form.auto_id = f"{name}_%s"
    return both


def _figure(place: RecommendationPage) -> dict[str, object] | None:
    """The figure that shows whether it worked, with the count of the year after where the register knows that."""
    row = place.found
    if row.figure is None:
        return None
    year = row.year + 1
    texts = {one.id: one.text for one in place.kader.figures}
    shown: dict[str, object] = {"label": said(texts.get(row.figure)) or row.figure, "year": year, "url": ""}
    try:
        account = account_of(year, {row.figure}, reader=person(place.request))
    except NotFound:
        return shown
    figure = account.figures.get(row.figure)
    return shown if figure is None else shown | shown_figure(account, figure)


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_recommendation(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The document that shows a follow-up, as it came, to be saved and never shown inside our pages."""
    name, media_type, content = recommendation_document(reference, number)
    return saved(content, name, media_type)
