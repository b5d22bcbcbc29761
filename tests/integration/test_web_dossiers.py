"""The page of a dossier and the list of all: what they tell, and what they leave unknown."""

import re
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import Confidentiality
from openkader.register import services
from openkader.register.entries import RequestEntry
from openkader.register.models import Activity
from tests.web_pages import MOST_QUERIES, page, queries_of

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
DOSSIERS = [
    *(f"ZH-2024-0{number}" for number in range(1, 9)),
    *(f"V-2024-0{number}" for number in range(1, 10)),
    *("B-2024-10", "G-2024-01", "F-2024-E1", "A-2024-1"),
]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]


def test_every_dossier_asks_the_database_at_most_twelve_times() -> None:
    page("/dossiers/")
    counted = {name: queries_of(f"/dossiers/{name}/") for name in DOSSIERS}
    assert {name: count for name, count in counted.items() if count > MOST_QUERIES} == {}
    assert queries_of("/dossiers/") <= MOST_QUERIES


def test_a_dossier_tells_the_case_from_request_to_trail() -> None:
    text = page("/dossiers/ZH-2024-02/")
    told = [
        "Het verzoek",
        "3 Zuid-Hollandse partners",
        "Feiten",
        "Er is een vraag van een Zuid-Hollandse partij",
        "Toetsing",
        "Er staan nog 10 vragen open",
        "Een deelnemer staat op een bindende sanctielijst",
        "Besluit",
        "De activiteit",
        "23–28 mei 2024",
        "Onderwerpen",
        "Transparantie in de keten",
        "Maatregelen",
        "Verslag roadshow Hebei en Shandong in China",
        "Controlespoor",
        "Besluit overgenomen uit een publicatie: B-2024-02",
    ]
    at = [text.find(words, text.index("<main")) for words in told]
    assert -1 not in at, told[at.index(-1)]
    assert [at[place] for place in (0, 2, 4, 8, 10, 14)] == sorted(
        at[place] for place in (0, 2, 4, 8, 10, 14)
    )


def test_an_unanswered_question_is_shown_as_unknown_with_who_answers_it() -> None:
    text = " ".join(page("/dossiers/ZH-2024-02/").split())
    question = text.split("Past het verzoek in het beleid van het Rijk?</dt>")[1].split("</dd>")[0]
    assert '<span class="unknown">onbekend</span>' in question
    assert "te beantwoorden door de adviseur internationale zaken" in question


def test_a_request_and_its_activity_lead_to_the_same_case() -> None:
    for name in ("V-2024-02", "ZH-2024-02"):
        text = page(f"/dossiers/{name}/")
        assert "18 tuinbouw organisaties" in text
        assert "B-2024-02" in text


@pytest.mark.parametrize(
    ("inside", "dossier"),
    [("B-2024-02", "V-2024-02"), ("ZH-2024-02-E1.risk_list", "ZH-2024-02"), ("V-2024-02-B1", "V-2024-02")],
)
def test_a_reference_of_something_inside_leads_to_its_dossier(inside: str, dossier: str) -> None:
    response = Client().get(f"/dossiers/{inside}/")
    assert (response.status_code, response.headers["Location"]) == (302, f"/dossiers/{dossier}/")


def test_a_measure_says_whether_there_is_evidence() -> None:
    text = " ".join(page("/dossiers/ZH-2024-02/").split())
    report = text.split("M3.report</span>")[1].split("</tr>")[0]
    assert "Gemeld, bewijs genoemd" in report
    assert "Verslag roadshow Hebei en Shandong in China" in report
    scan = text.split("M3.self_scan</span>")[1].split("</tr>")[0]
    assert "geen in het register" in scan
    assert "Gemeld, zonder bewijs" in scan or "Gemeld, geen bewijs" in scan


def test_a_request_without_an_activity_says_what_is_not_known() -> None:
    text = page("/dossiers/V-2024-08/")
    assert "Niet getoetst" in text
    assert "Niet vergeleken: er is geen voorstel." in text
    assert "De activiteit" not in text


def test_an_activity_without_a_request_shows_nothing_of_other_dossiers() -> None:
    text = page("/dossiers/ZH-2024-07/")
    assert "Bij deze activiteit is geen verzoek vastgelegd" in text
    assert "B-2024-10" not in text
    assert "Amnesty" not in text
    assert "De bron zegt niet waarover is gesproken." in text


def test_a_decision_from_a_publication_is_not_called_a_departure() -> None:
    text = page("/dossiers/ZH-2024-02/", "en")
    assert "Not compared. The proposal was made afterwards" in text
    assert "It departs from the proposal" not in text


def test_a_dossier_speaks_english() -> None:
    text = page("/dossiers/ZH-2024-04/", "en")
    assert '<html lang="en">' in text
    assert "The request" in text
    assert "Municipality of Westland" in text or "gemeente Westland" in text
    assert "Signed" in text


def test_a_talk_is_a_record_of_its_own() -> None:
    text = page("/dossiers/G-2024-01/")
    assert "Gesprekken voor de verdere verkenning" in text
    assert "Met wie en wanneer staat niet in de bron." in text


@pytest.mark.parametrize("name", ["NOPE", "P-rvo", "%3Cb%3Ex"])
def test_what_is_no_dossier_is_not_found_and_named_safely(name: str) -> None:
    text = page(f"/dossiers/{name}/", status=404)
    assert "Er is geen dossier" in text
    assert "<b>x" not in text


def test_words_from_the_register_never_become_markup() -> None:

    title = "<script>alert(1)</script>"
    entry = RequestEntry(
        reference="V-X",
        year=2024,
        title=Text(nl=title, en=title),
        passage=f"“{title}",
        confidentiality=Confidentiality.PUBLIC,
    )
    services.record_request(entry, by=HouseHand("cli:<i>me"), now=NOW)
    for path in ("/dossiers/", "/dossiers/V-X/"):
        text = page(path)
        assert "&lt;script&gt;alert(1)" in text
        assert "<script" not in text
        assert "<i>me" not in text


def test_a_case_that_was_decided_here_shows_that_it_departs() -> None:
    from openkader.casework.vocabulary import AccountRole, DecisionOutcome, Level
    from openkader.register.entries import DecisionEntry
    from openkader.register.kaders import assessor_of
    from tests.integration.advice_house import a_waiver
    from tests.integration.register_house import taken, with_role

    assessor = assessor_of("zuid-holland/2024-01-01")
    waiver = a_waiver("V-2024-02", expires_on=NOW.date())
    waived = services.waive_advice(
        waiver, assessor=assessor, by=with_role("first", AccountRole.ADVISER), now=NOW
    )
    services.agree_to_waiver(waived, by=with_role("second"), now=NOW)
    decision = DecisionEntry(
        reference="B-2025-01",
        request="V-2024-02",
        year=2024,
        level=Level.REQUEST,
        outcome=DecisionOutcome.TAKE_UP,
        motivation="Het belang weegt op.",
    )
    taken(decision, by=HouseHand("cli:manager"), now=NOW)
    text = page("/dossiers/V-2024-02/")
    assert "Het wijkt af van het voorstel." in text
    assert "Het belang weegt op." in text
    assert "5 januari 2026" in text
    assert "is niet meer actueel" not in text


def test_the_list_has_each_case_once_and_can_be_narrowed_down() -> None:
    text = page("/dossiers/")
    assert "11 dossiers" in text
    assert text.count('href="/dossiers/ZH-2024-02/"') == 1
    assert 'href="/dossiers/V-2024-02/"' not in text
    assert "2 dossiers" in page("/dossiers/?programme=other_countries")
    assert "1 dossier<" in page("/dossiers/?kind=exchange&outcome=take_up&year=2024")
    assert "3 dossiers" in page("/dossiers/?outcome=unknown")
    assert "Geen dossier past bij deze keuze" in page("/dossiers/?year=1999")
    assert "1 dossier<" in page("/dossiers/?outcome=refuse", "en")


def _shown(words: str) -> list[str]:
    return re.findall(r'href="/dossiers/([^/"]+)/"', page(f"/dossiers/?{words}"))


def test_the_list_is_read_page_by_page_with_each_dossier_once_and_the_newest_first() -> None:
    """Three came in on each day, so that pages begin in the middle of one; the year 2024 lies behind them."""
    for number in range(120):
        day = date(2025, 1, 1) + timedelta(days=number // 3)
        entry = RequestEntry(
            reference=f"V-{number:03}",
            year=2025,
            title=Text(nl="Fictief", en="Fictional"),
            received=Period.day(day),
            confidentiality=Confidentiality.PUBLIC,
        )
        services.record_request(entry, by=HouseHand("cli:test"), now=NOW)
    before = _shown("year=2024")
    seen: list[str] = []
    words, found = "", "first"
    while found:
        assert queries_of(f"/dossiers/?{words}") <= MOST_QUERIES
        text = page(f"/dossiers/?{words}")
        seen += _shown(words)
        _, found, rest = text.partition('rel="next" href="?')
        words = rest.partition('"')[0]
    assert seen[:120] == [f"V-{number:03}" for number in reversed(range(120))]
    assert (seen[120:], len(before)) == (before, 11)
    assert "131 dossiers" in text
    assert "Naar de nieuwste" in text


def test_activities_without_a_request_stand_among_the_others_by_their_date() -> None:
    alone = [name for name in _shown("") if name in ("ZH-2024-07", "ZH-2024-08")]
    assert alone == ["ZH-2024-07", "ZH-2024-08"]
    for name in alone:
        key = Activity.objects.get(reference=name).pk
        rest = _shown(f"na=2024-01-01~-{key}")
        assert name not in rest
        assert _shown("") == [*_shown("")[: _shown("").index(name) + 1], *rest]


def test_a_place_that_means_nothing_is_the_beginning_and_breaks_nothing() -> None:
    first = set(_shown(""))
    beyond = ("0001-01-01~-1", "9999-12-31~" + "9" * 99, "9999-12-31~" + "9" * 18)
    for word in ("x", "2024-01-01~", "2024-13-01~5", "2024-01-01~--5", *beyond):
        assert set(_shown(urlencode({"na": word}))) <= first, word


@pytest.mark.parametrize("name", ["year", "kind", "programme", "outcome"])
def test_a_choice_of_nothing_finds_nothing(name: str) -> None:
    for word in ("x" * 9999, "2024-01", "-1", "9" * 20, "٢٠٢٤", "' or 1=1 --"):
        assert "Geen dossier past bij deze keuze" in page(f"/dossiers/?{urlencode({name: word})}"), word
