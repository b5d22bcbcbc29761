"""All dossiers of all years, with a plain form to choose from them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.register import selectors
from openkader.web.presenters.dossiers import FILTERS, cases, chosen, shown_cases, shown_filters
from openkader.web.reader import person
from openkader.web.shell import context, kader_of_year
from openkader.web.views.plain import go_home


@require_safe
def list_dossiers(request: HttpRequest) -> HttpResponse:
    """The list, as far as it meets the filters in the address."""
    years = selectors.years()
    if not years:
        return go_home(request)
    kader = kader_of_year(years[0])
    filters = {name: request.GET.get(name, "") for name in FILTERS}
    found = cases(
        selectors.rows("requests", reader=person(request)),
        selectors.rows("activities", reader=person(request)),
    )
    some = chosen(found, filters)
    page = {
        "title": _("Dossiers"),
        "lead": _(
            "Every request and every activity in the register. A request and its activity are one dossier."
        ),
        "filters": shown_filters(found, filters, kader),
        "filtered": any(filters.values()),
        "clear": reverse("dossiers"),
        "table": shown_cases(some, kader) if some else None,
    }
    values = context(request, year=years[0], kader=kader, page=page)
    return render(request, "web/pages/dossiers.html", values)
