"""A program notes what was said in a talk and in public, and what followed, by the services of the pages."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from openkader.casework.period import Period
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import MeasureStatus, PublicKind
from openkader.kader import Assessor
from openkader.register import models
from tests.installation import Installation
from tests.integration import activity_house
from tests.integration.activity_house import ACTIVITY
from tests.integration.mission_house import NOW
from tests.integration.program_doors import (
    what_may_not_be_seen_is_not_there,
    who_may_not_write_writes_nothing,
    who_sends_too_much_waits,
)
from tests.integration.program_house import a_program, told
from tests.integration.register_house import everything
from tests.integration.talk_house import PROMISE, party, published, talk
from tests.integration.test_api_activities_written import done, refusal, send, wrong
from tests.web_pages import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, WORK = TokenScope.READ, TokenScope.WORK
ROOT = "/api/v1/activiteiten"
HERE, CASE = f"{ROOT}/G-1", f"{ROOT}/{ACTIVITY}"
NOTES = f"{HERE}/boodschappen/level_playing_field/notities"
FOLLOWS: dict[str, Any] = {"wat": "Brief sturen", "wie": "Anna", "uiterlijkOp": "2030-06-01"}
RAISED: dict[str, Any] = {
    "isGezegd": True,
    "gesprekspartner": "W-1",
    "gezegdDoor": "gedeputeerde Bedacht",
    "vorm": "formeel",
    "reactie": "Zij noemden hun eigen wet.",
    "vervolg": FOLLOWS,
}
POST: dict[str, Any] = {
    "soort": "sociale_media",
    "titel": "Bericht over het gesprek (fictief)",
    "verschenenOp": "2030-04-30",
    "adres": "https://example.nl/bericht",
    "tekst": "Wij spraken over een gelijk speelveld.",
    "onderwerpen": ["level_playing_field"],
}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def client() -> Client:
    """A program of a colleague, of whom a talk took place that was made up."""
    talk("G-1", party(), year=2024, period=Period.day(date(2024, 5, 2)))
    return a_program(WORK)


def post(client: Client, path: str, sent: dict[str, Any], mark: str = "", **changes: object) -> Any:
    return send(client, "POST", path, sent | changes, **({"if_match": mark} if mark else {}))


def note(client: Client, mark: str = "", path: str = NOTES, **changes: object) -> Any:
    """A note that rests on what there is now, or on another mark."""
    return post(client, path, RAISED, mark or client.get(path)["ETag"], **changes)


def page(path: str) -> str:
    browser = Client()
    browser.login(username="colleague", password=PASSWORD)
    return " ".join(browser.get(f"/activiteiten/G-1/{path}/").content.decode().split())


# --- what was said in the talk ---------------------------------------------------------------


def test_a_line_that_was_raised_is_noted_once_and_the_page_and_the_trail_say_so(client: Client) -> None:
    mark = client.get(NOTES)["ETag"]
    response = note(client, mark)
    (row,) = told(response)["notities"]
    assert response.status_code == 201
    assert {name: row[name] for name in RAISED if name != "vervolg"} | {"vervolg": FOLLOWS} == RAISED
    assert (row["vervolg"]["nummer"], row["vervolg"]["wat"]) == ("G-1-V1", "Brief sturen")
    assert (row["telt"], row["vastgelegdDoor"]) == (True, "colleague")
    shown = client.get(NOTES)
    assert (shown.content, shown["ETag"]) == (response.content, response["ETag"])
    again = note(client, mark)  # its answer was lost, so it still has the older mark
    assert (again.status_code, again.content) == (200, response.content)
    assert (models.MessageNote.objects.count(), models.FollowUp.objects.count()) == (1, 1)
    assert sorted(done()) == ["follow-up.promised", "message.noted"]
    assert "Zij noemden hun eigen wet." in page("boodschap")
    lines = {one["boodschap"]: one for one in told(client.get(f"{HERE}/boodschappen"))["boodschappen"]}
    assert (lines["level_playing_field"]["aantalNotities"], lines["level_playing_field"]["past"]) == (1, True)
    assert lines["responsible_business"]["past"] is False  # it has no place in an embassy talk


def test_who_did_not_see_the_newest_note_is_told_and_may_say_so_after_looking(client: Client) -> None:
    mark = client.get(NOTES)["ETag"]
    assert refusal(post(client, NOTES, RAISED)) == (428, "interface.no-version")
    assert refusal(post(client, NOTES, RAISED, "*")) == (428, "interface.no-version")
    assert note(client, f"W/{mark}").status_code == 201
    assert refusal(note(client, mark, reactie="Iets anders.")) == (412, "message.meanwhile")
    second = note(client, reactie="Iets anders.", vervolg=None)
    assert [one["telt"] for one in told(second)["notities"]] == [True, False]
    assert models.MessageNote.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"isGezegd": False}, 409, "message.no-reason"),
        ({"isGezegd": False, "waaromNiet": "Geen tijd."}, 409, "message.not-raised"),
        ({"isGezegd": None}, 400, "interface.wrong-value"),
        ({"isGezegd": "ja"}, 400, "interface.wrong-value"),
        ({"gesprekspartner": "W-2"}, 400, "interface.unknown-word"),
        ({"vorm": "formal"}, 400, "interface.unknown-word"),
        ({"vervolg": {"wat": "Brief"}}, 400, "interface.missing"),
        ({"reactie": "x" * 10_001}, 400, "interface.wrong-value"),
        ({"aantal": 1}, 400, "interface.unknown-name"),
    ],
)
def test_what_says_too_little_or_too_much_is_not_noted(
    client: Client, changes: dict[str, Any], status: int, code: str
) -> None:
    party("W-2", "Bedachte ambassade")  # of the register, and not at this talk
    response = note(client, **changes)
    found = told(response)
    assert response.status_code == status
    assert (found["ongeldigeWaarden"][0]["code"] if status == 400 else found["code"]) == code
    assert not models.MessageNote.objects.exists()


def test_a_line_that_did_not_come_up_has_its_reason(client: Client) -> None:
    sent = {"isGezegd": False, "waaromNiet": "Er was geen tijd."}
    found = told(post(client, NOTES, sent, client.get(NOTES)["ETag"]))["notities"][0]
    assert (found["isGezegd"], found["waaromNiet"], found["gesprekspartner"]) == (
        False,
        "Er was geen tijd.",
        None,
    )


def test_a_line_or_a_talk_that_is_not_there_takes_no_note(client: Client) -> None:
    unknown = f"{HERE}/boodschappen/zomaar/notities"
    assert refusal(client.get(unknown)) == (404, "message.not-found")
    assert refusal(note(client, '"x"', unknown)) == (404, "message.not-found")
    talk("G-2", year=2030, period=Period.day(date(2030, 5, 2)))
    later = f"{ROOT}/G-2/boodschappen/level_playing_field/notities"
    assert refusal(note(client, path=later, gesprekspartner=None)) == (409, "message.not-yet")


# --- what was said in public -----------------------------------------------------------------


def test_what_was_said_in_public_is_kept_once_and_the_page_shows_it(client: Client) -> None:
    assert told(client.get(f"{HERE}/openbaar"))["openbareBerichten"] == []
    response = post(client, f"{HERE}/openbaar", POST)
    found = told(response)
    place = f"{HERE}/openbaar/G-1-O1"
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{place}")
    assert {name: found[name] for name in POST} == POST
    assert told(client.get(place)) == found
    again = post(client, f"{HERE}/openbaar", POST)
    assert (again.status_code, again.content) == (200, response.content)
    account = told(client.get(f"{HERE}/openbaar"))
    assert (account["stand"], account["openbareBerichten"]) == ("gegeven", [found])
    assert (models.PublicItem.objects.count(), done()) == (1, ["public-item.recorded"])
    assert POST["titel"] in page("openbaar")


def test_an_item_of_our_own_is_evidence_of_the_measure_that_asks_for_it(assessor: Assessor) -> None:
    activity_house.planned(assessor, office_holder=True)
    client = a_program(WORK)
    assert post(client, f"{CASE}/openbaar", POST, soort="media").status_code == 201
    assert not models.Evidence.objects.filter(measure__activity__reference=ACTIVITY).exists()
    assert post(client, f"{CASE}/openbaar", POST).status_code == 201
    (proof,) = models.Evidence.objects.filter(measure__activity__reference=ACTIVITY)
    assert (proof.record, proof.measure.code) == (f"{ACTIVITY}-O2", assessor.kader.public_account)
    assert proof.measure.status == MeasureStatus.OPEN  # that it is done, somebody says


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"verschenenOp": "2030-05-02"}, 409, "public-account.future"),
        ({"adres": None, "tekst": None}, 409, "public-account.nothing-kept"),
        ({"adres": "https://anna:geheim@example.nl/"}, 409, "public-account.bad-address"),
        ({"adres": "javascript:alert(1)"}, 400, "interface.wrong-value"),
        ({"onderwerpen": ["level_playing_field", "zomaar"]}, 400, "interface.unknown-word"),
        ({"titel": " "}, 400, "interface.wrong-value"),
        ({"soort": "brief"}, 400, "interface.unknown-word"),
    ],
)
def test_what_cannot_be_found_again_is_not_kept(
    client: Client, changes: dict[str, Any], status: int, code: str
) -> None:
    response = post(client, f"{HERE}/openbaar", POST, **changes)
    found = told(response)
    assert response.status_code == status
    assert (found["ongeldigeWaarden"][0]["code"] if status == 400 else found["code"]) == code
    assert not models.PublicItem.objects.exists()


# --- what followed ---------------------------------------------------------------------------


def test_a_follow_up_is_promised_once_and_done_once(client: Client, assessor: Assessor) -> None:
    item = published(assessor, kind=PublicKind.MEDIA)
    promised = post(client, f"{HERE}/openbaar/{item}/vervolgen", FOLLOWS)
    found = told(promised)
    place = f"{HERE}/vervolgen/G-1-V1"
    assert (promised.status_code, promised["Location"]) == (201, f"http://testserver{place}")
    assert (found["openbaarBericht"], found["uitkomst"]) == (item, None)
    again = post(client, f"{HERE}/openbaar/{item}/vervolgen", FOLLOWS)
    assert (again.status_code, told(again)) == (200, found)
    finished = send(client, "PUT", f"{place}/afronding", {"uitkomst": "Verstuurd."})
    assert (told(finished)["uitkomst"], told(finished)["afgerondDoor"]) == ("Verstuurd.", "colleague")
    assert told(send(client, "PUT", f"{place}/afronding", {"uitkomst": "Verstuurd."})) == told(finished)
    other = send(client, "PUT", f"{place}/afronding", {"uitkomst": "Toch niet."})
    assert refusal(other) == (409, "follow-up.done")
    assert told(client.get(f"{HERE}/vervolgen")) == {"vervolgen": [told(finished)]}
    assert told(client.get(place)) == told(finished)
    assert sorted(done()) == ["follow-up.done", "follow-up.promised"]


def test_what_belongs_to_another_activity_is_not_here(client: Client, assessor: Assessor) -> None:
    talk("G-2", party("W-2", "Bedachte ambassade"), year=2024, period=Period.day(date(2024, 5, 3)))
    published(assessor, activity="G-2", promise=PROMISE)
    before = everything()
    for path in ("vervolgen/G-2-V1", "openbaar/G-2-O1"):
        assert client.get(f"{HERE}/{path}").status_code == 404
    done_there = send(client, "PUT", f"{HERE}/vervolgen/G-2-V1/afronding", {"uitkomst": "Klaar."})
    assert refusal(done_there) == (404, "follow-up.not-found")
    promised = post(client, f"{HERE}/openbaar/G-2-O1/vervolgen", FOLLOWS)
    assert refusal(promised) == (404, "public-item.not-found")
    assert wrong(note(client, gesprekspartner="W-2")) == [("gesprekspartner", "interface.unknown-word")]
    assert everything() == before


# --- who may ---------------------------------------------------------------------------------

ITEM = f"{CASE}/openbaar/{ACTIVITY}-O1"
THERE = f"{CASE}/vervolgen/{ACTIVITY}-V1"
LINE = f"{CASE}/boodschappen/level_playing_field/notities"
READS = (
    f"{CASE}/gespreksnotitie/inhoud",
    f"{CASE}/boodschappen",
    LINE,
    f"{CASE}/openbaar",
    ITEM,
    f"{CASE}/vervolgen",
    THERE,
)
LEFT: dict[str, Callable[[Client], Any]] = {
    "note": lambda client: post(client, LINE, RAISED, '"x"', gesprekspartner=None),
    "record": lambda client: post(client, f"{CASE}/openbaar", POST),
    "promise": lambda client: post(client, f"{ITEM}/vervolgen", FOLLOWS | {"wat": "Nog een brief"}),
}
WRITES = LEFT | {
    "finish": lambda client: send(client, "PUT", f"{THERE}/afronding", {"uitkomst": "Klaar."}),
}


@pytest.fixture
def case(assessor: Assessor) -> None:
    """An activity of a request, of which something was said in public that is followed up."""
    activity_house.planned(assessor)
    published(assessor, activity=ACTIVITY, kind=PublicKind.MEDIA, promise=PROMISE)


@pytest.mark.usefixtures("case")
def test_who_may_not_write_writes_nothing() -> None:
    who_may_not_write_writes_nothing(WRITES, READS)


@pytest.mark.usefixtures("case")
def test_a_case_that_may_not_be_seen_is_not_there_and_who_reads_is_noted() -> None:
    what_may_not_be_seen_is_not_there(WRITES, READS)


@pytest.mark.usefixtures("case")
def test_a_program_that_leaves_too_much_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    who_sends_too_much_waits(LEFT, monkeypatch)


AT_ONCE = """
import json
from datetime import date
from django.conf import settings
from openkader.casework.period import Period
from openkader.register import models
from openkader.register.kaders import assessor_of
from tests.integration.activity_house import planned
from tests.integration.inviting_house import FROM, a_colleague
from tests.integration.program_doors import ProgramsAtOnce
from tests.integration.talk_house import party, talk
from tests.integration.test_api_talks import CASE, FOLLOWS, HERE, NOTES, POST, RAISED, post
talk("G-1", party(), year=2024, period=Period.day(date(2024, 5, 2)))
programs, item = ProgramsAtOnce(), POST | {"verschenenOp": "2024-05-03", "soort": "media"}
mark = programs.client().get(NOTES)["ETag"]
same = programs.send([lambda mine: post(mine, NOTES, RAISED, mark)] * 4)
mark = programs.client().get(NOTES)["ETag"]
others = programs.send(
    [lambda mine, word=word: post(mine, NOTES, RAISED, mark, reactie=word, vervolg=None) for word in "abcd"]
)
kept = programs.send([lambda mine: post(mine, f"{HERE}/openbaar", item)] * 4)
promised = programs.send([lambda mine: post(mine, f"{HERE}/openbaar/G-1-O1/vervolgen", FOLLOWS)] * 4)
settings.OPENKADER_MAIL_FROM = FROM
planned(assessor_of("zuid-holland/2024-01-01"))
calls = {"onderdeel": 0, "accounts": [a_colleague("anna"), a_colleague("bert")]}
invited = programs.send([lambda mine: post(mine, f"{CASE}/uitnodigingen", calls)] * 4)
kinds = models.MessageNote, models.PublicItem, models.FollowUp, models.CalendarInvitation, models.OutgoingMail
print(json.dumps([same + kept + promised, others, invited, [one.objects.count() for one in kinds]]))
"""


def test_programs_at_once_note_a_thing_once_and_one_that_did_not_look_is_told(either: Installation) -> None:
    assert either.run("migrate").returncode == 0
    out, error = either.script(AT_ONCE).communicate(timeout=90)
    assert out, error
    same, others, invited, counts = json.loads(out)
    assert set(same) <= {200, 201}, error
    assert (others, invited) == ([201, 412, 412, 412], [200, 200, 200, 201]), error
    assert counts == [2, 1, 2, 2, 2], error
