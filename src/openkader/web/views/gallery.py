"""The component gallery, for whoever builds or re-skins the pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.web.doors import signed_in
from openkader.web.gallery import COLOURS, NOTICES, examples, icons
from openkader.web.marks import MARKS
from openkader.web.shell import timeless_context

_SCHEMES = {"light": gettext_lazy("Light"), "dark": gettext_lazy("Dark")}


@signed_in
@require_safe
def show_gallery(request: HttpRequest) -> HttpResponse:
    """Every component with an example, as it looks on a light or on a dark screen."""
    newest = selectors.newest_year()
    if newest is None:
        raise NotFound("year", "")
    scheme = request.GET.get("scheme", "")
    page = {
        "title": _("Components"),
        "lead": _("Every part of which the pages are built, with an example. All of it is made up."),
        "scheme": scheme if scheme in _SCHEMES else "",
        "schemes": [("", _("As your device asks")), *_SCHEMES.items()],
        "colours": COLOURS,
        "icons": icons(),
        "notices": NOTICES,
        "states": [{"kind": kind, "states": list(marks)} for kind, marks in MARKS.items()],
        "examples": examples(assessor_of(newest.kader)),
    }
    values = timeless_context(request, page=page, crumbs=[(_("Components"), None)])
    return render(request, "web/pages/gallery.html", values)
