"""An account of a colleague, and the changes of it that a service makes."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.test import Client, override_settings

from openkader.casework.vocabulary import AccountRole
from openkader.register import services
from openkader.register.accounts import Post, account_named
from openkader.register.intake_entries import MailEntry
from openkader.register.invitations import token_for
from openkader.register.sessions import sessions_of
from tests.web_pages import PASSWORD

NAME, OTHER_PASSWORD = "colleague", PASSWORD[::-1]


def prepared(hand: dict[str, Any]) -> dict[str, Callable[..., Callable[[], object]]]:
    """What each change of an account needs, and the one call that is the change."""
    post = Post(roles=[AccountRole.ADVISER], team="china")
    opened = {
        "change_password": lambda: services.change_password(NAME, OTHER_PASSWORD, **hand),
        "change_mail_address": lambda: services.change_mail_address(NAME, "a@example.nl", **hand),
        "change_roles": lambda: services.change_roles(NAME, post, **hand),
        "close_account": lambda: services.close_account(NAME, **hand),
        "note_leaked_password": lambda: services.note_leaked_password(NAME, **hand),
        "note_second_step": lambda: services.note_second_step(NAME, "totp_activated", **hand),
        "reset_second_step": lambda: services.reset_second_step(NAME, **hand),
    }
    return {
        **{name: lambda *_, act=act: _opened(hand, act) for name, act in opened.items()},
        "end_sessions": lambda *_: _ending_sessions(hand),
        "reopen_account": lambda *_: _reopening(hand),
        "invite_account": lambda *_: _inviting(hand),
        "take_up_invitation": lambda *_: _taking_up(hand),
        "reseal_second_steps": lambda *_: lambda: services.reseal_second_steps(**hand),
        "welcome_account": lambda *_: lambda: services.welcome_account(NAME, **hand),
        "open_account": lambda *_: lambda: services.open_account(NAME, PASSWORD, **hand),
    }


def _opened(hand: dict[str, Any], act: Callable[[], object]) -> Callable[[], object]:
    services.open_account(NAME, PASSWORD, **hand)
    return act


def _ending_sessions(hand: dict[str, Any]) -> Callable[[], object]:
    services.open_account(NAME, PASSWORD, **hand)
    Client().post("/aanmelden/", {"username": NAME, "password": PASSWORD})
    Session.objects.update(expire_date=hand["now"] + timedelta(hours=1))
    numbers = [one.number for one in sessions_of(account_named(NAME), hand["now"])]
    return lambda: services.end_sessions(NAME, numbers, **hand)


def _reopening(hand: dict[str, Any]) -> Callable[[], object]:
    services.open_account(NAME, PASSWORD, **hand)
    services.close_account(NAME, **hand)
    return lambda: services.reopen_account(NAME, OTHER_PASSWORD, **hand)


def _inviting(hand: dict[str, Any]) -> Callable[[], object]:
    services.open_account(NAME, None, **hand)
    services.change_mail_address(NAME, "colleague@example.org", **hand)

    def invite() -> None:
        with override_settings(OPENKADER_MAIL_FROM="kader@example.org"):
            services.invite_account(NAME, _mail, **hand)

    return invite


def _mail(to: str, token: str) -> MailEntry:
    return MailEntry(purpose="invitation", to=to, subject="account", text=token)


def _taking_up(hand: dict[str, Any]) -> Callable[[], object]:
    _inviting(hand)()
    token = token_for(account_named(NAME))
    return lambda: services.take_up_invitation(NAME, token, PASSWORD, **hand)
