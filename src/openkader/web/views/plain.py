"""The pages around the register: where one comes in, and how accessible it is."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.web.reader import person
from openkader.web.shell import bare_shell, timeless_context


@require_safe
def go_home(request: HttpRequest) -> HttpResponse:
    """The work of whoever works on cases, and for others the newest year; an empty register says how one comes in."""
    who = person(request)
    if any(map(who.may, (Act.WORK, Act.REVIEW, Act.DECIDE))):
        return HttpResponseRedirect(reverse("work_list"))
    newest = selectors.newest_year()
    if newest is not None:
        return HttpResponseRedirect(reverse("year", args=[newest.year]))
    return render(request, "web/pages/nothing_yet.html", {"shell": bare_shell(request)})


@require_safe
def show_accessibility(request: HttpRequest) -> HttpResponse:
    """What was tested for accessibility, and where it falls short."""
    values = timeless_context(request, page={}, crumbs=[(_("Accessibility"), None)])
    return render(request, "web/pages/accessibility.html", values)
