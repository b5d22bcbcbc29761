"""The statements on investments of a year: what the register holds, and what is only reported."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.web.doors import for_whom, note_readings
from openkader.web.presenters.investment import shown_year
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, made_up, said


@for_whom(Act.READ_CASES)
@require_safe
@from_replica
def show_investments(request: HttpRequest, year: int) -> HttpResponse:
    """The year of statements, as far as the reader shares the secrets of their dossiers."""
    found = selectors.kader_year(year)
    kader = assessor_of(found.kader).kader
    investments = selectors.investments_of(year, reader=person(request))
    note_readings(request, [one.dossier for one in investments.statements])
    page = {
        "kicker": said(kader.organisation),
        "title": _("Investments in %(year)s") % {"year": year},
        "year": year,
        **shown_year(investments, kader),
    }
    crumbs = [(_("Investments"), None)]
    fictional = made_up(found.source)
    values = context(request, year=year, kader=kader, page=page, crumbs=crumbs, fictional=fictional)
    return render(request, "web/pages/investments_year.html", values)
