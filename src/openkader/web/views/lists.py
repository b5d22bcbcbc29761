"""The lists that names are compared with, for whoever wonders how fresh a screening can be."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.screening.lists import Lists, Standing, state_of
from openkader.web.doors import for_whom
from openkader.web.presenters.lists import shown_details, shown_lists
from openkader.web.shell import timeless_context


@for_whom(Act.READ_SCREENING)
@require_safe
def show_lists(request: HttpRequest) -> HttpResponse:
    """Every list: what is in force, of when, and how the last attempt to renew it went."""
    now = timezone.now()
    states = [state_of(folder) for folder in Lists(settings.OPENKADER_DATA / "lists").all()]
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
    values = timeless_context(request, page=page)
    return render(request, "web/pages/lists.html", values)
