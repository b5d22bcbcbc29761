"""What a kader works with: questions, lists, figures and examples."""

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.kader import Assessor, Fact, Kader
from openkader.kader.model import Scenario
from openkader.kader.sources import Listing, ListStatus
from openkader.web.presenters.kader import Article, Chapter, options_of
from openkader.web.presenters.names import ANSWERERS, LIST_STATES, name_of
from openkader.web.shell import kader_url, language, said

_FEW = 6


def shown_questions(kader: Kader) -> Chapter:
    """Every question that people or screening answer."""
    return {
        "id": "questions",
        "title": _("Questions"),
        "text": _(
            "What is asked about a request. Without an answer it is unknown; unknown never counts as yes."
        ),
        "articles": [_question(fact) for fact in kader.asked],
    }


def _question(fact: Fact) -> Article:
    options = list(options_of(fact))
    return {
        "anchor": f"question-{fact.id}",
        "title": said(fact.question) or capital(fact.label.in_(language())),
        "text": said(fact.help),
        "lines": [{"label": _("Answered by"), "value": capital(name_of(ANSWERERS, fact.answered_by) or "")}],
        "points": options if len(options) <= _FEW else [],
        "folded": options if len(options) > _FEW else [],
        "folded_title": _("%(count)s possible answers") % {"count": len(options)},
    }


def shown_lists(kader: Kader) -> Chapter:
    """The lists, with the empty places first: what is not public stays visibly empty."""
    found = sorted(kader.lists.values(), key=lambda one: one.status is not ListStatus.NOT_FOUND)
    return {
        "id": "lists",
        "title": _("Lists"),
        "text": _(
            "Every list has its source, its date and its status. What is not public stays visibly empty."
        ),
        "slots": [_slot(kader, one) for one in found if one.status is ListStatus.NOT_FOUND],
        "articles": [_listing(kader, one) for one in found if one.status is not ListStatus.NOT_FOUND],
    }


def _slot(kader: Kader, listing: Listing) -> dict[str, object]:
    stand_ins = [said(one.title) or "" for one in kader.lists.values() if one.stands_in_for == listing.id]
    return {
        "anchor": f"list-{listing.id}",
        "title": said(listing.title),
        "url": listing.url,
        "empty": said(listing.note) or name_of(LIST_STATES, listing.status),
        "stand_in": "; ".join(stand_ins),
    }


def _listing(kader: Kader, listing: Listing) -> Article:
    slot = kader.lists.get(listing.stands_in_for or "")
    items = [capital(item.text.in_(language())) for item in listing.items]
    return {
        "anchor": f"list-{listing.id}",
        "title": said(listing.title),
        "url": listing.url,
        "badge": _("Stand-in") if slot else None,
        "text": said(listing.note),
        "lines": [
            {"label": _("Publisher"), "value": listing.publisher},
            *([{"label": _("Date"), "value": listing.date}] if listing.publisher or listing.date else []),
            {"label": _("Status"), "value": capital(name_of(LIST_STATES, listing.status) or "")},
            *([{"label": _("Stands in for"), "value": said(slot.title)}] if slot else []),
        ],
        "folded": items,
        "folded_title": _("%(count)s entries") % {"count": len(items)},
    }


def shown_figures(kader: Kader, year: int | None) -> Chapter:
    """What the yearly evaluation counts, with the way to the number of a year."""
    return {
        "id": "figures",
        "title": _("Figures"),
        "text": _(
            "What the yearly evaluation counts. Each figure is counted in the register and not typed in."
        ),
        "definitions": [
            {
                "label": said(figure.text),
                "value": said(figure.definition),
                "more": reverse("figure", args=[year, figure.id]) if year else None,
                "anchor": f"figure-{figure.id}",
            }
            for figure in kader.figures
        ],
    }


def shown_scenarios(assessor: Assessor) -> Chapter:
    """The examples that the kader must keep to, each tried now."""
    return {
        "id": "scenarios",
        "title": _("Examples"),
        "text": _(
            "Made-up requests with the proposal that must come out. A framework that fails one cannot be adopted."
        ),
        "table": {
            "name": "scenarios",
            "caption": _("Examples and their outcome"),
            "columns": [{"label": _("Example")}, {"label": _("Proposal")}, {"label": _("As expected")}],
            "rows": [_scenario(assessor, one) for one in assessor.kader.scenarios],
        },
    }


def _scenario(assessor: Assessor, scenario: Scenario) -> dict[str, object]:
    found = assessor.assess(scenario.facts)
    met = found.outcome is scenario.outcome and scenario.row in {row.id for row in found.deciding}
    return {
        "title": said(scenario.text),
        "aside": scenario.id,
        "url": kader_url(assessor.kader, "scenario", scenario.id),
        "cells": [
            {"status": found.outcome, "kind": "outcome", "label": _("Proposal")},
            {"status": met, "kind": "truth", "label": _("As expected")},
        ],
    }
