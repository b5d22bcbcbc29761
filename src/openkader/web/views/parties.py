"""All parties, and those that answer to a name, a function or a number."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.web.doors import for_whom
from openkader.web.presenters.parties import shown_parties
from openkader.web.reader import person
from openkader.web.shell import timeless_context

_LONGEST = 200
_DIGITS = 15


@for_whom(Act.READ_CASES)
@require_safe
def list_parties(request: HttpRequest) -> HttpResponse:
    """The parties that were found, the surest first; without a question the newest ones."""
    typed = request.GET.get("q", "")[:_LONGEST].strip()
    lines, before = (
        (selectors.parties_named(typed, reader=person(request)), None) if typed else _newest(request)
    )
    page = {
        "title": _("Parties"),
        "lead": _(
            "Organisations and people, found by a name in any script or spelling, a function or a number."
        ),
        "typed": typed,
        "table": shown_parties(lines),
        "before": before,
        "later": bool(request.GET.get("before")) and not typed,
        "is_cut": bool(typed) and len(lines) == selectors.MOST_FOUND,
    }
    return render(request, "web/pages/parties.html", timeless_context(request, page=page))


def _newest(request: HttpRequest) -> tuple[tuple[selectors.PartyLine, ...], int | None]:
    return selectors.newest_parties(number_in(request.GET.get("before", "")), reader=person(request))
