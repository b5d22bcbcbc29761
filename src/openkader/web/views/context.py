"""What others say of the world around a year, apart from what the register proves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.selectors.context import context_document, context_noted
from openkader.web.acts.context import CONTEXT_ACTS, CONTEXT_MANNER, ContextPage
from openkader.web.acts.deeds import Tried, do
from openkader.web.doors import for_whom, why_not
from openkader.web.forms.advice import ReasonForm
from openkader.web.forms.context import ContextForm
from openkader.web.presenters.context import shown_context
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import context, made_up, said


@require_http_methods(["GET", "HEAD", "POST"])
def show_context(request: HttpRequest, year: int) -> HttpResponse:
    """The figures of others of a year; POST notes one, or strikes one out."""
    found = selectors.kader_year(year)
    place = ContextPage(request=request, now=timezone.now(), year=year)
    if request.method == "POST":
        return do(place, CONTEXT_ACTS, lambda *more: _page(place, found, *more), CONTEXT_MANNER)
    return _page(place, found, {}, [], 200)


def _page(
    place: ContextPage, found: selectors.KaderYear, tried: Tried, refusals: list[str], status: int
) -> HttpResponse:
    request, reader = place.request, person(place.request)
    kader = assessor_of(found.kader).kader
    writes = reader.may(Act.CITE)
    rows = context_noted(place.year, reader=reader)
    struck = request.POST.get("record", "")
    page = {
        "kicker": said(kader.organisation),
        "title": _("What others say of %(year)s") % {"year": place.year},
        "rows": [
            shown_context(row, _strike_form(row.reference, struck, tried) if writes else None) for row in rows
        ],
        "is_inside": reader.may(Act.READ_CASES),
        "form": tried.get("note") or ContextForm(auto_id="note_%s"),
        "why_not": why_not(request, Act.CITE),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = ((_("Evaluation"), reverse("evaluation", args=[place.year])), (_("What others say"), None))
    values = context(
        request, year=place.year, kader=kader, page=page, crumbs=crumbs, fictional=made_up(found.source)
    )
    return render(request, "web/pages/context.html", values, status=status)


def _strike_form(reference: str, struck: str, tried: Tried) -> ReasonForm:
    """The form that was tried stands at its own figure."""
    form = tried.get("strike") if reference == struck else None
    found = form if isinstance(form, ReasonForm) else ReasonForm()
    found.auto_id = f"strike_{reference}_%s"
    return found


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_context(request: HttpRequest, reference: str) -> HttpResponse:
    """The source of a figure of others, as it came, to be saved and never shown inside our pages."""
    name, media_type, content = context_document(reference)
    return saved(content, name, media_type)
