"""Signing in through the organisation's own provider (OpenID Connect), whose word is checked to the letter."""

import base64
import hashlib
import time
from typing import Any

import jwt
from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_POST, require_safe
from requests.exceptions import InvalidJSONError, RequestException

from openkader.base.errors import NotFound
from openkader.web.provider_session import TooWeak, keep_visit
from openkader.web.sign_in import provider_away

_LOGOUT = "http://schemas.openid.net/event/backchannel-logout"
_RECENT = 600  # seconds
_NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")


class Asking(OAuth2Client):
    """Asks the provider to say in its token which question it answers; some refuse to answer without."""

    def get_redirect_url(self, authorization_url: str, scope: list[str], extra_params: dict[str, Any]) -> str:
        """Where the visitor goes, with a nonce."""
        asked = {**extra_params, "nonce": _nonce(extra_params["code_challenge"])}
        if settings.OIDC.acr:
            asked["acr_values"] = " ".join(settings.OIDC.acr)
        return super().get_redirect_url(authorization_url, scope, asked)


class Signed(OpenIDConnectOAuth2Adapter):
    """Takes a visitor at the word of a signed ID token only.

    The library may skip the signature of a token that came straight from the provider; we
    do not, so that a proxy or a name server that lies lets nobody in.
    """

    client_class = Asking
    _expected = b""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself; what lacks an address is no answer of a provider."""
        try:
            found = super().openid_config
            if all(isinstance(found.get(name), str) for name in _NEEDED):
                return dict(found)
        except (AttributeError, TypeError) as error:
            raise InvalidJSONError("the configuration of the provider is no object") from error
        raise InvalidJSONError(f"the configuration of the provider lacks one of {', '.join(_NEEDED)}")

    def get_provider(self) -> Any:
        """The provider, which asks as we do also on the way out."""
        found = super().get_provider()
        found.oauth2_adapter_class = Signed
        return found

    def get_access_token_data(
        self, request: HttpRequest, app: SocialApp, client: OAuth2Client, pkce_code_verifier: str = ""
    ) -> Any:
        """The tokens, for a question that this browser asked."""
        digest = hashlib.sha256(pkce_code_verifier.encode("ascii")).digest()
        self._expected = base64.urlsafe_b64encode(digest).rstrip(b"=")
        return super().get_access_token_data(request, app, client, pkce_code_verifier)

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **found: Any) -> Any:
        """The visitor that the token names."""
        if not found["response"].get("id_token"):
            raise OAuth2Error("no ID token")
        if self.openid_config["issuer"].removesuffix("/") != settings.OIDC.url:
            raise OAuth2Error("the issuer is another than the one that was configured")
        login = super().complete_login(request, app, token, **found)
        keep_visit(request, found["response"]["id_token"], login.account.extra_data["id_token"].get("sid"))
        return login

    def read_logout_token(self, token: str) -> tuple[str | None, str | None]:
        """Who signed out at the provider, in which session there; each token counts once, as its keys have it."""
        said = self._verified(token, "logout+jwt")
        if any(name not in said for name in ("iat", "exp", "jti")) or "nonce" in said:
            raise OAuth2Error("a logout token without what it must have, or with a nonce")
        if abs(time.time() - said["iat"]) > _RECENT:
            raise OAuth2Error("a logout token of another moment")
        events = said.get("events")
        if not isinstance(events, dict) or not isinstance(events.get(_LOGOUT), dict):
            raise OAuth2Error("a token that tells of no signing out")
        sub, sid = said.get("sub"), said.get("sid")
        if (sub is None and sid is None) or not all(isinstance(one, str | None) for one in (sub, sid)):
            raise OAuth2Error("a logout token that says not of whom")
        return sub, sid

    def _verified(self, token: str, kind: str) -> dict[str, Any]:
        """What a token of this kind says, signed by the provider, for us, within its time."""
        try:
            # Many providers leave the kind out, or call every token a JWT; one that says another kind is another.
            typ = str(jwt.get_unverified_header(token).get("typ", kind)).lower().removeprefix("application/")
            if typ not in (kind, "jwt"):
                raise OAuth2Error(f"a token of another kind: {typ[:40]!a}")
            said: dict[str, Any] = jwtkit.verify_and_decode(
                credential=token,
                keys_url=self.openid_config["jwks_uri"],
                issuer=self.openid_config["issuer"],
                audience=settings.OIDC.client_id,
                lookup_kid=jwtkit.lookup_kid_jwk,
            )
        except (KeyError, ValueError, TypeError, jwt.PyJWTError) as error:
            raise OAuth2Error("a token that cannot be read") from error
        return said

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        said = self._verified(id_token, "jwt")
        if said.get("nonce") != _nonce(self._expected):
            raise OAuth2Error("an ID token that answers another question")
        _require_strength(said)
        return said


@require_POST
@login_not_required
def leave_for_provider(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """On a press, to the provider; a link elsewhere cannot start it."""
    try:
        return OAuth2LoginView.adapter_view(adapter_of(request, provider_id))(request)
    except RequestException as error:
        return provider_away(request, error)


@require_safe
@login_not_required
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Back from the provider, with a code that is good once."""
    try:
        return OAuth2CallbackView.adapter_view(adapter_of(request, provider_id))(request)
    except RequestException as error:
        return provider_away(request, error)


def _nonce(code_challenge: bytes) -> str:
    """A value that belongs to one attempt of one browser: made from what PKCE keeps in its session."""
    return hashlib.sha256(b"nonce:" + code_challenge).hexdigest()


def _require_strength(said: dict[str, Any]) -> None:
    """Stop where the provider recognised somebody by less than this installation asks, or did not say by what."""
    acr, amr = said.get("acr"), said.get("amr")
    if settings.OIDC.acr and not (isinstance(acr, str) and acr in settings.OIDC.acr):
        raise TooWeak(f"the level of assurance is not what was asked: {ascii(acr)[:80]}")
    ways = amr if isinstance(amr, list) else ()
    if settings.OIDC.amr and not any(way in settings.OIDC.amr for way in ways if isinstance(way, str)):
        raise TooWeak(f"the ways of recognising are not what was asked: {ascii(amr)[:80]}")


def adapter_of(request: HttpRequest, provider_id: str) -> Signed:
    """What asks the provider of this installation, and reads what it says; there is one or none."""
    if not settings.OIDC.url:
        raise NotFound("provider", provider_id)
    try:
        found = Signed(request, provider_id)
        found.get_provider()
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    return found
