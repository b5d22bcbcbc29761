"""A report is composed of what the register knows, is saved version by version, and once final proves its measure."""

import io
import re
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from openkader.casework.permissions import HouseHand
from openkader.casework.reporting import ReportKind
from openkader.casework.vocabulary import Confidentiality, MeasureStatus
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.shelf import FileState, shelf
from tests.integration.mission_house import HAND
from tests.integration.register_house import refused
from tests.integration.report_house import TEXT, a_mission, finished, saved, told
from tests.web_pages import colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PAGE = "/activiteiten/G-1/verslag/"
PUBLIC, FEEDBACK = f"{PAGE}?soort=public_text&taal=nl", f"{PAGE}?soort=feedback&taal=nl"


@pytest.fixture
def writer(assessor: Assessor) -> Client:
    told(assessor)
    return colleague("anna")


def read(client: Client, path: str = PAGE) -> str:
    return client.get(path).content.decode()


def drafted(client: Client, path: str = PAGE) -> str:
    """What stands in the text field."""
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", read(client, path), re.DOTALL)
    assert found
    return found.group(1)


def save(client: Client, text: str = TEXT, seen: int = 0, path: str = PAGE) -> Any:
    return client.post(path, {"act": "save", "seen": str(seen), "text": text})


def test_the_report_to_the_council_tells_what_the_register_knows(writer: Client) -> None:
    text = drafted(writer)
    for told_there in (
        "Bedachte missie",
        "Bedachtstad",
        "Kassen laten zien.",
        "Bedachte Kas BV",
        "Rondetafel in het kantoor",
        "Nam deel: 1",
        "Afgevallen: 1",
        "Ziekte: 1",
        "vicegouverneur van Bedacht",
        "Memorandum of understanding (MoU)",
        "Meer tijd voor tolken.",
        "[niet bekend: wie van het bestuur erbij was]",
    ):
        assert told_there in text, told_there


def test_the_report_on_the_mission_of_2024_says_of_its_dropout_no_more_than_the_year_file() -> None:
    text = drafted(colleague("anna"), "/activiteiten/ZH-2024-02/verslag/")
    assert "Partijen waarvan geen reden is gecodeerd: 1" in text
    assert "niemand die afviel" not in text
    assert "18 partijen" in text
    assert "burgemeester van Zibo" in text


@pytest.mark.parametrize("path", [PAGE, PUBLIC, FEEDBACK, f"{PAGE}?taal=en"])
def test_security_comes_first_and_nobody_without_a_public_role_is_named(writer: Client, path: str) -> None:
    text = drafted(writer, path)
    hidden = ("Geheim diner", "Wang Xugou", "Zhao Shili", "Hazel Wren", "Robin Vink", "informatieveiligheid")
    for secret in (*hidden, "information-security", "Zij noemden hun eigen wet"):
        assert secret not in text, secret


@pytest.mark.parametrize("path", [PUBLIC, FEEDBACK])
def test_people_outside_read_no_lesson_no_dropout_and_no_company(writer: Client, path: str) -> None:
    text = drafted(writer, path)
    for inside in ("Meer tijd", "Ziekte", "Bedachte Kas BV", "zelfscan", "Rondetafel"):
        assert inside not in text, inside
    assert "1 partij" in text
    assert "Bedachte Commissie" in text


def test_the_writer_and_nobody_else_sees_what_was_left_out(writer: Client) -> None:
    page = read(writer, PUBLIC)
    assert "Maatregelen voor informatiebescherming: 1" in page
    assert "Personen zonder openbare rol: 1" in page
    assert "weggelaten" in page.lower()


def test_each_language_has_its_own_draft(writer: Client) -> None:
    assert "hereby reports on: Made-up mission" in drafted(writer, f"{PAGE}?taal=en")
    save(writer, "# Report\n\nDone.", path=f"{PAGE}?taal=en")
    assert "Bedachte missie" in drafted(writer)


def test_every_save_is_a_version_and_a_second_click_is_none(writer: Client) -> None:
    for _ in range(2):
        assert save(writer).status_code == 302
    assert save(writer, TEXT + " Meer.", 1).status_code == 302
    assert [one.version for one in models.ReportDraft.objects.order_by("version")] == [1, 2]
    assert "Meer." in drafted(writer)
    with pytest.raises(DatabaseError), transaction.atomic():
        models.ReportDraft.objects.update(text="weg")


def test_who_did_not_see_the_newest_version_is_told_and_keeps_what_they_typed(writer: Client) -> None:
    save(writer)
    answer = save(colleague("bob"), "Mijn tekst.", 0)
    assert answer.status_code == 409
    assert "anna bewaarde intussen een andere versie" in answer.content.decode()
    assert "Mijn tekst." in answer.content.decode()
    assert models.ReportDraft.objects.count() == 1


def test_looking_at_a_text_saves_nothing(writer: Client) -> None:
    answer = writer.post(PAGE, {"act": "look", "seen": "0", "text": "## Kop\n- <b>punt</b>"})
    assert "<li>&lt;b&gt;punt&lt;/b&gt;</li>" in answer.content.decode()
    assert not models.ReportDraft.objects.exists()


def test_after_a_save_the_page_says_which_parts_the_register_gives_otherwise(writer: Client) -> None:
    save(writer)
    assert "Het register veranderde" not in read(writer)
    services.note_lesson("G-1", "Neem visitekaartjes mee.", **HAND)
    page = read(writer)
    assert "Het register veranderde" in page
    assert "Neem visitekaartjes mee." in page
    assert "Neem visitekaartjes mee." not in drafted(writer)
    assert "Neem visitekaartjes mee." in drafted(writer, f"{PAGE}?opnieuw=1")


def test_a_text_with_gaps_is_not_final(writer: Client) -> None:
    save(writer, drafted(writer).replace("&#x27;", "'"))
    answer = writer.post(PAGE, {"act": "finish", "seen": "1"})
    assert answer.status_code == 409
    assert "Aantal open plekken" in answer.content.decode()
    assert not models.ReportFinal.objects.exists()


def test_a_final_report_is_evidence_with_its_paper_on_the_shelf(writer: Client) -> None:
    save(writer)
    for _ in range(2):
        assert writer.post(PAGE, {"act": "finish", "seen": "1"}).status_code == 302
    (final,) = models.ReportFinal.objects.all()
    measure = models.Measure.objects.get(activity__reference="G-1", code="M3.report")
    (evidence,) = measure.evidence.all()
    assert evidence.sha256
    assert (evidence.sha256, evidence.record) == (final.sha256, final.reference)
    assert shelf().state(evidence.sha256, evidence.size or 0, whole=True) is FileState.HERE
    assert measure.status == MeasureStatus.OPEN
    assert PAGE in read(writer, f"/activiteiten/G-1/maatregelen/{measure.reference}/")


def test_a_version_that_is_final_stays_so_and_a_later_one_begins_anew(assessor: Assessor) -> None:
    a_mission()
    saved()
    finished()
    other: dict[str, Any] = HAND | {"by": HouseHand("cli:other")}
    refused("report.final-already", lambda: services.finish_report(_final(), **other))
    assert saved(text="Anders.", seen=1) == 2
    assert finished(seen=2) == "G-1-VSL2"


def _final() -> Any:
    from openkader.register.report_entries import FinalEntry

    return FinalEntry(activity="G-1", kind=ReportKind.MISSION_REPORT, language="nl", seen=1)


def test_a_final_public_text_waits_on_the_page_of_the_public_account(writer: Client) -> None:
    save(writer, "# Bericht\n\nWij waren er.", path=PUBLIC)
    assert writer.post(PUBLIC, {"act": "finish", "seen": "1"}).status_code == 302
    assert not models.Evidence.objects.filter(measure__activity__reference="G-1").exists()
    assert "Wij waren er." in read(writer, "/activiteiten/G-1/openbaar/")
    posted = {
        "act": "record",
        "kind": "post",
        "title": "Bericht",
        "published_on": timezone.localdate().isoformat(),
        "url": "https://example.nl/b",
        "text": "# Bericht\n\nWij waren er.",
    }
    assert writer.post("/activiteiten/G-1/openbaar/", posted).status_code == 302
    page = read(writer, "/activiteiten/G-1/openbaar/")
    assert 'name="title" value="Bericht"' not in page


def test_the_paper_for_word_holds_the_newest_version(writer: Client) -> None:
    def words(path: str) -> str:
        answer = writer.get(path)
        assert answer["Content-Disposition"].startswith("attachment")
        with ZipFile(io.BytesIO(answer.content)) as archive:
            return archive.read("word/document.xml").decode()

    assert "Bedachte missie" in words(f"{PAGE}word/")
    save(writer, "# Titel\n\nMijn zin & <b>meer</b>.")
    assert "Mijn zin &amp; &lt;b&gt;meer&lt;/b&gt;." in words(f"{PAGE}word/")


def test_of_a_confidential_case_no_public_text_is_composed(assessor: Assessor) -> None:
    from tests.integration.register_house import decided

    decided(assessor)
    a_mission(request="V-1")
    models.Request.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    client = colleague("anna")
    page = read(client, PUBLIC)
    assert "vertrouwelijk" in page
    assert "Bedachtstad" not in page
    assert client.post(PUBLIC, {"act": "look", "seen": "0", "text": "x"}).status_code == 403
    assert client.get(f"{PAGE}word/?soort=public_text").status_code == 403
    assert "Bedachtstad" in drafted(client)


def test_an_activity_that_has_not_begun_has_nothing_to_save_yet(assessor: Assessor) -> None:
    from datetime import date

    from openkader.casework.period import Period

    a_mission(period=Period.day(date(2999, 1, 1)))
    assert "disabled" in read(colleague("anna"))


@pytest.mark.parametrize("path", [f"{PAGE}?soort=onbekend", "/activiteiten/NOPE/verslag/"])
def test_what_there_is_not_is_not_found(writer: Client, path: str) -> None:
    assert writer.get(path).status_code == 404


def test_a_reader_without_that_task_may_look_and_not_save(writer: Client) -> None:
    auditor = colleague("auditor", "auditor")
    assert auditor.get(PAGE).status_code == 200
    assert save(auditor).status_code == 403
    assert Client().get(PAGE).status_code == 302


def test_the_page_asks_as_often_of_much_as_of_little(writer: Client) -> None:
    save(writer)
    first = queries_of(PAGE, writer)
    for number in range(1, 4):
        save(writer, f"Versie {number}.", number)
        services.note_lesson("G-1", f"Les {number}.", **HAND)
    assert queries_of(PAGE, writer) == first <= 24
