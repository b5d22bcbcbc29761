"""The page of a figure over many rows, and over none."""

import re

import pytest
from django.test import Client

from benchmarks.evaluation.filling import YEAR, Filling
from openkader.casework.permissions import HOUSE
from openkader.evaluation.account import account_of

pytestmark = pytest.mark.django_db
FIGURE = f"/jaar/{YEAR}/evaluatie/participations/"


@pytest.fixture
def many(db: None) -> int:
    """More rows than fit on a page; how many."""
    Filling(300).run()
    return len(account_of(YEAR, {"participations"}, reader=HOUSE).figures["participations"].count.rows)


def rows_on(client: Client, address: str) -> list[str]:
    page = client.get(address)
    assert page.status_code == 200
    return re.findall(r'<span class="cell__note">([^<]+)</span>', page.content.decode())


def test_every_row_stands_on_one_page(client: Client, many: int) -> None:
    pages = -(-many // 100)
    found = [rows_on(client, f"{FIGURE}?rows={page}") for page in range(1, pages + 1)]
    assert [len(rows) for rows in found[:-1]] == [100] * (pages - 1)
    assert len({row for rows in found for row in rows}) == many


@pytest.mark.parametrize("word", ["0", "-3", "abc", "", "9" * 30])
def test_a_page_that_is_none_is_the_first(client: Client, many: int, word: str) -> None:
    assert rows_on(client, f"{FIGURE}?rows={word}") == rows_on(client, FIGURE)


def test_a_page_beyond_the_last_is_the_last(client: Client, many: int) -> None:
    assert len(rows_on(client, f"{FIGURE}?rows=99999")) == many % 100


def test_the_sum_is_of_all_pages(client: Client, many: int) -> None:
    page = client.get(f"{FIGURE}?rows=2").content.decode()
    total = account_of(YEAR, {"participations"}, reader=HOUSE).figures["participations"].count.range.value
    assert f"Alle {many} rijen samen" in page
    assert f">{total}<" in page


def test_what_does_not_count_has_pages_of_its_own(client: Client, many: int) -> None:
    address = f"/jaar/{YEAR}/evaluatie/measures_evidenced/"
    page = client.get(f"{address}?rest=1&rows=2").content.decode()
    assert "?rest=1&amp;rows=1#rows" in page


def test_a_row_that_the_public_may_not_see_says_why(client: Client, many: int) -> None:
    page = client.get(FIGURE).content.decode()
    assert "Niet voor u zichtbaar: hoort bij een zaak die vertrouwelijk is" in page


def test_a_figure_over_no_rows_proves_nothing(client: Client, many: int) -> None:
    page = client.get(f"/jaar/{YEAR}/evaluatie/recommendations/").content.decode()
    assert "er valt nog niets te tellen" in page
    assert "dit is geen getelde nul" in page
    assert account_of(YEAR, {"recommendations"}, reader=HOUSE).figures["recommendations"].status == "unproved"
