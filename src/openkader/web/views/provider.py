"""Signing in through the organisation's own provider (OpenID Connect), whose word is checked to the letter."""

from typing import Any

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_POST, require_safe
from requests.exceptions import RequestException

from openkader.base.errors import NotFound, Unavailable


class Signed(OpenIDConnectOAuth2Adapter):
    """Takes a visitor at the word of a signed ID token only.

    The library may skip the signature of a token that came straight from the provider; we
    do not, so that a proxy or a name server that lies lets nobody in.
    """

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **found: Any) -> Any:
        """The visitor that the token names."""
        if not found["response"].get("id_token"):
            raise OAuth2Error("no ID token")
        if self.openid_config.get("issuer") != settings.OIDC.url:
            raise OAuth2Error("the issuer is another than the one that was configured")
        return super().complete_login(request, app, token, **found)

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        try:
            return jwtkit.verify_and_decode(
                credential=id_token,
                keys_url=self.openid_config["jwks_uri"],
                issuer=settings.OIDC.url,
                audience=app.client_id,
                lookup_kid=jwtkit.lookup_kid_jwk,
            )
        except (KeyError, ValueError, TypeError) as error:
            raise OAuth2Error("an ID token that cannot be read") from error


@require_POST
@login_not_required
def leave_for_provider(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """On a press, to the provider; a link elsewhere cannot start it."""
    try:
        return OAuth2LoginView.adapter_view(_adapter(request, provider_id))(request)
    except RequestException as error:
        raise Unavailable("account.provider-away") from error


@require_safe
@login_not_required
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Back from the provider, with a code that is good once."""
    return OAuth2CallbackView.adapter_view(_adapter(request, provider_id))(request)


def _adapter(request: HttpRequest, provider_id: str) -> Signed:
    if not settings.OIDC.url:
        raise NotFound("provider", provider_id)
    try:
        found = Signed(request, provider_id)
        found.get_provider()
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    return found
