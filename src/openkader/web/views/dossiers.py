"""All dossiers of all years, with a plain form to choose from them."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.selectors import DossierChoice
from openkader.register.selectors.places import place_in, place_word
from openkader.web.numbers import year_in
from openkader.web.presenters.dossiers import FILTERS, shown_cases, shown_filters
from openkader.web.reader import person
from openkader.web.shell import context
from openkader.web.views.plain import go_home

AFTER = "na"
_LONGEST = 60
_NO_YEAR = 1  # of which nothing is known


@require_safe
def list_dossiers(request: HttpRequest) -> HttpResponse:
    """A page of the list, as far as it meets the filters in the address."""
    newest = selectors.newest_year()
    if newest is None:
        return go_home(request)
    kader = assessor_of(newest.kader).kader
    filters = {name: request.GET.get(name, "")[:_LONGEST] for name in FILTERS}
    after = place_in(request.GET.get(AFTER, ""))
    found = selectors.dossier_list(_choice(filters), person(request), after)
    page = {
        "title": _("Dossiers"),
        "lead": _(
            "Every request and every activity in the register. A request and its activity are one dossier."
        ),
        "filters": shown_filters(_years(newest.year), filters, kader),
        "filtered": any(filters.values()),
        "clear": reverse("dossiers"),
        "table": shown_cases(found, kader),
        "chosen": urlencode({name: word for name, word in filters.items() if word}),
        "after": place_word(found.after),
        "later": after is not None,
        "takes_over": person(request).may(Act.IMPORT_SPREADSHEET),
    }
    values = context(request, year=newest.year, kader=kader, page=page)
    return render(request, "web/pages/dossiers.html", values)


def _choice(filters: dict[str, str]) -> DossierChoice:
    """The choice in an address; a year that is none chooses nothing at all, as any word that does not occur."""
    words = {name: word for name, word in filters.items() if word and name != "year"}
    year = filters["year"]
    return DossierChoice(year=(year_in(year) or _NO_YEAR) if year else None, words=words)


def _years(newest: int) -> range:
    """The years that can be chosen, the newest first."""
    last = max(newest, timezone.localdate().year)
    return range(last, (selectors.oldest_year() or last) - 1, -1)
