"""The audit trail for an auditor: by subject, person, kind and period, a page at a time, or as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.web.doors import acting, for_whom
from openkader.web.front_doors import newest_kader
from openkader.web.presenters.whole_trail import shown_kinds, shown_trail, trail_lines
from openkader.web.replica import from_replica
from openkader.web.sheets import FORMS, sheet
from openkader.web.shell import shown_moment, timeless_context
from openkader.web.trail_choices import NAMES, NEWER, OLDER, trail_choice_of


@for_whom(Act.READ_TRAIL)
@require_safe
@from_replica
def show_trail(request: HttpRequest) -> HttpResponse:
    """The page of the trail; it changes nothing."""
    choice = trail_choice_of(request.GET)
    found = selectors.trail_page(
        choice,
        below=number_in(request.GET.get(OLDER, "")),
        above=number_in(request.GET.get(NEWER, "")),
    )
    page = {
        "title": _("Audit trail"),
        "lead": _("Who did what, to what, and when. Nobody can change it or take anything away."),
        "names": NAMES,
        "choice": choice,
        "kinds": shown_kinds(choice),
        "filtered": choice != selectors.TrailChoice(),
        "chosen": _address(request),
        "table": shown_trail(found, newest_kader()),
        "older": found.older,
        "newer": found.newer,
        "forms": FORMS,
    }
    return render(request, "web/pages/trail.html", timeless_context(request, page=page))


@for_whom(Act.READ_TRAIL)  # type: ignore[arg-type]  # a file is sent as it is written
@require_safe
def export_trail(request: HttpRequest, form: str) -> HttpResponseBase:
    """Everything that was chosen as a file; that it was taken is the last line of it."""
    if form not in FORMS:
        raise Http404(form)
    choice, now = trail_choice_of(request.GET), timezone.now()
    services.note_trail_export(_address(request), form, by=acting(request), now=now)
    lines = trail_lines(choice, selectors.trail_rows(choice), shown_moment(now), newest_kader())
    return sheet(form, lines, _("audit-trail"), now)


def _address(request: HttpRequest) -> str:
    """What was chosen, as it stands in an address."""
    return urlencode([(name, request.GET[name][:200]) for name in NAMES.values() if request.GET.get(name)])
