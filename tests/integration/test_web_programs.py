"""The programs that a colleague lets in under the own name, and who keeps them out again."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from openkader.casework.vocabulary import AccountRole
from openkader.register import services
from openkader.register.accounts import Post
from openkader.register.tokens import hand_of, tokens
from tests.integration.register_house import HAND
from tests.integration.test_web_confirming import long_ago
from tests.web_pages import MOST_QUERIES, PASSWORD, queries_of, text

pytestmark = pytest.mark.django_db
PLACE, LIST = "/account/programmas/", "/api/v1/verzoeken"
CONFIRM = "/account/bevestigen/"


@pytest.fixture(autouse=True)
def _a_quarter_of_an_hour(settings: Any) -> None:
    settings.OPENKADER_CONFIRM_MINUTES = 15
    cache.clear()


@pytest.fixture
def anna(db: None) -> Client:
    return signed_in("anna", AccountRole.ADVISER)


def signed_in(name: str, role: AccountRole) -> Client:
    services.open_account(name, PASSWORD, post=Post(roles=[role]), **HAND)
    client = Client()
    client.post("/aanmelden/", {"username": name, "password": PASSWORD})
    return client


def asked(name: str = "zaaksysteem", days: int = 30, **more: Any) -> dict[str, Any]:
    last = timezone.localdate() + timedelta(days=days)
    return {"act": "open", "name": name, "scopes": ["read"], "ends_on": last.isoformat(), **more}


def secret_on(page: str) -> str:
    (found,) = re.findall(r'<code class="secret">(okt_[^<]+)</code>', page)
    return str(found)


def program(secret: str) -> int:
    return int(Client(headers={"authorization": f"Bearer {secret}"}).get(LIST).status_code)


def test_a_token_is_shown_once_lets_a_program_in_and_is_withdrawn(anna: Client, year_2024: None) -> None:
    secret = secret_on(text(anna.post(PLACE, asked())))
    page = text(anna.get(PLACE))
    assert secret not in page
    assert "zaaksysteem" in page
    assert "nog niet" in page
    assert program(secret) == 200
    (row,) = tokens("anna")
    assert row.last_used_on == timezone.localdate()
    page = text(anna.post(PLACE, {"act": "withdraw", "name": "zaaksysteem"}, follow=True))
    assert "Met “zaaksysteem” komt geen programma meer binnen." in page
    assert "ingetrokken" in page
    assert program(secret) == 401
    again = anna.post(PLACE, {"act": "withdraw", "name": "zaaksysteem"})
    assert "al ingetrokken" in text(again, 409)


def test_the_day_of_the_last_use_is_written_once_a_day(anna: Client, django_assert_num_queries: Any) -> None:
    secret = secret_on(text(anna.post(PLACE, asked())))
    today = timezone.localdate()
    with django_assert_num_queries(2):
        assert hand_of(secret, today)
    with django_assert_num_queries(1):
        assert hand_of(secret, today)
    hand_of(secret, today + timedelta(days=1))
    assert tokens("anna")[0].last_used_on == today + timedelta(days=1)


def test_who_was_recognised_long_ago_shows_again_who_they_are_and_keeps_what_was_typed(anna: Client) -> None:
    long_ago(anna)
    sent = anna.post(PLACE, asked())
    assert sent.headers["Location"].startswith(CONFIRM)
    assert tokens("anna") == []
    assert "zaaksysteem" in str(anna.session["typed-before-signing-in"])


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": ""}, "verplicht"),
        ({"scopes": []}, "verplicht"),
        ({"scopes": ["everything"]}, "everything"),
        ({"ends_on": "2030-02-30"}, "geldige datum"),
    ],
)
def test_what_is_filled_in_wrongly_comes_back_with_why(
    anna: Client, wrong: dict[str, Any], says: str
) -> None:
    page = text(anna.post(PLACE, asked() | wrong), 422)
    assert says in page
    assert 'class="secret"' not in page
    assert tokens("anna") == []


@pytest.mark.parametrize("days", [-1, 367])
def test_the_last_day_lies_within_a_year(anna: Client, days: int) -> None:
    assert "De laatste dag ligt tussen vandaag en 366 dagen" in text(anna.post(PLACE, asked(days=days)), 409)


def test_a_second_click_opens_no_second_token(anna: Client) -> None:
    text(anna.post(PLACE, asked()))
    assert "Kies een andere naam" in text(anna.post(PLACE, asked()), 409)
    assert len(tokens("anna")) == 1


def test_nobody_sees_or_withdraws_the_token_of_another(anna: Client) -> None:
    text(anna.post(PLACE, asked()))
    ben = signed_in("ben", AccountRole.DECIDER)
    assert "zaaksysteem" not in text(ben.get(PLACE))
    text(ben.post(PLACE, {"act": "withdraw", "name": "zaaksysteem"}), 404)
    text(ben.post(PLACE, {"act": "everything"}), 404)
    assert tokens("anna")[0].withdrawn_at is None


def test_an_administrator_withdraws_it(anna: Client) -> None:
    secret = secret_on(text(anna.post(PLACE, asked())))
    administrator = signed_in("beheer", AccountRole.ADMINISTRATOR)
    place = "/beheer/accounts/anna/"
    assert "zaaksysteem" in text(administrator.get(place))
    administrator.post(place, {"act": "withdraw_token", "name": "zaaksysteem"})
    assert hand_of(secret, timezone.localdate()) is None
    assert anna.post(place, {"act": "withdraw_token", "name": "zaaksysteem"}).status_code == 403


def test_who_has_to_set_up_a_second_step_lets_no_program_in(anna: Client, settings: Any) -> None:
    settings.OPENKADER_TWO_STEPS = True
    assert anna.post(PLACE, asked()).status_code in (302, 403)
    assert tokens("anna") == []


def test_a_visitor_signs_in_first(client: Client) -> None:
    assert client.get(PLACE).headers["Location"].startswith("/aanmelden/")


def test_the_page_asks_the_database_little(anna: Client) -> None:
    text(anna.post(PLACE, asked()))
    assert queries_of(PLACE, anna) <= MOST_QUERIES


def test_a_receiver_that_a_program_subscribed_is_seen_and_withdrawn_by_its_colleague(anna: Client) -> None:
    from tests.integration.subscription_house import WORLD, a_subscription

    assert "Ontvangers van gebeurtenissen" not in text(anna.get(PLACE))
    a_subscription(WORLD + "?key=verborgen", account="anna", role=None)
    page = text(anna.get(PLACE))
    assert "1.1.1.1" in page
    assert "hoort alles" in page
    assert "verborgen" not in page
    other = signed_in("ben", AccountRole.ADVISER)
    assert "1.1.1.1" not in text(other.get(PLACE))
    act = {"act": "withdraw_subscription", "name": "zaaksysteem"}
    assert other.post(PLACE, act).status_code == 404
    page = text(anna.post(PLACE, act, follow=True))
    assert "De ontvanger “zaaksysteem” hoort niets meer." in page
    assert "1.1.1.1" not in page
    assert anna.post(PLACE, act).status_code == 404
