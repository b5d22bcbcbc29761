"""Receivers of what happens with cases, and what each service needs, for the tests of the register."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from openkader.casework.case_events import CaseEvent
from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.accounts import Post
from openkader.register.subscriptions import SubscriptionEntry
from tests.integration import filing_house
from tests.integration.loopback import listening
from tests.integration.token_house import HAND
from tests.web_pages import PASSWORD

WORLD = "https://1.1.1.1/hook"


class Receiver:
    """A server that hears of events: what came, and what it answers."""

    def __init__(self) -> None:
        self.url, self.came = "", list[dict[str, Any]]()
        self.headers, self.bodies = list[dict[str, str]](), list[bytes]()
        self.status, self.more, self.answer_body = 204, dict[str, str](), b""
        self.before: Callable[[], None] = lambda: None

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Note what came, and answer as it was told."""
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        self.bodies.append(body)
        self.headers.append({name.lower(): value for name, value in handler.headers.items()})
        self.came.append(json.loads(body))
        self.before()
        handler.send_response(self.status)
        for name, value in ({"Content-Length": str(len(self.answer_body))} | self.more).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(self.answer_body)


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver on this machine, for as long as it is there."""
    found = Receiver()
    with listening(found.answer) as found.url:
        yield found


def a_subscription(
    address: str = WORLD,
    *,
    account: str = "colleague",
    name: str = "zaaksysteem",
    kinds: tuple[CaseEvent, ...] = tuple(CaseEvent),
    role: AccountRole | None = AccountRole.ADVISER,
    **hand: Any,
) -> str:
    """The secret of a subscription of a new account; without a role, of one that is there."""
    if role is not None:
        services.open_account(account, PASSWORD, post=Post(roles=[role], team="china"), **HAND)
    entry = SubscriptionEntry(account=account, name=name, address=address, kinds=kinds)
    return services.open_subscription(entry, **(HAND | hand))


def opening(*_: object) -> Callable[[], object]:
    services.open_account("colleague", PASSWORD, **HAND)
    return lambda: a_subscription(role=None)


def withdrawing(*_: object) -> Callable[[], object]:
    a_subscription()
    return lambda: services.withdraw_subscription("colleague", "zaaksysteem", **HAND)


def trying_again(assessor: Assessor, _folder: Path) -> Callable[[], object]:
    from tests.integration.register_house import a_request, answered  # it stands on this one

    a_subscription()
    answered(assessor, a_request())
    taken = services.take_event("worker", now=HAND["now"])
    assert taken is not None
    services.finish_event(taken, "503", **HAND)
    return lambda: services.send_events_again(**HAND)


CHANGES: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "open_subscription": opening,
    "withdraw_subscription": withdrawing,
    "send_events_again": trying_again,
    **filing_house.CHANGES,
}
