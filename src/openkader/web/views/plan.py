"""Planning an activity on a request that got green light."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound, Refused
from openkader.base.text import Text
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.activity_entries import PlanEntry
from openkader.register.kaders import assessor_of
from openkader.register.selectors import Dossier
from openkader.web.doors import acting, for_whom, note_reading, require_act, why_not
from openkader.web.forms.activity import PlanForm
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import case_crumbs, practice, said, timeless_context
from openkader.web.views.dossier import kader_name


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_activity(request: HttpRequest, reference: str) -> HttpResponse:
    """The form; POST plans it, and leads to the page of the activity. A second click finds it planned."""
    found = selectors.dossier(reference, reader=person(request))
    if found.request is None or found.request["reference"] != reference:
        raise NotFound("request", reference)
    if request.method != "POST":
        note_reading(request, reference)
        return _page(request, found, PlanForm(initial=_first(found)))
    require_act(request, Act.WORK)
    form = PlanForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        activity = services.plan_activity(
            _entry(found, form),
            assessor=assessor_of(kader_name(found)),
            by=acting(request),
            now=timezone.now(),
        )
    except Refused as error:
        return _page(request, found, form, said_refusal(error.refusal), status=409)
    messages.success(request, _("The activity is planned, and its measures are set out."))
    return HttpResponseRedirect(reverse("activity", args=[activity]))


def _first(found: Dossier) -> dict[str, object]:
    """What the request says already."""
    return {"title": said(found.title), "seen": len(found.activities)}


def _entry(found: Dossier, form: PlanForm) -> PlanEntry:
    told = form.cleaned_data
    # What stands as it was asked keeps its other language.
    title = found.title if told["title"] == said(found.title) else Text(nl=told["title"], en=told["title"])
    return PlanEntry(
        request=found.reference,
        title=title,
        period=PlanForm.period_in(told),
        place=told["place"] or None,
        aim=Text(nl=told["aim"], en=told["aim"]) if told["aim"] else None,
        office_holder=told["office_holder"],
        foreign_delegation=told["foreign_delegation"],
        seen=told["seen"],
    )


def _page(
    request: HttpRequest, found: Dossier, form: PlanForm, refusal: str = "", status: int = 200
) -> HttpResponse:
    page = {
        "kicker": found.reference,
        "title": _("Plan an activity"),
        "dossier": found.reference,
        "case": said(found.title),
        "form": form,
        "why_not": why_not(request, Act.WORK),
        "refusals": [refusal] if refusal else [],
    }
    crumbs = case_crumbs(found.reference, (_("Plan an activity"), None))
    made_up = practice(is_fictional=selectors.is_fictional(found.reference))
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, "web/pages/plan.html", values, status=status)
