"""The pages of an administrator: accounts and the state of the house, and nothing of any case."""

import re
import secrets
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from openkader.casework.vocabulary import AccountRole
from openkader.register import selectors, services
from openkader.register.accounts import Post, account_named, accounts, made_up_password
from openkader.register.models import DuePassword, OutgoingMail
from tests.integration.list_houses import without_its_snapshot
from tests.integration.register_house import HAND, a_request
from tests.integration.test_web_lists import a_list, data
from tests.web_pages import MOST_QUERIES, PASSWORD, colleague, queries_of, text

__all__ = ["data"]

pytestmark = pytest.mark.django_db
PLACE, BEN = "/beheer/", "/beheer/accounts/ben/"


@pytest.fixture
def administrator(db: None) -> Client:
    return colleague("beheer", AccountRole.ADMINISTRATOR)


@pytest.fixture
def ben(db: None) -> str:
    return services.open_account(
        "ben", PASSWORD, post=Post(roles=[AccountRole.REVIEWER], team="china"), **HAND
    )


def row(name: str) -> Any:
    (found,) = [one for one in accounts() if one.name == name]
    return found


def signs_in(name: str, password: str) -> bool:
    client = Client()
    return bool(client.post("/aanmelden/", {"username": name, "password": password}).status_code == 302)


def test_an_account_is_opened_with_a_password_that_is_shown_once(administrator: Client) -> None:
    form = {"name": "c.nieuw", "roles": ["adviser", "reviewer"], "team": "china"}
    answer = administrator.post(PLACE, form)
    (password,) = re.findall(r"<code>([\w-]{16})</code>", answer.content.decode())
    assert row("c.nieuw").roles == (AccountRole.ADVISER, AccountRole.REVIEWER)
    assert signs_in("c.nieuw", password)
    assert password not in administrator.get(PLACE).content.decode()
    assert password not in str(dict(administrator.session))
    assert "no-cache" in answer["Cache-Control"]
    again = administrator.post(PLACE, form)
    assert again.status_code == 409
    assert "Er is al een account c.nieuw" in again.content.decode()
    assert 'value="c.nieuw"' in again.content.decode()


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"name": "../etc"}, "kan geen accountnaam zijn"),
        ({"name": "cli:anna"}, "kan geen accountnaam zijn"),
        ({"name": "d", "roles": ["auditor", "adviser"]}, "gaan niet samen"),
        ({"name": "d", "roles": ["superuser"]}, "superuser"),
        ({"name": "x" * 10_000}, "80"),
        ({}, "verplicht"),
    ],
)
def test_what_cannot_be_an_account_is_refused_beside_what_was_typed(
    administrator: Client, form: dict[str, Any], says: str
) -> None:
    before = selectors.event_count()
    answer = administrator.post(PLACE, form)
    assert answer.status_code in (409, 422)
    assert says in answer.content.decode()
    assert selectors.event_count() == before


def test_roles_change_and_hold_for_whoever_is_signed_in(administrator: Client, ben: str) -> None:
    inside = Client()
    inside.post("/aanmelden/", {"username": "ben", "password": PASSWORD})
    assert inside.get("/werk/").status_code == 200
    done = administrator.post(BEN, {"act": "roles", "roles": [], "team": ""}, follow=True)
    assert "Dat is gedaan" in done.content.decode()
    assert row("ben").roles == ()
    assert inside.get("/werk/").status_code == 403


@pytest.mark.parametrize(
    ("why", "days", "says"),
    [
        ("invited", 6, "open; uitgenodigd, tot "),
        ("invited", 8, "open; uitnodiging verlopen op "),
        ("drawn", 6, "open; eerste wachtwoord geldt tot "),
        ("drawn", 8, "open; eerste wachtwoord verlopen op "),
    ],
)
def test_until_when_somebody_gets_in_stands_in_the_list_and_on_the_page_of_the_account(
    administrator: Client, ben: str, why: str, days: int, says: str
) -> None:
    since = timezone.now() - timedelta(days=days)
    DuePassword.objects.update_or_create(account=account_named(ben), defaults={"why": why, "since": since})
    for place in (PLACE, BEN):
        assert says in text(administrator.get(place))


def test_of_a_password_that_leaked_no_end_is_said(administrator: Client, ben: str) -> None:
    leaked = {"why": "leaked", "since": timezone.now()}
    DuePassword.objects.update_or_create(account=account_named(ben), defaults=leaked)
    assert row(ben).due_until is None
    assert "open;" not in text(administrator.get(PLACE))


def test_a_new_password_replaces_the_former_one(administrator: Client, ben: str) -> None:
    answer = administrator.post(BEN, {"act": "password"})
    (password,) = re.findall(r"<code>([\w-]{16})</code>", answer.content.decode())
    assert not signs_in("ben", PASSWORD)
    assert signs_in("ben", password)


def test_a_second_step_is_taken_away_and_the_trail_says_so(administrator: Client, ben: str) -> None:
    from openkader.register.accounts import account_named

    Authenticator.objects.create(user=account_named("ben"), type="totp", data={})
    other = account_named("beheer")
    Authenticator.objects.create(user=other, type="totp", data={})
    administrator.post(BEN, {"act": "second_step"})
    assert list(Authenticator.objects.values_list("user__username", flat=True)) == ["beheer"]
    assert selectors.events(limit=1)[0].detail == {"what": "reset"}


def test_nobody_gets_in_with_a_closed_account(administrator: Client, ben: str) -> None:
    administrator.post(BEN, {"act": "close"})
    assert not signs_in("ben", PASSWORD)
    text = administrator.get(BEN).content.decode()
    assert text.count("Dit account is gesloten.") == 3
    assert "gesloten" in administrator.get(PLACE).content.decode()


def test_a_closed_account_is_opened_again_with_roles_that_are_chosen_anew(
    administrator: Client, ben: str
) -> None:
    inside = Client()
    inside.post("/aanmelden/", {"username": "ben", "password": PASSWORD})
    administrator.post(BEN, {"act": "close"})
    text = administrator.get(BEN).content.decode()
    assert "Het account had deze rollen: beoordelaar." in text
    assert " checked" not in text
    assert 'value="china"' not in text
    answer = administrator.post(BEN, {"act": "reopen", "roles": ["adviser"], "team": "japan"})
    (password,) = re.findall(r"<code>([\w-]{16})</code>", answer.content.decode())
    assert (row("ben").is_open, row("ben").roles, row("ben").team) == (True, (AccountRole.ADVISER,), "japan")
    assert "Geef deze rollen" in answer.content.decode()
    assert not signs_in("ben", PASSWORD)
    assert signs_in("ben", password)
    assert inside.get("/werk/").status_code == 302  # what was open in another browser stays shut
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor) == ("account.reopened", "beheer")
    assert event.detail == {"before": ["reviewer"], "after": ["adviser"], "team": "japan"}


def test_an_account_that_is_open_is_not_opened_again(administrator: Client, ben: str) -> None:
    before = selectors.event_count()
    answer = administrator.post(BEN, {"act": "reopen", "roles": ["decider"]})
    assert answer.status_code == 409
    assert "al open" in answer.content.decode()
    assert signs_in("ben", PASSWORD)
    assert (row("ben").roles, selectors.event_count()) == ((AccountRole.REVIEWER,), before)


def test_roles_that_do_not_go_together_leave_the_account_closed(administrator: Client, ben: str) -> None:
    administrator.post(BEN, {"act": "close"})
    answer = administrator.post(BEN, {"act": "reopen", "roles": ["auditor", "adviser"]})
    assert answer.status_code == 409
    assert 'value="auditor"' in answer.content.decode()
    assert answer.content.decode().count(" checked") == 2  # what was chosen is still there
    assert not row("ben").is_open


@pytest.mark.parametrize("act", ["roles", "close", "second_step"])
def test_an_administrator_does_nothing_to_the_own_account(administrator: Client, act: str) -> None:
    answer = administrator.post("/beheer/accounts/beheer/", {"act": act, "roles": ["decider"]})
    assert answer.status_code == 409
    assert "andere beheerder" in answer.content.decode()
    assert row("beheer").is_open
    assert row("beheer").roles == (AccountRole.ADMINISTRATOR,)


def test_what_is_not_there_is_not_found(administrator: Client, ben: str) -> None:
    assert administrator.get("/beheer/accounts/niemand/").status_code == 404
    assert administrator.get("/beheer/accounts/..%2f..%2fetc/").status_code == 404
    assert administrator.post(BEN, {"act": "promote"}).status_code == 404
    assert administrator.post(BEN).status_code == 404


@pytest.mark.parametrize("role", [role for role in AccountRole if role is not AccountRole.ADMINISTRATOR])
def test_nobody_else_looks_after_accounts(role: AccountRole, ben: str) -> None:
    client = colleague("ander", role)
    before = selectors.event_count()
    for place, form in ((PLACE, {"name": "x"}), (BEN, {"act": "close"})):
        assert client.get(place).status_code == 403
        answer = client.post(place, form)
        assert answer.status_code == 403
        assert "beheert alleen een beheerder" in answer.content.decode()
    assert selectors.event_count() == before
    assert Client().post(BEN, {"act": "close"}).status_code == 403
    assert row("ben").is_open


def test_the_pages_show_no_case(administrator: Client, ben: str) -> None:
    a_request("V-GEHEIM-1")
    for place in (PLACE, BEN):
        text = administrator.get(place).content.decode()
        assert "V-GEHEIM-1" not in text
        assert "Fictief" not in text
    assert "Screeningen die wachten" in administrator.get(PLACE).content.decode()


def test_a_made_up_password_that_looks_like_the_name_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["Evaluator-demo12", "x7Kq-0wZp_19aLmQ"])
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _: next(drawn))
    assert made_up_password("demo-evaluator") == "x7Kq-0wZp_19aLmQ"


def held_mail(*, attempts: int, **changes: Any) -> None:
    """A mail that the server did not take."""
    now = timezone.now()
    plain = {"purpose": "confirmation", "to": "geheim@example.nl", "subject": "Geheim", "text": "Geheim"}
    rest = {
        "queued_at": now,
        "queued_by": "test",
        "not_before": now + timedelta(days=1),
        "attempts": attempts,
    }
    OutgoingMail.objects.create(**plain | rest | changes)


def test_nothing_asks_for_attention_where_all_is_well(administrator: Client, data: Path) -> None:
    a_list(data, "Wang Verzonnen")
    text = said_in(administrator.get(PLACE))
    assert "Niets op dit moment" in text
    assert "Stuur nu opnieuw" not in text


def test_mail_that_could_not_be_sent_is_said_first_and_sent_again(administrator: Client, data: Path) -> None:
    held_mail(attempts=12)
    held_mail(attempts=3)
    text = said_in(administrator.get(PLACE))
    assert text.index("1 mail kon niet worden verstuurd") < text.index("Accounts</h2>")
    assert "1 daarvan is al geprobeerd" in text
    assert "geheim" not in text.lower()
    assert "Er wacht werk" not in text  # it waits for the mail server, and not for a worker
    done = administrator.post(PLACE, {"act": "send_again"}, follow=True)
    assert "2 mails worden nu opnieuw geprobeerd" in said_in(done)
    assert "Er wacht geen mail" in said_in(administrator.post(PLACE, {"act": "send_again"}, follow=True))


def test_work_that_waits_for_hours_and_lists_that_grow_old_are_said(
    administrator: Client, data: Path
) -> None:
    a_list(data, "Wang Verzonnen")
    without_its_snapshot(data, "fictief")
    held_mail(attempts=0, queued_at=timezone.now() - timedelta(hours=2))
    text = said_in(administrator.get(PLACE))
    assert "Deze lijst is niet vernieuwd zoals het hoort: fictief." in text
    assert "Kijk of de opdracht openkader work draait" in text


@pytest.mark.parametrize(("free", "is_said"), [(5, True), (50, False)])
def test_a_disk_that_is_nearly_full_is_said(
    administrator: Client, monkeypatch: pytest.MonkeyPatch, free: int, is_said: bool
) -> None:
    room = SimpleNamespace(total=100, free=free)
    monkeypatch.setattr("openkader.register.selectors.house.shutil.disk_usage", lambda _: room)
    assert ("De schijf is bijna vol" in said_in(administrator.get(PLACE))) is is_said


def test_a_disk_that_cannot_be_read_hides_nothing_else(
    administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: object) -> None:
        raise OSError

    monkeypatch.setattr("openkader.register.selectors.house.shutil.disk_usage", gone)
    assert "Regels in het controlespoor" in said_in(administrator.get(PLACE))


def test_the_page_of_an_administrator_asks_the_database_little(administrator: Client) -> None:
    administrator.get(PLACE)  # once in a process it is asked whether lists lie in the database
    assert queries_of(PLACE, administrator) <= MOST_QUERIES


def said_in(answer: Any) -> str:
    return " ".join(answer.content.decode().split())
