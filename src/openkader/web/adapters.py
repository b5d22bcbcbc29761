"""What we ask of the library for second steps and providers: our names, our trail, no uninvited guests."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from requests.exceptions import RequestException

from openkader.base.errors import Invalid, OpenKaderError, Refused
from openkader.base.messages import sentence, sentences
from openkader.casework.permissions import Act, DoorHand
from openkader.register import services
from openkader.register.accounts import Post, account_named, roles_of
from openkader.register.people import person_named
from openkader.register.sealing import SECOND_STEP, opened, sealed
from openkader.web.arriving import end_the_oldest, note_arrival
from openkader.web.calling import kept_in
from openkader.web.confirming import AT_PROVIDER
from openkader.web.provider_session import TooWeak, mark_visit
from openkader.web.shell import language
from openkader.web.sign_in import provider_away, sign_in_page

logger = logging.getLogger(__name__)


class Accounts(DefaultAccountAdapter):
    """Accounts are opened by an administrator, or by the provider that the organisation named."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody lets themselves in."""
        return False

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, str]]:
        """With what somebody shows again who they are: the password, or a passkey that asked for them; no code.

        Beside a session that still holds, which is something one has, NIST SP 800-63B (4.2.3) lets a password or a
        biometric do: something one knows or is. A code is something one has again: whoever sits at the open browser
        of a colleague finds the telephone beside it. So a code counts only where there is no password.
        """
        found: list[dict[str, str]] = super().get_reauthentication_methods(user)
        has_password = user.is_authenticated and user.has_usable_password()
        return [one for one in found if not (has_password and one["id"] == "mfa_reauthenticate")]

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **told: Any) -> HttpResponse:
        """They are in, by whichever way: with a line in the log, and in no more browsers than is allowed."""
        response: HttpResponse = super().post_login(request, user, **told)
        mark_visit(request)
        account = account_named(user.get_username())
        note_arrival(request, account)
        end_the_oldest(request, account)
        return response

    def send_notification_mail(self, template: str, user: AbstractBaseUser, *_: Any, **__: Any) -> None:
        """Where the library would write a mail, the trail gets its event."""
        name = user.get_username()
        services.note_second_step(name, template.rpartition("/")[2], by=name, now=timezone.now())


class SecondSteps(DefaultMFAAdapter):
    """Second steps, kept so that a copy of the database alone opens nothing."""

    def encrypt(self, text: str) -> str:
        """The secret as it is stored."""
        return sealed(SECOND_STEP, text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret as it was; another key of the installation cannot read it."""
        return opened(SECOND_STEP, encrypted_text)

    def get_totp_issuer(self) -> str:
        """What the app on somebody's phone calls us."""
        return "Open Kader"


class Providers(DefaultSocialAccountAdapter):
    """Who comes in through the provider: known by its number for them, and without a role unless it says one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """A first visit is handled before the library gets to this."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Open an account at the first visit, and bring the roles in line where the provider gives them."""
        try:
            if not sociallogin.is_existing:
                self._welcome(request, sociallogin)
            self._appoint(sociallogin)
            request.session[AT_PROVIDER] = sociallogin.account.extra_data.get("id_token", {}).get("auth_time")
        except OpenKaderError as error:
            known = isinstance(error, Refused | Invalid)
            words = sentences(error, language())[0] if known else _not_vouched_for()
            page = sign_in_page(request, settings.LOGIN_REDIRECT_PATH, wrong=words, status=403)
            raise ImmediateHttpResponse(page) from error

    def get_requests_session(self) -> Any:
        """What asks the provider, and whom its answers name."""
        return kept_in(super().get_requests_session())

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, exception: Exception | None = None, **_: Any
    ) -> None:
        """A visit that broke off, or a token that is not right, leads back to our own page."""
        if isinstance(exception, RequestException):
            raise ImmediateHttpResponse(provider_away(request, exception))
        # For who sets it up: what of the token was not right is not told to a visitor.
        logger.warning("a visit through the provider was refused: %s", _reason(exception))
        code = "account.not-strong-enough" if isinstance(exception, TooWeak) else "account.not-vouched-for"
        words = sentence(code, {}, language())
        page = sign_in_page(request, settings.LOGIN_REDIRECT_PATH, wrong=words, status=403)
        raise ImmediateHttpResponse(page)

    def send_notification_mail(self, *_: Any, **__: Any) -> None:
        """Our trail tells it."""

    def _welcome(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Never an account that was there: whoever has that name elsewhere may be somebody else."""
        claims = sociallogin.account.extra_data.get("id_token", {})
        name = str(claims.get(settings.OIDC.name_claim) or "")
        services.welcome_account(name, by=_hand(sociallogin), now=timezone.now())
        sociallogin.connect(request, account_named(name))

    def _appoint(self, sociallogin: SocialLogin) -> None:
        """Where the provider's words stand for roles, they hold at every visit, also when they are fewer."""
        if not settings.OIDC.roles:
            return
        said = sociallogin.account.extra_data.get("id_token", {}).get(settings.OIDC.role_claim) or []
        words = said if isinstance(said, list) else [said]
        roles = {
            settings.OIDC.roles[word]
            for word in words
            if isinstance(word, str) and word in settings.OIDC.roles
        }
        user = sociallogin.user
        assert isinstance(user, User)  # noqa: S101 - found or made just now
        if roles != set(roles_of(user)):
            post = Post(roles=sorted(roles), team=person_named(user.username).team)
            services.change_roles(user.username, post, by=_hand(sociallogin), now=timezone.now())


def _hand(sociallogin: SocialLogin) -> DoorHand:
    """The provider as it looks after accounts, and does nothing else."""
    return DoorHand(f"oidc:{sociallogin.account.provider}", Act.MANAGE_PEOPLE)


def _not_vouched_for() -> str:
    return sentence("account.not-vouched-for", {}, language())


def _reason(error: BaseException | None) -> str:
    """What was wrong, with what was behind it; the token itself is never among these words."""
    behind = error.__cause__ if error else None
    return "; ".join(str(one) for one in (error, behind) if one) or "the visit broke off"
