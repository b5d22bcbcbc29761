"""Calendars that read along, and a case with something of everything in them, for the tests of the register."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import User

from openkader.casework.agenda import FeedOf
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import AccountRole
from openkader.register import models, services
from openkader.register.accounts import Post
from tests.web_pages import PASSWORD

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
OWN = FeedOf("colleague")


def an_official(name: str = "colleague", role: AccountRole = AccountRole.ADVISER, team: str = "") -> str:
    services.open_account(name, PASSWORD, post=Post(roles=[role], team=team or None), **HAND)
    return name


def a_feed(of: FeedOf = OWN, language: str = "nl") -> str:
    """The secret of the address at which somebody's calendar reads."""
    return services.open_calendar_feed(of, language, by=of.account, now=NOW)


def given_to(name: str | None, team: str | None = None, **case: Any) -> None:
    """Let every case be worked on by somebody, or a team, as its line says too."""
    holder = User.objects.get(username=name) if name else None
    models.Request.objects.update(assignee=holder, team=team, **case)
    models.CaseLine.objects.update(assignee=holder, team=team)


def _opening(*_: object) -> Callable[[], object]:
    an_official()
    return lambda: services.open_calendar_feed(OWN, "nl", **HAND)


def _withdrawing(*_: object) -> Callable[[], object]:
    an_official()
    a_feed()
    return lambda: services.withdraw_calendar_feed(OWN, **HAND)


CHANGES = {"open_calendar_feed": _opening, "withdraw_calendar_feed": _withdrawing}
