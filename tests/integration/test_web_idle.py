"""A session that was left alone ends, and so does one that goes on for ever; who came in stands in the log."""

import logging
import time
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from openkader.register import selectors, services
from openkader.register.sessions import sessions_of
from openkader.web.idle import SEEN
from tests.integration.register_house import HAND
from tests.web_pages import PASSWORD, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _anna(settings: Any) -> None:
    cache.clear()
    settings.OPENKADER_IDLE_MINUTES = 60
    services.open_account("anna", PASSWORD, **HAND)


def signed_in() -> Client:
    client = Client(headers={"user-agent": "Firefox/140.0"})
    client.post("/aanmelden/", {"username": "anna", "password": PASSWORD})
    return client


def alone(client: Client, minutes: float) -> None:
    """Let some minutes pass in which this browser asks for nothing."""
    session = client.session
    session[SEEN] -= minutes * 60
    session.save()


def test_a_session_in_which_nothing_is_done_for_an_hour_ends() -> None:
    client = signed_in()
    assert client.get("/account/").status_code == 200
    alone(client, 59)
    assert client.get("/account/").status_code == 200
    alone(client, 61)
    key = client.session.session_key
    sent = client.get("/account/", follow=True)
    assert sent.redirect_chain == [("/aanmelden/?next=/account/", 302)]
    assert "U deed 60 minuten niets en bent daarom afgemeld" in text(sent)
    assert not Session.objects.filter(session_key=key).exists()


def test_who_goes_on_working_stays_until_the_day_is_over_and_no_longer() -> None:
    client = signed_in()
    client.get("/account/")
    ends = client.session.get_expiry_date()
    assert 0 < (ends - timezone.now()).total_seconds() <= 10 * 3600
    for _ in range(3):
        alone(client, 30)
        assert client.get("/account/").status_code == 200
        assert abs(client.session[SEEN] - time.time()) < 60
    assert client.session.get_expiry_date() == ends


def test_a_session_is_not_written_anew_for_each_page() -> None:
    client = signed_in()
    client.get("/account/")
    seen = client.session[SEEN]
    client.get("/account/")
    assert client.session[SEEN] == seen


def test_a_page_that_renews_itself_is_nobody_at_work() -> None:
    client = signed_in()
    client.get("/account/")
    alone(client, 59)
    seen = client.session[SEEN]
    assert client.get("/account/", headers={"x-by-itself": "1"}).status_code == 200
    assert client.session[SEEN] == seen
    alone(client, 2)
    assert client.get("/account/", headers={"x-by-itself": "1"}).status_code == 302


def test_what_was_typed_before_it_ended_comes_back_after_signing_in() -> None:
    client = signed_in()
    client.get("/account/")
    alone(client, 61)
    asked = client.post("/account/", {"address": "anna@voorbeeld.example"})
    assert "Uw sessie was verlopen" in text(asked, 403)
    kept = {"username": "anna", "password": PASSWORD, "next": "/account/"}
    again = client.post("/aanmelden/", kept | {"kept-address": "anna@voorbeeld.example"}, follow=True)
    assert 'name="address" value="anna@voorbeeld.example"' in text(again)


def test_a_visitor_gets_no_session_from_being_looked_at() -> None:
    client = Client()
    assert client.get("/toegankelijkheid/").status_code == 200
    assert not Session.objects.exists()


def test_of_too_many_browsers_the_oldest_ends_and_that_is_said(settings: Any) -> None:
    settings.OPENKADER_SESSIONS = 2
    first, second = signed_in(), signed_in()
    assert first.get("/account/").status_code == 200
    third = signed_in()
    assert first.get("/account/").status_code == 302
    assert second.get("/account/").status_code == 200
    assert "bent u afgemeld" in text(third.get("/account/"))
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor, event.detail) == ("account.sessions-ended", "anna", {"sessions": 1})
    from openkader.register.accounts import account_named

    assert len(sessions_of(account_named("anna"), timezone.now())) == 2


def test_one_browser_at_a_time_can_be_asked(settings: Any) -> None:
    settings.OPENKADER_SESSIONS = 1
    first, second = signed_in(), signed_in()
    assert first.get("/account/").status_code == 302
    assert second.get("/account/").status_code == 200


def test_that_somebody_came_in_is_a_line_in_the_log_without_what_was_typed(caplog: Any) -> None:
    caplog.set_level(logging.INFO, logger="openkader")
    signed_in()
    (line,) = [one.getMessage() for one in caplog.records if one.name == "openkader.web.arriving"]
    assert line.startswith("signed in: account ")
    assert line.endswith(" by password")
    assert PASSWORD not in caplog.text
    assert "anna" not in line
