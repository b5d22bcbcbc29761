"""The programme of an activity in the browser: planned, changed, shared as a calendar, and learned from."""

import io
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from icalendar import Calendar

from openkader.casework.mission import ParticipantRole, ParticipantStatus
from openkader.casework.vocabulary import AccountRole, Confidentiality, PartyKind
from openkader.register import models, selectors, services
from openkader.register.entries import ActivityEntry, PartyEntry, RequestEntry
from openkader.register.models import Lesson, Participant, ProgrammeSlot
from tests.integration.mission_house import URL, a_journey, copied, enrolled, handed_in, planned, sent, shown
from tests.integration.register_house import HAND, TITLE, a_plan, an_activity
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PART = {
    "act": "plan",
    "title": "Gesprek met de burgemeester",
    "day": "2024-05-23",
    "begins": "09:00",
    "ends": "10:30",
    "zone": "Asia/Shanghai",
    "place": "Stadhuis",
    "counterparts": "een bedrijf\n\n  nog een  ",
}
PERSON = {"act": "enrol", "name": "Hazel  Wren", "organisation": "Tuin BV", "status": "invited"}


@pytest.fixture(autouse=True)
def activity(settings: Any, tmp_path: Path) -> str:
    """An activity in China, of a year whose kader is known, with one party."""
    settings.OPENKADER_DATA = tmp_path
    return a_journey()


def calendar(client: Client, more: str = "") -> Calendar:
    response = client.get(f"{URL}agenda.ics{more}")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/calendar")
    found = Calendar.from_ical(response.content)
    assert isinstance(found, Calendar)
    return found


def events(found: Calendar) -> dict[str, Any]:
    return {str(event["SUMMARY"]): event for event in found.walk("VEVENT")}


def test_only_colleagues_who_read_cases_see_it() -> None:
    planned(day=date(2024, 5, 23))
    enrolled()
    for url in (URL, f"{URL}onderdeel/1/", f"{URL}deelnemer/1/", f"{URL}agenda.ics"):
        assert Client().get(url).headers["Location"].startswith("/aanmelden/?next=")
        response = colleague("beheer", AccountRole.ADMINISTRATOR).get(url)
        assert response.status_code == 403
        assert "Hazel" not in response.content.decode()


def test_what_is_planned_stands_there_by_day_and_with_whom() -> None:
    client = colleague()
    assert "Er staat nog niets in het programma" in shown(client)
    sent(
        client, {**PART, "parties": ["P-1"], "roles": ["leader"], "setting": "informal", "note": "Tolk nodig"}
    )
    text = shown(client)
    assert "Donderdag 23 mei 2024" in text
    assert "09:00–10:30" in text
    assert "tijd van Asia/Shanghai" in text
    assert "informeel" in text
    assert "Tolk nodig" in text
    (row,) = ProgrammeSlot.objects.all()
    assert row.counterparts == ["een bedrijf", "nog een"]
    assert (row.begins, row.zone, row.roles) == (time(9), "Asia/Shanghai", ["leader"])
    assert list(row.met.values_list("party__reference", flat=True)) == ["P-1"]


def test_the_zones_of_the_country_are_offered_and_none_is_chosen_beforehand() -> None:
    text = shown(colleague())
    assert '<option value="Asia/Shanghai">' in text
    assert '<option value="" selected>Kies</option>' in text
    sent(colleague(), {**PART, "zone": "", "other_zone": "asia/tokyo"})
    assert ProgrammeSlot.objects.get().zone == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"title": ""}, 422, "Wat er gebeurt"),
        ({"day": "31 februari"}, 422, "Dag"),
        ({"zone": ""}, 409, "Kies de tijdzone van de plaats"),
        ({"zone": "Mars/Olympus"}, 422, "Tijdzone van de plaats"),
        ({"other_zone": "Mars/Olympus"}, 422, "Deze tijdzone bestaat niet"),
        ({"ends": "08:00"}, 409, "ligt niet na de begintijd"),
        ({"begins": "25:00"}, 422, "Begint om"),
        ({"day": "2204-05-23"}, 409, "Controleer het jaartal"),
        ({"other_parties": "P-1\nNOPE"}, 422, "Er is geen partij"),
        ({"roles": ["koning"]}, 422, "Voor wie"),
    ],
)
def test_what_cannot_stand_there_is_said_and_what_was_typed_stays(
    changes: dict[str, Any], status: int, said: str
) -> None:
    text = sent(colleague(), {**PART, **changes}, status=status)
    assert said in text
    assert "Stadhuis" in text
    assert ProgrammeSlot.objects.count() == 0


def test_markup_and_line_ends_in_a_title_are_words() -> None:
    client = colleague()
    sent(client, {**PART, "title": "<script>x</script>\r\nATTENDEE:mailto:kwaad@example.org"})
    assert "<script>x" not in shown(client)
    content = client.get(f"{URL}agenda.ics").content
    assert b"\r\nATTENDEE" not in content
    assert len(events(calendar(client))) == 1


def test_a_change_by_two_hands_is_told_and_the_second_keeps_what_was_typed() -> None:
    client = colleague()
    sent(client, PART)
    place = f"{URL}onderdeel/1/"
    text = shown(client, place)
    assert 'name="seen" value="1"' in text
    assert "een bedrijf nog een" in text
    change = {**PART, "act": "change", "seen": "1"}
    sent(client, {**change, "place": "Haven"}, place)
    text = sent(client, {**change, "place": "Vliegveld"}, place, 409)
    assert "intussen door iemand anders gewijzigd" in text
    assert "Vliegveld" in text
    assert "Haven" in shown(client)


def test_what_is_taken_out_is_gone_and_a_second_click_comes_back_to_the_programme() -> None:
    client = colleague()
    sent(client, PART)
    for _click in range(2):
        response = client.post(f"{URL}onderdeel/1/", {"act": "remove", "seen": "1"})
        assert response.headers["Location"] == URL
    assert shown(client, f"{URL}onderdeel/1/", 404)
    assert client.post(f"{URL}onderdeel/1/", {**PART, "act": "change", "seen": "1"}).status_code == 404
    assert client.get(f"{URL}onderdeel/{10**40}/").status_code == 404


def test_a_calendar_has_the_zone_of_the_place_and_reads_in_again_as_a_change() -> None:
    client = colleague()
    sent(client, {**PART, "parties": ["P-1"], "note": "geheim"})
    sent(client, {**PART, "title": "Reisdag", "begins": "", "ends": "", "zone": ""})
    before = events(calendar(client))
    talk, day = before["Gesprek met de burgemeester"], before["Reisdag"]
    assert talk.decoded("DTSTART").astimezone(UTC) == datetime(2024, 5, 23, 1, 0, tzinfo=UTC)
    assert str(talk["DTSTART"].params["TZID"]) == "Asia/Shanghai"
    assert day.decoded("DTSTART") == date(2024, 5, 23)
    assert "Met: Tuin BV\\, een bedrijf\\, nog een" in talk.to_ical().decode()
    assert "geheim" not in calendar(client).to_ical().decode()
    assert calendar(client).walk("VTIMEZONE")
    sent(client, {**PART, "act": "change", "seen": "1", "begins": "14:00", "ends": ""}, f"{URL}onderdeel/1/")
    client.post(f"{URL}onderdeel/2/", {"act": "remove", "seen": "1"})
    after = events(calendar(client))
    assert after["Gesprek met de burgemeester"]["UID"] == talk["UID"]
    assert [int(one["SEQUENCE"]) for one in (talk, after["Gesprek met de burgemeester"])] == [0, 1]
    assert (str(after["Reisdag"]["STATUS"]), str(day["STATUS"])) == ("CANCELLED", "CONFIRMED")
    assert int(after["Reisdag"]["SEQUENCE"]) == 1
    assert client.get(f"{URL}agenda.ics").content == client.get(f"{URL}agenda.ics").content


def test_the_calendar_of_one_has_what_is_for_them() -> None:
    client = colleague()
    sent(client, PART)
    sent(client, {**PART, "title": "Overleg van de leiding", "roles": ["leader", "office_holder"]})
    enrolled(role=ParticipantRole.COMPANY)
    enrolled(name="Wang Bedacht", role=ParticipantRole.LEADER)
    assert set(events(calendar(client, "?deelnemer=1"))) == {PART["title"]}
    assert len(events(calendar(client, "?deelnemer=2"))) == 2
    assert len(events(calendar(client))) == 2
    enrolled(number=1, seen=1, status=ParticipantStatus.DROPPED_OUT, reason="illness")
    off = events(calendar(client, "?deelnemer=1"))[str(PART["title"])]
    assert (str(off["STATUS"]), int(off["SEQUENCE"])) == ("CANCELLED", 1)
    for wrong in ("3", "x", "", "9" * 40, "1'--"):
        assert client.get(f"{URL}agenda.ics?deelnemer={wrong}").status_code == 404


def test_what_is_no_longer_for_somebody_is_off_in_their_calendar_and_tells_nothing_new() -> None:
    client = colleague()
    sent(client, PART)
    enrolled(role=ParticipantRole.COMPANY)
    change = {**PART, "act": "change", "seen": "1", "title": "Besloten overleg", "roles": ["leader"]}
    sent(client, change, f"{URL}onderdeel/1/")
    (mine,) = events(calendar(client, "?deelnemer=1")).values()
    assert (str(mine["SUMMARY"]), str(mine["STATUS"])) == (PART["title"], "CANCELLED")
    assert int(mine["SEQUENCE"]) == 1
    assert "Besloten" not in calendar(client, "?deelnemer=1").to_ical().decode()
    assert set(events(calendar(client))) == {"Besloten overleg"}


def test_of_what_is_called_off_the_calendar_is_cancelled() -> None:
    a_plan("X-2", year=2024)
    planned("X-2", day=date(2024, 5, 23))
    client, url = colleague(), "/activiteiten/X-2/programma/agenda.ics"
    (before,) = events(Calendar.from_ical(client.get(url).content)).values()
    services.cancel_activity("X-2", "Geen vergunning.", **HAND)
    (after,) = events(Calendar.from_ical(client.get(url).content)).values()
    assert [(str(one["STATUS"]), int(one["SEQUENCE"])) for one in (before, after)] == [
        ("CONFIRMED", 0),
        ("CANCELLED", 1),
    ]


def test_a_participant_is_put_on_the_list_once_and_changed_on_a_page_of_their_own() -> None:
    client = colleague()
    for _click in range(2):
        sent(client, {**PERSON, "party": "P-1", "role": "company"})
    assert "Hazel Wren" in shown(client)
    place = f"{URL}deelnemer/1/"
    assert "Hazel Wren" in shown(client, place)
    change = {**PERSON, "act": "change", "seen": "1", "status": "dropped_out"}
    text = sent(client, change, place, 409)
    assert "Kies waarom deze deelnemer afviel" in text
    sent(client, {**change, "reason": "human_rights_message"}, place)
    assert "eigen keuze om de boodschap over mensenrechten" in shown(client)
    assert sent(client, {**change, "reason": "zomaar"}, place, 422)
    client.post(place, {"act": "remove", "seen": "2"})
    assert "Hazel" not in shown(client)
    assert client.post(place, {"act": "remove", "seen": "x"}).status_code in (302, 404)


@pytest.mark.parametrize(
    "changes", [{"name": ""}, {"name": "x" * 301}, {"email": "geen"}, {"status": ""}, {"party": "NOPE"}]
)
def test_a_participant_who_cannot_be_kept_is_said_and_stays_typed(changes: dict[str, str]) -> None:
    assert "Tuin BV" in sent(colleague(), {**PERSON, **changes}, status=422)
    assert Participant.objects.count() == 0


def test_whose_task_it_is_not_sees_the_reason_on_each_button_and_changes_nothing() -> None:
    planned(day=date(2024, 5, 23))
    enrolled()
    client = colleague("lezer", AccountRole.EVALUATOR)
    for url in (URL, f"{URL}onderdeel/1/", f"{URL}deelnemer/1/"):
        text = shown(client, url)
        assert "Dat doet een adviseur" in text or "disabled aria-describedby" in text
        for act in ("plan", "enrol", "learn", "copy", "hand_in", "change", "remove"):
            assert client.post(url, {**PART, **PERSON, "act": act}).status_code in (403, 404)
    assert (ProgrammeSlot.objects.count(), Participant.objects.count(), Lesson.objects.count()) == (1, 1, 0)


def test_an_act_that_does_not_exist_is_not_there() -> None:
    assert colleague().post(URL, {"act": "burn"}).status_code == 404
    assert colleague().post(URL).status_code == 404
    assert colleague().get("/activiteiten/NOPE/programma/").status_code == 404


def test_lessons_are_noted_after_it_began_and_shown_where_a_programme_begins_as_this_one() -> None:
    client = colleague()
    sent(client, PART)
    sent(client, {"act": "learn", "text": "Meer tijd voor de tolk."})
    a_plan("X-2", year=2025, country="CN")
    new = "/activiteiten/X-2/programma/"
    assert "De activiteit is nog niet begonnen" in shown(client, new)
    assert "1 onderdeel · 1 les" in shown(client, new)
    sent(client, {"act": "copy", "template": "X-1", "first_day": "2025-03-03"}, new)
    text = shown(client, new)
    assert "Maandag 3 maart 2025" in text
    assert "Meer tijd voor de tolk." in text
    assert "een bedrijf" not in text
    assert "intussen" not in text
    again = {"act": "copy", "template": "X-1", "first_day": "2025-03-03"}
    assert "heeft al onderdelen" in sent(client, again, new, 409)
    assert sent(client, {"act": "learn", "text": "x"}, new, 409)


def test_a_programme_of_what_one_may_not_see_is_not_offered_and_not_taken_over() -> None:
    secret = RequestEntry(
        reference="V-9", year=2024, title=TITLE, confidentiality=Confidentiality.SECRET, team="andere"
    )
    services.record_request(secret, **HAND)
    an_activity(reference="X-9")
    models.Activity.objects.filter(reference="X-9").update(
        request=models.Request.objects.get(reference="V-9"), year=2024
    )
    planned("X-9", day=date(2024, 5, 23))
    client = colleague("anna", AccountRole.ADVISER)
    assert "X-9" not in shown(client)
    sent(client, {"act": "copy", "template": "X-9", "first_day": "2024-03-03"}, status=422)
    for url in ("", "onderdeel/1/", "agenda.ics"):
        assert client.get(f"/activiteiten/X-9/programma/{url}").status_code == 404


def test_who_took_part_for_a_party_that_does_not_count_is_shown() -> None:
    services.record_party(PartyEntry(reference="P-2", kind=PartyKind.COMPANY, name="Zoon BV"), **HAND)
    enrolled(party="P-1", status=ParticipantStatus.TOOK_PART)
    assert "tellen niet mee" not in shown(colleague())
    enrolled(name="Wang Bedacht", party="P-2", status=ParticipantStatus.TOOK_PART)
    assert "tellen niet mee" in shown(colleague())


def test_what_the_page_asks_of_the_database_is_bounded_however_much_there_is() -> None:
    for number in range(12):
        services.record_party(
            PartyEntry(reference=f"PP-{number}", kind=PartyKind.COMPANY, name=f"BV {number}"), **HAND
        )
        planned(title=f"Deel {number}", day=date(2024, 5, 23), parties=("P-1", f"PP-{number}"))
    handed_in(*(f"Persoon {number}" for number in range(50)))
    enrolled(party="P-1")
    services.note_lesson("X-1", "Een les.", **HAND)
    services.record_activity(ActivityEntry(reference="X-2", year=2024, title=TITLE), **HAND)
    copied("X-1", "X-2", date(2024, 6, 1))
    client = colleague()
    for url in (
        URL,
        "/activiteiten/X-2/programma/",
        f"{URL}onderdeel/1/",
        f"{URL}deelnemer/1/",
        f"{URL}agenda.ics",
    ):
        assert queries_of(url, client) <= MOST_QUERIES, url
    services.record_activity(ActivityEntry(reference="X-3", year=2024, title=TITLE), **HAND)
    assert queries_of("/activiteiten/X-3/programma/", client) <= MOST_QUERIES


def test_the_reading_of_a_confidential_mission_is_noted() -> None:
    secret = RequestEntry(
        reference="V-9", year=2024, title=TITLE, confidentiality=Confidentiality.CONFIDENTIAL
    )
    services.record_request(secret, **HAND)
    models.Activity.objects.filter(reference="X-1").update(
        request=models.Request.objects.get(reference="V-9")
    )
    client = colleague("baas", AccountRole.DECIDER)
    for url in (URL, f"{URL}agenda.ics"):
        assert client.get(url).status_code == 200
    read = [one for one in selectors.events() if one.action == "dossier.read"]
    assert [one.detail["what"] for one in read] == ["programme_calendar", "programme"]


# --- papers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["programma", "deelnemers"])
@pytest.mark.parametrize("language", ["nl", "en", "xx"])
def test_the_papers_are_word_documents_with_a_name(what: str, language: str) -> None:
    planned(day=date(2024, 5, 23), parties=("P-1",), note="geheim")
    enrolled(party="P-1", email="h@example.org")
    response = colleague().get(f"{URL}{what}.docx?taal={language}")
    assert response.status_code == 200
    name = f'"{what}-X-1-{"en" if language == "en" else "nl"}.docx"'
    assert name in response.headers["Content-Disposition"]
    with ZipFile(io.BytesIO(response.content)) as archive:
        text = archive.read("word/document.xml").decode()
    assert "Tuin BV" in text
    assert "geheim" not in text
    assert "example.org" not in text


def test_another_paper_is_not_there_and_only_colleagues_get_one() -> None:
    assert colleague().get(f"{URL}begroting.docx").status_code == 404
    assert colleague().get("/activiteiten/NOPE/programma/programma.docx").status_code == 404
    assert Client().get(f"{URL}programma.docx").headers["Location"].startswith("/aanmelden/")


def test_the_papers_are_pdfs_as_well_and_say_so_when_no_font_can_show_a_name() -> None:
    planned(day=date(2024, 5, 23))
    enrolled()
    client = colleague()
    for what in ("programma", "deelnemers"):
        response = client.get(f"{URL}{what}.pdf")
        assert response.headers["Content-Type"] == "application/pdf"
        assert response.content.startswith(b"%PDF-")
    enrolled(name="\U0001fbf3 Wren")
    text = client.get(f"{URL}deelnemers.pdf")
    assert text.status_code == 422
    assert "geen lettertype" in text.content.decode()
