"""Giving a case to somebody, to a team, or back to nobody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.permissions import Act, may_do
from openkader.casework.work_list import Holder
from openkader.register import selectors, services
from openkader.register.entries import AssignmentEntry
from openkader.web.doors import acting, for_whom, note_reading
from openkader.web.forms.assignment import AssignForm
from openkader.web.reader import person
from openkader.web.shell import language, said, timeless_context


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def assign_case(request: HttpRequest, reference: str) -> HttpResponse:
    """The page on which a case goes from one hand to another."""
    found = selectors.assignment(reference, person(request))
    if request.method != "POST":
        return _page(request, found, _fresh(found))
    not_mine = may_do(person(request).roles, Act.ASSIGN)
    if not_mine is not None:
        return _page(request, found, _fresh(found), not_mine, status=403)
    form = AssignForm(request.POST, colleagues=found.colleagues, teams=found.teams)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        services.assign_request(_entry(request, reference, form), by=acting(request), now=timezone.now())
    except Refused as error:
        again = selectors.assignment(reference, person(request))
        return _page(request, again, _fresh(again, form), error.refusal, status=409)
    messages.success(request, _("The case is given on."))
    return HttpResponseRedirect(request.path)


def _entry(request: HttpRequest, reference: str, form: AssignForm) -> AssignmentEntry:
    said_so = form.cleaned_data
    assignee = acting(request) if "to_me" in request.POST else said_so["assignee"]
    return AssignmentEntry(
        request=reference,
        to=Holder(assignee=assignee or None, team=said_so["team"] or None),
        seen=Holder(assignee=said_so["seen_assignee"] or None, team=said_so["seen_team"] or None),
    )


def _fresh(found: selectors.Assignment, typed: AssignForm | None = None) -> AssignForm:
    """The form as the case stands now, with what was typed kept."""
    now = {"assignee": found.holder.assignee or "", "team": found.holder.team or ""}
    wanted = {name: typed.data.get(name, "") for name in now} if typed else now
    seen = {f"seen_{name}": value for name, value in now.items()}
    return AssignForm(initial=wanted | seen, colleagues=found.colleagues, teams=found.teams)


def _page(
    request: HttpRequest,
    found: selectors.Assignment,
    form: AssignForm,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    note_reading(request, found.reference)
    not_mine = may_do(person(request).roles, Act.ASSIGN)
    title = _("Who works on this case?")
    page = {
        "kicker": found.reference,
        "title": title,
        "case": said(found.title),
        "holder": " · ".join(filter(None, (found.holder.assignee, found.holder.team))) or _("nobody yet"),
        "is_mine": found.holder.assignee == acting(request),
        "form": form,
        "why_not": sentence(not_mine.code, not_mine.detail, language()) if not_mine else "",
        "refusals": [sentence(refusal.code, refusal.detail, language())] if refusal else [],
    }
    crumbs: list[tuple[str, str | None]] = [
        (_("Work list"), reverse("work_list")),
        (found.reference, reverse("dossier", args=[found.reference])),
        (title, None),
    ]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/assign.html", values, status=status)
