"""What came of the activities of a year: so many answered of so many, and what they said of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.evaluation.effects import effects_of
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.web.doors import note_readings
from openkader.web.presenters.effects import shown_effects, with_words
from openkader.web.presenters.row_pages import row_page
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, made_up, said

_PAGE = "activities"


@require_safe
@from_replica
def show_effects(request: HttpRequest, year: int) -> HttpResponse:
    """The account of a year that shows effect, and not only counts."""
    reader = person(request)
    known = selectors.kader_year(year)
    kader = assessor_of(known.kader).kader
    found = effects_of(year, reader=reader, today=timezone.localdate(timezone.now()))
    rows = row_page(found.rows, request, _PAGE)
    shown = shown_effects(found, rows.items, is_colleague=reader.may(Act.READ_CASES))
    note_readings(request, [row.activity.reference for row in (*rows.items, *with_words(found))])
    page = {
        "kicker": said(kader.organisation),
        "title": _("What came of the activities of %(year)s") % {"year": year},
        "lead": _(
            "What participants say one and twelve months later. Every share says of how many; where nobody was asked, "
            "what came of it is unknown."
        ),
        "caption": _("Activities of %(year)s and what came of each") % {"year": year},
        "row_pages": rows.links(request, _PAGE),
        "part": rows.activities_said,
        **shown,
    }
    crumbs = [(_("What came of it"), None)]
    values = context(
        request, year=year, kader=kader, page=page, crumbs=crumbs, fictional=made_up(known.source)
    )
    return render(request, "web/pages/effects.html", values)
