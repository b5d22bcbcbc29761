"""Which meetings of a year were accounted for in public, and which are overdue."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.web.doors import for_whom, note_readings
from openkader.web.presenters.public import ORDER, shown_meeting
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, made_up, said


@for_whom(Act.READ_CASES)
@require_safe
@from_replica
def show_public_account(request: HttpRequest, year: int) -> HttpResponse:
    """The meetings of a year, what is overdue first."""
    found = selectors.kader_year(year)
    kader = assessor_of(found.kader).kader
    today = timezone.localdate(timezone.now())
    meetings = selectors.meetings(kader, reader=person(request), year=year)
    note_readings(request, [row.reference for row in meetings])
    rows = [shown_meeting(row, today) for row in meetings]
    page = {
        "kicker": said(kader.organisation),
        "title": _("Public account of %(year)s") % {"year": year},
        "groups": [
            {"state": state, "rows": group}
            for state in ORDER
            if (group := [row for row in rows if row["state"] is state])
        ],
    }
    crumbs = [(_("Public account"), None)]
    fictional = made_up(found.source)
    values = context(request, year=year, kader=kader, page=page, crumbs=crumbs, fictional=fictional)
    return render(request, "web/pages/public_account.html", values)
