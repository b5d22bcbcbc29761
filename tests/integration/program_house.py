"""Programs that write through the interface, for its tests."""

import json
from collections.abc import Mapping
from typing import Any

from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import services
from openkader.register.accounts import Post
from tests.integration.described import DescribedClient
from tests.integration.register_house import HAND
from tests.integration.token_house import a_token
from tests.web_pages import PASSWORD

LIST = "/api/v1/verzoeken"
PROBLEM = "application/problem+json"
SENT: Mapping[str, Any] = {
    "soort": "inkomende_delegatie",
    "onderwerp": "Bezoek uit Baoding (fictief)",
    "gevraagd": "Een ontvangst voor twaalf gasten.",
    "initiatief": "company",
    "binnengekomenVia": "mail",
    "ontvangenOp": "2030-05-01",
    "land": "CN",
    "aanvrager": "Kas Voorbeeld (fictief)",
    "contact": {"naam": "A. Verzonnen", "email": "a@example.nl"},
}


def a_program(
    *scopes: TokenScope,
    role: AccountRole = AccountRole.ADVISER,
    name: str = "colleague",
    team: str = "china",
) -> Client:
    """A program under the name of a new account, with a token for this."""
    services.open_account(name, PASSWORD, post=Post(roles=[role], team=team), **HAND)
    return with_token(*scopes, account=name)


def with_token(*scopes: TokenScope, account: str = "colleague", name: str = "zaaksysteem") -> Client:
    """A program with another token of an account that is there."""
    secret = a_token(name, account, scopes)
    return DescribedClient(headers={"authorization": f"Bearer {secret}"})


def hand_in(client: Client, sent: object = SENT, key: str | None = "een-verzoek") -> Any:
    """What the interface answers to a request that is handed in."""
    headers = {} if key is None else {"idempotency-key": key}
    body = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
    return client.post(LIST, body, content_type="application/json", headers=headers)


def answer(client: Client, request: str, answers: object, mark: str | None) -> Any:
    """What it answers to answers."""
    headers = {} if mark is None else {"if-match": mark}
    return client.patch(
        f"{LIST}/{request}/antwoorden",
        json.dumps({"antwoorden": answers}),
        content_type="application/json",
        headers=headers,
    )


def assess(client: Client, request: str = "V-1") -> Any:
    """What it answers to a wish to assess, with nothing sent along."""
    return client.post(f"{LIST}/{request}/toetsingen", b"", content_type="application/json")


def told(response: Any) -> Any:
    """The object in an answer."""
    return json.loads(response.content)
