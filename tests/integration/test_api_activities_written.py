"""A program plans, moves and closes what a decision led to, by the same services and rules as the pages."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from openkader.api import pace
from openkader.api.once import ONCE
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.limits import Limit
from tests.installation import Installation
from tests.integration.activity_house import ACTIVITY, RISK_LIST, SCREENING, planned, waiving
from tests.integration.mission_house import enrolled
from tests.integration.program_house import LIST, PROBLEM, a_program, told, with_token
from tests.integration.register_house import HAND, NOW, a_request, an_activity, decided, everything
from tests.integration.test_parties_described import a_party
from tests.unit.documents import PDF
from tests.web_pages import PASSWORD

pytestmark = pytest.mark.django_db
READ, HAND_IN, WORK = TokenScope.READ, TokenScope.HAND_IN, TokenScope.WORK
ROOT = "/api/v1"
PLANNING = f"{LIST}/V-1/activiteiten"
HERE = f"{ROOT}/activiteiten/{ACTIVITY}"
MEASURE = f"{HERE}/maatregelen/{RISK_LIST}"
PLAN: dict[str, Any] = {
    "titel": "Bezoek aan Baoding (fictief)",
    "periode": {"van": "2030-06-03", "tot": "2030-06-05"},
    "plaats": "Baoding",
    "metBestuurder": None,
    "metBuitenlandseDelegatie": True,
}
PROOF = {"soort": "verslag", "titel": "Verslag", "adres": "https://example.nl/verslag"}
SOMEBODY = {"naam": "Hazel  Wren", "status": "uitgenodigd", "email": "hazel@example.nl", "rol": "lid"}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def send(client: Client, method: str, path: str, sent: object = None, **headers: str) -> Any:
    body = b"" if sent is None else json.dumps(sent).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.generic(method, path, body, content_type="application/json", headers=named)


def plan(client: Client, key: str = "een", **changes: object) -> Any:
    return send(client, "POST", PLANNING, PLAN | changes, idempotency_key=key)


def change(client: Client, path: str, sent: object, mark: str | None = None) -> Any:
    """A change that rests on what there is now, or on another mark."""
    return send(client, "PATCH", path, sent, if_match=mark or client.get(path)["ETag"])


def done() -> list[str]:
    """What this program did, as the trail has it."""
    mine = [one for one in selectors.events(limit=200) if one.detail.get("token") == "zaaksysteem"]
    return [one.action for one in mine if one.actor == "colleague"]


def wrong(response: Any) -> list[tuple[str, str]]:
    assert (response.status_code, response["Content-Type"]) == (400, PROBLEM), response.content
    return [(one["waarde"], one["code"]) for one in told(response)["ongeldigeWaarden"]]


def refusal(response: Any) -> tuple[int, str]:
    return response.status_code, told(response)["code"]


# --- activities ------------------------------------------------------------------------------


def test_an_activity_is_planned_moved_and_held_and_the_page_and_the_trail_say_so(assessor: Assessor) -> None:
    decided(assessor)
    client = a_program(WORK)
    response = plan(client)
    found = told(response)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{HERE}")
    assert (found["stand"], found["soort"], found["land"]) == ("gepland", "inkomende_delegatie", "CN")
    assert (found["metBestuurder"], found["metBuitenlandseDelegatie"]) == (None, True)
    assert RISK_LIST in {one["nummer"] for one in found["maatregelen"]}
    assert "activity.planned" in done()
    shown = client.get(HERE)
    assert (told(shown), shown["ETag"]) == (found, response["ETag"])
    (line,) = told(client.get(PLANNING))["activiteiten"]
    assert (line["nummer"], line["titel"]["nl"], line["periode"]["tot"]) == (
        ACTIVITY,
        PLAN["titel"],
        "2030-06-05",
    )
    moved = change(client, HERE, {"stand": "gepland", "periode": {"van": "2030-05-01"}})
    assert told(moved)["periode"] == {"van": "2030-05-01", "tot": "2030-05-01", "nauwkeurigheid": "dag"}
    assert "activity.moved" in done()
    held = change(client, HERE, {"stand": "gehouden", "metBestuurder": False})
    assert (told(held)["stand"], told(held)["plaats"], told(held)["metBestuurder"]) == (
        "gehouden",
        "Baoding",
        False,
    )
    assert held["ETag"] == client.get(HERE)["ETag"]
    assert "activity.held" in done()
    browser = Client()
    browser.login(username="colleague", password=PASSWORD)
    page = browser.get(f"/activiteiten/{ACTIVITY}/").content.decode()
    assert PLAN["titel"] in page
    assert "Baoding" in page


def test_an_activity_is_called_off_with_its_reason(assessor: Assessor) -> None:
    planned(assessor)
    response = change(a_program(WORK), HERE, {"stand": "afgezegd", "reden": "De gast is ziek."})
    assert (told(response)["stand"], told(response)["afgezegdOmdat"]) == ("afgezegd", "De gast is ziek.")
    assert "activity.cancelled" in done()


def test_a_title_that_stands_as_it_was_asked_keeps_its_other_language(assessor: Assessor) -> None:
    decided(assessor)
    assert told(plan(a_program(WORK), titel="Fictief"))["titel"] == {"nl": "Fictief", "en": "Fictional"}


def test_the_same_sent_again_plans_no_second_activity_and_another_key_does(assessor: Assessor) -> None:
    decided(assessor)
    client = a_program(WORK)
    first, before = plan(client), everything()
    again = send(client, "POST", PLANNING, dict(reversed(PLAN.items())), idempotency_key="een")
    assert (again.status_code, again.content, again["Location"]) == (201, first.content, first["Location"])
    assert everything() == before
    assert refusal(plan(client, titel="Iets anders")) == (422, "request.other-content")
    decided(assessor, "V-2")
    elsewhere = send(client, "POST", f"{LIST}/V-2/activiteiten", PLAN, idempotency_key="een")
    assert refusal(elsewhere) == (422, "request.other-content")
    assert told(plan(client, key="twee"))["nummer"] == f"{ACTIVITY[:-1]}2"
    assert told(plan(with_token(WORK, name="tweede")))["nummer"] == f"{ACTIVITY[:-1]}3"


AT_ONCE = """
import json, threading
from django.conf import settings
from django.test import Client
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import services
from openkader.register.accounts import Post
from openkader.register.kaders import assessor_of
from tests.integration.register_house import HAND, decided
from tests.integration.test_api_activities_written import PLAN, PLANNING, send
from django.utils import timezone
settings.ALLOWED_HOSTS = ["testserver"]
decided(assessor_of("zuid-holland/2024-01-01"))
services.open_account("colleague", "een-lang-wachtwoord-van-niets", post=Post(roles=[AccountRole.ADVISER]), **HAND)
from openkader.register.tokens import TokenEntry
hand = {**HAND, "now": timezone.now()}
entry = TokenEntry(account="colleague", name="x", scopes=(TokenScope.WORK,), ends_on=timezone.localdate())
secret = services.open_token(entry, **hand)
start, said = threading.Barrier(4), []
def go(key):
    client = Client(headers={"authorization": f"Bearer {secret}"})
    start.wait()
    response = send(client, "POST", PLANNING, PLAN, idempotency_key=key)
    said.append((response.status_code, json.loads(response.content).get("nummer")))
threads = [threading.Thread(target=go, args=[key]) for key in ("a", "a", "a", "b")]
[one.start() for one in threads]
[one.join() for one in threads]
print(json.dumps(sorted(said)))
"""


def test_programs_at_once_plan_one_activity_for_each_key(either: Installation) -> None:
    assert either.run("migrate").returncode == 0
    out, error = either.script(AT_ONCE).communicate(timeout=60)
    assert out, error
    found = json.loads(out)
    assert {status for status, _ in found} == {201}, error
    assert sorted(found.count(one) for one in found) == [1, 3, 3, 3], found


def test_what_does_not_fit_is_named_and_nothing_is_planned(assessor: Assessor) -> None:
    decided(assessor)
    client, before = a_program(WORK), everything()
    late = {"van": "2030-06-05", "tot": "2030-06-03"}
    for changes, place, code in (
        ({"periode": late}, "periode", "interface.wrong-value"),
        ({"periode": {"van": "3 juni"}}, "periode.van", "interface.wrong-value"),
        ({"titel": "\0"}, "titel", "interface.wrong-value"),
        ({"metBestuurder": "ja"}, "metBestuurder", "interface.wrong-value"),
        ({"behandelaar": "anna"}, "behandelaar", "interface.unknown-name"),
    ):
        assert wrong(plan(client, **changes)) == [(place, code)]
    unsaid = {name: value for name, value in PLAN.items() if name != "metBestuurder"}
    assert wrong(send(client, "POST", PLANNING, unsaid, idempotency_key="x")) == [
        ("metBestuurder", "interface.missing")
    ]
    assert wrong(send(client, "POST", PLANNING, PLAN)) == [(ONCE, "interface.missing")]
    assert everything() == before


def test_no_activity_lies_in_a_year_in_which_none_can_be(assessor: Assessor) -> None:
    planned(assessor)
    client = a_program(WORK)
    for days in ({"van": "0001-01-01"}, {"van": "9999-12-31"}):
        moved = change(client, HERE, {"stand": "gepland", "periode": days})
        assert {refusal(one) for one in (plan(client, periode=days), moved)} == {(409, "activity.odd-year")}
    held = change(client, HERE, {"stand": "gehouden", "periode": {"van": "0001-01-01"}})
    assert refusal(held) == (409, "activity.odd-year")


def test_nothing_is_planned_on_what_was_not_granted() -> None:
    a_request("V-1")
    response = plan(a_program(WORK))
    assert response.status_code == 409


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        ({"stand": "gepland"}, [("periode", "interface.missing")]),
        ({"stand": "afgezegd"}, [("reden", "interface.missing")]),
        ({"stand": "afgezegd", "reden": " "}, [("reden", "interface.wrong-value")]),
        (
            {"stand": "gepland", "periode": {"van": "2030-06-03"}, "plaats": "x"},
            [("plaats", "interface.unknown-name")],
        ),
        ({"stand": "gehouden", "reden": "x"}, [("reden", "interface.unknown-name")]),
        ({"stand": "weg"}, [("stand", "interface.unknown-word")]),
        ({}, [("stand", "interface.missing")]),
    ],
    ids=repr,
)
def test_a_change_says_what_it_needs_and_no_more(
    assessor: Assessor, sent: object, found: list[tuple[str, str]]
) -> None:
    planned(assessor)
    client = a_program(WORK)
    before = everything()
    assert wrong(change(client, HERE, sent)) == found
    assert everything() == before


def test_what_already_took_place_or_has_not_begun_is_not_changed(assessor: Assessor) -> None:
    planned(assessor)
    client = a_program(WORK)
    assert refusal(change(client, HERE, {"stand": "gehouden"})) == (409, "activity.not-begun")
    change(client, HERE, {"stand": "afgezegd", "reden": "Ziek."})
    for sent in (
        {"stand": "gepland", "periode": {"van": "2030-07-01"}},
        {"stand": "gehouden", "periode": {"van": "2030-05-01"}},
        {"stand": "afgezegd", "reden": "Nog eens."},
    ):
        assert refusal(change(client, HERE, sent)) == (409, "activity.not-planned")


# --- measures --------------------------------------------------------------------------------


def test_a_measure_is_given_proved_and_closed_and_can_be_opened_again(assessor: Assessor) -> None:
    planned(assessor)
    client = a_program(WORK)
    assert told(change(client, MEASURE, {"eigenaar": "anna"}))["eigenaar"] == "anna"
    assert told(change(client, MEASURE, {"eigenaar": None}))["eigenaar"] is None
    assert refusal(change(client, MEASURE, {"status": "gedaan"})) == (409, "measure.no-evidence")
    first = send(client, "POST", f"{MEASURE}/bewijsstukken", PROOF)
    again = send(client, "POST", f"{MEASURE}/bewijsstukken", PROOF | {"titel": "Anders"})
    assert (first.status_code, again.status_code, again.content) == (201, 200, first.content)
    assert told(client.get(first["Location"])) == told(first)
    assert told(first)["adres"] == PROOF["adres"]
    closed = change(client, MEASURE, {"status": "gedaan"})
    assert (told(closed)["status"], len(told(closed)["bewijsstukken"])) == ("gedaan", 1)
    assert "measure.closed" in done()
    assert refusal(change(client, MEASURE, {"eigenaar": "anna"})) == (409, "measure.closed-already")
    assert told(change(client, MEASURE, {"status": "open"}))["status"] == "open"
    assert refusal(change(client, MEASURE, {"status": "open"})) == (409, "measure.not-closed-yet")


def test_a_document_of_the_request_is_evidence_and_no_other(assessor: Assessor) -> None:
    planned(assessor)
    a_request("V-2")
    for request in ("V-1", "V-2"):
        services.keep_document(request, DocumentEntry(name="brief.pdf", content=PDF), **HAND)
    client, place = a_program(WORK), f"{MEASURE}/bewijsstukken"
    sent: dict[str, object] = {**PROOF, "adres": None, "document": "V-1-D1"}
    response = send(client, "POST", place, sent)
    document = told(client.get(f"{LIST}/V-1/documenten/V-1-D1"))
    assert (response.status_code, told(response)["sha256"]) == (201, document["sha256"])
    assert send(client, "POST", place, sent).status_code == 200
    both = send(client, "POST", place, sent | {"adres": PROOF["adres"]})
    assert (both.status_code, told(both)["bestandsnaam"]) == (201, "brief.pdf")
    for named in ("V-2-D1", "niets"):
        assert wrong(send(client, "POST", place, sent | {"document": named})) == [
            ("document", "interface.unknown-word")
        ]
    assert wrong(send(client, "POST", place, {**PROOF, "adres": None})) == [("adres", "interface.missing")]
    assert wrong(send(client, "POST", place, {**PROOF, "adres": "javascript:alert(1)"})) == [
        ("adres", "interface.wrong-value")
    ]


def test_what_is_a_judgement_stays_with_people(assessor: Assessor) -> None:
    """Leaving a measure undone, and finding that it does not apply."""
    planned(assessor)
    client, before = a_program(WORK), everything()
    for status in ("uitgesteld", "niet_van_toepassing", "gemeld", None):
        response = change(client, MEASURE, {"status": status})
        assert wrong(response) == [("status", "interface.unknown-word")]
    assert wrong(change(client, MEASURE, {})) == [("", "interface.one-thing")]
    assert wrong(change(client, MEASURE, {"status": "gedaan", "eigenaar": "anna"})) == [
        ("", "interface.one-thing")
    ]
    assert everything() == before


def test_a_proposal_to_leave_a_measure_undone_is_read_with_who_agreed(assessor: Assessor) -> None:
    planned(assessor)
    services.waive_measure(waiving(), **HAND)
    (found,) = told(a_program(READ).get(f"{HERE}/maatregelen/{SCREENING}"))["uitstel"]
    assert (found["voorgesteldDoor"], found["ingestemdDoor"]) == ("cli:adviser", None)
    assert found["totEnMet"] == (NOW.date() + timedelta(days=30)).isoformat()


def test_what_the_kader_asks_by_now_is_worked_out_again(assessor: Assessor) -> None:
    place = f"{ROOT}/activiteiten/{an_activity(decided(assessor))}/maatregelen"
    client = a_program(WORK)
    assert told(client.get(place)) == {"maatregelen": []}
    first = send(client, "POST", place)
    assert "X-1-E1.risk_list" in {one["nummer"] for one in told(first)["maatregelen"]}
    before = everything()
    assert send(client, "POST", place).content == client.get(place).content == first.content
    assert everything() == before
    assert wrong(send(client, "POST", place, {"x": 1})) == [("", "interface.unknown-name")]


# --- who takes part --------------------------------------------------------------------------


def test_a_party_is_registered_with_a_request_once(assessor: Assessor) -> None:
    decided(assessor)
    a_party("P-1", "Kas Voorbeeld (fictief)")
    client, place = a_program(WORK), f"{LIST}/V-1/deelnames"
    first = send(client, "POST", place, {"rol": "tegenpartij", "partij": "P-1"})
    found = told(first)
    assert (first.status_code, found["partij"], found["rol"]) == (201, "P-1", "tegenpartij")
    assert told(client.get(first["Location"])) == found
    assert found in told(client.get(place))["deelnames"]
    assert "participant.added" in done()
    again = send(client, "POST", place, {"rol": "tegenpartij", "partij": "P-1"})
    assert (again.status_code, again.content) == (200, first.content)
    assert told(plan(client))["deelnames"][0]["partij"] == "P-1"
    assert wrong(send(client, "POST", place, {"rol": "adviseur", "partij": "P-9"})) == [
        ("partij", "interface.unknown-word")
    ]
    assert wrong(send(client, "POST", place, {"rol": "adviseur"})) == [("partij", "interface.missing")]
    assert client.get(f"{place}/V-9").status_code == 404


def test_somebody_is_put_on_the_list_changed_and_taken_off(assessor: Assessor) -> None:
    planned(assessor)
    client, place = a_program(WORK), f"{HERE}/deelnemers"
    first = send(client, "POST", place, SOMEBODY)
    found = told(first)
    assert (first.status_code, found["naam"], found["functie"], found["rol"]) == (
        201,
        "Hazel Wren",
        None,
        "lid",
    )
    assert send(client, "POST", place, SOMEBODY | {"functie": "tolk"}).status_code == 200
    mine = first["Location"].removeprefix("http://testserver")
    assert client.get(mine)["ETag"] == first["ETag"]
    assert told(client.get(place))["deelnemers"] == [found]
    changed = change(client, mine, {"functie": "tolk", "rol": None})
    assert (told(changed)["functie"], told(changed)["rol"], told(changed)["email"]) == (
        "tolk",
        None,
        SOMEBODY["email"],
    )
    assert "participant.changed" in done()
    assert refusal(change(client, mine, {"status": "afgevallen"})) == (409, "participants.no-reason")
    out = change(client, mine, {"status": "afgevallen", "reden": "unknown"})
    assert (told(out)["status"], told(out)["reden"]) == ("afgevallen", "unknown")
    assert refusal(change(client, mine, {"naam": "X"}, first["ETag"])) == (412, "interface.overtaken")
    assert wrong(change(client, mine, {})) == [("", "interface.missing")]
    assert wrong(change(client, mine, {"partij": "P-1"})) == [("partij", "interface.unknown-word")]
    assert wrong(change(client, mine, {"naam": None})) == [("naam", "interface.wrong-value")]
    assert refusal(send(client, "DELETE", mine)) == (428, "interface.no-version")
    assert send(client, "DELETE", mine, if_match=client.get(mine)["ETag"]).status_code == 204
    assert client.get(mine).status_code == 404
    assert "participant.removed" in done()


# --- who may ---------------------------------------------------------------------------------

Write = Callable[[Client], Any]
WRITES: dict[str, Write] = {
    "plan": plan,
    "move": lambda client: send(client, "PATCH", HERE, {"stand": "gehouden"}, if_match='"x"'),
    "renew": lambda client: send(client, "POST", f"{HERE}/maatregelen"),
    "close": lambda client: send(client, "PATCH", MEASURE, {"status": "gedaan"}, if_match='"x"'),
    "prove": lambda client: send(client, "POST", f"{MEASURE}/bewijsstukken", PROOF),
    "register": lambda client: send(
        client, "POST", f"{LIST}/V-1/deelnames", {"rol": "adviseur", "partij": "P-1"}
    ),
    "enrol": lambda client: send(client, "POST", f"{HERE}/deelnemers", SOMEBODY),
    "change": lambda client: send(client, "PATCH", f"{HERE}/deelnemers/1", {"naam": "X"}, if_match='"x"'),
    "remove": lambda client: send(client, "DELETE", f"{HERE}/deelnemers/1", if_match='"x"'),
}
READS = (
    PLANNING,
    HERE,
    f"{HERE}/maatregelen",
    MEASURE,
    f"{LIST}/V-1/deelnames",
    f"{HERE}/deelnemers",
    f"{HERE}/deelnemers/1",
)


def test_who_may_not_write_writes_nothing(assessor: Assessor) -> None:
    planned(assessor)
    enrolled(ACTIVITY)
    reads, judges = a_program(READ, HAND_IN), a_program(WORK, role=AccountRole.EVALUATOR, name="other")
    ended = a_program(WORK, name="third")
    services.withdraw_token("third", "zaaksysteem", **HAND)
    before = everything()
    for name, write in WRITES.items():
        assert refusal(write(reads)) == (403, "token.out-of-scope"), name
        assert refusal(write(judges)) == (403, "role.work"), name
        assert refusal(write(ended)) == (401, "token.unknown"), name
        assert refusal(write(Client())) == (401, "token.unknown"), name
    assert all(judges.get(path).status_code == 200 for path in READS)
    assert {one for one, count in everything().items() if before[one] != count} == set()


def test_a_case_that_may_not_be_seen_is_not_there(assessor: Assessor) -> None:
    planned(assessor)
    enrolled(ACTIVITY)
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    client = a_program(WORK, team="elders")
    before = everything()
    for name, write in WRITES.items():
        assert write(client).status_code == 404, name
    for path in READS:
        assert client.get(path).status_code == 404, path
    assert everything() == before


def test_what_belongs_to_another_activity_is_not_found_at_this_one(assessor: Assessor) -> None:
    planned(assessor)
    planned(assessor, "V-2")
    client = a_program(WORK)
    strange = f"{ROOT}/activiteiten/V-2-A1/maatregelen/{RISK_LIST}"
    assert client.get(strange).status_code == 404
    assert send(client, "PATCH", strange, {"status": "open"}, if_match='"x"').status_code == 404
    assert send(client, "POST", f"{strange}/bewijsstukken", PROOF).status_code == 404
    send(client, "POST", f"{MEASURE}/bewijsstukken", PROOF)
    number = models.Evidence.objects.get().pk
    assert client.get(f"{strange}/bewijsstukken/{number}").status_code == 404
    assert client.get(f"{MEASURE}/bewijsstukken/{number + 1}").status_code == 404


@pytest.mark.parametrize("name", ["move", "close", "change", "remove"])
def test_a_change_rests_on_what_was_seen(assessor: Assessor, name: str) -> None:
    planned(assessor)
    enrolled(ACTIVITY)
    client, before = a_program(WORK), everything()
    assert refusal(WRITES[name](client)) == (412, "interface.overtaken")

    class Blind(Client):
        def generic(self, *values: Any, headers: Any = None, **more: Any) -> Any:
            return client.generic(*values, **more)

    assert refusal(WRITES[name](Blind())) == (428, "interface.no-version")
    assert everything() == before


def test_who_reads_of_a_confidential_case_stands_in_the_trail(assessor: Assessor) -> None:
    planned(assessor)
    enrolled(ACTIVITY)
    models.Request.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    client = a_program(READ, role=AccountRole.AUDITOR)
    for count, path in enumerate(READS, start=1):
        client.get(path)
        assert models.AuditEvent.objects.filter(action="dossier.read").count() == count, path


def test_a_program_that_sends_too_much_waits(assessor: Assessor, monkeypatch: pytest.MonkeyPatch) -> None:
    planned(assessor)
    client = a_program(WORK)
    monkeypatch.setattr(pace, "_LEFT", Limit("few", most=0, minutes=1))
    for name in ("plan", "prove", "register", "enrol"):
        assert refusal(WRITES[name](client)) == (429, "interface.too-many"), name
