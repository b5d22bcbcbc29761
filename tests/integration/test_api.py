"""The interface for programs: who comes in, what they read, and how it says that something is wrong."""

import base64
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from openkader.api.interface import VERSION, example
from openkader.base.errors import Refused
from openkader.casework.permissions import TokenHand
from openkader.casework.tokens import TokenScope, acts_of
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.accounts import Post
from openkader.register.tokens import TokenEntry, hand_of
from tests.integration.register_house import HAND, NOW, a_request, answered
from tests.integration.token_house import a_token
from tests.web_pages import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
ROOT = Path(__file__).resolve().parents[2]
LIST = "/api/v1/verzoeken"
PROBLEM = "application/problem+json"


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def program(*roles: AccountRole, team: str = "china", name: str = "colleague") -> Client:
    services.open_account(name, PASSWORD, post=Post(roles=roles, team=team), **HAND)
    return Client(headers={"authorization": f"Bearer {a_token(account=name)}"})


def told(response: Any) -> Any:
    return json.loads(response.content)


def test_an_adviser_reads_the_list_in_dutch(assessor: Assessor) -> None:
    answered(assessor, a_request("V-1"))
    found = told(program(AccountRole.ADVISER).get(LIST, {"volgorde": "oudste"}))
    assert found["aantal"] == len(found["verzoeken"])
    row = next(one for one in found["verzoeken"] if one["nummer"] == "V-1")
    assert (row["soort"], row["status"], row["vertrouwelijkheidaanduiding"]) == (
        "inkomende_delegatie",
        "in_behandeling",
        "intern",
    )
    assert set(found["_links"]) == {"self"}


def test_a_dossier_holds_what_was_answered(assessor: Assessor) -> None:
    answered(assessor, a_request("V-1"))
    found = told(program(AccountRole.ADVISER).get(f"{LIST}/V-1"))
    assert {one["vraag"]: one["waarde"] for one in found["antwoorden"]}["demand"] is True
    assert found["titel"] == {"nl": "Fictief", "en": "Fictional"}


@pytest.mark.parametrize(
    "header",
    ["", "Bearer okt_onbekend", "Bearer ", "Basic YTpi", f"Bearer {'x' * 5000}", "Bearer okt_é"],
    ids=["none", "unknown", "empty", "other way", "long", "accent"],
)
def test_without_a_token_of_ours_nobody_comes_in(header: str) -> None:
    response = Client(headers={"authorization": header} if header else {}).get(LIST)
    assert (response.status_code, response["Content-Type"]) == (401, PROBLEM)
    assert response["WWW-Authenticate"].startswith("Bearer")
    assert told(response)["code"] == "token.unknown"


def test_a_session_of_a_browser_is_no_token() -> None:
    client = Client()
    services.open_account("colleague", PASSWORD, post=Post(roles=[AccountRole.ADVISER]), **HAND)
    client.post("/aanmelden/", {"username": "colleague", "password": PASSWORD})
    assert client.get(LIST).status_code == 401


def test_a_withdrawn_token_opens_nothing() -> None:
    client = program(AccountRole.ADVISER)
    assert client.get(LIST).status_code == 200
    services.withdraw_token("colleague", "zaaksysteem", **HAND)
    assert client.get(LIST).status_code == 401
    with pytest.raises(Refused):
        services.withdraw_token("colleague", "zaaksysteem", **HAND)


def test_a_token_ends_with_its_last_day_and_with_its_account() -> None:
    services.open_account("colleague", PASSWORD, post=Post(roles=[AccountRole.ADVISER]), **HAND)
    secret, last = a_token(), NOW.date() + timedelta(days=30)
    assert hand_of(secret, last) == "colleague"
    assert hand_of(secret, last + timedelta(days=1)) is None
    services.close_account("colleague", **HAND)
    assert hand_of(secret, last) is None


def test_a_role_that_is_taken_away_is_gone_at_once() -> None:
    client = program(AccountRole.ADVISER)
    services.change_roles("colleague", Post(), **HAND)
    response = client.get(LIST)
    assert (response.status_code, told(response)["code"]) == (403, "role.read-cases")


def test_an_administrator_reads_no_case() -> None:
    assert program(AccountRole.ADMINISTRATOR).get(LIST).status_code == 403


def test_what_may_not_be_seen_is_not_there() -> None:
    a_request("V-1", confidentiality=Confidentiality.SECRET)
    client = program(AccountRole.ADVISER, team="elders")
    response = client.get(f"{LIST}/V-1")
    assert (response.status_code, told(response)["code"]) == (404, "request.not-found")
    assert told(response)["detail"] == told(client.get(f"{LIST}/V-0"))["detail"].replace("V-0", "V-1")
    assert "V-1" not in [row["nummer"] for row in told(client.get(LIST))["verzoeken"]]


def test_who_read_something_confidential_stands_in_the_trail_with_the_token() -> None:
    a_request("V-1", confidentiality=Confidentiality.CONFIDENTIAL)
    assert program(AccountRole.AUDITOR).get(f"{LIST}/V-1").status_code == 200
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor, event.detail["token"]) == ("dossier.read", "colleague", "zaaksysteem")


@pytest.mark.parametrize(
    ("query", "place", "code"),
    [
        ("sort=nummer", "sort", "interface.unknown-name"),
        ("soort=evenement&soort=anders", "soort", "interface.unknown-name"),
        ("soort=event", "soort", "interface.unknown-word"),
        ("jaar=tweeduizend", "jaar", "interface.wrong-value"),
        ("land=nl", "land", "interface.wrong-value"),
        ("cursor=zz", "cursor", "interface.bad-cursor"),
        ("cursor=" + "A" * 200, "cursor", "interface.wrong-value"),
        ("zoek=" + "a" * 201, "zoek", "interface.wrong-value"),
    ],
)
def test_a_question_that_is_not_understood_is_refused_and_named(query: str, place: str, code: str) -> None:
    response = program(AccountRole.ADVISER).get(f"{LIST}?{query}")
    (wrong,) = told(response)["ongeldigeWaarden"]
    assert (response.status_code, wrong["waarde"], wrong["code"]) == (400, place, code)


@pytest.mark.parametrize("order", ["nieuwste", "oudste", "termijn", "gewijzigd"])
def test_the_pages_of_a_long_list_hold_every_case_once_and_lead_back(
    order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openkader.register.selectors.work_list.PER_PAGE", 2)
    for number in range(5):
        a_request(f"V-{number}")
    client, seen = program(AccountRole.ADVISER), list[str]()
    page = told(client.get(LIST, {"volgorde": order}))
    begin = page["verzoeken"]
    while True:
        seen += [row["nummer"] for row in page["verzoeken"]]
        if "volgende" not in page["_links"]:
            break
        page = told(client.get(page["_links"]["volgende"]["href"]))
    assert len(seen) == len(set(seen)) == page["aantal"]
    while "vorige" in page["_links"]:
        page = told(client.get(page["_links"]["vorige"]["href"]))
    assert page["verzoeken"] == begin


@pytest.mark.parametrize(
    ("order", "place"),
    [
        ("nieuwste", f"n~2026-01-01~{1 << 63}"),
        ("nieuwste", "n~2026-01-01~-1"),
        ("nieuwste", "n~2026-01-01~1~1"),
        ("nieuwste", "x~2026-01-01~1"),
        ("nieuwste", "n~2026-13-01~1"),
        ("gewijzigd", "n~2026-01-01T00:00:00~1"),
        ("nieuwste", "n~2026-01-01T00:00:00+00:00~1"),
    ],
)
def test_a_cursor_that_was_made_up_or_is_of_another_order_is_refused(order: str, place: str) -> None:
    cursor = base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")
    response = program(AccountRole.ADVISER).get(LIST, {"volgorde": order, "cursor": cursor})
    assert (response.status_code, told(response)["ongeldigeWaarden"][0]["code"]) == (
        400,
        "interface.bad-cursor",
    )


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("get", "/api/v1/niets", 404, "interface.no-such-address"),
        ("get", f"{LIST}/", 404, "interface.no-such-address"),
        ("delete", LIST, 405, "interface.other-method"),
        ("get", f"{LIST}/%00", 400, "interface.invalid"),
    ],
)
def test_what_the_framework_refuses_has_the_same_shape(
    method: str, path: str, status: int, code: str
) -> None:
    response = getattr(program(AccountRole.ADVISER), method)(path)
    assert (response.status_code, response["Content-Type"]) == (status, PROBLEM)
    assert told(response)["code"] == code
    assert response["API-Version"] == VERSION


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("besluiten", "GET"),
        ("kaders", "GET"),
        ("verzoeken", "GET, POST"),
        ("verzoeken/V-1/antwoorden", "GET, PATCH"),
    ],
)
def test_an_address_names_the_methods_that_its_description_has(path: str, methods: str) -> None:
    response = program(AccountRole.ADVISER).delete(f"/api/v1/{path}")
    assert (response.status_code, response["Allow"]) == (405, methods)


@pytest.mark.parametrize("method", ["DELETE", "TRACE"])
def test_a_method_that_no_address_has_is_refused_as_such_whatever_comes_with_it(method: str) -> None:
    response = program(AccountRole.ADVISER).generic(
        method, LIST, b"- geen json", content_type="application/yaml"
    )
    assert (response.status_code, told(response)["code"]) == (405, "interface.other-method")


def test_a_register_that_is_away_is_a_problem_of_half_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    client = program(AccountRole.ADVISER)

    def gone(*_: object, **__: object) -> None:
        raise OperationalError("server closed the connection at /secret/path")

    monkeypatch.setattr(selectors, "work_page", gone)
    response = client.get(LIST)
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert "secret" not in response.content.decode()


def test_a_bug_is_a_problem_without_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    client = program(AccountRole.ADVISER)
    monkeypatch.setattr(selectors, "work_page", lambda *_, **__: 1 / 0)
    response = client.get(LIST)
    assert (response.status_code, told(response)["code"]) == (500, "interface.failed")
    assert "ZeroDivision" not in response.content.decode()


def test_who_has_the_newest_already_is_told_so() -> None:
    client = program(AccountRole.ADVISER)
    first = client.get(LIST)
    again = client.get(LIST, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, again["API-Version"]) == (304, b"", VERSION)
    assert first["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("path", [LIST, f"{LIST}/V-2024-01", f"{LIST}/niets", "/api/v1/openapi.json"])
def test_who_asks_for_the_head_gets_all_but_the_content(path: str) -> None:
    client = program(AccountRole.ADVISER)
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head["Content-Length"] == str(len(whole.content))
    for name in ("Content-Type", "API-Version", "Cache-Control"):
        assert head[name] == whole[name]
    assert head.get("ETag") == whole.get("ETag")


def test_problems_are_said_in_the_language_that_is_asked_for() -> None:
    response = Client().get(LIST, headers={"accept-language": "en"})
    assert told(response)["detail"].startswith("This token")


def test_a_program_opens_and_withdraws_no_token() -> None:
    services.open_account("colleague", PASSWORD, post=Post(roles=[AccountRole.ADVISER]), **HAND)
    a_token()
    hand: Any = {"by": TokenHand("colleague", "zaaksysteem", acts_of([TokenScope.READ])), "now": NOW}
    entry = TokenEntry(
        account="colleague", name="nog een", scopes=(TokenScope.READ,), ends_on=date(2030, 6, 1)
    )
    with pytest.raises(Refused, match="not-yours"):
        services.open_token(entry, **hand)
    with pytest.raises(Refused, match="out-of-scope"):
        services.withdraw_token("colleague", "zaaksysteem", **hand)


def test_a_colleague_opens_their_own_token_and_nobody_elses() -> None:
    for name in ("colleague", "other"):
        services.open_account(name, PASSWORD, post=Post(roles=[AccountRole.ADVISER]), **HAND)
    entry = TokenEntry(account="colleague", name="mijn", scopes=(TokenScope.READ,), ends_on=date(2030, 6, 1))
    with pytest.raises(Refused, match="not-yours"):
        services.open_token(entry, by="other", now=NOW)
    assert services.open_token(entry, by="colleague", now=NOW).startswith("okt_")
    with pytest.raises(Refused, match="taken"):
        services.open_token(entry, by="colleague", now=NOW)
    with pytest.raises(Refused):
        services.withdraw_token("colleague", "mijn", by="other", now=NOW)


def test_the_secret_is_kept_nowhere() -> None:
    services.open_account("colleague", PASSWORD, **HAND)
    secret = a_token()
    from openkader.register.models import ApiToken, AuditEvent

    kept = [*ApiToken.objects.values(), *AuditEvent.objects.values()]
    assert secret not in str(kept)
    assert secret.removeprefix("okt_") not in str(kept)


def test_the_description_in_the_documentation_is_that_of_the_code() -> None:
    written = json.loads((ROOT / "docs" / "reference" / "openapi.json").read_text("utf-8"))
    assert written == example(), "run make reference"


def test_the_description_of_an_installation_says_where_it_is() -> None:
    response = Client().get("/api/v1/openapi.json")
    assert response["Access-Control-Allow-Origin"] == "*"
    found = told(response)
    assert found["servers"][0]["url"] == "http://testserver/api/v1"
    assert found["paths"] == example()["paths"]
