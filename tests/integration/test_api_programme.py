"""A program reads and works on the programme of an activity and its lessons, by the services of the page."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from openkader.casework.mission import ParticipantRole
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import Confidentiality, Setting
from openkader.kader import Assessor
from openkader.register import models, services
from tests.installation import Installation
from tests.integration import activity_house
from tests.integration.activity_house import ACTIVITY
from tests.integration.mission_house import NOW, a_journey, planned
from tests.integration.program_doors import (
    what_may_not_be_seen_is_not_there,
    who_may_not_write_writes_nothing,
    who_sends_too_much_waits,
)
from tests.integration.program_house import a_program, told
from tests.integration.register_house import an_activity, everything
from tests.integration.test_api_activities_written import change, done, refusal, send, wrong
from tests.integration.test_parties_described import a_party
from tests.web_pages import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, HAND_IN, WORK = TokenScope.READ, TokenScope.HAND_IN, TokenScope.WORK
ROOT = "/api/v1/activiteiten"
SLOTS, SLOT, LESSONS = f"{ROOT}/X-1/onderdelen", f"{ROOT}/X-1/onderdelen/1", f"{ROOT}/X-1/lessen"
TALK: dict[str, Any] = {
    "titel": "Gesprek met de burgemeester (fictief)",
    "dag": "2024-05-23",
    "begint": "09:00",
    "eindigt": "10:30",
    "tijdzone": "asia/shanghai",
    "plaats": "Stadhuis",
    "vorm": "informeel",
    "partijen": ["P-1", "P-1"],
    "gesprekspartners": ["een bedrijf", "nog een"],
    "voorWie": ["leider", "lid"],
    "notitie": "Tolk nodig",
}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def client() -> Client:
    """A program that works on a journey that was made up."""
    a_journey()
    return a_program(WORK)


def post(client: Client, path: str = SLOTS, sent: dict[str, Any] = TALK, **changes: object) -> Any:
    return send(
        client, "POST", path, {name: value for name, value in (sent | changes).items() if value != ""}
    )


def page(name: str = "X-1") -> str:
    browser = Client()
    browser.login(username="colleague", password=PASSWORD)
    return " ".join(browser.get(f"/activiteiten/{name}/programma/").content.decode().split())


# --- parts -----------------------------------------------------------------------------------


def test_a_part_is_planned_once_and_the_page_and_the_trail_say_so(client: Client) -> None:
    response = post(client)
    found = told(response)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{SLOT}")
    assert found["tijdzone"] == "Asia/Shanghai"
    assert {name: found[name] for name in TALK} == TALK | {"tijdzone": "Asia/Shanghai", "partijen": ["P-1"]}
    assert found["vastgelegdDoor"] == "colleague"
    shown = client.get(SLOT)
    assert (told(shown), shown["ETag"]) == (found, response["ETag"])
    assert told(client.get(SLOTS)) == {"onderdelen": [found]}
    again = post(client)
    assert (again.status_code, again.content, again["Location"]) == (
        200,
        response.content,
        response["Location"],
    )
    assert (models.ProgrammeSlot.objects.count(), done()) == (1, ["programme.planned"])
    for words in (TALK["titel"], "09:00–10:30", "tijd van Asia/Shanghai", "Tolk nodig", "Stadhuis"):
        assert words in page()


def test_a_part_is_the_same_whether_a_program_or_a_colleague_at_the_page_plans_it(client: Client) -> None:
    browser = Client()
    browser.login(username="colleague", password=PASSWORD)
    fields = {
        "act": "plan",
        "title": TALK["titel"],
        "day": TALK["dag"],
        "begins": TALK["begint"],
        "ends": TALK["eindigt"],
        "zone": "Asia/Shanghai",
        "place": TALK["plaats"],
        "setting": "informal",
        "parties": ["P-1"],
        "counterparts": "een bedrijf\nnog een",
        "roles": ["leader", "member"],
        "note": TALK["notitie"],
    }
    assert browser.post("/activiteiten/X-1/programma/", fields).status_code == 302
    assert post(client).status_code == 200
    row = models.ProgrammeSlot.objects.get()
    assert (row.setting, row.roles) == (Setting.INFORMAL, [ParticipantRole.LEADER, ParticipantRole.MEMBER])


def test_the_programme_stands_in_the_order_of_the_days(client: Client) -> None:
    for title, day, begins in (
        ("C", "2024-05-24", "08:00"),
        ("B", "2024-05-23", "09:00"),
        ("A", "2024-05-23", ""),
    ):
        post(client, titel=title, dag=day, begint=begins, eindigt="")
    rows = told(client.get(SLOTS))["onderdelen"]
    assert [(one["titel"], one["nummer"], one["begint"]) for one in rows] == [
        ("A", 3, None),
        ("B", 2, "09:00"),
        ("C", 1, "08:00"),
    ]


def test_a_part_is_changed_by_who_saw_the_newest_and_what_is_not_named_stays(client: Client) -> None:
    seen = post(client)["ETag"]
    response = change(client, SLOT, {"plaats": "Haven", "eindigt": None, "voorWie": []})
    found = told(response)
    assert found | {"vastgelegdOp": 0} == TALK | {
        "nummer": 1,
        "tijdzone": "Asia/Shanghai",
        "partijen": ["P-1"],
        "plaats": "Haven",
        "eindigt": None,
        "voorWie": [],
        "vastgelegdDoor": "colleague",
        "vastgelegdOp": 0,
    }
    assert response["ETag"] == client.get(SLOT)["ETag"] != seen
    assert refusal(change(client, SLOT, {"plaats": "Elders"}, seen)) == (412, "interface.overtaken")
    assert refusal(send(client, "PATCH", SLOT, {"plaats": "Elders"})) == (428, "interface.no-version")
    change(client, SLOT, {"plaats": "Haven"})  # it is so already
    assert (models.ProgrammeSlot.objects.count(), done()) == (2, ["programme.changed", "programme.planned"])
    planned(number=1, seen=2, title="Van een collega", day=date(2024, 5, 23))
    assert told(change(client, SLOT, {"notitie": None}))["titel"] == "Van een collega"


def test_what_a_colleague_changed_between_reading_and_keeping_is_not_overwritten(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    post(client)
    keep = services.plan_slot

    def late(entry: Any, **hand: Any) -> int:
        monkeypatch.undo()
        planned(number=1, seen=1, title="Van een collega", day=date(2024, 5, 23))
        return keep(entry, **hand)

    mark = client.get(SLOT)["ETag"]
    monkeypatch.setattr("openkader.api.programme.services.plan_slot", late)
    assert refusal(change(client, SLOT, {"plaats": "Haven"}, mark)) == (412, "mission.meanwhile")
    assert models.ProgrammeSlot.objects.order_by("-version")[0].title == "Van een collega"


def test_a_part_is_taken_out_and_its_number_is_not_given_again(client: Client) -> None:
    seen = post(client)["ETag"]
    assert refusal(send(client, "DELETE", SLOT)) == (428, "interface.no-version")
    assert refusal(send(client, "DELETE", SLOT, if_match='"x"')) == (412, "interface.overtaken")
    assert send(client, "DELETE", SLOT, {"x": 1}, if_match=seen).status_code == 400
    assert send(client, "DELETE", SLOT, if_match=seen).status_code == 204
    for response in (client.get(SLOT), send(client, "DELETE", SLOT, if_match=seen)):
        assert refusal(response) == (404, "slot.not-found")
    assert told(client.get(SLOTS)) == {"onderdelen": []}
    assert done() == ["programme.removed", "programme.planned"]
    again = post(client)
    assert (again.status_code, told(again)["nummer"]) == (201, 2)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"titel": " "}, "titel"),
        ({"titel": "x" * 301}, "titel"),
        ({"dag": "23-05-2024"}, "dag"),
        ({"begint": "25:00"}, "begint"),
        ({"begint": "9:00"}, "begint"),
        ({"begint": "09:00:01"}, "begint"),
        ({"begint": 9}, "begint"),
        ({"tijdzone": "Mars/Olympus"}, "tijdzone"),
        ({"tijdzone": 3}, "tijdzone"),
        ({"plaats": "x" * 301}, "plaats"),
        ({"notitie": "x" * 5001}, "notitie"),
        ({"gesprekspartners": ["x"] * 61}, "gesprekspartners"),
        ({"gesprekspartners": None}, "gesprekspartners"),
    ],
)
def test_a_value_that_does_not_fit_is_named_and_nothing_is_planned(
    client: Client, changes: dict[str, Any], place: str
) -> None:
    before = everything()
    assert wrong(post(client, **changes)) == [(place, "interface.wrong-value")]
    assert everything() == before


def test_words_that_are_unknown_are_named_and_nothing_is_planned(client: Client) -> None:
    before = everything()
    assert wrong(post(client, partijen=["P-1", "NOPE"])) == [("partijen.1", "interface.unknown-word")]
    assert wrong(post(client, voorWie=["koning"])) == [("voorWie.0", "interface.unknown-word")]
    assert wrong(post(client, vorm="los")) == [("vorm", "interface.unknown-word")]
    assert wrong(post(client, kleur="rood")) == [("kleur", "interface.unknown-name")]
    assert wrong(post(client, titel="")) == [("titel", "interface.missing")]
    assert wrong(client.get(f"{SLOTS}?x=1")) == [("x", "interface.unknown-name")]
    assert everything() == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"tijdzone": None}, "programme.no-zone"),
        ({"begint": None}, "programme.no-begin"),
        ({"eindigt": "08:00"}, "programme.ends-first"),
        ({"dag": "2204-05-23"}, "programme.other-year"),
        ({"dag": "2024-03-31", "tijdzone": "Europe/Amsterdam", "begint": "02:30"}, "programme.no-such-time"),
    ],
)
def test_what_the_page_refuses_is_refused_to_a_program(
    client: Client, changes: dict[str, Any], code: str
) -> None:
    assert refusal(post(client, **changes)) == (409, code)
    assert not models.ProgrammeSlot.objects.exists()


def test_a_change_that_says_nothing_or_too_little_changes_nothing(client: Client) -> None:
    post(client)
    before = everything()
    assert wrong(change(client, SLOT, {})) == [("", "interface.missing")]
    assert wrong(change(client, SLOT, {"titel": None})) == [("titel", "interface.wrong-value")]
    assert refusal(change(client, SLOT, {"tijdzone": None})) == (409, "programme.no-zone")
    assert everything() == before


# --- an earlier programme, and what was learned ------------------------------------------------


def test_a_programme_begins_as_an_earlier_one_did(client: Client) -> None:
    post(client, dag="2024-05-23")
    post(client, titel="Afscheid", dag="2024-05-25")
    send(client, "POST", LESSONS, {"tekst": "Meer tijd tussen de gesprekken."})
    an_activity(reference="X-2")
    place = f"{ROOT}/X-2/programmaovername"
    (offered,) = told(client.get(f"{ROOT}/X-2/programmavoorbeelden"))["programmavoorbeelden"]
    assert offered == {
        "activiteit": "X-1",
        "titel": {"nl": "Fictief", "en": "Fictional"},
        "eersteDag": "2024-05-23",
        "aantalOnderdelen": 2,
        "aantalLessen": 1,
    }
    year = models.Activity.objects.get(reference="X-2").year
    sent = {"activiteit": "X-1", "eersteDag": f"{year}-03-01"}
    first, second = told(send(client, "PUT", place, sent))["onderdelen"]
    assert (first["dag"], second["dag"], second["titel"]) == (f"{year}-03-01", f"{year}-03-03", "Afscheid")
    assert (first["partijen"], first["gesprekspartners"], first["notitie"]) == ([], [], None)
    assert (first["begint"], first["plaats"], first["voorWie"]) == ("09:00", "Stadhuis", ["leider", "lid"])
    assert refusal(send(client, "PUT", place, sent)) == (409, "programme.not-empty")
    assert done()[0] == "programme.copied"
    heeded = told(client.get(f"{ROOT}/X-2/lessen"))
    assert (heeded["lessen"], heeded["lessenVanVoorbeeld"][0]["tekst"]) == (
        [],
        "Meer tijd tussen de gesprekken.",
    )
    assert heeded["lessenVanVoorbeeld"][0]["activiteit"] == "X-1"
    assert "Afscheid" in page("X-2")


def test_only_a_programme_that_is_offered_is_taken_over_and_near_the_activity(client: Client) -> None:
    an_activity(reference="X-2")
    place = f"{ROOT}/X-2/programmaovername"
    sent = {"activiteit": "X-1", "eersteDag": "2030-03-01"}
    assert wrong(send(client, "PUT", place, sent)) == [("activiteit", "interface.unknown-word")]
    for day in ("2024-05-23", "2024-05-25"):
        post(client, dag=day)
    before = everything()
    for day in ("9999-12-31", "0001-01-01"):
        assert refusal(send(client, "PUT", place, sent | {"eersteDag": day})) == (409, "programme.other-year")
    assert wrong(send(client, "PUT", place, sent | {"activiteit": "X-2"})) == [
        ("activiteit", "interface.unknown-word")
    ]
    assert everything() == before


def test_a_lesson_is_noted_once_and_the_page_shows_it(client: Client) -> None:
    sent = {"tekst": "Neem een tolk mee."}
    first, again = (send(client, "POST", LESSONS, sent) for _ in range(2))
    assert (first.status_code, again.status_code, again.content) == (201, 200, first.content)
    (found,) = told(client.get(LESSONS))["lessen"]
    assert (found["activiteit"], found["tekst"], found["vastgelegdDoor"]) == (
        "X-1",
        sent["tekst"],
        "colleague",
    )
    assert (done(), sent["tekst"] in page()) == (["lesson.noted"], True)
    for text in (" ", "x" * 2001, None):
        assert wrong(send(client, "POST", LESSONS, {"tekst": text})) == [("tekst", "interface.wrong-value")]


def test_of_what_has_not_begun_nothing_was_learned(assessor: Assessor) -> None:
    activity_house.planned(assessor)
    response = send(a_program(WORK), "POST", f"{ROOT}/{ACTIVITY}/lessen", {"tekst": "Te vroeg."})
    assert refusal(response) == (409, "lesson.too-early")


# --- who may ---------------------------------------------------------------------------------

CASE = f"{ROOT}/{ACTIVITY}"
LATER = TALK | {"dag": "2030-06-03", "partijen": []}
READS = (
    f"{CASE}/onderdelen",
    f"{CASE}/onderdelen/1",
    f"{CASE}/programmavoorbeelden",
    f"{CASE}/lessen",
    f"{CASE}/programma/inhoud",
    f"{CASE}/deelnemerslijst/inhoud",
    f"{CASE}/programma/agenda",
)
WRITES: dict[str, Callable[[Client], Any]] = {
    "plan": lambda client: post(client, f"{CASE}/onderdelen", LATER),
    "change": lambda client: send(client, "PATCH", f"{CASE}/onderdelen/1", {"plaats": "X"}, if_match='"x"'),
    "remove": lambda client: send(client, "DELETE", f"{CASE}/onderdelen/1", if_match='"x"'),
    "copy": lambda client: send(
        client, "PUT", f"{CASE}/programmaovername", {"activiteit": "X-1", "eersteDag": "2030-06-03"}
    ),
    "learn": lambda client: send(client, "POST", f"{CASE}/lessen", {"tekst": "Meer tijd."}),
}


@pytest.fixture
def case(assessor: Assessor) -> None:
    """An activity of a request, with a part in its programme."""
    activity_house.planned(assessor)
    planned(ACTIVITY, day=date(2030, 6, 3))


@pytest.mark.usefixtures("case")
def test_who_may_not_write_writes_nothing() -> None:
    who_may_not_write_writes_nothing(WRITES, READS)


@pytest.mark.usefixtures("case")
def test_a_case_that_may_not_be_seen_is_not_there_and_who_reads_is_noted() -> None:
    what_may_not_be_seen_is_not_there(WRITES, READS)


@pytest.mark.usefixtures("case")
def test_a_party_and_a_programme_that_may_not_be_seen_are_not_to_be_named() -> None:
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    a_journey()
    client = a_program(WORK, team="elders")
    a_party("P-9", "Kas Geheim (fictief)")
    hidden = models.Party.objects.get(reference="P-9")
    models.Participation.objects.create(
        request=models.Request.objects.get(reference="V-1"),
        party=hidden,
        role="counterpart",
        reference="V-1-V9",
        year=2024,
        dropped_out=False,
        recorded_at=NOW,
        recorded_by="test",
    )
    assert wrong(post(client, partijen=["P-9"])) == [("partijen.0", "interface.unknown-word")]
    assert told(client.get(f"{ROOT}/X-1/programmavoorbeelden")) == {"programmavoorbeelden": []}
    sent = {"activiteit": ACTIVITY, "eersteDag": "2024-05-23"}
    response = send(client, "PUT", f"{ROOT}/X-1/programmaovername", sent)
    assert wrong(response) == [("activiteit", "interface.unknown-word")]


@pytest.mark.usefixtures("case")
def test_a_program_that_sends_too_much_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    who_sends_too_much_waits({name: WRITES[name] for name in ("plan", "learn")}, monkeypatch)


AT_ONCE = """
import json
from openkader.register import models
from tests.integration.mission_house import a_journey
from tests.integration.program_doors import ProgramsAtOnce
from tests.integration.test_api_programme import SLOT, SLOTS, TALK, send
a_journey()
programs = ProgramsAtOnce()
plans = programs.send([lambda mine: send(mine, "POST", SLOTS, TALK)] * 4)
mark = programs.client().get(SLOT)["ETag"]
places = [f"Zaal {number}" for number in range(4)]
changes = programs.send(
    [lambda mine, place=place: send(mine, "PATCH", SLOT, {"plaats": place}, if_match=mark) for place in places]
)
print(json.dumps([plans, changes, models.ProgrammeSlot.objects.count()]))
"""


def test_programs_at_once_plan_a_part_once_and_one_change_wins(either: Installation) -> None:
    assert either.run("migrate").returncode == 0
    out, error = either.script(AT_ONCE).communicate(timeout=90)
    assert out, error
    plans, changes, versions = json.loads(out)
    assert set(plans) <= {200, 201}, error
    assert (changes, versions) == ([200, 412, 412, 412], 2), error
