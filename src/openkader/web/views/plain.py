"""The pages around the register: where one comes in, and how accessible it is."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.register import selectors
from openkader.web.shell import bare_shell, timeless_context


@require_safe
def go_home(request: HttpRequest) -> HttpResponse:
    """The newest year; a register without a year says how one comes in."""
    years = selectors.years()
    if years:
        return HttpResponseRedirect(reverse("year", args=[years[0]]))
    return render(request, "web/pages/nothing_yet.html", {"shell": bare_shell(request)})


@require_safe
def show_accessibility(request: HttpRequest) -> HttpResponse:
    """What was tested for accessibility, and where it falls short."""
    values = timeless_context(request, page={}, crumbs=[(_("Accessibility"), None)])
    return render(request, "web/pages/accessibility.html", values)
