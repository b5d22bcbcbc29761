"""Two lists of invented people, and a program that may have names compared with them."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import services
from openkader.register.accounts import Post
from openkader.register.moments import day_of
from openkader.register.tokens import TokenEntry
from openkader.screening.lists import Definition, Fetched, Format, Terms, add
from tests.integration.list_houses import lists_in
from tests.integration.register_house import HAND, NOW
from tests.web_pages import PASSWORD

ROOT = "/api/yente"
Entry = Mapping[str, Any]


def entry(number: str, schema: str, name: str, **properties: Sequence[str]) -> Entry:
    return {"id": number, "schema": schema, "properties": {"name": [name], **properties}}


WANG = entry(
    "fic-1",
    "Person",
    "Wang Verzonnen",
    alias=["王虚构"],
    birthDate=["1962-03-04"],
    nationality=["cn"],
    topics=["sanction"],
    programId=["FIC-1"],
)
BEDACHT = entry("fic-2", "Company", "Verzonnen Tuinbouw BV", registrationNumber=["12345678"])
SHIP = entry("fic-3", "Vessel", "Verzonnen Schip")
OTHER_WANG = entry("another-1", "Person", "Wang Verzonnen", birthDate=["1970"])


def a_list(folder: Path, name: str, *entries: Entry, now: datetime = NOW) -> None:
    """A list of these entries, added at a moment."""

    def fetch(source: str, into: Path, etag: str) -> Fetched:
        into.write_text("".join(f"{json.dumps(one)}\n" for one in entries), encoding="utf-8")
        return Fetched(name=f"{name}.json")

    definition = Definition(id=name, format=Format.FTM, sources=("https://lists.example/people.json",))
    add(lists_in(folder), definition, fetch, Terms(now=now))


def two_lists(folder: Path, now: datetime = NOW) -> None:
    a_list(folder, "fictional", WANG, BEDACHT, SHIP, now=now)
    a_list(folder, "another", OTHER_WANG, now=now)


def a_key(*roles: AccountRole, scope: TokenScope = TokenScope.SCREEN, name: str = "tool") -> str:
    """The secret of a token of an account with these roles."""
    services.open_account(name, PASSWORD, post=Post(roles=roles or (AccountRole.REVIEWER,)), **HAND)
    last = day_of(NOW) + timedelta(days=30)
    return services.open_token(TokenEntry(account=name, name="tool", scopes=(scope,), ends_on=last), **HAND)


def a_program(key: str, way: str = "ApiKey") -> Client:
    return Client(headers={"authorization": f"{way} {key}", "accept-language": "en"})


def asked(
    client: Client,
    *names: str,
    dataset: str = "default",
    schema: str = "Person",
    query: str = "",
    **more: Any,
) -> Any:
    """What `/match` answers about some names."""
    queries = {
        f"q{number}": {"schema": schema, "properties": {"name": [name], **more}}
        for number, name in enumerate(names)
    }
    return sent(client, {"queries": queries}, dataset=dataset, query=query)


def sent(client: Client, body: object, dataset: str = "default", query: str = "") -> Any:
    text = body if isinstance(body, (str, bytes)) else json.dumps(body)
    return client.post(f"{ROOT}/match/{dataset}{query}", text, content_type="application/json")


def results(response: Any, key: str = "q0") -> list[Any]:
    found = json.loads(response.content)
    assert response.status_code == 200, found
    return list(found["responses"][key]["results"])


def ids(response: Any, key: str = "q0") -> list[str]:
    return [one["id"] for one in results(response, key)]


def detail(response: Any) -> str:
    return str(json.loads(response.content)["detail"])
