"""A program hands in a request: once, whole, and nothing that a page would refuse."""

import json
from typing import Any

import pytest
from django.core.cache import cache

from openkader.api import pace
from openkader.casework.permissions import HOUSE
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import models, selectors, services
from openkader.register.limits import Limit
from tests.installation import Installation
from tests.integration.program_house import LIST, PROBLEM, SENT, a_program, hand_in, told, with_token
from tests.integration.register_house import HAND, NOW, everything

pytestmark = pytest.mark.django_db
HAND_IN, READ, WORK = TokenScope.HAND_IN, TokenScope.READ, TokenScope.WORK


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def test_a_request_comes_in_as_one_that_a_colleague_enters() -> None:
    response = hand_in(a_program(HAND_IN))
    number = told(response)["nummer"]
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{LIST}/{number}")
    found = selectors.dossier(number, reader=HOUSE).request
    row = selectors.intake_of(number, reader=HOUSE)
    assert found is not None
    assert row is not None
    assert [found[name] for name in ("kind", "country", "programme", "initiative")] == [
        "incoming_delegation",
        "CN",
        "china",
        "company",
    ]
    assert (row.channel, row.contact_email, row.said[0]["text"]) == (
        "mail",
        "a@example.nl",
        "Een ontvangst voor twaalf gasten.",
    )


def test_the_trail_says_through_which_token_it_came_in() -> None:
    hand_in(a_program(HAND_IN))
    events = [event for event in selectors.events() if event.action == "request.received"]
    assert [(event.actor, event.detail["token"]) for event in events] == [("colleague", "zaaksysteem")]


def test_what_is_not_known_is_sent_as_null_and_stays_unknown() -> None:
    response = hand_in(a_program(HAND_IN), {**SENT, "initiatief": None, "land": None})
    found = selectors.dossier(told(response)["nummer"], reader=HOUSE).request
    row = selectors.intake_of(told(response)["nummer"], reader=HOUSE)
    assert found is not None
    assert row is not None
    assert (found["initiative"], found["country"], row.initiative) == (None, None, "unknown")


def test_who_can_be_asked_need_not_be_known() -> None:
    found = hand_in(a_program(HAND_IN), {**SENT, "contact": None, "aanvrager": None})
    row = selectors.intake_of(told(found)["nummer"], reader=HOUSE)
    assert row is not None
    assert (row.contact_name, row.contact_email) == (None, None)


# --- once ------------------------------------------------------------------------------------


def test_the_same_sent_again_gives_the_same_answer_and_no_second_request() -> None:
    client = a_program(HAND_IN)
    first = hand_in(client)
    before = everything()
    again = hand_in(client, {name: SENT[name] for name in reversed(list(SENT))})
    assert (again.status_code, again.content, again["Location"]) == (201, first.content, first["Location"])
    assert everything() == before


def test_the_same_is_the_same_on_another_day_and_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    client = a_program(HAND_IN)
    first = hand_in(client)
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW.replace(day=9))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    assert hand_in(client).content == first.content


def test_something_else_under_a_key_that_was_used_is_refused() -> None:
    client = a_program(HAND_IN)
    hand_in(client)
    before = everything()
    response = hand_in(client, {**SENT, "onderwerp": "Iets anders"})
    assert (response.status_code, response["Content-Type"]) == (422, PROBLEM)
    assert told(response)["code"] == "request.other-content"
    assert everything() == before


def test_a_key_is_of_one_token() -> None:
    first = hand_in(a_program(HAND_IN))
    other = hand_in(with_token(HAND_IN, name="tweede"), {**SENT, "onderwerp": "Iets anders"})
    assert (first.status_code, other.status_code) == (201, 201)
    assert told(first)["nummer"] != told(other)["nummer"]


@pytest.mark.parametrize("key", [None, "", "twee woorden", "é", "x" * 256])
def test_without_a_key_that_can_be_one_nothing_is_taken_in(key: str | None) -> None:
    response = hand_in(a_program(HAND_IN), key=key)
    (wrong,) = told(response)["ongeldigeWaarden"]
    assert (response.status_code, wrong["waarde"]) == (400, "Idempotency-Key")


AT_ONCE = """
import json, threading
from datetime import date
from django.conf import settings
from django.test import Client
from openkader.casework.permissions import HouseHand
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import services
from openkader.register.accounts import Post
from openkader.register.tokens import TokenEntry
from django.utils import timezone
from tests.integration.program_house import SENT, hand_in
settings.ALLOWED_HOSTS = ["testserver"]
now = timezone.now()
hand = {"by": HouseHand("cli:adviser"), "now": now}
services.open_account("colleague", "een-lang-wachtwoord-van-niets", post=Post(roles=[AccountRole.ADVISER]), **hand)
entry = TokenEntry(account="colleague", name="x", scopes=(TokenScope.HAND_IN,), ends_on=timezone.localdate(now))
secret = services.open_token(entry, **hand)
sent = {**SENT, "ontvangenOp": "2026-01-01"}
start, said = threading.Barrier(6), []
def send():
    client = Client(headers={"authorization": f"Bearer {secret}"})
    start.wait()
    response = hand_in(client, sent)
    said.append((response.status_code, json.loads(response.content).get("nummer")))
threads = [threading.Thread(target=send) for _ in range(6)]
[one.start() for one in threads]
[one.join() for one in threads]
print(json.dumps(said))
"""


def test_programs_at_once_hand_in_one_request(either: Installation) -> None:
    assert either.run("migrate").returncode == 0
    out, error = either.script(AT_ONCE).communicate(timeout=60)
    assert out, error
    assert json.loads(out) == [[201, "ZH-2026-00001"]] * 6, error
    assert either.sql("SELECT count(*) FROM register_request") == [(1,)]


# --- who may ---------------------------------------------------------------------------------


def test_a_token_that_is_for_reading_or_working_hands_nothing_in() -> None:
    response = hand_in(a_program(READ, WORK), {"onzin": True}, key=None)
    assert (response.status_code, response["Content-Type"]) == (403, PROBLEM)
    assert told(response)["code"] == "token.out-of-scope"


def test_a_token_that_is_for_handing_in_reads_nothing() -> None:
    client = a_program(HAND_IN)
    number = told(hand_in(client))["nummer"]
    for path in ("", f"/{number}", f"/{number}/antwoorden", f"/{number}/toetsingen"):
        response = client.get(f"{LIST}{path}")
        assert (response.status_code, told(response)["code"]) == (403, "token.out-of-scope"), path


def test_what_the_account_may_not_its_token_may_not() -> None:
    response = hand_in(a_program(HAND_IN, role=AccountRole.DECIDER))
    assert (response.status_code, told(response)["code"]) == (403, "role.take-in")


def test_a_token_that_was_withdrawn_hands_nothing_in() -> None:
    client = a_program(HAND_IN)
    services.withdraw_token("colleague", "zaaksysteem", **HAND)
    assert hand_in(client).status_code == 401


def test_without_a_front_door_nothing_is_taken_in(settings: Any, tmp_path: Any) -> None:
    settings.OPENKADER_PACKS = tmp_path
    response = hand_in(a_program(HAND_IN))
    assert (response.status_code, told(response)["code"]) == (409, "front-door.closed")


# --- what is wrong ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"soort": "bezoek"}, "soort", "interface.unknown-word"),
        ({"soort": "anders"}, "soort", "interface.unknown-word"),  # no front door offers it
        ({"soort": 1}, "soort", "interface.unknown-word"),
        ({"onderwerp": ""}, "onderwerp", "interface.wrong-value"),
        ({"onderwerp": "\0 \u202e"}, "onderwerp", "interface.wrong-value"),
        ({"onderwerp": 7}, "onderwerp", "interface.wrong-value"),
        ({"onderwerp": "x" * 251}, "onderwerp", "interface.wrong-value"),
        ({"gevraagd": "x" * 100_001}, "gevraagd", "interface.wrong-value"),
        ({"initiatief": "niemand"}, "initiatief", "request.no-initiative"),
        ({"initiatief": ""}, "initiatief", "interface.wrong-value"),
        ({"binnengekomenVia": "duif"}, "binnengekomenVia", "interface.unknown-word"),
        ({"ontvangenOp": "2030-05-02"}, "ontvangenOp", "request.not-yet"),
        ({"ontvangenOp": "2030-13-01"}, "ontvangenOp", "interface.wrong-value"),
        ({"ontvangenOp": 0}, "ontvangenOp", "interface.wrong-value"),
        ({"ontvangenOp": "0"}, "ontvangenOp", "interface.wrong-value"),
        ({"land": "cn"}, "land", "interface.wrong-value"),
        ({"land": "ZZ"}, "land", "interface.unknown-word"),
        ({"contact": {"email": "niets"}}, "contact.email", "interface.wrong-value"),
        ({"contact": {"mail": "a@example.nl"}}, "contact.mail", "interface.unknown-name"),
        ({"contact": "mij"}, "contact", "interface.wrong-value"),
        ({"besluit": "oppakken"}, "besluit", "interface.unknown-name"),
        ({"subject": "de naam in huis"}, "subject", "interface.unknown-name"),
    ],
    ids=repr,
)
def test_a_value_that_is_wrong_is_named_and_nothing_is_kept(
    changes: dict[str, object], place: str, code: str
) -> None:
    client, before = a_program(HAND_IN), everything()
    response = hand_in(client, {**SENT, **changes})
    wrong = [(one["waarde"], one["code"]) for one in told(response)["ongeldigeWaarden"]]
    assert (response.status_code, wrong) == (400, [(place, code)])
    assert everything()["register_request"] == before["register_request"]


@pytest.mark.parametrize(
    "name", sorted({"soort", "onderwerp", "gevraagd", "initiatief", "ontvangenOp", "land"})
)
def test_what_is_needed_cannot_be_left_out(name: str) -> None:
    response = hand_in(a_program(HAND_IN), {key: value for key, value in SENT.items() if key != name})
    wrong = [(one["waarde"], one["code"]) for one in told(response)["ongeldigeWaarden"]]
    assert (response.status_code, wrong) == (400, [(name, "interface.missing")])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "interface.missing"),
        (b"{", ""),
        (b"[]", "interface.wrong-value"),
        (b"null", "interface.wrong-value"),
        (b"\xff\xfe", ""),
        (b"\xef\xbb\xbf{}", ""),
        (b'{"soort": NaN}', ""),
        (b'{"soort": "anders", "soort": "anders"}', "interface.twice"),
        (b'{"contact": {"naam": "a", "naam": "b"}}', "interface.twice"),
        (b'{"onderwerp": "\\ud800"}', ""),
        (b"9" * 5000, ""),
        (b"[" * 100_000, ""),
        (b'{"contact":' * 90_000, ""),
    ],
    ids=lambda one: repr(one[:20]),
)
def test_what_is_no_json_of_ours_is_refused(body: bytes, code: str) -> None:
    response = hand_in(a_program(HAND_IN), body)
    assert (response.status_code, response["Content-Type"]) == (400, PROBLEM)
    wrong = [one["code"] for one in told(response).get("ongeldigeWaarden", [])]
    assert wrong == ([code] if code else [])


@pytest.mark.parametrize("body", [b"[" * 10_000_000, b'{"a":' * 2_000_000, b'"' + b"x" * 10_000_000], ids=len)
def test_too_much_is_not_even_read(body: bytes) -> None:
    response = hand_in(a_program(HAND_IN), body)
    assert (response.status_code, told(response)["code"]) == (413, "interface.too-large")


def test_a_form_is_no_json() -> None:
    response = a_program(HAND_IN).post(LIST, {"onderwerp": "x"}, headers={"idempotency-key": "x"})
    assert (response.status_code, told(response)["code"]) == (415, "interface.no-json")


def test_a_question_beside_what_is_sent_is_refused() -> None:
    client = a_program(HAND_IN)
    headers = {"idempotency-key": "x"}
    response = client.post(
        f"{LIST}?proef=ja", json.dumps(SENT), content_type="application/json", headers=headers
    )
    assert (response.status_code, told(response)["ongeldigeWaarden"][0]["waarde"]) == (400, "proef")
    assert models.Request.objects.count() == 0


# --- how much --------------------------------------------------------------------------------


def test_a_program_that_hands_in_too_much_has_to_wait_and_another_has_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pace, "_LEFT", Limit("program", 2, 1))
    cache.clear()
    client = a_program(HAND_IN)
    assert [hand_in(client, key=f"v{number}").status_code for number in range(2)] == [201, 201]
    before = everything()
    response = hand_in(client, key="v2")
    assert (response.status_code, response["Content-Type"], response["Retry-After"]) == (429, PROBLEM, "60")
    assert told(response)["code"] == "interface.too-many"
    assert everything() == before
    assert hand_in(with_token(HAND_IN, name="tweede"), key="v2").status_code == 201
    cache.clear()
