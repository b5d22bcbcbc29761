"""The page where one signs in, for whoever comes by its address and for whose session ended meanwhile."""

import logging

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from openkader.base.messages import sentence
from openkader.casework.role_words import DUTIES, ROLES
from openkader.register.accounts import accounts
from openkader.web.kept import Kept, carried, marked, typed
from openkader.web.shell import language, timeless_context

logger = logging.getLogger(__name__)


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The page where one signs in, for a form that came after the session had ended."""
    return sign_in_page(request, request.get_full_path(), kept=typed(request), status=403)


def sign_in_page(
    request: HttpRequest, target: str, *, kept: Kept | None = None, wrong: str = "", status: int = 200
) -> HttpResponse:
    """The page, with what was typed before and what was wrong at the last attempt; then on to `target`."""
    page = {
        "kept": marked(carried(request) if kept is None else kept),
        "title": _("Sign in"),
        "next": target,
        "name": request.POST.get("username", ""),
        "wrong": wrong,
        "provider": settings.OIDC.name if settings.OIDC.url else "",
        "demo": _demo(),
    }
    values = timeless_context(request, page=page)
    return render(request, "web/pages/sign_in.html", values, status=status)


def provider_away(request: HttpRequest, error: Exception) -> HttpResponse:
    """The page, when the provider of the organisation does not answer; a password works without it."""
    logger.error("the OpenID provider cannot be reached: %s", error)
    words = sentence("account.provider-away", {}, language())
    target = request.POST.get("next") or settings.LOGIN_REDIRECT_PATH
    return sign_in_page(request, target, wrong=words, status=503)


def _demo() -> list[dict[str, str]]:
    """The made-up colleagues of the demo, with what each is for; elsewhere there are none."""
    passwords = settings.OPENKADER_DEMO_ACCOUNTS
    known = {row.name: row.roles for row in accounts()} if passwords else {}
    return [
        {
            "name": name,
            "password": password,
            "roles": ", ".join(ROLES[role].in_(language()) for role in known.get(name, ())),
            "duties": "; ".join(DUTIES[role].in_(language()) for role in known.get(name, ())),
        }
        for name, password in passwords.items()
    ]
