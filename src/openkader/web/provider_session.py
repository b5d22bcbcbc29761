"""What is kept of a visit through the provider, so that it can be ended there and from there.

The ID token is kept to be handed back when somebody signs out, and for nothing else; it is locked.
"""

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.fernet import InvalidToken
from django.http import HttpRequest

from openkader.register.sealing import opened, sealed
from openkader.register.sessions import mark_as_of_provider

_TOKEN, _SID, _PURPOSE = "id-token-to-hand-back", "session-at-provider", "id-token"


class TooWeak(OAuth2Error):
    """The provider let somebody in by less than was asked for, or did not say by what."""


def keep_visit(request: HttpRequest, id_token: str, sid: object) -> None:
    """Keep the token, and how the provider calls the session there, if it says."""
    # Also beside the session: that of whoever was signed in here before is emptied first.
    request.openid_visit = {_TOKEN: sealed(_PURPOSE, id_token), _SID: sid if isinstance(sid, str) else ""}  # type: ignore[attr-defined]
    request.session.update(request.openid_visit)  # type: ignore[attr-defined]


def mark_visit(request: HttpRequest) -> None:
    """Once somebody is in: note by which session there, so that the provider can end it."""
    request.session.update(getattr(request, "openid_visit", {}))
    if _SID in request.session and request.session.session_key:
        mark_as_of_provider(request.session.session_key, request.session[_SID])


def token_of_visit(request: HttpRequest) -> str | None:
    """The token to hand back; None for who came in with a password, or where another key locked it."""
    kept = request.session.get(_TOKEN)
    try:
        return opened(_PURPOSE, kept) if kept else None
    except InvalidToken:
        return None
