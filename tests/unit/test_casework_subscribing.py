"""When another system may be told of cases, how long that is tried, and how it knows that it was us."""

from datetime import UTC, datetime, timedelta

import pytest

from openkader.casework.case_events import OF_ACTION, CaseEvent
from openkader.casework.subscribing import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_PAUSE,
    MOST_FAILURES,
    MOST_SUBSCRIPTIONS,
    Silence,
    host_of,
    is_taken,
    may_be_told,
    may_subscribe,
    pause_after,
    signature,
)
from openkader.casework.subscription_words import SILENCES, answer_words

DECIDED = (CaseEvent.DECIDED,)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("x" * LONGEST_NAME, ""),
        ("x" * (LONGEST_NAME + 1), "subscription.no-name"),
        ("", "subscription.no-name"),
        ("a\nb", "subscription.no-name"),
    ],
    ids=["longest", "too long", "none", "two lines"],
)
def test_a_subscription_has_a_name_that_fits_a_line(name: str, code: str) -> None:
    refusal = may_subscribe(name, DECIDED, 0)
    assert (refusal.code if refusal else "") == code


def test_a_subscription_is_for_something_and_an_account_has_so_many() -> None:
    for kinds, others, code in (
        ((), 0, "subscription.no-kind"),
        (DECIDED, MOST_SUBSCRIPTIONS, "subscription.too-many"),
    ):
        refusal = may_subscribe("zaaksysteem", kinds, others)
        assert refusal is not None
        assert refusal.code == code
    assert may_subscribe("zaaksysteem", DECIDED, MOST_SUBSCRIPTIONS - 1) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://example.nl/hook?key=x",
        "http://127.0.0.1:8080/",
        "https://[2001:db8::1]:8443",
        "https://example.nl",
    ],
)
def test_an_address_of_the_web_may_be_told(address: str) -> None:
    assert may_be_told(address) is None


@pytest.mark.parametrize(
    "address",
    [
        *("", "example.nl/hook", "ftp://example.nl", "file:///etc/passwd", "https://", "https:///hook"),
        *(
            "https://anna:secret@example.nl",
            "https://@example.nl",
            "https://example.nl/#x",
            "https://example.nl:0",
        ),
        *(
            "https://example.nl:99999",
            "https://example.nl:x",
            "https://[::1",
            "https://[:::]/",
            "https://...",
            "https://a\\@b.nl/",
            "HTTPS://example.nl",
            "https://exämple.nl",
        ),
        *("https://example.nl/a b", "https://example.nl/\r\nX-Injected: 1", "https://example.nl/\t"),
        "https://example.nl/" + "x" * LONGEST_ADDRESS,
    ],
)
def test_what_is_no_address_of_the_web_or_holds_a_password_is_refused(address: str) -> None:
    refusal = may_be_told(address)
    assert refusal is not None
    assert refusal.code == "subscription.bad-address"


def test_what_may_let_somebody_in_is_not_shown() -> None:
    assert host_of("https://example.nl:8443/hook/abc?key=x") == "example.nl:8443"


@pytest.mark.parametrize(
    ("answer", "taken"),
    [
        ("200", True),
        ("204", True),
        ("299", True),
        ("199", False),
        ("302", False),
        ("410", False),
        ("500", False),
    ]
    + [(str(one), False) for one in Silence],
)
def test_only_an_answer_between_200_and_299_says_that_it_was_taken(answer: str, taken: bool) -> None:
    assert is_taken(answer) is taken


def test_pauses_grow_and_last_more_than_a_day_in_all() -> None:
    pauses = [pause_after(failures) for failures in range(1, MOST_FAILURES)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (timedelta(minutes=1), LONGEST_PAUSE)
    assert timedelta(days=1) < sum(pauses, timedelta()) < timedelta(days=2)


def test_a_signature_is_the_one_that_standard_webhooks_says() -> None:
    """Worked out with `openssl dgst -sha256 -hmac`, from the key of 32 letters k."""
    at = datetime(2030, 5, 1, 12, 0, 0, 900_000, tzinfo=UTC)
    secret = "whsec_a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="
    assert signature(secret, "een-id", at, b'{"a":1}') == "v1,rw1hw+WypGKikK+vHArCdASv0C6yHEVrxUssu5J8Y9M="


def test_every_event_comes_from_an_action_and_its_type_is_a_reversed_name() -> None:
    assert set(OF_ACTION.values()) == set(CaseEvent)
    assert all(one.startswith("nl.openkader.") and one == one.lower() for one in CaseEvent)


def test_an_answer_is_shown_as_its_status_or_in_words() -> None:
    assert set(SILENCES) == set(Silence)
    assert (answer_words("503", "nl"), answer_words(None, "nl")) == ("503", "")
    assert answer_words(Silence.UNREACHABLE, "nl") == "niet bereikbaar"
