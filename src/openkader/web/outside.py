"""Pages for somebody outside who comes by a link that nobody can guess: what they have in common."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from openkader.register.limits import Limit
from openkader.web.limits import address_of
from openkader.web.refusals import note_refused
from openkader.web.shell import practice, timeless_context


def apart(answer: HttpResponse) -> HttpResponse:
    """No search engine keeps the page, and no other site learns its address."""
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "same-origin"  # without any, a browser would not say whose form it sends
    return answer


def shown_outside(
    request: HttpRequest, template: str, page: dict[str, object], *, is_fictional: bool, status: int = 200
) -> HttpResponse:
    """A page that a link leads to."""
    values = timeless_context(request, page=page, fictional=practice(is_fictional=is_fictional))
    return apart(render(request, template, values, status=status))


def nowhere(
    request: HttpRequest, kicker: str, guesses: Limit | None = None, code: str = "not found"
) -> HttpResponse:
    """One answer for a link that ended, one that was used, and one that never was; guesses are counted by address.

    `code` is said of whoever guesses too often.
    """
    is_reached = guesses is not None and not guesses.count(address_of(request))
    note_refused(request, code if is_reached else "not found")
    page = {"kicker": kicker, "title": _("This link does not lead anywhere any more")}
    values = timeless_context(request, page=page)
    status = 429 if is_reached else 404
    return apart(render(request, "web/pages/advice_link_closed.html", values, status=status))
