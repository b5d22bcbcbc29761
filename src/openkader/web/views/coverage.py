"""The coverage of a year: which action lines the register proves for which activity."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.evaluation.matrix import matrix_of
from openkader.register import selectors
from openkader.web.doors import note_readings
from openkader.web.presenters.coverage import shown_matrix, shown_meanings, shown_tally
from openkader.web.presenters.row_pages import row_page
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, made_up, said

_PAGE = "coverage"


@require_safe
@from_replica
def show_coverage(request: HttpRequest, year: int) -> HttpResponse:
    """The picture of a year: action lines beside activities, each cell leading to its evidence."""
    matrix = matrix_of(year, reader=person(request), today=timezone.localdate(timezone.now()))
    rows = row_page(matrix.rows, request, _PAGE)
    note_readings(request, [row.activity.reference for row in rows.items])
    page = {
        "kicker": said(matrix.kader.organisation),
        "title": _("Coverage of the action lines in %(year)s") % {"year": year},
        "lead": _(
            "What the framework asked of each activity, and of what the register holds evidence. "
            "Every cell leads to its evidence, or to the reason why there is none."
        ),
        "tally": shown_tally(matrix),
        "caption": _("Action lines beside the activities of %(year)s") % {"year": year},
        "table": shown_matrix(matrix, rows.items) if matrix.rows else None,
        "row_pages": rows.links(request, _PAGE),
        "part": rows.activities_said,
        "withheld": matrix.withheld,
        "lost": len(selectors.lost_evidence(year)),
        "meanings": shown_meanings(),
    }
    crumbs = [(_("Coverage"), None)]
    fictional = made_up(matrix.source)
    values = context(request, year=year, kader=matrix.kader, page=page, crumbs=crumbs, fictional=fictional)
    return render(request, "web/pages/coverage.html", values)
