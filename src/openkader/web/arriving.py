"""Somebody came in: the log says so, and where they are in too many browsers the oldest is ended."""

import logging

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import ngettext

from openkader.register import services
from openkader.register.sessions import sessions_of

logger = logging.getLogger(__name__)


def note_arrival(request: HttpRequest, user: User) -> None:
    """Leave a line with which account and by which way; nothing that was typed, and no token."""
    ways = ", ".join(str(record["method"]) for record in get_authentication_records(request, user))
    logger.info("signed in: account %s by %s", user.pk, ways or "nothing we know of")


def end_the_oldest(request: HttpRequest, user: User) -> None:
    """Keep as many sessions as one account may have, this one among them, and say which ended."""
    now, here, most = timezone.now(), request.session.session_key, settings.OPENKADER_SESSIONS
    others = [one.number for one in sessions_of(user, now) if one.key != here]
    ended = others[most - 1 :]
    if not ended:
        return
    services.end_sessions(user.username, ended, by=user.username, now=now)
    words = ngettext(
        "You were signed in in more browsers than is allowed; in the oldest you are signed out.",
        "You were signed in in more browsers than is allowed; in the %(count)s oldest you are signed out.",
        len(ended),
    )
    messages.info(request, words % {"count": len(ended)})
