"""What stands behind a door: pages about people, for whoever is signed in and has that task."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from openkader.base.errors import Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.permissions import Act, may_do
from openkader.casework.vocabulary import Confidentiality
from openkader.register import services
from openkader.register.people import password_due
from openkader.register.replica import after_reading
from openkader.register.selectors.confidential import confidential_cases
from openkader.web.confirming import ConfirmFirst, ask_to_confirm, keep_waiting, require_recent
from openkader.web.kept import typed
from openkader.web.reader import person
from openkader.web.second_step import is_sure
from openkader.web.shell import language
from openkader.web.sign_in import ask_to_sign_in

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """A page that only a colleague sees, and of which no browser or proxy keeps a copy.

    Whose session ended while they typed signs in, and still has what they typed. Who has to choose another password
    does that first.
    """

    @wraps(view)
    def behind_the_door(request: HttpRequest, *values: object, **named: object) -> HttpResponse:
        if request.user.is_authenticated:
            if password_due(request.user):
                keep_waiting(request)
                return redirect("password")
            try:
                return view(request, *values, **named)
            except ConfirmFirst:
                return ask_to_confirm(request)
        if request.method == "POST" and typed(request):
            return ask_to_sign_in(request)
        return redirect_to_login(request.get_full_path())

    return never_cache(behind_the_door)


def for_whom(act: Act) -> Callable[[View], View]:
    """A page for colleagues whose task this is; others hear whose it is."""

    def behind(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, *values: object, **named: object) -> HttpResponse:
            if not is_sure(request):
                raise Refused(Refusal("account.second-step-first"))
            require_act(request, act)
            return view(request, *values, **named)

        return signed_in(asked)

    return behind


def require_act(request: HttpRequest, act: Act) -> None:
    """Stop with the reason when it is not the task of whoever asks, and where they have to show first who they are."""
    refusal = may_do(person(request).roles, act)
    if refusal is not None:
        raise Refused(refusal)
    require_recent(request, act)


def why_not(request: HttpRequest, act: Act) -> str:
    """The reason on a button that is not for this reader; empty when it is."""
    refusal = may_do(person(request).roles, act)
    return sentence(refusal.code, refusal.detail, language()) if refusal else ""


def note_reading(request: HttpRequest, dossier: str, level: Confidentiality | None = None) -> None:
    """Let the trail know that a colleague read this page of a case, where the case is confidential."""
    if request.user.is_authenticated and dossier:
        services.note_reading(dossier, _page(request), by=acting(request), now=timezone.now(), level=level)


def note_readings(request: HttpRequest, dossiers: Iterable[str | None]) -> None:
    """The same of each confidential case behind these requests and activities; None is of no case.

    A page that is only read, of a replica where there is one, is noted when it is made and before it is sent.
    """
    if not request.user.is_authenticated:
        return
    levels = confidential_cases({dossier for dossier in dossiers if dossier})
    what, by, now = _page(request), acting(request), timezone.now()
    after_reading(lambda: services.note_readings(levels, what, by=by, now=now))


def _page(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.url_name if match else None) or "page"


def acting(request: HttpRequest) -> str:
    """The person who acts, as the trail names them."""
    return request.user.get_username()
