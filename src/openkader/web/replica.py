"""Pages that only count and show, which are read from a replica of the database where there is one."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from openkader.register.replica import Following, read_from_replica
from openkader.web.operation.counting import count_read

A = TypeVar("A", bound=HttpResponseBase)


def from_replica(view: Callable[..., A]) -> Callable[..., A]:
    """Read the whole page there; what is sent goes to the primary. Who reads was asked of the primary before.

    Nothing may be left to ask once the answer is handed on: a file is whole by then.
    """

    @wraps(view)
    def read(request: HttpRequest, *values: object, **named: object) -> A:
        if request.method not in ("GET", "HEAD"):
            return view(request, *values, **named)
        return read_from_replica(lambda: view(request, *values, **named), _told)

    return read


def _told(standing: Following) -> None:
    if settings.OPENKADER_METRICS:
        count_read(standing)
