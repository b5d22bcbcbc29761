"""A program reads the reports on an activity and keeps a version, by the service of the page; final a person says."""

import io
import json
from collections.abc import Callable
from html import escape
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from openkader.api import pace
from openkader.casework.reporting import MOST_TEXT, ReportKind
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.limits import Limit
from tests.installation import Installation
from tests.integration import activity_house
from tests.integration.activity_house import ACTIVITY
from tests.integration.mission_house import HAND, NOW
from tests.integration.program_doors import (
    what_may_not_be_seen_is_not_there,
    who_may_not_write_writes_nothing,
)
from tests.integration.program_house import a_program, told
from tests.integration.register_house import everything
from tests.integration.report_house import TEXT, a_mission, finished, saved
from tests.integration.test_api_activities_written import done, refusal, send, wrong
from tests.web_pages import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, HAND_IN, WORK = TokenScope.READ, TokenScope.HAND_IN, TokenScope.WORK
ROOT = "/api/v1/activiteiten"
ALL, REPORT = f"{ROOT}/G-1/verslagen", f"{ROOT}/G-1/verslagen/verslag/nl"
WITH_GAP = "# Verslag\n\nWij bezochten [niet bekend: plaats]."


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def client() -> Client:
    """A program that works on a mission that was made up."""
    a_mission()
    return a_program(WORK)


def put(client: Client, text: object, path: str = REPORT, mark: str | None = None) -> Any:
    """A text that is kept by who saw the newest, or something else."""
    return send(client, "PUT", path, {"tekst": text}, if_match=mark or client.get(path)["ETag"])


def page(place: str = "/activiteiten/G-1/verslag/?soort=mission_report&taal=nl") -> str:
    browser = Client()
    browser.login(username="colleague", password=PASSWORD)
    return " ".join(browser.get(place).content.decode().split())


def test_of_what_nobody_wrote_there_is_no_text_yet(client: Client) -> None:
    assert told(client.get(REPORT)) == {
        "soort": "verslag",
        "taal": "nl",
        "tekst": None,
        "leemten": [],
        "versies": [],
    }
    rows = told(client.get(ALL))["verslagen"]
    kinds = ("verslag", "openbare_tekst", "terugkoppeling")
    assert [(one["soort"], one["taal"]) for one in rows] == [(a, b) for a in kinds for b in ("nl", "en")]
    assert {(one["isGesloten"], one["nieuwsteVersie"]) for one in rows} == {(False, None)}


def test_a_version_is_kept_and_the_page_and_the_trail_say_so(client: Client) -> None:
    response = put(client, WITH_GAP)
    found = told(response)
    assert (response.status_code, found["tekst"], found["leemten"]) == (
        200,
        WITH_GAP,
        ["[niet bekend: plaats]"],
    )
    (version,) = found["versies"]
    assert version == {
        "versie": 1,
        "definitiefAls": None,
        "bewaardOp": "2030-05-01T12:00:00Z",
        "bewaardDoor": "colleague",
    }
    assert client.get(REPORT)["ETag"] == response["ETag"]
    (line, *others) = told(client.get(ALL))["verslagen"]
    assert (line["nieuwsteVersie"], {one["nieuwsteVersie"] for one in others}) == (version, {None})
    second = told(put(client, TEXT))
    assert ([one["versie"] for one in second["versies"]], second["leemten"]) == ([2, 1], [])
    assert told(client.get(f"{REPORT}/versies/1")) == version | {"tekst": WITH_GAP}
    assert refusal(client.get(f"{REPORT}/versies/3")) == (404, "report.not-found")
    assert done() == ["report.saved", "report.saved"]
    text = page()
    assert "Wij bezochten [niet bekend: plaats]." in text
    assert "Alles ingevuld." in text


def test_a_version_of_a_colleague_is_read_with_its_final_number_and_written_on(client: Client) -> None:
    saved()
    number = finished()
    found = told(client.get(REPORT))
    assert (found["tekst"], found["versies"][0]["definitiefAls"]) == (TEXT, number)
    again = told(put(client, f"{TEXT}\n\nEn nog iets."))
    assert [one["definitiefAls"] for one in again["versies"]] == [None, number]
    # What the register composed when the colleague looked goes on to stand beside the text.
    assert models.ReportDraft.objects.get(version=2).sections == {"about": "a"}


def test_where_only_a_program_wrote_no_part_is_said_to_have_changed_since(client: Client) -> None:
    put(client, TEXT)
    assert "Het register veranderde sindsdien" not in page()
    saved(text="Van een collega.", seen=1)
    assert "Het register veranderde sindsdien" in page()


def test_the_same_text_again_is_one_version_also_with_the_mark_from_before(client: Client) -> None:
    mark = client.get(REPORT)["ETag"]
    first, again = (put(client, f"  {TEXT}\r\n", mark=mark) for _ in range(2))
    assert (first.status_code, again.status_code, again.content) == (200, 200, first.content)
    assert (models.ReportDraft.objects.count(), done()) == (1, ["report.saved"])
    assert refusal(send(client, "PUT", REPORT, {"tekst": TEXT})) == (428, "interface.no-version")
    saved(text=TEXT + " En meer.", seen=1)
    assert refusal(put(client, TEXT, mark=mark)) == (412, "interface.overtaken")


def test_no_writer_is_overwritten(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = client.get(REPORT)["ETag"]
    keep = services.save_report

    def late(entry: Any, **hand: Any) -> int:
        monkeypatch.undo()
        saved(text="Van een collega.")
        return keep(entry, **hand)

    monkeypatch.setattr("openkader.api.reports.services.save_report", late)
    assert refusal(put(client, TEXT, mark=mark)) == (412, "report.meanwhile")
    assert models.ReportDraft.objects.get().text == "Van een collega."


def test_what_the_register_composes_is_what_the_page_gives_to_write_on(
    client: Client, assessor: Assessor
) -> None:
    services.note_lesson("G-1", "Meer tijd voor tolken.", **HAND)
    before = everything()
    for kind, word in (("mission_report", "verslag"), ("public_text", "openbare_tekst")):
        found = told(client.get(f"{ALL}/{word}/nl/opgesteld"))
        shown = page(f"/activiteiten/G-1/verslag/?soort={kind}&taal=nl")
        assert " ".join(escape(found["tekst"]).split()) in shown
        assert (found["soort"], found["taal"]) == (word, "nl")
        assert found["tekst"].endswith("\n\n".join(one["tekst"] for one in found["delen"]))
        assert found["leemten"]
        assert all(one in found["tekst"] for one in found["leemten"])
        for one in found["weggelaten"]:
            assert f"{one['wat']}: {one['aantal']}" in shown
    assert "Meer tijd voor tolken." not in found["tekst"]
    assert {"wat": "Lessen", "aantal": 1} in found["weggelaten"]
    english = told(client.get(f"{ALL}/verslag/en/opgesteld", headers={"accept-language": "nl"}))
    assert "hereby reports on: Made-up mission" in english["tekst"]
    assert {"wat": "Personen zonder openbare rol", "aantal": 1} in english["weggelaten"]
    assert everything() == before


def test_which_part_the_register_composes_otherwise_is_said_once_a_person_looked(client: Client) -> None:
    def changed() -> set[object]:
        return {one["isVeranderd"] for one in told(client.get(f"{REPORT}/opgesteld"))["delen"]}

    put(client, TEXT)
    assert changed() == {None}
    browser = Client()
    browser.login(username="colleague", password=PASSWORD)
    place = "/activiteiten/G-1/verslag/?soort=mission_report&taal=nl"
    assert browser.post(place, {"act": "save", "seen": "1", "text": "Gezien."}).status_code == 302
    assert changed() == {False}
    services.note_lesson("G-1", "Meer tijd voor tolken.", **HAND)
    parts = {one["deel"]: one for one in told(client.get(f"{REPORT}/opgesteld"))["delen"]}
    assert [one["kop"] for one in parts.values() if one["isVeranderd"]] == ["Lessen voor een volgende keer"]


def test_the_word_document_is_that_of_the_page(client: Client) -> None:
    browser = Client()
    for said in ("Kassen laten zien.", "Van een programma."):
        if said not in page():
            put(client, f"# Verslag\n\n{said}")
        browser.login(username="colleague", password=PASSWORD)
        mine = client.get(f"{REPORT}/inhoud")
        theirs = browser.get("/activiteiten/G-1/verslag/word/?soort=mission_report&taal=nl")
        assert (mine["Content-Type"], mine["Content-Disposition"]) == (
            theirs["Content-Type"],
            theirs["Content-Disposition"],
        )
        with ZipFile(io.BytesIO(mine.content)) as one, ZipFile(io.BytesIO(theirs.content)) as other:
            assert said in one.read("word/document.xml").decode()
            assert one.read("word/document.xml") == other.read("word/document.xml")


def test_texts_of_another_kind_or_language_are_others(client: Client) -> None:
    for place in ("openbare_tekst/nl", "terugkoppeling/en", "verslag/en"):
        assert told(put(client, f"Over {place}", f"{ALL}/{place}"))["tekst"] == f"Over {place}"
    assert told(client.get(REPORT))["tekst"] is None
    assert "Over terugkoppeling/en" in page("/activiteiten/G-1/verslag/?soort=feedback&taal=en")


def test_what_is_no_text_is_named_and_nothing_is_kept(client: Client) -> None:
    before = everything()
    for text in (" \n ", "x" * (MOST_TEXT + 1), "\u200e" * (MOST_TEXT + 1), None, 3):
        assert wrong(put(client, text)) == [("tekst", "interface.wrong-value")]
    assert wrong(send(client, "PUT", REPORT, {}, if_match='"x"')) == [("tekst", "interface.missing")]
    strange = {"tekst": TEXT, "isDefinitief": True}
    assert wrong(send(client, "PUT", REPORT, strange, if_match='"x"')) == [
        ("isDefinitief", "interface.unknown-name")
    ]
    assert wrong(client.get(f"{REPORT}?taal=en")) == [("taal", "interface.unknown-name")]
    for place in ("notulen/nl", "verslag/de", "mission_report/nl"):
        for more in ("opgesteld", "inhoud"):
            assert refusal(client.get(f"{ALL}/{place}/{more}")) == (404, "report.not-found")
        assert refusal(client.get(f"{ALL}/{place}")) == (404, "report.not-found")
        assert refusal(put(client, TEXT, f"{ALL}/{place}", '"x"')) == (404, "report.not-found")
    assert everything() == before


def test_no_address_makes_a_version_final(client: Client) -> None:
    put(client, TEXT)
    before = everything()
    for method in ("POST", "PATCH", "DELETE"):
        response = send(client, method, REPORT, {}, if_match='"x"')
        assert (response.status_code, response["Allow"]) == (405, "GET, PUT")
    assert everything() == before
    assert not models.ReportFinal.objects.exists()


def test_of_what_has_not_begun_or_was_called_off_nothing_is_written(assessor: Assessor) -> None:
    activity_house.planned(assessor)
    client, place = a_program(WORK), f"{ROOT}/{ACTIVITY}/verslagen/verslag/nl"
    assert refusal(put(client, TEXT, place)) == (409, "message.not-yet")
    services.cancel_activity(ACTIVITY, "De gast is ziek.", **HAND)
    assert refusal(put(client, TEXT, place)) == (409, "message.cancelled")
    assert not models.ReportDraft.objects.exists()


# --- who may ---------------------------------------------------------------------------------

CASE = f"{ROOT}/{ACTIVITY}/verslagen"
READS = (CASE, *(f"{CASE}/verslag/nl{more}" for more in ("", "/versies/1", "/opgesteld", "/inhoud")))
Write = Callable[[Client], Any]


def write(client: Client) -> Any:
    return put(client, "Anders.", f"{CASE}/verslag/nl", '"x"')


@pytest.fixture
def case(assessor: Assessor) -> None:
    """An activity of a request, with a report."""
    activity_house.planned(assessor)
    saved(activity=ACTIVITY)
    saved(activity=ACTIVITY, kind=ReportKind.PUBLIC_TEXT)


@pytest.mark.usefixtures("case")
def test_who_may_not_write_writes_nothing() -> None:
    who_may_not_write_writes_nothing({"keep": write}, READS)


@pytest.mark.usefixtures("case")
def test_a_case_that_may_not_be_seen_is_not_there_and_who_reads_is_noted() -> None:
    what_may_not_be_seen_is_not_there({"keep": write}, READS)


@pytest.mark.usefixtures("case")
def test_of_a_confidential_case_nothing_is_told_or_written_for_people_outside() -> None:
    models.Request.objects.update(confidentiality=Confidentiality.CONFIDENTIAL, team="china")
    models.Activity.objects.filter(reference=ACTIVITY).update(starts_on=NOW.date(), ends_on=NOW.date())
    client = a_program(WORK)
    rows = {(one["soort"], one["taal"]): one for one in told(client.get(CASE))["verslagen"]}
    shut = rows["openbare_tekst", "nl"]
    assert (shut["isGesloten"], shut["nieuwsteVersie"]) == (True, None)
    assert (rows["verslag", "nl"]["isGesloten"], rows["verslag", "nl"]["nieuwsteVersie"]["versie"]) == (
        False,
        1,
    )
    for kind in ("openbare_tekst", "terugkoppeling"):
        place = f"{CASE}/{kind}/nl"
        for more in ("", "/opgesteld", "/inhoud"):
            assert refusal(client.get(place + more)) == (409, "report.confidential")
        assert refusal(put(client, TEXT, place, '"x"')) == (409, "report.confidential")


@pytest.mark.usefixtures("client")
def test_a_program_that_sends_too_much_waits(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_LEFT", Limit("few", most=0, minutes=1))
    assert refusal(put(client, TEXT)) == (429, "interface.too-many")


AT_ONCE = """
import json
from datetime import date
from openkader.casework.period import Period
from openkader.register import models
from tests.integration.program_doors import ProgramsAtOnce
from tests.integration.report_house import a_mission
from tests.integration.test_api_reports import REPORT, put
a_mission(year=2024, period=Period.day(date(2024, 4, 20)))
programs = ProgramsAtOnce()
def keep(*texts):
    mark = programs.client().get(REPORT)["ETag"]
    return programs.send([lambda mine, text=text: put(mine, text, mark=mark) for text in texts])
same, others = keep(*["Een."] * 4), keep("Twee.", "Drie.", "Vier.", "Vijf.")
print(json.dumps([same, others, models.ReportDraft.objects.count()]))
"""


def test_programs_at_once_keep_one_version_and_the_others_hear_so(either: Installation) -> None:
    assert either.run("migrate").returncode == 0
    out, error = either.script(AT_ONCE).communicate(timeout=90)
    assert out, error
    same, others, versions = json.loads(out)
    assert same == [200, 200, 200, 200], error
    assert (others, versions) == ([200, 412, 412, 412], 2), error
