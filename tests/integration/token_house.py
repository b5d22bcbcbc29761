"""Programs that come in under the name of a colleague, for the tests of the register."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from openkader.casework.permissions import HouseHand
from openkader.casework.tokens import TokenScope
from openkader.register import services
from openkader.register.moments import day_of
from openkader.register.tokens import TokenEntry
from tests.integration import calendar_house
from tests.web_pages import PASSWORD

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}


READING = (TokenScope.READ,)


def a_token(
    name: str = "zaaksysteem", account: str = "colleague", scopes: tuple[TokenScope, ...] = READING
) -> str:
    """The secret of a token with which a program reads, or does what it is for, for a month."""
    ends_on = day_of(NOW) + timedelta(days=30)
    entry = TokenEntry(account=account, name=name, scopes=scopes, ends_on=ends_on)
    return services.open_token(entry, **HAND)


def opening(*_: object) -> Callable[[], object]:
    services.open_account("colleague", PASSWORD, **HAND)
    return a_token


def withdrawing(*_: object) -> Callable[[], object]:
    opening()()
    return lambda: services.withdraw_token("colleague", "zaaksysteem", **HAND)


CHANGES = {"open_token": opening, "withdraw_token": withdrawing, **calendar_house.CHANGES}
