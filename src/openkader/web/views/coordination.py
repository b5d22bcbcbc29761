"""The page of advice and agreement around a case."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound
from openkader.casework.deadlines import Term, due
from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.register import selectors
from openkader.register.deadlines import deadlines_here
from openkader.register.kaders import assessor_of
from openkader.register.selectors import Coordination
from openkader.web.acts.answering import fresh_form
from openkader.web.acts.coordination import ACTS, Case
from openkader.web.acts.deeds import Manner, Tried, do, why_not_each
from openkader.web.doors import for_whom, note_reading
from openkader.web.forms.advice import AskForm, HandOverForm, ReasonForm, WaiverForm
from openkader.web.presenters.advice import desk_name, shown_coordination
from openkader.web.reader import person
from openkader.web.shell import case_crumbs, language, practice, timeless_context
from openkader.web.views.dossier import kader_name

TERM = 10  # working days, where the kader does not say


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_coordination(request: HttpRequest, reference: str) -> HttpResponse:
    """The page of advice and agreement; POST does one of its acts."""
    found = selectors.dossier(reference, reader=person(request))
    if found.request is None or found.request["reference"] != reference:
        raise NotFound("request", reference)
    kader = kader_name(found)
    case = Case(request=request, now=timezone.now(), reference=reference, assessor=assessor_of(kader))
    if request.method == "POST":
        return do(case, ACTS, lambda *more: _page(case, *more), Manner(of="request"))
    note_reading(request, reference)
    return _page(case, {}, [], 200)


def _page(case: Case, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    found, kader = case.found(), case.assessor.kader
    lacking = [need.desk for need in found.advised.lacking()]
    waiting = {row.desk for row in found.asked if row.state.is_open}
    needed = [desk for desk in [*lacking, *(one.desk for one in found.advised.needs)] if desk not in waiting]
    wanted = case.request.GET.get("desk") or (needed[0] if needed else "")
    shown = shown_coordination(found, kader)
    _give_forms(case, found, shown, tried)
    page = {
        "kicker": case.reference,
        "title": _("Advice and agreement"),
        "dossier": case.reference,
        "forms": {
            "ask": tried.get("ask") or AskForm(case.desks(), initial=asked_first(kader, wanted, case.today)),
            "waive": tried.get("waive")
            or WaiverForm(
                [(desk, desk_name(kader, desk)) for desk in lacking],
                initial={"desk": lacking[0] if lacking else ""},
                auto_id="waive_%s",
            ),
            "hand_over": tried.get("hand_over") or HandOverForm(),
        },
        "why_not": why_not_each(case, ACTS),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
        **shown,
    }
    crumbs = case_crumbs(case.reference, (_("Advice and agreement"), None))
    made_up = practice(is_fictional=selectors.is_fictional(case.reference))
    values = timeless_context(case.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(case.request, "web/pages/coordination.html", values, status=status)


def _give_forms(case: Case, found: Coordination, shown: dict[str, Any], tried: Tried) -> None:
    """Every question and every draft gets forms of its own; what was typed comes back where it was typed."""

    def own(act: str, key: str, reference: str, fresh: forms.Form) -> forms.Form:
        form = tried.get(act) if case.request.POST.get(key) == reference else None
        form = form or fresh
        form.auto_id = f"{act}_{reference}_%s"
        return form

    for one, row in zip(shown["asked"], found.asked, strict=True):
        name = row.reference
        fresh = fresh_form(row, is_told=True, initial={"seen": len(row.answers)})
        one["answer"] = own("answer", "advice", name, fresh)
        one["take_back"] = own("take_back", "advice", name, ReasonForm())
    for one in shown["prepared"]:
        one["return"] = own("return", "decision", one["reference"], ReasonForm())


def asked_first(kader: Kader, desk: str, today: date) -> dict[str, object]:
    """What the kader would ask this desk, and by when."""
    rules = [one for one in kader.consultations if one.desk == desk]
    question = next((one.question.in_(language()) for one in rules if one.question), "")
    term = next((one.term_days for one in rules if one.term_days), TERM)
    days = Term(days=term, counts_working_days=True)
    return {"desk": desk, "question": question, "due_on": due(today, days, (), deadlines_here().calendar).on}
