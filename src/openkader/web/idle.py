"""A session ends when nobody did anything in it for a while, and in any case after a working day.

NIST SP 800-63B-4, 2.2.3 asks for an hour and a day at most. What is in a form at that moment is kept: whoever sends it
signs in, and has it back (`kept`).
"""

import time
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import ngettext

from openkader.register.sessions import follow_key

SEEN = "last-seen"
BY_ITSELF = "X-By-Itself"  # a page that looks whether the work in the background is done; nobody asked for it
_NOTED_EVERY = 60.0  # seconds; a session is not written anew for each page


class EndsWhenIdle:
    """Ends a session that was left alone too long, and notes that somebody is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the next in line."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Look when the page is known, so that what is asked for it has its name; a visitor sees it where it ended."""
        if SESSION_KEY in request.session:
            _look_at(request)
            _follow(request)


def _follow(request: HttpRequest) -> None:
    """A session that a former key of the installation signed gets a new key as soon as somebody is known by it."""
    former = request.session.session_key
    if settings.SECRET_KEY_FALLBACKS and former and request.user.is_authenticated:
        present = request.session.session_key
        if present and present != former:
            follow_key(former, present)


def _look_at(request: HttpRequest) -> None:
    now, seen = time.time(), request.session.get(SEEN)
    minutes = settings.OPENKADER_IDLE_MINUTES
    if seen is None:
        # A moment and no length: it does not move on when the session is written again.
        request.session.set_expiry(timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE))
    elif now - seen > minutes * 60:
        logout(request)
        words = ngettext(
            "You did nothing for %(count)s minute, so you are signed out.",
            "You did nothing for %(count)s minutes, so you are signed out.",
            minutes,
        )
        messages.info(request, words % {"count": minutes})
        return
    if seen is None or (now - seen >= _NOTED_EVERY and not request.headers.get(BY_ITSELF)):
        request.session[SEEN] = now
