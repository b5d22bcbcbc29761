"""The list of work in the browser: chosen, paged, kept, given on, and taken along; of what may not be seen no row."""

import csv
import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.vocabulary import Confidentiality, PartyKind, Role
from openkader.casework.work_list import Holder
from openkader.register import selectors, services
from openkader.register.entries import AssignmentEntry, ParticipationEntry, PartyEntry, RequestEntry
from openkader.register.kaders import assessor_of
from openkader.register.models import AuditEvent, HeldRole, Request, SavedView, TeamMember
from openkader.register.selectors import finding_cases, work_list
from tests.integration.advice_house import a_question
from tests.web_pages import MOST_QUERIES, queries_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
HAND: dict[str, Any] = {"by": "anna", "now": NOW}


@pytest.fixture(autouse=True)
def _the_same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when it turned midnight since this file was read."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def signed_in(name: str = "anna", *roles: str, team: str = "economie") -> Client:
    user, is_new = User.objects.get_or_create(username=name)
    if is_new:
        for role in roles or ("adviser",):
            HeldRole.objects.create(account=user, role=role, at=NOW, by="test")
        TeamMember.objects.create(account=user, team=team)
    client = Client()
    client.force_login(user)
    return client


def a_case(reference: str, title: str = "Fictief", days: int = 10, **more: Any) -> str:
    assignee = more.pop("assignee", None)
    day = TODAY - timedelta(days=days)
    entry = RequestEntry(
        reference=reference,
        year=day.year,
        title=Text(nl=title, en=title),
        received=Period.day(day),
        **{"country": "CN", "kind": "incoming_delegation", **more},
    )
    services.record_request(entry, **HAND)
    if assignee:
        seen = Holder(team=entry.team)
        to = Holder(assignee=assignee, team=entry.team)
        services.assign_request(AssignmentEntry(request=reference, to=to, seen=seen), **HAND)
    return reference


def text_of(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status, response.content.decode()[:400]
    return " ".join(response.content.decode().split())


def shown(client: Client, words: str) -> list[str]:
    text = text_of(client, f"/werk/?{words}")
    return [
        row
        for row in sorted(Request.objects.values_list("reference", flat=True))
        if f'/dossiers/{row}/"' in text
    ]


def test_only_a_colleague_sees_work() -> None:
    for url in ("/werk/", "/werk/bestand/csv/", "/dossiers/V-1/toewijzen/"):
        assert Client().get(url).status_code == 302


def test_mine_my_teams_what_waits_and_what_is_late_are_told_apart() -> None:
    client = signed_in()
    a_case("V-1", assignee="anna")
    a_case("V-2", team="economie", days=100)
    a_case("V-3", team="kennis")
    assert shown(client, "van=mine") == shown(client, "") == ["V-1"]
    assert shown(client, "van=team") == ["V-2"]
    assert shown(client, "van=overdue") == ["V-2"]
    assert shown(client, "van=nobody") == ["V-2", "V-3"]
    assert shown(client, "van=waiting") == []
    assert shown(client, "van=all") == ["V-1", "V-2", "V-3"]
    assert "te laat" in text_of(client, "/werk/?van=overdue")


def test_whoever_works_on_cases_starts_with_them_and_an_empty_list_leads_to_another() -> None:
    client = signed_in()
    assert client.get("/").headers["Location"] == "/werk/"
    text = text_of(client, "/werk/")
    assert "U hebt nu geen zaken" in text
    assert 'href="?van=nobody"' in text
    assert "Elke zaak heeft een behandelaar" in text_of(client, "/werk/?van=nobody")
    assert "Geen zaak voldoet aan deze keuze" in text_of(client, "/werk/?van=mine&zoek=x")
    assert client_of("evaluator").get("/").headers.get("Location") != "/werk/"


def client_of(role: str) -> Client:
    return signed_in(role, role)


def test_filters_stay_folded_until_one_is_set() -> None:
    client = signed_in()
    assert '<details class="filters__more"><summary>Filters</summary>' in text_of(client, "/werk/")
    chosen = text_of(client, "/werk/?soort=event&land=CN")
    assert '<details class="filters__more" open><summary>Filters: 2 gekozen</summary>' in chosen


def test_filters_narrow_the_list_and_nonsense_chooses_nothing() -> None:
    client = signed_in()
    a_case("V-1", country="CN", kind="event")
    a_case("V-2", country="KR", kind="agreement", days=400)
    assert shown(client, "van=all&land=KR") == ["V-2"]
    assert shown(client, "van=all&soort=event") == ["V-1"]
    assert shown(client, f"van=all&jaar={(TODAY - timedelta(days=400)).year}") == ["V-2"]
    assert shown(client, "van=all&stand=received") == ["V-1", "V-2"]
    assert shown(client, "van=all&uitkomst=refuse") == []
    nonsense = (
        "soort=x",
        "land=%27%3B",
        "jaar=99999999",
        "stand=%00x"[:8],
        "volgorde=x",
        "sector=" + "x" * 999,
        "na=x~1",
        "na=2026-01-01~" + "9" * 99,
        "voor=~",
    )
    for words in nonsense:
        assert shown(client, f"van=all&{words}") == (
            [] if words.startswith("sector") and len(words) < 60 else ["V-1", "V-2"]
        ), words


def test_a_case_is_found_by_who_takes_part_in_any_script() -> None:
    client = signed_in()
    services.record_party(PartyEntry(reference="P-1", kind=PartyKind.COMPANY, name="山东虚构集团"), **HAND)
    a_case("V-1", participations=(ParticipationEntry(reference="D-1", role=Role.REQUESTER, party="P-1"),))
    a_case("V-2", "Fictief bezoek over Hebei")
    for words in ("Shangdong", "Shandong", "山东", "Шаньдун"):
        assert shown(client, f"van=all&zoek={words}") == ["V-1"], words
    for words in ("hebei", "Heibei", "V-2", "bezoek"):
        assert shown(client, f"van=all&zoek={words}") == ["V-2"], words
    assert shown(client, "van=all&zoek=%25") == []


def test_of_a_word_and_a_place_both_have_to_be_there_and_a_legal_form_not() -> None:
    client = signed_in()
    services.record_party(
        PartyEntry(reference="P-1", kind=PartyKind.COMPANY, name="Verzonnen Energie"), **HAND
    )
    a_case("V-1", participations=(ParticipationEntry(reference="D-1", role=Role.REQUESTER, party="P-1"),))
    a_case("V-2", "Fictieve delegatie uit Shandong")
    a_case("V-3", "Fictieve delegatie uit Hebei")
    assert shown(client, "van=all&zoek=delegatie") == ["V-2", "V-3"]
    assert shown(client, "van=all&zoek=delegatie+Shandong") == ["V-2"]
    assert shown(client, "van=all&zoek=delegatie+Guangdong") == []
    assert shown(client, "van=all&zoek=Verzonnen+Energie+B.V.") == ["V-1"]


@pytest.mark.parametrize("most", [2000, 1], ids=["looked up", "gone through"])
def test_of_the_title_and_of_one_who_takes_part_may_be_a_word_each(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding_cases, "_MOST", most)
    monkeypatch.setattr(finding_cases, "_MOST_MORE", 1)
    client = signed_in()
    for number, name in enumerate(("山东虚构集团", "Bedacht Wang", "Verzonnen Jiangsu"), 1):
        services.record_party(PartyEntry(reference=f"P-{number}", kind=PartyKind.COMPANY, name=name), **HAND)
    theirs = {
        name: tuple(
            ParticipationEntry(reference=f"D-{name}{x}", role=Role.REQUESTER, party=f"P-{x}") for x in those
        )
        for name, those in {"V-1": (1,), "V-2": (2, 3), "V-3": ()}.items()
    }
    a_case("V-1", "Fictieve delegatie over energie", participations=theirs["V-1"])
    a_case("V-2", "Fictieve delegatie over havens", days=11, participations=theirs["V-2"])
    a_case("V-3", "Fictieve delegatie uit Shandong", days=12)
    wanted = {
        "energie+Shandong": ["V-1"],
        "山东+energie": ["V-1"],
        "delegatie+山东": ["V-3"],  # in which both stand in one place
        "delegatie+Bedacht": ["V-2"],
        "Bedacht+havens+delegatie+Wang": ["V-2"],
        "V-2+Jiangsu": ["V-2"],
        "Bedacht+Jiangsu": [],  # of two who take part
        "delegatie+Bedacht+Jiangsu": [],
        "energie+Bedacht": [],
    }
    assert {words: shown(client, f"van=all&zoek={words}") for words in wanted} == wanted


def test_what_very_many_answer_to_is_found_as_well_and_counted_at_least(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = signed_in()
    for number in range(5):
        a_case(f"V-{number}", "Fictief bezoek over Hebei", days=10 + number)
    a_case("V-9", "Fictief bezoek over Hebei", confidentiality=Confidentiality.SECRET)
    few = [shown(client, f"van=all&zoek={words}") for words in ("hebei", "bezoek+Hebei", "Hebei+V-3")]
    monkeypatch.setattr(finding_cases, "_MOST", 2)
    many = [shown(client, f"van=all&zoek={words}") for words in ("hebei", "bezoek+Hebei", "Hebei+V-3")]
    assert many == few == [[f"V-{number}" for number in range(5)]] * 2 + [["V-3"]]
    assert "5 dossiers" in text_of(client, "/werk/?van=all&zoek=hebei")
    monkeypatch.setattr(work_list, "PER_PAGE", 2)
    assert "Ten minste 2 dossiers" in text_of(client, "/werk/?van=all&zoek=hebei")


def test_what_somebody_may_not_see_is_in_no_list_and_no_file() -> None:
    client = signed_in()
    a_case("V-1")
    a_case("V-2", "Fictief geheim", confidentiality=Confidentiality.SECRET)
    for words in ("van=all", "van=all&zoek=geheim", "van=all&zoek=V-2"):
        assert "V-2" not in shown(client, words)
    assert "geheim" not in client.get("/werk/bestand/csv/?van=all").getvalue().decode()
    assert text_of(client, "/dossiers/V-2/toewijzen/", 404)
    assert shown(signed_in("baas", "decider"), "van=all") == ["V-1", "V-2"]


def test_pages_follow_each_other_without_a_gap_or_a_repetition() -> None:
    client = signed_in()
    for number in range(120):
        a_case(f"V-{number:03}", days=10 + number % 3)
    for order in ("due", "newest", "oldest", "changed"):
        seen: list[str] = []
        url = f"/werk/?van=all&volgorde={order}"
        pages = []
        while url:
            pages.append(shown(client, url.partition("?")[2]))
            seen += pages[-1]
            text = text_of(client, url)
            _, found, rest = text.partition('rel="next" href="')
            url = "/werk/" + rest.partition('"')[0].replace("&amp;", "&") if found else ""
        assert (order, len(seen), len(set(seen)), [len(page) for page in pages]) == (
            order,
            120,
            120,
            [50, 50, 20],
        )
        back = text.partition('rel="prev" href="')[2].partition('"')[0].replace("&amp;", "&")
        assert shown(client, back.removeprefix("?")) == pages[1]


def test_the_list_asks_little_of_the_database() -> None:
    client = signed_in()
    for number in range(5):
        a_case(f"V-{number}", assignee="anna")
    for words in ("", "van=all", "van=all&zoek=Shangdong", "van=team&land=CN&sector=biotechnology"):
        assert queries_of(f"/werk/?{words}", client) <= MOST_QUERIES, words


def test_a_choice_is_kept_for_oneself_and_forgotten() -> None:
    client, other = signed_in(), signed_in("berend")
    assert client.post("/werk/", {"name": "China", "choice": "van=all&land=CN"}).status_code == 302
    client.post("/werk/", {"name": "China", "choice": "van=all&land=KR"})
    assert SavedView.objects.get().choice == "van=all&land=KR"
    assert ">China</a>" in text_of(client, "/werk/")
    assert ">China</a>" not in text_of(other, "/werk/")
    assert other.post("/werk/", {"act": "forget", "name": "China"}).status_code == 404
    assert client.post("/werk/", {"act": "forget", "name": "China"}).status_code == 302
    assert not SavedView.objects.exists()


@pytest.mark.parametrize(
    ("name", "choice"), [("", "van=all"), ("x" * 81, "van=all"), ("a", "x" * 1001), ("a\u202eb", "")]
)
def test_a_choice_that_cannot_be_kept_is_told(name: str, choice: str) -> None:
    assert signed_in().post("/werk/", {"name": name, "choice": choice}).status_code == 409
    assert not SavedView.objects.exists()


def test_a_case_is_given_on_and_who_was_overtaken_is_told() -> None:
    client = signed_in()
    signed_in("berend")
    a_case("V-1")
    url = "/dossiers/V-1/toewijzen/"
    assert "berend" in text_of(client, url)
    given = {"assignee": "berend", "team": "economie", "seen_assignee": "", "seen_team": ""}
    assert client.post(url, given).status_code == 302
    assert client.post(url, given).status_code == 302  # a second click
    row = Request.objects.select_related("assignee").get(reference="V-1")
    assert (row.assignee and row.assignee.username, row.team) == ("berend", "economie")
    assert AuditEvent.objects.filter(action="request.assigned").count() == 1
    late = client.post(url, {**given, "assignee": "anna"})
    assert late.status_code == 409
    assert "intussen bij berend" in " ".join(late.content.decode().split())
    seen = {"seen_assignee": "berend", "seen_team": "economie", "team": "", "assignee": ""}
    assert client.post(url, {**seen, "to_me": "1"}).status_code == 302
    assert shown(client, "van=mine") == ["V-1"]


@pytest.mark.parametrize("said", [{"assignee": "nobody-here"}, {"team": "elders"}, {"seen_team": "x" * 61}])
def test_a_case_is_given_to_nobody_who_is_not_there(said: dict[str, str]) -> None:
    client = signed_in()
    a_case("V-1")
    assert client.post("/dossiers/V-1/toewijzen/", said).status_code == 422
    assert Request.objects.get().assignee is None


def test_who_only_reads_cannot_give_work_on_and_hears_why() -> None:
    signed_in()
    client = signed_in("controle", "auditor")
    a_case("V-1")
    assert "disabled" in text_of(client, "/dossiers/V-1/toewijzen/")
    assert client.post("/dossiers/V-1/toewijzen/", {"team": "", "assignee": "controle"}).status_code == 403
    assert Request.objects.get().assignee is None


FORMULA = '=cmd|"/c calc"!A1'


def test_a_csv_states_its_filters_and_holds_no_formula() -> None:
    client = signed_in()
    a_case("V-1", FORMULA)
    response = client.get("/werk/bestand/csv/?van=all&land=CN&zoek=V-1")
    text = response.getvalue().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert ["Land", "China"] in rows
    assert ["Gezocht op", "V-1"] in rows
    assert rows[-1][:2] == ["V-1", "'" + FORMULA]
    assert "attachment" in response["Content-Disposition"]
    assert AuditEvent.objects.order_by("-id")[0].action == "cases.exported"


def test_the_trail_tells_how_many_confidential_cases_a_file_holds() -> None:
    client = signed_in()
    for number in range(3):
        a_case(f"V-{number}", "Bedacht")
    Request.objects.filter(reference__in=["V-0", "V-1"]).update(team="china", confidentiality="confidential")
    TeamMember.objects.update(team="china")
    client.get("/werk/bestand/csv/?van=all").getvalue()
    assert selectors.events(limit=1)[0].detail == {"chosen": "van=all", "form": "csv", "confidential": 2}


def test_workbooks_hold_words_and_no_formula() -> None:
    client = signed_in()
    a_case("V-1", FORMULA + "\x0b")
    book = load_workbook(io.BytesIO(client.get("/werk/bestand/xlsx/?van=all").getvalue()))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert FORMULA in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}
    package = zipfile.ZipFile(io.BytesIO(client.get("/werk/bestand/ods/?van=all").getvalue()))
    assert package.infolist()[0].filename == "mimetype"
    content = package.read("content.xml").decode()
    assert "<text:p>=cmd|" in content
    assert "table:formula" not in content


def test_a_file_of_another_form_or_for_who_may_not_take_one_along_is_not_given() -> None:
    assert signed_in().get("/werk/bestand/exe/").status_code == 404
    assert signed_in("veilig", "information_security").get("/werk/bestand/csv/").status_code in {403, 409}


def test_late_advice_stands_in_a_list_of_its_own_and_only_for_who_may_see_the_case(
    year_2024: None, settings: Any
) -> None:
    client = signed_in()
    for reference in ("V-1", "V-2", "V-3"):
        a_case(reference, f"Fictief {reference}")
    assessor = assessor_of("zuid-holland/2024-01-01")
    for reference, days in (("V-1", -3), ("V-2", 3), ("V-3", -1)):
        entry = a_question(reference, due_on=TODAY + timedelta(days=days), link=None)
        before = NOW - timedelta(days=5)
        services.ask_advice(entry, assessor=assessor, by="anna", now=before)
    Request.objects.filter(reference="V-3").update(confidentiality=Confidentiality.SECRET)
    text = text_of(client, "/werk/?van=late_advice")
    assert "Fictief V-1" in text
    assert "staat stil; het advies is 3 dagen te laat" in text
    assert "Fictief V-2" not in text
    assert "Fictief V-3" not in text
    assert "staat stil voor advies, tot " in text_of(client, "/werk/?van=waiting")
