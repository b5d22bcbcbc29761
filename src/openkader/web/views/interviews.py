"""The interviews of a year: which themes came up, in which interviews, and what may be used of each."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound
from openkader.casework.interviews import Consent
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.interviews import interviews_here
from openkader.register.kaders import assessor_of
from openkader.register.selectors.interviews import InterviewRow, interviews_of
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.interviews import INTERVIEW_ACTS, INTERVIEW_MANNER, InterviewsPage, quotes_in
from openkader.web.doors import for_whom, why_not
from openkader.web.forms.interviews import ConsentForm, InterviewForm, QuoteForm, WithdrawForm
from openkader.web.presenters.interviews import shown_interview, shown_themes
from openkader.web.reader import person
from openkader.web.shell import context, made_up, said


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_interviews(request: HttpRequest, year: int) -> HttpResponse:
    """The interviews of a year, for colleagues; POST notes one, keeps words, or notes consent."""
    plan = interviews_here()
    if plan is None:
        raise NotFound("interview", str(year))
    found = selectors.kader_year(year)
    rows = interviews_of(year, reader=person(request))
    place = InterviewsPage(request=request, now=timezone.now(), year=year, plan=plan, rows=rows)
    if request.method == "POST":
        return do(place, INTERVIEW_ACTS, lambda *more: _page(place, found, *more), INTERVIEW_MANNER)
    return _page(place, found, {}, [], 200)


def _page(
    place: InterviewsPage, found: selectors.KaderYear, tried: Tried, refusals: list[str], status: int
) -> HttpResponse:
    request, kader = place.request, assessor_of(found.kader).kader
    writes = person(request).may(Act.EVALUATE)
    page = {
        "kicker": said(kader.organisation),
        "title": _("Interviews of %(year)s") % {"year": place.year},
        "unknown": [row.reference for row in place.rows if row.consent is None],
        "themes": shown_themes(place.rows, place.plan),
        "rows": [
            shown_interview(row, place.plan, _forms(place, row, tried) if writes else {})
            for row in place.rows
        ],
        "form": tried.get("note") or InterviewForm(place.themes(), auto_id="note_%s"),
        "why_not": why_not(request, Act.EVALUATE),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = ((_("Evaluation"), reverse("evaluation", args=[place.year])), (_("Interviews"), None))
    values = context(
        request, year=place.year, kader=kader, page=page, crumbs=crumbs, fictional=made_up(found.source)
    )
    return render(request, "web/pages/interviews.html", values, status=status)


def _forms(place: InterviewsPage, row: InterviewRow, tried: Tried) -> dict[str, object]:
    """What can be done with one interview; the form that was tried stands at its own. Nothing once all is withdrawn."""
    if row.consent is Consent.WITHDRAWN:
        return {}
    quotes = quotes_in(row)
    fresh: dict[str, forms.Form] = {
        "quote": QuoteForm(place.themes_of(row)),
        "consent": ConsentForm(quotes, initial={"seen": len(row.consents)}),
        "withdraw": WithdrawForm(quotes),
    }
    mine = tried if place.named == row.reference else {}
    found = fresh | {name: form for name, form in mine.items() if name in fresh}
    for name, form in found.items():
        form.auto_id = f"{name}_{row.reference}_%s"
    return dict(found)
