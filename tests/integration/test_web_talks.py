"""The pages about lines to take and the public account, as a colleague meets them; and what a stranger finds there."""

import io
import re
from dataclasses import replace
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.utils import timezone

from openkader.casework.period import Period
from openkader.casework.vocabulary import PublicKind
from openkader.kader import Assessor
from openkader.register.models import FollowUp, MessageNote, PublicItem
from tests.integration.register_house import decided
from tests.integration.screening_house import a_list
from tests.integration.talk_house import HAND, PROMISE, noted, party, published, talk
from tests.web_pages import MOST_QUERIES, colleague, page, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
MESSAGES, PUBLIC = "/activiteiten/G-1/boodschap/", "/activiteiten/G-1/openbaar/"
NASTY = '"><script>alert(1)</script>'
YES = {"act": "note", "line": "level_playing_field", "seen": "0", "raised": "yes", "party": "W-1"}
POSTED = {
    "act": "record",
    "kind": "post",
    "title": "Bericht",
    "published_on": "2024-06-01",
    "url": "https://example.nl/bericht",
    "topics": ["level_playing_field"],
}


@pytest.fixture
def met() -> Client:
    """A talk that took place, and the colleague who was there."""
    talk("G-1", party(), year=2024, period=Period.day(date(2024, 5, 2)))
    return colleague("anna", "adviser")


def text_of(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path, headers={"cookie": client.cookies.output(header="", sep=";")})
    assert response.status_code == status, response.status_code
    return " ".join(response.content.decode().split())


def send(client: Client, path: str, said: dict[str, Any], status: int = 302) -> str:
    response = client.post(path, said)
    assert response.status_code == status, response.content.decode()[-2000:]
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("path", ["boodschap", "openbaar", "gespreksnotitie"])
def test_only_a_colleague_sees_the_pages_of_a_talk(met: Client, path: str) -> None:
    address = f"/activiteiten/G-1/{path}/"
    assert Client().get(address).status_code == 302
    assert colleague("beheerder", "administrator").get(address).status_code == 403
    assert met.get("/activiteiten/NOPE/boodschap/").status_code == 404
    assert met.get(address).status_code == 200


def test_the_lines_that_fit_say_why_with_their_policy_and_who_heard_them(met: Client) -> None:
    text = text_of(met, MESSAGES)
    line = text.split('id="line-level_playing_field"')[1].split('id="line-')[0]
    assert "Past omdat" in line
    assert "Kamerbrief over het bezoek aan China" in line
    assert "Bedachte Commissie" in line
    assert "Niet vastgelegd" in line
    # In an embassy talk responsible business has no place; its line stands apart.
    assert "line-responsible_business" not in text
    assert "Boodschappen die hier niet passen" in text


def test_a_line_is_noted_and_shown_with_its_follow_up(met: Client) -> None:
    said = YES | {"said_by": "Anna", "reaction": NASTY, "setting": "formal"}
    said |= {"what": "Brief", "who": "Anna", "due_on": "2024-06-01"}
    send(met, MESSAGES, said)
    text = text_of(met, MESSAGES)
    assert "Aan de orde gesteld" in text
    assert NASTY not in text
    assert "&lt;script&gt;" in text
    assert "Te laat" in text.split('id="G-1-V1"')[1]
    send(met, MESSAGES, {"act": "finish", "follow_up": "G-1-V1", "outcome": "Verstuurd."})
    assert "Verstuurd." in text_of(met, MESSAGES)
    heard = text_of(met, "/boodschappen/W-1/")
    assert "formeel, op de agenda" in heard
    assert "Langer dan een jaar niet" in heard


def test_what_is_refused_keeps_what_was_typed(met: Client) -> None:
    text = send(met, MESSAGES, YES | {"raised": "no", "reaction": "Getypt."}, 409)
    assert "Geef de reden waarom de boodschap niet aan de orde kwam." in text
    assert "Getypt." in text
    send(met, MESSAGES, {"act": "note", "line": "level_playing_field", "seen": "0"}, 422)
    send(met, MESSAGES, YES | {"party": "P-stolk"}, 422)
    send(met, MESSAGES, YES | {"seen": "-1"}, 422)
    send(met, MESSAGES, YES | {"reaction": "x" * 10_001}, 422)
    send(met, MESSAGES, YES | {"due_on": "morgen"}, 422)
    send(met, MESSAGES, YES | {"line": "bestaat_niet"}, 404)
    send(met, MESSAGES, {"act": "delete"}, 404)
    assert not MessageNote.objects.exists()


def test_a_second_click_notes_once_and_a_stale_page_is_stopped(met: Client) -> None:
    send(met, MESSAGES, YES)
    send(met, MESSAGES, YES)
    assert MessageNote.objects.count() == 1
    text = send(met, MESSAGES, YES | {"reaction": "Anders."}, 409)
    assert "Een collega legde intussen iets vast" in text


def test_a_follow_up_of_another_activity_is_not_there(met: Client, assessor: Assessor) -> None:
    talk("G-2", "W-1", year=2024, period=Period.day(date(2024, 5, 3)))
    noted(assessor, activity="G-2", promise=PROMISE)
    done = {"act": "finish", "follow_up": "G-2-V1", "outcome": "x"}
    send(met, MESSAGES, done, 404)
    send(met, PUBLIC, done, 404)
    assert FollowUp.objects.get().done_at is None


def test_who_only_reads_is_told_whose_task_it_is(met: Client) -> None:
    reader = colleague("ziet", "evaluator")
    assert "disabled" in text_of(reader, MESSAGES)
    send(reader, MESSAGES, YES, 403)
    send(reader, PUBLIC, POSTED, 403)
    assert not MessageNote.objects.exists()
    assert not PublicItem.objects.exists()


def test_a_public_item_ends_what_was_overdue(met: Client) -> None:
    assert "dagen te laat" in text_of(met, PUBLIC)
    year = text_of(met, "/jaar/2024/openbaar/")
    assert 'href="/activiteiten/G-1/openbaar/"' in year.split('id="group-overdue"')[1].split("</section>")[0]
    send(met, PUBLIC, POSTED | {"text": f"Wij spraken. {NASTY}"})
    send(met, PUBLIC, POSTED | {"text": f"Wij spraken. {NASTY}"})
    assert PublicItem.objects.count() == 1
    text = text_of(met, PUBLIC)
    assert "Teruggekoppeld" in text
    assert NASTY not in text
    assert "gelijk speelveld" in text
    assert 'id="group-overdue"' not in text_of(met, "/jaar/2024/openbaar/")


def test_what_cannot_be_kept_says_why_in_its_form(met: Client) -> None:
    text = send(met, PUBLIC, POSTED | {"url": "javascript:alert(1)"}, 409)
    assert "Dit is geen webadres" in text
    assert 'href="javascript:' not in text
    send(met, PUBLIC, POSTED | {"published_on": "2999-01-01"}, 409)
    send(met, PUBLIC, POSTED | {"url": ""}, 409)
    send(met, PUBLIC, POSTED | {"topics": ["bestaat_niet"]}, 422)
    send(met, PUBLIC, POSTED | {"kind": "roddel"}, 422)
    send(met, PUBLIC, POSTED | {"text": "x" * 200_001}, 422)
    send(met, PUBLIC, {"act": "promise", "item": "G-9-O1", "what": "x"}, 404)
    assert not PublicItem.objects.exists()


def test_a_media_item_gets_a_follow_up(met: Client, assessor: Assessor) -> None:
    published(assessor, kind=PublicKind.MEDIA, published_on=date(2024, 6, 1))
    send(met, PUBLIC, {"act": "promise", "item": "G-1-O1"}, 409)
    promise = {"what": "Ingezonden brief", "who": "Anna", "due_on": "2024-06-10"}
    send(met, PUBLIC, {"act": "promise", "item": "G-1-O1"} | promise)
    text = text_of(met, PUBLIC)
    assert "Ingezonden brief" in text
    assert "dagen te laat" in text  # what media say is no account of our own


def test_the_monitor_of_2024_tells_known_from_unknown() -> None:
    text = text_of(colleague("anna", "adviser"), "/boodschappen/")
    row = text.split("Burgemeester van Zibo")[1].split("</tr>")[0]
    assert "staat alleen in de lopende tekst" in row
    assert "met wie van hen staat er niet" in row
    assert "Onbekend" in row
    assert "Stolk" not in text.split("<main")[1]
    # Only known from digital talks; a ministry with which the policy was discussed is no counterpart.
    assert "Overheid van Hebei" in text
    assert "Buitenlandse Zaken" not in text
    ambassador = text.split("Tan Jian")[1].split("</tr>")[0]
    assert "Langer dan een jaar niet" in ambassador
    assert "Niet vastgelegd" in ambassador
    assert "Tan Jian" not in text_of(colleague("anna"), "/boodschappen/?q=zibo").split("<main")[1]


def test_the_dialogue_of_2024_goes_by_year_and_holds_the_talks_beside_it() -> None:
    client = colleague("anna", "adviser")
    text = text_of(client, "/boodschappen/P-beijing-agricultural-bureau/")
    assert text.index("Ontvangst van het Beijing") < text.index("Roadshow in de Chinese")
    talks = text_of(client, "/boodschappen/P-hebei-overheid/")
    assert "hoe vaak is onbekend" in talks
    assert "Welke onderwerpen zijn besproken, staat er niet." in talks
    assert text_of(client, "/boodschappen/P-buitenlandse-zaken/", 404)
    assert text_of(client, "/boodschappen/P-stolk/", 404)
    assert text_of(client, "/boodschappen/NOPE/", 404)
    assert page("/boodschappen/", status=302) == ""


def test_the_year_2024_has_nothing_overdue_that_its_text_reports() -> None:
    text = text_of(colleague("anna", "adviser"), "/jaar/2024/openbaar/")
    assert 'id="group-overdue"' not in text
    assert "vindplaats onbekend" in text
    assert text_of(colleague("anna"), "/jaar/1999/openbaar/", 404)


def document(response: Any) -> str:
    with ZipFile(io.BytesIO(response.content)) as archive:
        return archive.read("word/document.xml").decode()


def test_the_briefing_note_says_whom_what_and_why(met: Client, assessor: Assessor) -> None:
    noted(assessor)
    response = met.get("/activiteiten/G-1/gespreksnotitie/")
    assert response["Content-Disposition"] == 'attachment; filename="G-1-gespreksnotitie-nl.docx"'
    text = document(response)
    for heading in (
        "Met wie wij spreken",
        "Eerdere gesprekken met hen",
        "Wat wij zeggen",
        "Wat wij terugvragen",
    ):
        assert heading in text
    assert "Een gelijk speelveld is nodig" in text
    assert "Kamerbrief over het bezoek aan China" in text
    ambassador = document(met.get("/activiteiten/ZH-2024-06/gespreksnotitie/"))
    assert "Tan Jian, Chinese ambassadeur in Nederland" in ambassador
    assert "Chinese ambassade, Den Haag" in ambassador
    assert "What we say" in document(met.get("/activiteiten/G-1/gespreksnotitie/?taal=en"))


def test_the_briefing_note_tells_of_screening_only_to_whom_may_read_it(met: Client) -> None:
    assert "Wat de screening zegt" in document(met.get("/activiteiten/G-1/gespreksnotitie/"))
    evaluator = colleague("ziet", "evaluator")
    assert "screening" not in document(evaluator.get("/activiteiten/G-1/gespreksnotitie/")).lower()


def test_the_briefing_note_counts_who_was_screened_as_the_page_of_the_list_does(
    met: Client, assessor: Assessor
) -> None:
    decided(assessor)
    a_list(request="V-1")
    talk("G-2", "W-1", request="V-1")
    text = document(met.get("/activiteiten/G-2/gespreksnotitie/"))
    assert "Gescreend: 0 van " in text
    evaluator = colleague("ziet", "evaluator")
    assert "Gescreend" not in document(evaluator.get("/activiteiten/G-2/gespreksnotitie/"))


@pytest.mark.parametrize(
    "path",
    [MESSAGES, PUBLIC, "/activiteiten/G-1/gespreksnotitie/", "/boodschappen/", "/boodschappen/W-1/"],
)
def test_the_pages_of_a_talk_ask_little(met: Client, assessor: Assessor, path: str) -> None:
    few = replace(PROMISE)
    for number in range(2, 5):
        talk(f"G-{number}", "W-1", year=2024, period=Period.day(date(2024, 5, number)))
        noted(assessor, activity=f"G-{number}")
    noted(assessor, promise=few)
    published(assessor, promise=few)
    published(assessor, title="Nog een")
    assert queries_of(path, met) <= MOST_QUERIES
    assert queries_of("/jaar/2024/openbaar/", met) <= MOST_QUERIES


def test_an_activity_that_has_yet_to_come_cannot_be_noted(met: Client) -> None:
    ahead = timezone.localdate(HAND["now"])
    talk("G-2", "W-1", period=Period.day(ahead))
    assert "moet nog beginnen" in text_of(met, "/activiteiten/G-2/boodschap/").split('id="why-not-')[1]
    text = send(met, "/activiteiten/G-2/boodschap/", YES, 409)
    assert "moet nog beginnen" in text
    assert re.search(r'role="alert"', text)
