"""The companies of an activity in the browser: who did the scan, who was informed, who was let off, and by whom."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from openkader.casework.period import Period
from openkader.casework.vocabulary import AccountRole, ActivityStanding, Confidentiality
from openkader.register import models, services
from openkader.register.entries import RequestEntry
from tests.integration.register_house import TITLE, everything
from tests.integration.self_scan_house import COMPANY, HAND, OTHER, a_mission, handed_in, key_of
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PATH = "/activiteiten/X-1/bedrijven/"


@pytest.fixture
def adviser() -> Client:
    return colleague("anna", AccountRole.ADVISER)


@pytest.fixture
def decider() -> Client:
    return colleague("bert", AccountRole.DECIDER)


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def ask(client: Client, **changes: str) -> Any:
    said = {"act": "ask", "party": COMPANY, "recipient": "A. Fictief", "language": "nl", "due_on": day(10)}
    return client.post(PATH, {**said, **changes}, follow=True)


def text_of(client: Client, path: str = PATH) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_page_says_who_lacks_a_scan_and_asks_little(adviser: Client) -> None:
    a_mission(COMPANY, OTHER, group=18)
    text = text_of(adviser)
    assert "Zonder zelfscan die telt op de dag van vertrek (2): Fictief P-1, Fictief P-2" in text
    assert "18 tuinbouwbedrijven" in text
    assert "0 van 2 tot 20" in text or "0 van 2–20" in text or "0 van 2 tot en met 20" in text
    assert queries_of(PATH, adviser) <= MOST_QUERIES


def test_with_scans_sessions_waivers_and_people_the_page_still_asks_little(
    adviser: Client, decider: Client
) -> None:
    from openkader.casework.mission import ParticipantRole
    from tests.integration.mission_house import enrolled

    a_mission(*(f"P-{at}" for at in range(1, 9)), group=18)
    for at in range(1, 9):
        ask(adviser, party=f"P-{at}")
        enrolled(name=f"Persoon {at}", party=f"P-{at}", role=ParticipantRole.COMPANY)
    handed_in()
    for at in (2, 3):
        note(adviser, **{f"present-P{at}": "1"})
    assert queries_of(PATH, adviser) <= MOST_QUERIES


def test_asked_without_mail_the_link_is_shown_once_and_opens_the_scan(adviser: Client) -> None:
    a_mission(COMPANY)
    shown = ask(adviser).content.decode()
    found = re.search(r"/zelfscan/[\w-]+/", shown)
    assert found
    assert Client().get(found.group()).status_code == 200
    assert "/zelfscan/" not in adviser.get(PATH).content.decode()


def test_with_a_mail_server_the_question_goes_out(adviser: Client, settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = "provincie@example.nl"
    a_mission(COMPANY)
    ask(adviser, email="a@voorbeeld.example", language="en")
    mail = models.OutgoingMail.objects.get()
    assert (mail.purpose, mail.to) == ("self-scan", "a@voorbeeld.example")
    assert "We ask you to fill in a self-scan" in mail.text


def test_a_second_click_asks_once_and_its_link_works_as_well(adviser: Client) -> None:
    a_mission(COMPANY)
    links = [re.search(r"/zelfscan/[\w-]+/", ask(adviser).content.decode()) for _ in range(2)]
    assert models.SelfScan.objects.count() == 1
    assert [Client().get(one.group()).status_code for one in links if one] == [200, 200]


def test_what_was_answered_is_counted_for_each_step(adviser: Client) -> None:
    a_mission(COMPANY)
    ask(adviser)
    handed_in()
    text = text_of(adviser)
    assert "1 van 1" in text
    assert "Antwoorden van Fictief P-1 per stap" in text
    assert "Elk bedrijf leverde de zelfscan in" in text


def test_a_waiver_needs_somebody_else(adviser: Client, decider: Client) -> None:
    a_mission(COMPANY)
    proposed = {"act": "waive", "party": COMPANY, "reason": "Alleen tolk.", "expires_on": "2030-06-01"}
    assert adviser.post(PATH, proposed).status_code == 302
    agreed = {"act": "agree_waiver", "waiver": "X-1-ZO1"}
    assert adviser.post(PATH, agreed).status_code == 403
    assert decider.post(PATH, agreed).status_code == 302
    assert "Elk bedrijf leverde de zelfscan in" in text_of(adviser)


def note(client: Client, **present: str) -> Any:
    said = {"act": "session", "kind": "rvo", "by_whom": "RVO (fictief)", "held_on": day(0), "subject": ""}
    return client.post(PATH, {**said, **present})


def test_a_session_tells_who_was_there_and_who_missed_it(adviser: Client) -> None:
    a_mission(COMPANY, OTHER, group=18)
    present = {f"present-{key_of(1)}": "1", f"present-{key_of(2)}": "0", f"present-{key_of(90)}": "12"}
    assert note(adviser, **present).status_code == 302
    text = text_of(adviser)
    assert "tuinbouwbedrijven: 12 van 18" in text
    assert "13 van 20" in text
    strike = {"act": "strike_out", "session": "X-1-VS1", "reason": "Verkeerde dag."}
    assert adviser.post(PATH, strike).status_code == 302
    assert "0 van 20" in text_of(adviser)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"act": "destroy"}, 404),
        ({}, 404),
        ({"act": "ask"}, 422),
        ({"act": "ask", "party": "P-999"}, 422),
        ({"act": "remind", "scan": "X-2-Z1"}, 404),
        ({"act": "take_back", "scan": "", "reason": "x"}, 404),
        ({"act": "agree_waiver", "waiver": "NOPE"}, 403),
        ({"act": "session", "kind": "rvo", "by_whom": "x", "held_on": "2024-01-01"}, 409),
        ({"act": "session", "kind": "kgb", "by_whom": "x", "held_on": "2024-01-01"}, 422),
        ({"act": "strike_out", "session": "X-9-VS1", "reason": "x"}, 404),
        ({"act": "waive", "party": COMPANY, "reason": " ", "expires_on": "2030-06-01"}, 422),
        ({"act": "waive", "party": COMPANY, "reason": "x", "expires_on": "2000-01-01"}, 409),
    ],
)
def test_hostile_input_changes_nothing(adviser: Client, said: dict, status: int) -> None:
    a_mission(COMPANY)
    before = everything()
    assert adviser.post(PATH, said).status_code == status
    assert everything() == before


def test_more_than_take_part_cannot_have_been_there(adviser: Client) -> None:
    a_mission(group=18)
    for number in ("19", "-1", "1e9", "NaN"):
        assert note(adviser, **{f"present-{key_of(90)}": number}).status_code == 422


def test_a_record_of_another_activity_is_not_reached_from_here(adviser: Client) -> None:
    a_mission(COMPANY)
    ask(adviser)
    a_mission(COMPANY, reference="X-2")
    other = "/activiteiten/X-2/bedrijven/"
    answer = adviser.post(other, {"act": "take_back", "scan": "X-1-Z1", "reason": "x"})
    assert answer.status_code == 404
    assert "Gevraagd voor een andere activiteit" in text_of(adviser, other)


def test_a_case_that_a_colleague_may_not_see_has_no_page(adviser: Client) -> None:
    entry = RequestEntry(reference="V-1", year=2030, title=TITLE, confidentiality=Confidentiality.SECRET)
    services.record_request(entry, **HAND)
    a_mission(COMPANY)
    models.Activity.objects.filter(reference="X-1").update(
        request=models.Request.objects.get(reference="V-1")
    )
    assert adviser.get(PATH).status_code == 404
    assert adviser.get("/activiteiten/NOPE/bedrijven/").status_code == 404


def test_the_roadshow_of_2024_shows_its_number_between_bounds(adviser: Client) -> None:
    roadshow = models.Activity.objects.filter(kind="outgoing_mission").first()
    assert roadshow
    text = text_of(adviser, f"/activiteiten/{roadshow.reference}/bedrijven/")
    assert "0 van 0 tot" in text
    assert "een groep zonder namen" in text


def with_measures(*codes: str) -> None:
    services.require_measures("X-1", {code: code.partition(".")[0] for code in codes}, **HAND)


def test_the_scans_are_the_evidence_with_which_the_measure_is_closed(adviser: Client) -> None:
    a_mission(COMPANY)
    with_measures("M3.self_scan")
    assert adviser.post(PATH, {"act": "prove_scans"}).status_code == 409
    ask(adviser)
    handed_in()
    assert adviser.post(PATH, {"act": "prove_scans"}).status_code == 302
    measure = models.Measure.objects.get(activity__reference="X-1", code="M3.self_scan")
    assert measure.status == "done"
    assert [one.record for one in measure.evidence.all()] == ["X-1-Z1"]
    shown = adviser.get(f"/activiteiten/X-1/maatregelen/{measure.reference}/").content.decode()
    assert f'<a class="nl-link" href="{PATH}">X-1-Z1</a>' in shown
    assert "Maatregel M3.self_scan is afgesloten" in text_of(adviser)
    assert adviser.post(PATH, {"act": "prove_scans"}).status_code == 409


def test_a_waiver_that_holds_is_evidence_too(adviser: Client, decider: Client) -> None:
    a_mission(COMPANY)
    with_measures("M3.self_scan")
    waive = {"act": "waive", "party": COMPANY, "reason": "Alleen tolk.", "expires_on": "2030-06-01"}
    adviser.post(PATH, waive)
    decider.post(PATH, {"act": "agree_waiver", "waiver": "X-1-ZO1"})
    assert adviser.post(PATH, {"act": "prove_scans"}).status_code == 302
    assert [one.record for one in models.Evidence.objects.filter(record__isnull=False)] == ["X-1-ZO1"]


def test_a_session_is_evidence_of_its_own_measure(adviser: Client) -> None:
    a_mission(COMPANY)
    with_measures("E3.session", "M3.civil_society")
    note(adviser, **{f"present-{key_of(1)}": "1"})
    said = {"act": "prove_session", "session": "X-1-VS1"}
    assert adviser.post(PATH, said).status_code == 302
    done = {one.code: one.status for one in models.Measure.objects.filter(activity__reference="X-1")}
    assert done == {"E3.session": "done", "M3.civil_society": "open"}
    assert queries_of(PATH, adviser) <= MOST_QUERIES


def test_a_measure_that_was_not_set_out_is_not_closed_from_here(adviser: Client) -> None:
    a_mission(COMPANY)
    ask(adviser)
    handed_in()
    assert adviser.post(PATH, {"act": "prove_scans"}).status_code == 409
    assert "Deze maatregel staat nog niet bij de activiteit" in text_of(adviser)


def test_a_session_that_was_struck_out_proves_nothing(adviser: Client) -> None:
    a_mission(COMPANY)
    with_measures("E3.session")
    note(adviser, **{f"present-{key_of(1)}": "1"})
    adviser.post(PATH, {"act": "strike_out", "session": "X-1-VS1", "reason": "Verkeerde dag."})
    assert adviser.post(PATH, {"act": "prove_session", "session": "X-1-VS1"}).status_code == 404


def test_the_page_of_a_mission_says_why_it_cannot_have_been_held_and_asks_little(adviser: Client) -> None:
    yesterday = Period.day(timezone.localdate() - timedelta(days=1))
    a_mission(COMPANY, OTHER, standing=ActivityStanding.PLANNED, period=yesterday)
    shown = adviser.get("/activiteiten/X-1/").content.decode()
    assert re.search(r'id="why-not-hold">Zonder zelfscan die telt', shown)
    assert queries_of("/activiteiten/X-1/", adviser) <= MOST_QUERIES
