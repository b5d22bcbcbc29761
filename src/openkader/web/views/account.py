"""Signing in and out; who is signed in is known by name in everything that is done."""

import re
from contextlib import suppress

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.account.views import reauthenticate
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import Unavailable
from openkader.base.messages import sentence
from openkader.casework.role_words import DUTIES, ROLES
from openkader.casework.vocabulary import AccountRole
from openkader.register import services
from openkader.register.accounts import account_named, first_password_ends, is_password_due
from openkader.register.passwords import is_leaked
from openkader.register.people import person_named
from openkader.register.sessions import sessions_of
from openkader.web.attempts import MINUTES, count_attempt, forget_attempts
from openkader.web.confirming import WAITING, asking_anew, can_only_ask_provider
from openkader.web.doors import acting, signed_in
from openkader.web.forms.people import MailAddressForm
from openkader.web.kept import carried
from openkader.web.presenters.sessions import shown_sessions
from openkader.web.refusals import note_refused
from openkader.web.second_step import has_second_step
from openkader.web.shell import language, shown_moment, timeless_context
from openkader.web.sign_in import sign_in_page

# What a button or a choice sends, which nobody typed.
_CODE = re.compile(r"[a-z0-9_]*")


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The page where one signs in; it says the same whether or not there is such an account."""
    target = _target(request)
    if request.method != "POST":
        return (
            HttpResponseRedirect(target) if request.user.is_authenticated else sign_in_page(request, target)
        )
    name = request.POST.get("username", "")
    if not count_attempt(name):
        note_refused(request, "account.too-many-attempts")
        words = sentence("account.too-many-attempts", {"minutes": str(MINUTES)}, language())
        return sign_in_page(request, target, wrong=words, status=429)
    form = AuthenticationForm(request, request.POST)
    if not form.is_valid():
        note_refused(request, "account.not-known")
        return sign_in_page(request, target, wrong=sentence("account.not-known", {}, language()), status=422)
    forget_attempts(name)
    ended = _ended(form.get_user())
    if ended:
        note_refused(request, "account.first-password-ended")
        return sign_in_page(request, target, wrong=ended, status=403)
    _look_up(form.get_user(), form.cleaned_data["password"])
    if carried(request):
        request.session[WAITING] = {"kept": carried(request), "target": target}
        target = resolve_url("send_again")
    due = is_password_due(name)
    record_authentication(request, form.get_user(), method="password")
    response = perform_login(
        request, form.get_user(), redirect_url=resolve_url("password") if due else target
    )
    is_in = request.user.is_authenticated  # nobody who still has to take the second step
    return _send_again(request) if is_in and carried(request) and not due else response


def _ended(account: User) -> str:
    """Why a first password is of no use any more; nothing where it is."""
    ends = first_password_ends(account)
    if ends is None or timezone.now() < ends:
        return ""
    return sentence("account.first-password-ended", {"moment": shown_moment(ends)}, language())


def _look_up(account: User, password: str) -> None:
    """Whether it leaked since it was chosen; a list that cannot be read keeps nobody out, and is in the log."""
    name = account.get_username()
    with suppress(Unavailable):
        if is_leaked(password):
            services.note_leaked_password(name, by=name, now=timezone.now())


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Show again who you are, before what cannot be taken back; where only the provider knows you, it is asked."""
    if not can_only_ask_provider(request):
        return reauthenticate(request)
    page = {
        "title": _("Show who you are"),
        "provider": settings.OIDC.name,
        "again": asking_anew(),
        "next": _target(request),
    }
    return render(request, "web/pages/confirm.html", timeless_context(request, page=page))


@signed_in
@require_safe
def send_again(request: HttpRequest) -> HttpResponse:
    """The same after a second step."""
    return _send_again(request)


def _send_again(request: HttpRequest) -> HttpResponse:
    """What was typed before, to be sent by whoever is signed in now; nothing is sent by itself.

    It waited in the session while that person showed who they are, and leaves it here.
    """
    waiting = request.session.pop(WAITING, None)
    if waiting is None:
        return HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL))
    kept, target = [(name, value) for name, value in waiting["kept"]], waiting["target"]
    shown = [value for _name, value in kept if not _CODE.fullmatch(value)]
    page = {"title": _("Send what you typed"), "target": target, "kept": kept, "shown": shown}
    return render(request, "web/pages/send_again.html", timeless_context(request, page=page))


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def show_account(request: HttpRequest) -> HttpResponse:
    """Who is signed in here, with which roles, and where reminders go; POST changes that."""
    account = account_named(acting(request))
    if request.POST.get("act") == "sign_out_elsewhere":
        _sign_out_elsewhere(request, account)
        return HttpResponseRedirect(request.path)
    if request.method != "POST":
        return _account_page(request, account, MailAddressForm(initial={"address": account.email}))
    form = MailAddressForm(request.POST)
    if not form.is_valid():
        return _account_page(request, account, form, status=422)
    services.change_mail_address(
        account.username, form.cleaned_data["address"], by=account.username, now=timezone.now()
    )
    messages.success(request, _("Your reminders go there from now on."))
    return HttpResponseRedirect(request.path)


def _sign_out_elsewhere(request: HttpRequest, account: User) -> None:
    now, here = timezone.now(), request.session.session_key
    numbers = [one.number for one in sessions_of(account, now) if one.key != here]
    services.end_sessions(account.username, numbers, by=account.username, now=now)
    messages.success(request, _("You are signed in nowhere else any more."))


def _account_page(
    request: HttpRequest, account: User, form: MailAddressForm, status: int = 200
) -> HttpResponse:
    who = person_named(account.username)
    page = {
        "title": _("Your account"),
        "kicker": account.username,
        "roles": [
            {"name": ROLES[role].in_(language()), "duty": DUTIES[role].in_(language())}
            for role in AccountRole
            if role in who.roles
        ],
        "team": who.team,
        "sessions": shown_sessions(sessions_of(account, timezone.now()), request.session.session_key),
        "has_password": account.has_usable_password(),
        "two_steps": has_second_step(request),
        "must": settings.OPENKADER_TWO_STEPS,
        "form": form,
    }
    values = timeless_context(request, page=page, crumbs=[(str(page["title"]), None)])
    return render(request, "web/pages/account.html", values, status=status)


def _target(request: HttpRequest) -> str:
    """Where to go after signing in: a page of this site, whatever the address asks."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if is_ours else resolve_url(settings.LOGIN_REDIRECT_URL)
