"""Watches every request from outside all else, and lets those who look after the house in by a door of their own."""

import logging
from collections.abc import Callable
from contextlib import ExitStack

from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from openkader.register.adopted_kaders import one_look
from openkader.web.operation.counting import count
from openkader.web.operation.lines import FIGURES
from openkader.web.operation.seen import CURRENT, HEADER, STATIC, Seen, look_at

logger = logging.getLogger("openkader.request")
PROBES = ("/_health/", "/_metrics")
Answer = Callable[[HttpRequest], HttpResponse]


class Watched:
    """Numbers a request, counts what it asks of the database, and writes one line about it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with the number of the request on it."""
        seen = look_at(request)
        former = CURRENT.set(seen)
        try:
            with ExitStack() as watched:
                for one in connections.all():
                    watched.enter_context(one.execute_wrapper(seen.questions))
                watched.enter_context(one_look())
                response = self.get_response(request)
            response.headers[HEADER] = seen.number
            _note(seen, response.status_code)
        finally:
            CURRENT.reset(former)
        return response


class Probes:
    """Answers a load balancer and Prometheus: they come from inside, under any name, without TLS or session."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Straight from the view; every other request goes on inwards."""
        if request.path_info.startswith(PROBES):
            try:
                match = resolve(request.path_info)
            except Resolver404:
                return self.get_response(request)
            request.resolver_match = match
            answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
            return answer
        return self.get_response(request)


def _note(seen: Seen, status: int) -> None:
    took = seen.took()
    if settings.OPENKADER_METRICS:
        count(seen, status, took)
    figures = {"status": status, "ms": round(took * 1000), "queries": seen.questions.count}
    # Every few seconds somebody asks whether we are well, and every page brings its style sheets.
    is_dull = status < 400 and (seen.route == STATIC or seen.request.path_info.startswith(PROBES))
    logger.log(
        logging.DEBUG if is_dull else logging.INFO,
        "%s %s: %s in %s ms, %s questions",
        seen.method,
        seen.route,
        *figures.values(),
        extra={FIGURES: figures},
    )
