"""Whether somebody proved lately who they are: asked before what cannot be taken back, or what leaves the house."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from openkader.casework.permissions import Act
from openkader.web.kept import typed

# A decision, a version that holds from now on, who may do what, what goes for good, and files that leave the house.
_SENT = frozenset(
    {
        *(Act.DECIDE, Act.ADOPT_KADER, Act.MANAGE_PEOPLE),
        *(Act.AGREE_AS_ARCHIVIST, Act.AGREE_AS_OWNER, Act.DESTROY, Act.DISCLOSE, Act.ARCHIVE),
    }
)
_FETCHED = frozenset({Act.EXPORT})
WAITING = "typed-before-signing-in"
AT_PROVIDER = "recognised-by-provider-at"


class ConfirmFirst(Exception):
    """Whoever wants this was recognised too long ago."""


def require_recent(request: HttpRequest, act: Act) -> None:
    """Stop where the act is one of those, and whoever stands there was recognised too long ago."""
    if (act in _FETCHED or (act in _SENT and request.method == "POST")) and not is_recent(request):
        raise ConfirmFirst


def is_recent(request: HttpRequest) -> bool:
    """Whether somebody typed a password or a code, or was asked by the provider, within the minutes that are set."""
    seconds = settings.OPENKADER_CONFIRM_MINUTES * 60
    records = get_authentication_records(request, request.user)
    newest = max((_moment(request, one) for one in records), default=0.0)
    return not seconds or timezone.now().timestamp() - newest < seconds


def _moment(request: HttpRequest, record: dict[str, object]) -> float:
    """When they were recognised; a provider may have done so in the morning, and says when."""
    at = float(str(record["at"]))
    there = request.session.get(AT_PROVIDER) if record["method"] == "socialaccount" else None
    return min(at, there) if isinstance(there, int | float) else at


def ask_to_confirm(request: HttpRequest) -> HttpResponse:
    """To the page where one does, and from there back."""
    target = resolve_url("send_again") if keep_waiting(request) else request.get_full_path()
    return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': target})}")


def keep_waiting(request: HttpRequest) -> bool:
    """Let what was typed wait in the session, to be sent by hand; False where nothing was."""
    kept = typed(request) if request.method == "POST" else []
    if kept:
        request.session[WAITING] = {"kept": kept, "target": request.get_full_path()}
    return bool(kept)


def can_only_ask_provider(request: HttpRequest) -> bool:
    """Whether this account has nothing here to prove it with, or a code alone, which says less than the provider."""
    user = request.user
    if user.is_authenticated and user.has_usable_password():
        return False
    return bool(settings.OIDC.url) or not is_mfa_enabled(user)


def asking_anew() -> str:
    """What the provider is asked, as it stands in our own address: to have them sign in, and to say when they did.

    ``max_age`` makes it say so (OpenID Connect Core 2: auth_time). It is never 0: a provider that takes that to the
    letter finds every sign-in too old, also the one of a second ago, and asks for ever.
    """
    seconds = max(int(settings.OPENKADER_CONFIRM_MINUTES) * 60, 60)
    return urlencode({"auth_params": urlencode({"prompt": "login", "max_age": str(seconds)})})
