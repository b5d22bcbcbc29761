"""The frame of a page that belongs to no year, or is made by a library; the other pages bring their own."""

from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from openkader.base.errors import OpenKaderError
from openkader.web.shell import timeless_context


def newest_frame(request: HttpRequest) -> dict[str, object]:
    """The frame of the newest year, so that the reader can go on; none where no year can be read."""
    try:
        return timeless_context(request, page={})
    except (OpenKaderError, DatabaseError):
        return {}


def frame(request: HttpRequest) -> dict[str, object]:
    """Who, which kader and which year, asked for only by a page that has no frame of its own."""
    return {"shell": SimpleLazyObject(lambda: newest_frame(request).get("shell"))}
