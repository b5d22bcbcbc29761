"""The kader as a document that a council member can read from the first line to the last."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.kader import Assessor, Kader
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.web.presenters.appendix import (
    shown_figures,
    shown_lists,
    shown_questions,
    shown_scenarios,
)
from openkader.web.presenters.kader import Document
from openkader.web.presenters.library import shown_reviews, shown_sources
from openkader.web.reader import person
from openkader.web.shell import context, kader_url, said


@require_safe
def show_kader(request: HttpRequest, organisation: str, version: str) -> HttpResponse:
    """One version of a kader."""
    assessor = assessor_of(f"{organisation}/{version}")
    kader = assessor.kader
    year, counted = years_of(assessor)
    page = {
        "kicker": kader.id,
        "title": said(kader.title),
        "lead": _("%(organisation)s. In force from %(date)s.")
        % {"organisation": said(kader.organisation), "date": date_format(kader.in_force_from, "j F Y")},
        "differences_url": kader_url(kader, "kader_differences"),
        "countries_url": kader_url(kader, "kader_countries"),
        **_inside(request, kader),
        "chapters": [
            shown_sources(kader),
            *shown_reviews(kader),
            *Document(assessor).rules(),
            shown_questions(kader),
            shown_lists(kader),
            shown_figures(kader, counted),
            shown_scenarios(assessor),
        ],
    }
    return render(request, "web/pages/kader.html", context(request, year=year, kader=kader, page=page))


def _inside(request: HttpRequest, kader: Kader) -> dict[str, str]:
    """The ways that only a colleague has: to the studio, and to the files that can be taken along."""
    if not person(request).may(Act.READ_CASES):
        return {}
    return {
        "studio_url": reverse("kader_studio"),
        "file_url": kader_url(kader, "kader_file"),
        "dmn_url": kader_url(kader, "kader_dmn"),
    }


def years_of(assessor: Assessor) -> tuple[int, int | None]:
    """The year that the frame shows, and the newest year whose figures this kader counts."""
    newest = selectors.newest_year()
    if newest is None:
        return assessor.kader.in_force_from.year, None
    return newest.year, newest.year if assessor.kader.id == newest.kader else None
