"""Where somebody is signed in, and how that ends; and who has to show again who they are."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from openkader.casework.vocabulary import AccountRole
from openkader.register import selectors, services
from openkader.register.accounts import Post, account_named
from openkader.register.limits import Limit
from openkader.register.sessions import forget_ended, sessions_of
from openkader.web.presenters.sessions import browser_words
from tests.integration.register_house import HAND
from tests.web_pages import PASSWORD, text

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1"
)
WINDOWS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0"
)


@pytest.fixture(autouse=True)
def _no_earlier_attempts() -> None:
    cache.clear()


def signed_in(name: str, browser: str = FIREFOX) -> Client:
    client = Client(headers={"user-agent": browser})
    assert client.post("/aanmelden/", {"username": name, "password": PASSWORD}).status_code == 302
    return client


def opened(name: str, *roles: AccountRole) -> None:
    services.open_account(name, PASSWORD, post=Post(roles=roles), **HAND)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (FIREFOX, "Firefox op Linux"),
        (IPHONE, "Safari op iPhone"),
        (WINDOWS, "Edge op Windows"),
        ("curl/8", "onbekende browser"),
    ],
)
def test_a_browser_is_called_what_people_call_it(name: str, words: str) -> None:
    assert browser_words(name) == words


def test_the_account_page_shows_where_one_is_signed_in_and_ends_it_elsewhere() -> None:
    opened("anna")
    telephone, here = signed_in("anna", IPHONE), signed_in("anna")
    page = text(here.get("/account/"))
    assert "Safari op iPhone" in page
    assert "Firefox op Linux</strong> (deze)" in page
    assert here.post("/account/", {"act": "sign_out_elsewhere"}).status_code == 302
    assert telephone.get("/account/").status_code == 302
    page = text(here.get("/account/"))
    assert "iPhone" not in page
    assert "Overal elders afmelden" not in page
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor, event.detail) == ("account.sessions-ended", "anna", {"sessions": 1})
    here.post("/account/", {"act": "sign_out_elsewhere"})
    assert selectors.events(limit=1)[0].sequence == event.sequence


def test_nobody_ends_the_sessions_of_another_by_their_number() -> None:
    opened("anna")
    opened("bert")
    of_anna, of_bert = signed_in("anna"), signed_in("bert")
    theirs = [one.number for one in sessions_of(account_named("anna"), timezone.now())]
    services.end_sessions("bert", theirs, by="bert", now=timezone.now())
    assert of_anna.get("/account/").status_code == of_bert.get("/account/").status_code == 200


def test_an_administrator_signs_an_account_out_everywhere() -> None:
    opened("anna")
    opened("beheer", AccountRole.ADMINISTRATOR)
    of_anna, of_admin = signed_in("anna"), signed_in("beheer")
    assert "Firefox op Linux" in text(of_admin.get("/beheer/accounts/anna/"))
    assert of_admin.post("/beheer/accounts/anna/", {"act": "sign_out"}).status_code == 302
    assert of_anna.get("/account/").status_code == 302
    assert "Nergens op dit moment" in text(of_admin.get("/beheer/accounts/anna/"))


def test_a_new_password_ends_every_other_session_and_keeps_this_one_listed() -> None:
    opened("anna")
    elsewhere, here = signed_in("anna", IPHONE), signed_in("anna")
    new = "een ander lang wachtwoord"
    here.post("/account/wachtwoord/", {"former": PASSWORD, "password": new, "again": new})
    assert elsewhere.get("/account/").status_code == 302
    assert "Firefox op Linux</strong> (deze)" in text(here.get("/account/"))


def test_of_sessions_that_ended_nothing_is_kept() -> None:
    opened("anna")
    signed_in("anna", IPHONE)
    still = signed_in("anna")
    Session.objects.exclude(session_key=still.session.session_key).update(
        expire_date=timezone.now() - timedelta(1)
    )
    assert [one.browser for one in sessions_of(account_named("anna"), timezone.now())] == [FIREFOX]
    forget_ended(timezone.now())
    assert Session.objects.count() == 1
    assert still.get("/account/").status_code == 200


@pytest.fixture
def long_ago(settings: Any) -> Any:
    """A quarter of an hour, and a way to let one pass for whoever is signed in."""
    settings.OPENKADER_CONFIRM_MINUTES = 15

    def passes(client: Client, seconds: float = 16 * 60) -> None:
        session = client.session
        for record in session["account_authentication_methods"]:
            record["at"] -= seconds
        session.save()

    return passes


def test_who_signed_in_just_now_takes_a_file_along(long_ago: Any) -> None:
    opened("anna", AccountRole.ADVISER)
    assert signed_in("anna").get("/werk/bestand/csv/").status_code == 200


def test_after_a_quarter_of_an_hour_a_file_is_given_to_whoever_types_the_password(long_ago: Any) -> None:
    opened("anna", AccountRole.ADVISER)
    client = signed_in("anna")
    long_ago(client)
    assert client.get("/werk/").status_code == 200
    sent = client.get("/werk/bestand/csv/?van=all")
    assert sent.headers["Location"] == "/account/bevestigen/?next=%2Fwerk%2Fbestand%2Fcsv%2F%3Fvan%3Dall"
    wrong = client.post("/account/bevestigen/", {"password": "iets anders", "next": "/werk/bestand/csv/"})
    assert wrong.status_code == 200
    assert client.get("/werk/bestand/csv/").status_code == 302
    right = client.post("/account/bevestigen/", {"password": PASSWORD, "next": "/werk/bestand/csv/?van=all"})
    assert right.headers["Location"] == "/werk/bestand/csv/?van=all"
    assert client.get("/werk/bestand/csv/?van=all").status_code == 200


def test_what_was_typed_waits_while_somebody_shows_who_they_are(long_ago: Any) -> None:
    opened("beheer", AccountRole.ADMINISTRATOR)
    client = signed_in("beheer")
    long_ago(client)
    sent = client.post("/beheer/", {"name": "nieuw", "roles": ["adviser"], "team": "china"})
    assert sent.headers["Location"] == "/account/bevestigen/?next=%2Faanmelden%2Fverder%2F"
    with pytest.raises(Exception, match="nieuw"):
        account_named("nieuw")
    done = client.post("/account/bevestigen/", {"password": PASSWORD, "next": "/aanmelden/verder/"})
    page = text(client.get(done.headers["Location"]))
    assert "Wat u typte is nog niet opgeslagen" in page
    assert 'name="name" value="nieuw"' in page
    client.post("/beheer/", {"name": "nieuw", "roles": ["adviser"], "team": "china"})
    assert account_named("nieuw").is_active


def test_nobody_is_asked_again_where_that_is_switched_off(long_ago: Any, settings: Any) -> None:
    opened("anna", AccountRole.ADVISER)
    client = signed_in("anna")
    long_ago(client)
    settings.OPENKADER_CONFIRM_MINUTES = 0
    assert client.get("/werk/bestand/csv/").status_code == 200


def test_attempts_that_saw_the_same_places_free_are_all_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = Limit("test", most=3, minutes=1)
    with monkeypatch.context() as at_once:
        at_once.setattr(Limit, "_taken", lambda *_: frozenset())
        limit.count("anna")
        limit.count("anna")
    assert not limit.is_reached("anna")
    limit.count("anna")
    limit.count("anna")
    assert limit.is_reached("anna")
    assert not limit.is_reached("bert")
    limit.forget("anna")
    assert not limit.is_reached("anna")


def test_of_attempts_that_saw_the_same_places_free_no_more_get_one_than_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limit = Limit("test", most=3, minutes=1)
    with monkeypatch.context() as at_once:
        at_once.setattr(Limit, "_taken", lambda *_: frozenset())
        assert [limit.count("anna") for _ in range(5)] == [True, True, True, False, False]
    assert not limit.count("anna")
    assert limit.count("bert")


def test_a_place_is_free_again_after_its_minutes() -> None:
    limit = Limit("test", most=1, minutes=1)
    limit.count("anna")
    assert limit.is_reached("anna")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.core.cache.backends.db.tz_now", lambda: timezone.now() + timedelta(seconds=61))
        assert not limit.is_reached("anna")
