"""The pages of an administrator: accounts, the lists and the work in the background; nothing of any case."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Invalid, NotFound, Refusal, Refused
from openkader.base.messages import sentence, sentences
from openkader.casework.permissions import Act, may_change_roles, may_invite, may_manage
from openkader.publication.account_invitations import invitation_mail
from openkader.register import selectors, services
from openkader.register.accounts import AccountRow, account_named, accounts, made_up_password
from openkader.register.invitations import can_send
from openkader.register.readiness import list_states
from openkader.register.recovery.newest import newest_backup
from openkader.register.replica import replica_state
from openkader.register.sessions import sessions_of
from openkader.register.tokens import tokens
from openkader.web.doors import acting, for_whom
from openkader.web.forms.people import OpenAccountForm, PostForm
from openkader.web.presenters.filings import shown_filings
from openkader.web.presenters.house import Room, asks_attention, shown_background, shown_room
from openkader.web.presenters.lists import shown_lists
from openkader.web.presenters.people import role_words, row_of, shown_accounts, state_words, step_words
from openkader.web.presenters.programs import shown_tokens
from openkader.web.presenters.receivers import shown_receivers
from openkader.web.presenters.sessions import shown_sessions
from openkader.web.presenters.work import said_refusal
from openkader.web.shell import language, timeless_context


@dataclass(frozen=True, slots=True)
class Said:
    """What came of an act: why it was refused, or a password that is shown once."""

    refusals: Sequence[str] = ()
    password: str = ""
    status: int = 200


_NOTHING = Said()


@for_whom(Act.MANAGE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def administer(request: HttpRequest) -> HttpResponse:
    """Everybody's account, how the house is doing, and the form for a new account."""
    if request.method != "POST":
        return _page(request, OpenAccountForm(can_invite=can_send()))
    again = _AGAIN.get(request.POST.get("act", ""))
    if again is not None:
        return again(request)
    form = OpenAccountForm(request.POST, can_invite=can_send())
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        password = _open(form, acting(request))
    except (Invalid, Refused) as error:
        return _page(request, form, sentences(error, language()), status=409)
    # Shown in this answer and kept nowhere, not even in the session of the administrator.
    opened = (form.cleaned_data["name"], password)
    return _page(request, OpenAccountForm(can_invite=can_send()), opened=opened)


@transaction.atomic
def _open(form: OpenAccountForm, by: str) -> str:
    """Open the account, and invite the colleague or hand back a password for them."""
    name, address, now = form.cleaned_data["name"], form.cleaned_data.get("address"), timezone.now()
    password = None if address else made_up_password(name)
    services.open_account(name, password, post=form.post(), by=by, now=now)
    if address:
        services.change_mail_address(name, address, by=by, now=now)
        services.invite_account(name, partial(invitation_mail, name), by=by, now=now)
    return password or ""


def _send_again(request: HttpRequest) -> HttpResponse:
    """Let mail that could not be sent be tried at once; a second press finds nothing, and says so."""
    number = services.send_mails_again(by=acting(request), now=timezone.now())
    said = ngettext("%(count)s mail is tried again now.", "%(count)s mails are tried again now.", number)
    if number:
        messages.success(request, said % {"count": number})
    else:
        messages.info(request, _("No mail waits to be tried again."))
    return HttpResponseRedirect(f"{request.path}#background")


def _tell_again(request: HttpRequest) -> HttpResponse:
    """Let receivers that did not answer be told at once; a second press finds none, and says so."""
    number = services.send_events_again(by=acting(request), now=timezone.now())
    said = ngettext(
        "%(count)s receiver is told again now.", "%(count)s receivers are told again now.", number
    )
    if number:
        messages.success(request, said % {"count": number})
    else:
        messages.info(request, _("No receiver waits to be told again."))
    return HttpResponseRedirect(f"{request.path}#receivers")


def _file_again(request: HttpRequest) -> HttpResponse:
    """Let the cases that the case system did not take be tried again, by the next worker."""
    number = services.file_cases_again(everything=False, by=acting(request), now=timezone.now())
    said = ngettext("%(count)s case is tried again now.", "%(count)s cases are tried again now.", number)
    messages.success(request, said % {"count": number})
    return HttpResponseRedirect(f"{request.path}#filings")


_AGAIN: Mapping[str, Callable[[HttpRequest], HttpResponse]] = {
    "send_again": _send_again,
    "tell_again": _tell_again,
    "file_again": _file_again,
}


def _room() -> Room:
    """What the house takes and has."""
    total, free = selectors.disk() or (None, None)
    taken, newest = selectors.room_taken()
    return Room(
        database={"postgresql": "PostgreSQL", "sqlite": "SQLite"}[connection.vendor],
        database_bytes=taken,
        disk_bytes=total,
        free_bytes=free,
        trail=newest,
        bucket=None if settings.BUCKET is None else not settings.BUCKET.trouble(),
        scans=settings.CLAMD.is_there() if settings.CLAMD is not None else None,
        replica=replica_state(),
        backup=newest_backup(settings.OPENKADER_DATA),
    )


def _page(
    request: HttpRequest,
    form: OpenAccountForm,
    refusals: list[str] | None = None,
    *,
    opened: tuple[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    now = timezone.now()
    states, found, room = list_states(), selectors.background(now), _room()
    table = shown_lists(states, now) if states else None
    for row in table["rows"] if table else ():  # type: ignore[attr-defined]  # rows of a table
        row.pop("url")  # what the list page tells more of is for whoever screens
    page = {
        "title": _("Administration"),
        "lead": _("Accounts, the lists and the work in the background. Of cases nothing is shown here."),
        "accounts": shown_accounts(accounts(), now),
        "form": form,
        "refusals": refusals or [],
        "opened": opened,
        "lists": table,
        "attention": asks_attention(found, states, room, now),
        "background": shown_background(found),
        "can_send_again": found.mails_held + found.mails_retrying,
        "receivers": shown_receivers(found.receivers),
        "filings": shown_filings(found.filings),
        "can_tell_again": any(one.failures for one in found.receivers),
        "room": shown_room(room),
    }
    crumbs = [(_("Administration"), None)]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/administration.html", values, status=status)


@for_whom(Act.MANAGE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def manage_account(request: HttpRequest, name: str) -> HttpResponse:
    """One account; POST gives it roles, a new password or no second step, closes it or opens it again."""
    row = row_of(accounts(), name)
    if row is None:
        raise NotFound("account", name[:80])
    if request.method != "POST":
        return _account_page(request, row, _post_form(row))
    form = PostForm(request.POST) if request.POST.get("act") in ("roles", "reopen") else _post_form(row)
    if form.is_bound and not form.is_valid():
        return _account_page(request, row, form, Said(status=422))
    try:
        password = _act(request, name, form)
    except Refused as error:
        return _account_page(request, row, form, Said(sentences(error, language()), status=409))
    if password:
        return _account_page(request, row_of(accounts(), name) or row, form, Said(password=password))
    messages.success(request, _("That is done. It holds from the next page on."))
    return HttpResponseRedirect(request.path)


def _act(request: HttpRequest, name: str, form: PostForm) -> str:
    """Do what was asked; a new password is handed back."""
    by, now = acting(request), timezone.now()
    match request.POST.get("act"):
        case "roles":
            services.change_roles(name, form.post(), by=by, now=now)
        case "reopen":
            password = made_up_password(name)
            services.reopen_account(name, password, post=form.post(), by=by, now=now)
            return password
        case "password":
            password = made_up_password(name)
            services.change_password(name, password, by=by, now=now)
            return password
        case "withdraw_token":
            services.withdraw_token(name, request.POST.get("name", ""), by=by, now=now)
        case other:
            _do(str(other), name, by, now)
    return ""


def _do(act: str, name: str, by: str, now: datetime) -> None:
    """Do what needs nothing but the name."""
    match act:
        case "close":
            services.close_account(name, by=by, now=now)
        case "sign_out":
            numbers = [one.number for one in sessions_of(account_named(name), now)]
            services.end_sessions(name, numbers, by=by, now=now)
        case "second_step":
            services.reset_second_step(name, by=by, now=now)
        case "invite":
            services.invite_account(name, partial(invitation_mail, name), by=by, now=now)
        case other:
            raise NotFound("account", other[:40])


def _post_form(row: AccountRow) -> PostForm:
    """What the account may do; of one that is closed nothing is filled in, so that somebody looks at it anew."""
    known = {"roles": [str(role) for role in row.roles], "team": row.team or ""}
    return PostForm(initial=known if row.is_open else {})


def _account_page(
    request: HttpRequest, row: AccountRow, form: PostForm, said: Said = _NOTHING
) -> HttpResponse:
    page = {
        "kicker": _("Account"),
        "title": row.name,
        "row": row,
        "state": state_words(row, timezone.now()),
        "roles": role_words(row),
        "second_step": step_words(row),
        "sessions": shown_sessions(sessions_of(account_named(row.name), timezone.now()), None),
        "tokens": shown_tokens(tokens(row.name), timezone.localdate()),
        "form": form,
        "refusals": said.refusals,
        "password": said.password,
        "why_not": _why_not(row, acting(request)),
    }
    crumbs = [(_("Administration"), reverse("administration")), (row.name, None)]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/managed_account.html", values, status=said.status)


def _may_invite(name: str) -> Refusal | None:
    return may_invite(has_mail=can_send(), has_address=bool(account_named(name).email))


def _why_not(row: AccountRow, by: str) -> Mapping[str, str]:
    """For each button why it is off; empty where it is on."""
    own = said_refusal(may_manage(by, row.name))
    closed = "" if row.is_open else sentence("account.closed-already", {}, language())
    return {
        "roles": said_refusal(may_change_roles(by, row.name)),
        "password": closed,
        "invite": own or closed or said_refusal(_may_invite(row.name)),
        "second_step": own or ("" if row.has_second_step else _("No second step is set up.")),
        "close": own or closed,
    }
