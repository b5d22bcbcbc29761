"""The page where one signs in, for whoever comes by its address and for whose session ended meanwhile."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from openkader.web.kept import Kept, carried, marked, typed
from openkader.web.shell import timeless_context


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
        "demo": list(settings.OPENKADER_DEMO_ACCOUNTS.items()),
    }
    values = timeless_context(request, page=page)
    return render(request, "web/pages/sign_in.html", values, status=status)
