"""The investment of a dossier: the case at the partner, what the partner stated, and on what that rests."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound
from openkader.base.messages import sentence
from openkader.casework.measures import CLOSED
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.partners import partner_of_house
from openkader.register.selectors import StatementMeasure
from openkader.web.acts.answering import fresh_form
from openkader.web.acts.deeds import Manner, Place, Tried, do
from openkader.web.acts.investment import ACTS, Investing, investing, why_not_closed
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.advice import QuestionForm
from openkader.web.presenters.advice import shown_advice
from openkader.web.presenters.citations import shown_citations
from openkader.web.presenters.investment import (
    shown_case,
    shown_statement,
    standing_of,
)
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import case_crumbs, language, practice, said, timeless_context
from openkader.web.views.coordination import asked_first
from openkader.web.views.dossier import kader_name


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_investment(request: HttpRequest, reference: str) -> HttpResponse:
    """The page; POST does one of its acts."""
    partner = partner_of_house()
    dossier = selectors.dossier(reference, reader=person(request))
    if dossier.request is None or dossier.request["reference"] != reference:
        raise NotFound("request", reference)
    here = Place(request=request, now=timezone.now())
    place = investing(here, reference, partner, assessor_of(kader_name(dossier)))
    if request.method == "POST":
        return do(place, ACTS, lambda *more: _page(place, *more), Manner(of="request"))
    note_reading(request, reference, place.found.level)
    return _page(place, {}, [], 200)


def _page(place: Investing, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    found, kader, request = place.found, place.assessor.kader, place.request
    page = {
        "kicker": found.reference,
        "title": said(place.partner.title),
        "dossier": found.reference,
        "about": said(found.title),
        "introduction": said(place.partner.introduction),
        "standing": standing_of(found),
        "case": shown_case(found),
        "statements": [shown_statement(one, kader) for one in found.statements],
        "waiting": _waiting(place, tried),
        "national": [shown_advice(one, kader) for one in found.national],
        "measures": [_measure(place, one) for one in found.measures],
        "forms": {
            "case": tried.get("case") or place.case_form(initial=_known(place)),
            "ask": tried.get("ask") or _asking(place),
        },
        "why_not": {
            "case": why_not(request, Act.WORK),
            "ask": why_not(request, Act.ASK_ADVICE) or _why_not_asked(place),
            "answer": why_not(request, Act.GIVE_ADVICE),
        },
        "citations": shown_citations(kader, place.partner.cites),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = case_crumbs(found.reference, (place.partner.title.in_(language()), None))
    made_up = practice(is_fictional=found.is_fictional)
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, "web/pages/investment.html", values, status=status)


def _waiting(place: Investing, tried: Tried) -> list[dict[str, object]]:
    """The questions that wait, each with the form in which a colleague enters what the partner said."""
    shown = []
    for row in place.found.asked:
        if row.state.is_open:
            typed = tried.get("answer") if place.request.POST.get("advice") == row.reference else None
            first = {"seen": len(row.answers), "said_on": place.today}
            form = typed or fresh_form(row, is_told=True, initial=first)
            form.auto_id = f"answer_{row.reference}_%s"
            shown.append({**shown_advice(row, place.assessor.kader), "form": form})
    return shown


def _asking(place: Investing) -> QuestionForm:
    first = asked_first(place.assessor.kader, place.partner.desk, place.today)
    return QuestionForm(initial=first, auto_id="ask_%s")


def _known(place: Investing) -> dict[str, object]:
    """The case as it is known, so that only what is new is typed."""
    case = place.found.case
    if case is None:
        return {}
    return {"number": case.number or "", "investor": case.investor.reference if case.investor else ""}


def _measure(place: Investing, row: StatementMeasure) -> dict[str, object]:
    refusal = why_not_closed(place.found, row)
    return {
        "reference": row.reference,
        "activity": row.activity,
        "status": str(row.status),
        "is_closed": row.status in CLOSED,
        "why_not": why_not(place.request, Act.WORK) or said_refusal(refusal),
    }


def _why_not_asked(place: Investing) -> str:
    """Why nobody can ask the partner now."""
    code = place.found.refusal
    return sentence(code, {}, language()) if code else ""
