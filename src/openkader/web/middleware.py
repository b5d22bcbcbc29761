"""Errors of the house as pages: what is wrong, what to do, and never a traceback."""

import logging
import sys
from collections.abc import Callable
from http import HTTPStatus

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from openkader.base.errors import Invalid, NotFound, OpenKaderError, Refusal, Refused, Unavailable
from openkader.base.messages import sentences
from openkader.register.outages import is_outage
from openkader.web.frame import newest_frame
from openkader.web.operation.seen import number_of
from openkader.web.refusals import is_worth_noting, note_refused
from openkader.web.shell import language

logger = logging.getLogger(__name__)

# What is not there and may be said to anybody: of the rest the sentences name files and servers.
_FOR_VISITORS = frozenset({"shelf.away", "attachment.gone"})


class ErrorPages:
    """Turns what a view refuses, or cannot reach, into a page with the reason."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the next in line; a null character means nothing to us, and PostgreSQL breaks on it."""
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request, ValueError("a null character in the address"))
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            return _other_way(request, response["Allow"])
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of an error that the house knows; any other is a bug."""
        match error:
            case NotFound():
                if is_worth_noting(request):
                    note_refused(request, "not found")
                return _page(request, "404.html", error, 404)
            case Refused():
                note_refused(request, error.refusal.code)
                return _page(request, "web/pages/refused.html", error, 403)
            case Invalid():
                return _page(request, "web/pages/refused.html", error, 422)
            case Unavailable():
                logger.error("unavailable: %s", sentences(error, "en"))
                reason = " ".join(sentences(error, language())) if error.code in _FOR_VISITORS else ""
                return render(
                    request, "503.html", {"number": number_of(request), "reason": reason}, status=503
                )
            case DatabaseError() if is_outage(error):
                # What the database says may name files and servers: it is for the log, not for the reader.
                logger.error("the database cannot be read", exc_info=error)
                return _without_register(request)
        return None


def failed(request: HttpRequest) -> HttpResponse:
    """A bug, or a database that was gone before any page was reached; the page asks nothing of anything."""
    error = sys.exc_info()[1]
    if is_outage(error):
        return _without_register(request)
    return HttpResponse(render_to_string("500.html", {"number": number_of(request)}), status=500)


def _without_register(request: HttpRequest) -> HttpResponse:
    """The page while the database is gone, with nothing around it that would have to be read."""
    page = HttpResponse(render_to_string("503.html", {"number": number_of(request)}), status=503)
    page["Retry-After"], page["Cache-Control"] = "30", "no-store"
    return page


def no_such_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that leads nowhere, in the frame of the newest year."""
    return render(request, "404.html", newest_frame(request), status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that is too large or made by hand."""
    logger.warning("a request was refused: %s", exception)
    return _page(request, "web/pages/refused.html", Refused(Refusal("form.too-large")), 400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that this browser was not given, or was given under another account."""
    logger.warning("a form was refused: %s", reason)
    return _page(request, "web/pages/refused.html", Refused(Refusal("form.stale")), 403)


def _other_way(request: HttpRequest, allowed: str) -> HttpResponse:
    """An address to which something is only sent, or only read; the framework would leave the page white."""
    page = _page(request, "web/pages/refused.html", Refused(Refusal("form.other-way")), 405)
    page["Allow"] = allowed
    return page


def _page(request: HttpRequest, template: str, error: OpenKaderError, status: int) -> HttpResponse:
    values = newest_frame(request) | {"status": status, "reasons": sentences(error, language())}
    return render(request, template, values, status=status)
