"""Signing in through the organisation's own provider (OpenID Connect), whose word is checked to the letter."""

import base64
import hashlib
from typing import Any

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
from openkader.web.sign_in import provider_away

_NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")


class Asking(OAuth2Client):
    """Asks the provider to say in its token which question it answers; some refuse to answer without."""

    def get_redirect_url(self, authorization_url: str, scope: list[str], extra_params: dict[str, Any]) -> str:
        """Where the visitor goes, with a nonce."""
        asked = {**extra_params, "nonce": _nonce(extra_params["code_challenge"])}
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
        return super().complete_login(request, app, token, **found)

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        try:
            said: dict[str, Any] = jwtkit.verify_and_decode(
                credential=id_token,
                keys_url=self.openid_config["jwks_uri"],
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                lookup_kid=jwtkit.lookup_kid_jwk,
            )
        except (KeyError, ValueError, TypeError) as error:
            raise OAuth2Error("an ID token that cannot be read") from error
        if said.get("nonce") != _nonce(self._expected):
            raise OAuth2Error("an ID token that answers another question")
        return said


@require_POST
@login_not_required
def leave_for_provider(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """On a press, to the provider; a link elsewhere cannot start it."""
    try:
        return OAuth2LoginView.adapter_view(_adapter(request, provider_id))(request)
    except RequestException as error:
        return provider_away(request, error)


@require_safe
@login_not_required
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Back from the provider, with a code that is good once."""
    try:
        return OAuth2CallbackView.adapter_view(_adapter(request, provider_id))(request)
    except RequestException as error:
        return provider_away(request, error)


def _nonce(code_challenge: bytes) -> str:
    """A value that belongs to one attempt of one browser: made from what PKCE keeps in its session."""
    return hashlib.sha256(b"nonce:" + code_challenge).hexdigest()


def _adapter(request: HttpRequest, provider_id: str) -> Signed:
    if not settings.OIDC.url:
        raise NotFound("provider", provider_id)
    try:
        found = Signed(request, provider_id)
        found.get_provider()
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    return found
