"""Signing out: here at once, at the provider by a page of its own, and from there when one signs out elsewhere.

OpenID Connect RP-Initiated Logout 1.0 and Back-Channel Logout 1.0.
"""

import logging
import secrets

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from requests.exceptions import RequestException

from openkader.casework.permissions import Act, DoorHand
from openkader.register import services
from openkader.register.limits import Limit
from openkader.register.sessions import sessions_at_provider
from openkader.web.provider_session import token_of_visit
from openkader.web.views.provider import adapter_of

logger = logging.getLogger(__name__)
_COOKIE, _SECONDS = "signed-out-there", 600
# Not "cookies": the language that somebody chose is theirs, and the session has ended here already.
_CLEARED = '"cache", "storage"'
# Each of them asks the provider for its keys.
_TOKENS = Limit("logout-token", most=60, minutes=1)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session here whatever happens elsewhere, and go on to the provider, if somebody came from there."""
    token = token_of_visit(request)
    logout(request)
    response = _to_provider(request, token) if token and settings.OIDC.url else None
    response = response or HttpResponseRedirect(resolve_url("home"))
    response["Clear-Site-Data"] = _CLEARED
    return response


@never_cache
@require_safe
def signed_out_there(request: HttpRequest) -> HttpResponse:
    """Back from the provider, which says by the state that it ended the session there too."""
    response = HttpResponseRedirect(resolve_url("home"))
    asked = request.get_signed_cookie(_COOKIE, default="", max_age=_SECONDS)
    if asked and constant_time_compare(asked, request.GET.get("state", "")):
        said = _("You are signed out, here and at %(name)s.")
        messages.success(request, said % {"name": settings.OIDC.name})
        response.delete_cookie(_COOKIE)
    return response


@csrf_exempt  # the provider has no page of ours; its signature says who it is
@never_cache
@require_POST
@login_not_required
def end_from_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The provider says that somebody signed out there: their sessions that came from there end here."""
    adapter = adapter_of(request, provider_id)
    if not _TOKENS.count(provider_id):
        return JsonResponse({"error": "temporarily_unavailable"}, status=429)
    try:
        said = adapter.read_logout_token(request.POST.get("logout_token", ""))
    except RequestException as error:
        logger.warning("the provider signed somebody out, and its keys cannot be reached: %s", error)
        return JsonResponse({"error": "temporarily_unavailable"}, status=503)
    except OAuth2Error as error:
        # For who sets it up; the token itself is never among these words.
        logger.warning("a logout token was refused: %s", error)
        return JsonResponse({"error": "invalid_request"}, status=400)
    _end(*said)
    return HttpResponse(status=200)


def _end(sub: str | None, sid: str | None) -> None:
    """Of this person, in the session that is named there; all that came from there where none is named."""
    now, hand = timezone.now(), DoorHand(f"oidc:{settings.OIDC.provider}", Act.MANAGE_PEOPLE)
    for name, numbers in sessions_at_provider(settings.OIDC.provider, sub, sid, now).items():
        services.end_sessions(name, numbers, by=hand, now=now)


def _to_provider(request: HttpRequest, token: str) -> HttpResponse | None:
    """The way to the page of the provider that ends the session there; None where it has none or is away."""
    try:
        place = adapter_of(request, settings.OIDC.provider).openid_config.get("end_session_endpoint")
    except RequestException as error:
        logger.warning("nobody was signed out at the OpenID provider, which cannot be reached: %s", error)
        place = None
    # A form of ours leads there, so it has to be on the site of the provider, as the page is where one signs in.
    if not isinstance(place, str) or not place.startswith(f"{settings.OIDC.origin}/"):
        said = _("You are signed out here. At %(name)s you may still be signed in: sign out there too.")
        messages.warning(request, said % {"name": settings.OIDC.name})
        return None
    state = secrets.token_urlsafe(24)
    asked = {
        "id_token_hint": token,
        "client_id": settings.OIDC.client_id,
        "post_logout_redirect_uri": request.build_absolute_uri(reverse("signed_out_there")),
        "state": state,
    }
    response = HttpResponseRedirect(f"{place}{'&' if '?' in place else '?'}{urlencode(asked)}")
    response.set_signed_cookie(
        _COOKIE, state, max_age=_SECONDS, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return response
