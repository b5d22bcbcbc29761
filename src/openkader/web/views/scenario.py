"""One example of a kader, explained in the same way as a case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.kader import Assessment
from openkader.kader.model import Scenario
from openkader.register.kaders import assessor_of
from openkader.web.presenters.assessment import shown_assessment
from openkader.web.presenters.conditions import state
from openkader.web.presenters.facts import shown_facts
from openkader.web.shell import context, kader_url, said
from openkader.web.views.kader import years_of


@require_safe
def show_scenario(request: HttpRequest, organisation: str, version: str, scenario: str) -> HttpResponse:
    """An example: its facts, what the kader makes of them, and whether that is what it must make."""
    assessor = assessor_of(f"{organisation}/{version}")
    kader = assessor.kader
    chosen = next((one for one in kader.scenarios if one.id == scenario), None)
    if chosen is None:
        raise NotFound("scenario", scenario)
    year, _counted = years_of(assessor)
    crumbs = [(said(kader.title) or kader.id, kader_url(kader) + "#scenarios"), (chosen.id, None)]
    page = _page(chosen, assessor.assess(chosen.facts))
    words = _("This case was made up to try the framework. No such request was made.")
    fictional = words if chosen.fictional else ""
    values = context(request, year=year, kader=kader, page=page, crumbs=crumbs, fictional=fictional)
    return render(request, "web/pages/scenario.html", values)


def _page(scenario: Scenario, found: Assessment) -> dict[str, object]:
    return {
        "kicker": found.kader.id,
        "title": _("Example %(id)s") % {"id": scenario.id},
        "lead": said(scenario.text),
        "summary": [
            {"label": _("Proposal of the framework"), "outcome": found.outcome},
            {"label": _("Must be"), "outcome": scenario.outcome},
        ],
        "met": state(_is_met(scenario, found)),
        "facts": shown_facts(found, {}),
        "assessment": shown_assessment(found),
        "measures": _measures(scenario, found),
    }


def _is_met(scenario: Scenario, found: Assessment) -> bool:
    """The outcome, for the stated reason, with the stated measures."""
    asked = {measure.id for measure in found.asked_measures}
    reasons = {row.id for row in found.deciding}
    return found.outcome is scenario.outcome and scenario.row in reasons and asked >= set(scenario.measures)


def _measures(scenario: Scenario, found: Assessment) -> dict[str, object] | None:
    """The measures that the case asks for or may ask for, beside those that the example names."""
    rows = [
        {
            "title": said(measure.text),
            "aside": measure.id,
            "url": f"{kader_url(found.kader)}#{measure.id}",
            "cells": [
                {"status": state(truth), "kind": "truth", "label": _("Asked for")},
                {
                    "value": _("Yes") if measure.id in scenario.measures else _("No"),
                    "label": _("Named by the example"),
                },
            ],
        }
        for measure, truth in found.measures
        if truth is not False
    ]
    columns = [{"label": _("Measure")}, {"label": _("Asked for")}, {"label": _("Named by the example")}]
    caption = _("Measures in this example")
    return {"name": "measures", "caption": caption, "columns": columns, "rows": rows} if rows else None
