"""The pages around the register: where one comes in, and how accessible it is."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader import __version__
from openkader.register import selectors
from openkader.web.shell import context, kader_of_year


@require_safe
def go_home(request: HttpRequest) -> HttpResponse:
    """The newest year; a register without a year says how one comes in."""
    years = selectors.years()
    if years:
        return HttpResponseRedirect(reverse("year", args=[years[0]]))
    return render(request, "web/pages/nothing_yet.html", {"shell": _bare_shell()})


@require_safe
def show_accessibility(request: HttpRequest) -> HttpResponse:
    """What was tested for accessibility, and where it falls short."""
    years = selectors.years()
    crumbs = [(_("Accessibility"), None)]
    if not years:
        return render(request, "web/pages/accessibility.html", {"shell": _bare_shell()})
    kader = kader_of_year(years[0])
    values = context(request, year=years[0], kader=kader, page={}, crumbs=crumbs)
    return render(request, "web/pages/accessibility.html", values)


def _bare_shell() -> dict[str, object]:
    """The frame of a register that holds nothing yet."""
    return {
        "home": reverse("home"),
        "version": __version__,
        "accessibility_url": reverse("accessibility"),
    }
