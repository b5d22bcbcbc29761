"""The fairness table, for everyone: it holds counts, and no name."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.web.presenters.fairness import read_report, said_namesakes, shown_report
from openkader.web.replica import from_replica
from openkader.web.shell import shown_moment, timeless_context


@require_safe
@from_replica
def show_fairness(request: HttpRequest) -> HttpResponse:
    """How often screening raises an alert on people who are on no list, by the origin of their name."""
    report = read_report()
    page = {
        "title": _("Equal treatment in screening"),
        "lead": _(
            "Screening compares names. A name that resembles many others raises an alert more often, though its bearer "
            "did nothing. This table counts how often that happens, on invented names of which nobody is on a list."
        ),
        "table": shown_report(report) if report else None,
        "namesakes": said_namesakes(report) if report else "",
        "made_at": shown_moment(datetime.fromisoformat(report["made_at"])) if report else None,
        "lists": [f"{one['id']} {one['snapshot']}" for one in report["lists"]] if report else [],
    }
    values = timeless_context(request, page=page)
    return render(request, "web/pages/fairness.html", values)
