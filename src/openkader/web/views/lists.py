"""The lists that names are compared with, for whoever wonders how fresh a screening can be."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import Unavailable
from openkader.base.messages import sentences
from openkader.casework.permissions import Act
from openkader.register.readiness import list_states
from openkader.register.screeners import server_lists
from openkader.screening.lists import Standing
from openkader.web.doors import for_whom
from openkader.web.presenters.lists import shown_details, shown_lists, shown_server
from openkader.web.shell import language, timeless_context


@for_whom(Act.READ_SCREENING)
@require_safe
def show_lists(request: HttpRequest) -> HttpResponse:
    """Every list: what is in force, of when, and how the last attempt to renew it went."""
    if settings.SCREENING_URL:
        return _show_server(request)
    now = timezone.now()
    states = list_states()
    page = {
        "title": _("Lists"),
        "lead": _(
            "Names are compared with these lists, as they were on the day they were read. "
            "A list that cannot be renewed stays in force as it was, and that is said here."
        ),
        "table": shown_lists(states, now) if states else None,
        "lists": [shown_details(state, now) for state in states],
        "failed": [state.id for state in states if state.standing(now) is not Standing.RENEWED],
    }
    return render(request, "web/pages/lists.html", timeless_context(request, page=page))


def _show_server(request: HttpRequest) -> HttpResponse:
    """The same where a server compares: what it searches now, or that it does not say so."""
    try:
        lists, failure = server_lists(), None
    except Unavailable as error:
        lists, failure = (), error
    page = {
        "title": _("Lists"),
        "lead": _("Names are compared by the screening server %(server)s, with the lists that it searches.")
        % {"server": settings.SCREENING_URL},
        "table": shown_server(lists) if lists else None,
        "reasons": sentences(failure, language()) if failure else [],
        "is_server": True,
    }
    return render(request, "web/pages/lists.html", timeless_context(request, page=page))
