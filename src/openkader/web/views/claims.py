"""The claims of the published evaluation of a year, one by one, beside what the register can show."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound
from openkader.evaluation.claims.checking import check_claims, shipped_claims
from openkader.kader import Kader
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.web.doors import note_readings
from openkader.web.presenters.claims import dossiers_in, shown_checked
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, made_up, said
from openkader.web.views.claims_handed_in import check_handed_in, hand_in_of
from openkader.web.views.evaluation import evaluation_crumb


@require_http_methods(["GET", "HEAD", "POST"])
@from_replica
def show_claims(request: HttpRequest, year: int) -> HttpResponse:
    """The claims that the organisation keeps of a year, for everybody; a colleague hands in a file of their own."""
    if request.method == "POST":
        return check_handed_in(request, year)
    file = shipped_claims(year)
    crumbs = [evaluation_crumb(year), (_("Claims"), None)]
    if file is None:
        known = selectors.kader_year(year)
        kader = assessor_of(known.kader).kader
        page = _frame(request, year, kader) | {
            "kicker": said(kader.organisation),
            "file": f"claims/{year}.yaml",
        }
        page |= {"back": reverse("evaluation", args=[year])}
        fictional = made_up(known.source)
        values = context(request, year=year, kader=kader, page=page, crumbs=crumbs, fictional=fictional)
        return render(request, "web/pages/claims.html", values)
    checked = check_claims(file, reader=person(request))
    if year not in checked.known.years:
        raise NotFound("year", str(year))
    note_readings(request, dossiers_in(checked))
    page = _frame(request, year, file.kader) | shown_checked(checked)
    source = checked.known.sources.get(year)
    values = context(
        request,
        year=year,
        kader=file.kader,
        page=page,
        crumbs=crumbs,
        fictional=made_up(source),
        newest=checked.known.newest,
    )
    return render(request, "web/pages/claims.html", values)


def _frame(request: HttpRequest, year: int, kader: Kader) -> dict[str, object]:
    return {
        "title": _("Claims of the evaluation of %(year)s") % {"year": year},
        "lead": _(
            "What the published evaluation claims, sentence by sentence, beside what the register can show. "
            "Every claim leads to the rows behind it."
        ),
        "hand_in": hand_in_of(request, year, kader),
    }
