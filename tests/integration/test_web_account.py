"""The pages of the account: what they say, in how many queries, and in both languages."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

MOST_QUERIES = 12
PAGES = [
    "/jaar/2024/",
    "/jaar/2024/dekking/",
    "/jaar/2024/evaluatie/",
    "/jaar/2024/evaluatie/parties_distinct/",
    "/jaar/2024/evaluatie/refused_high_risk_sector/",
    "/jaar/2024/evaluatie/measures_evidenced/",
]
pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor(year_2024: None) -> Client:
    """Somebody who looks at the loaded year."""
    return Client()


def page(visitor: Client, path: str, language: str = "nl") -> str:
    """The text of a page."""
    response = visitor.get(path, headers={"cookie": f"django_language={language}"})
    assert response.status_code == 200, path
    return response.content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_the_database_at_most_twelve_times(visitor: Client, path: str) -> None:
    page(visitor, path)
    with CaptureQueriesContext(connection) as queries:
        page(visitor, path)
    assert len(queries) <= MOST_QUERIES


def test_the_year_shows_the_six_rows_of_the_annex_and_their_totals(visitor: Client) -> None:
    text = page(visitor, "/jaar/2024/")
    for number in range(1, 7):
        assert f'href="/dossiers/ZH-2024-0{number}/"' in text
    assert "Samen (deelnames, niet verschillende partijen)" in text
    assert "dag onbekend" in text
    assert "Verzoeken die zijn doorverwezen of geweigerd" in text


def test_the_evaluation_lists_what_the_register_does_not_bear(visitor: Client) -> None:
    text = page(visitor, "/jaar/2024/evaluatie/")
    assert "Het register toont 2 van 4. Het ontbreekt bij: ZH-2024-01, ZH-2024-04." in text
    assert "27 kan kloppen, maar is niet te bewijzen" in text
    assert "Het register heeft hiervoor niet bij alle het bewijs: 1 van" in text


def test_a_figure_says_its_rule_and_leads_to_its_rows(visitor: Client) -> None:
    text = page(visitor, "/jaar/2024/evaluatie/parties_distinct/")
    assert "de relatie is ‘China’ en de rol is ‘eigen partij’ en de deelnemer is niet afgehaakt" in text
    assert "18 tot en met 37" in text
    assert 'href="/dossiers/ZH-2024-02/"' in text


def test_a_zero_lists_what_was_looked_at(visitor: Client) -> None:
    text = page(visitor, "/jaar/2024/evaluatie/refused_high_risk_sector/")
    assert "0 van 4" in text
    assert "Wat is bekeken en niet meetelt" in text


def test_the_account_reads_in_english_too(visitor: Client) -> None:
    text = page(visitor, "/jaar/2024/evaluatie/parties_distinct/", "en")
    assert "Why not one number?" in text
    assert "onbekend" not in text


@pytest.mark.parametrize("path", ["/jaar/1999/", "/jaar/1999/evaluatie/", "/jaar/2024/evaluatie/nothing/"])
def test_what_does_not_exist_is_not_found(visitor: Client, path: str) -> None:
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_pages_can_only_be_read(visitor: Client, path: str) -> None:
    assert visitor.post(path).status_code == 405


def test_an_address_that_leads_nowhere_keeps_the_frame(visitor: Client) -> None:
    response = visitor.get("/nergens/")
    assert response.status_code == 404
    assert "gereconstrueerd uit een gepubliceerde evaluatie" in response.content.decode()


def test_a_made_up_year_says_so_on_its_pages(visitor: Client) -> None:
    words = "De gegevens van dit jaar zijn bedacht"
    paths = [*PAGES, "/dossiers/ZH-2024-02/"]
    assert not [path for path in paths if words in page(visitor, path)]
    with connection.cursor() as cursor:  # a source is never changed by the house itself
        cursor.execute("UPDATE register_registersource SET fictional = %s", [True])
    assert [path for path in paths if words not in page(visitor, path)] == []


@pytest.mark.parametrize("figure", ["participations", "parties_distinct", "dropped_out", "activities"])
def test_every_row_behind_a_figure_has_a_cell_for_each_column(visitor: Client, figure: str) -> None:
    response = visitor.get(f"/jaar/2024/evaluatie/{figure}/")
    shown = response.context["page"]
    assert shown["rows"]
    assert {len(row["cells"]) + 1 for row in shown["rows"]} == {len(shown["columns"])}


@pytest.mark.parametrize(
    "figure", ["exploratory_talks", "action_lines", "recommendations", "agreements_signed"]
)
def test_every_row_behind_a_figure_leads_to_a_page_that_is_there(visitor: Client, figure: str) -> None:
    rows = visitor.get(f"/jaar/2024/evaluatie/{figure}/").context["page"]["rows"]
    assert {visitor.get(row["url"], follow=True).status_code for row in rows} == {200}


def test_a_figure_that_the_text_does_not_mention_is_not_called_unknown(visitor: Client) -> None:
    verdict = (
        page(visitor, "/jaar/2024/evaluatie/participations/")
        .split('<dl class="verdict">')[1]
        .split("</dl>")[0]
    )
    assert "niet genoemd" in verdict
    assert "onbekend" not in verdict
