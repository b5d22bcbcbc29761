"""Signing in: who may, who may not, and what neither of them learns."""

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.casework.permissions import HouseHand
from openkader.register import selectors, services
from openkader.register.accounts import accounts
from openkader.web.attempts import MOST
from tests.installation import Installation, one_sentence
from tests.web_pages import PASSWORD, colleague

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:test"), "now": NOW}
BEHIND = ["/lijsten/"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_earlier_attempts() -> None:
    cache.clear()


def attempt(client: Client, name: str = "anna", password: str = PASSWORD, **more: str):
    return client.post("/aanmelden/", {"username": name, "password": password, **more})


def test_who_signs_in_comes_where_they_wanted_to_be() -> None:
    services.open_account("anna", PASSWORD, **HAND)
    client = Client()
    asked = client.get("/lijsten/")
    assert (asked.status_code, asked.headers["Location"]) == (302, "/aanmelden/?next=/lijsten/")
    done = attempt(client, next="/lijsten/")
    assert (done.status_code, done.headers["Location"]) == (302, "/lijsten/")
    assert "anna" in client.get("/lijsten/").content.decode()


@pytest.mark.parametrize(
    "target",
    ["https://elders.nl/", "//elders.nl/", "javascript:alert(1)", "/\\elders.nl", "\x00", "http:///x"],
)
def test_nobody_is_sent_to_another_site(target: str) -> None:
    services.open_account("anna", PASSWORD, **HAND)
    assert attempt(Client(), next=target).headers["Location"] == "/"
    assert Client().get("/aanmelden/", {"next": target}).status_code == (400 if "\0" in target else 200)


def test_the_page_does_not_tell_whether_an_account_exists() -> None:
    services.open_account("anna", PASSWORD, **HAND)
    services.open_account("weg", PASSWORD, **HAND)
    services.close_account("weg", **HAND)
    answers = [
        attempt(Client(), name, password).content.decode().replace(f'value="{name}"', "")
        for name, password in [("anna", "verkeerd"), ("niemand", "verkeerd"), ("weg", PASSWORD)]
    ]
    assert len({text.split("<main")[1].split("</main>")[0] for text in map(without_tokens, answers)}) == 1


def without_tokens(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if "csrfmiddlewaretoken" not in line)


@pytest.mark.parametrize("name", ["anna", "niemand"])
def test_too_many_attempts_wait_also_with_the_right_password(name: str) -> None:
    services.open_account("anna", PASSWORD, **HAND)
    client = Client()
    codes = [attempt(client, name, "verkeerd").status_code for _ in range(MOST + 1)]
    assert codes == [422] * MOST + [429]
    assert attempt(client, name.upper()).status_code == 429
    assert "Wacht 10 minuten" in attempt(client, name).content.decode()


def test_signing_in_forgets_the_attempts_before() -> None:
    services.open_account("anna", PASSWORD, **HAND)
    for _ in range(2 * MOST):
        attempt(Client(), password="verkeerd")
        assert attempt(Client()).status_code == 302


@pytest.mark.parametrize("name", ["", "a\x00b", "x" * 5000, "\ud83d\ude00", "' or 1=1 --"])
def test_strange_names_are_just_not_known(name: str) -> None:
    assert attempt(Client(), name.encode("utf-16", "surrogatepass").decode("utf-16")).status_code == 422


@pytest.mark.parametrize("path", BEHIND)
def test_pages_about_people_are_behind_the_door_and_kept_nowhere(path: str) -> None:
    assert Client().get(path).headers["Location"] == f"/aanmelden/?next={path}"
    response = colleague().get(path)
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


def test_signing_out_needs_a_press_and_ends_the_session() -> None:
    client = colleague()
    assert client.get("/afmelden/").status_code == 405
    assert client.post("/afmelden/").headers["Location"] == "/"
    assert client.get("/lijsten/").status_code == 302


def test_a_form_from_elsewhere_is_refused_with_a_page() -> None:
    client = Client(enforce_csrf_checks=True)
    response = attempt(client)
    assert response.status_code == 403
    assert "Dit formulier is niet meer geldig" in response.content.decode()


def test_another_password_or_a_closed_account_ends_every_session() -> None:
    for act in (
        lambda: services.change_password("anna", "een ander wachtwoord", **HAND),
        lambda: services.close_account("anna", **HAND),
    ):
        client = colleague("anna")
        assert client.get("/lijsten/").status_code == 200
        act()
        assert client.get("/lijsten/").status_code == 302


def test_an_account_is_opened_once_under_a_name_that_reads_like_no_other() -> None:
    services.open_account("anna", PASSWORD, **HAND)
    for name in ("anna", "Anna"):
        with pytest.raises(Refused):
            services.open_account(name, PASSWORD, **HAND)
    for name in ("", "an na", "cli:root", "a" * 81):
        with pytest.raises(Invalid):
            services.open_account(name, PASSWORD, **HAND)
    with pytest.raises(NotFound):
        services.close_account("niemand", **HAND)
    assert [(row.name, row.is_open) for row in accounts()] == [("anna", True)]
    assert [event.action for event in selectors.events()] == ["account.opened"]


@pytest.mark.parametrize("password", ["", "kort", "password1234", "anna-de-adviseur"])
def test_a_weak_password_opens_no_account(password: str) -> None:
    with pytest.raises(Invalid):
        services.open_account("anna-de-adviseur", password, **HAND)
    assert not User.objects.exists()


def test_only_the_demo_shows_its_accounts(settings) -> None:
    assert "Fictieve collega’s" not in Client().get("/aanmelden/").content.decode()
    settings.OPENKADER_DEMO_ACCOUNTS = {"demo-adviseur": "geheim-van-nu"}
    text = Client().get("/aanmelden/").content.decode()
    assert "geheim-van-nu" in text
    assert "Fictieve collega’s, één voor elke rol" in text


def test_the_command_opens_lists_and_closes(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    from openkader.cli.main import main

    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    assert main(["account", "add", "anna", "--password-from-stdin"]) == 0
    assert main(["account", "close", "anna"]) == 0
    assert main(["account", "list"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].split() == ["anna", "gesloten", "geen", "rol"]
    assert main(["account", "password", "niemand"]) == 4


def test_a_password_is_typed_twice(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    from openkader.cli.main import main

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    typed = iter([PASSWORD, "iets anders", PASSWORD, PASSWORD])
    monkeypatch.setattr("getpass.getpass", lambda _words: next(typed))
    assert main(["account", "add", "anna"]) == 2
    assert "niet gelijk" in capsys.readouterr().err
    assert main(["account", "add", "anna"]) == 0
    monkeypatch.setattr("getpass.getpass", lambda _words: "heel iets anders")
    assert main(["account", "password", "anna"]) == 0


def test_a_command_without_a_terminal_says_how(house: Installation) -> None:
    assert house.run("migrate").returncode == 0
    done = house.run("account", "add", "anna")
    assert (done.returncode, "--password-from-stdin" in one_sentence(done)) == (2, True)


def test_the_demo_has_one_made_up_colleague_for_each_role(settings) -> None:
    from openkader.casework.vocabulary import AccountRole
    from openkader.cli.demo_accounts import demo_accounts

    first, second = demo_accounts(), demo_accounts()
    assert first.keys() == second.keys()
    assert not set(first.values()) & set(second.values())
    assert sorted(role for row in accounts() for role in row.roles) == sorted(AccountRole)
    settings.OPENKADER_DEMO_ACCOUNTS = second
    text = Client().get("/aanmelden/").content.decode()
    assert "<strong>auditor</strong>: leest alles, ook het controlespoor, en verandert niets" in text
    assert attempt(Client(), "demo-auditor", second["demo-auditor"]).status_code == 302
