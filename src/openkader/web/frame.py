"""The frame for pages that the library makes; ours bring their own."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from openkader.web.shell import timeless_context


def frame(request: HttpRequest) -> dict[str, object]:
    """Who, which kader and which year, asked for only by a page that has no frame of its own."""
    return {"shell": SimpleLazyObject(lambda: timeless_context(request, page={})["shell"])}
