"""The frozen rows of an adopted evaluation beside the register of today, for colleagues."""

import html
import re

import pytest
from django.test import Client

from openkader.register import models
from tests.integration import test_web_evaluation_text as pages
from tests.integration.secret_house import a_secret_activity
from tests.web_pages import MOST_QUERIES, OF_NOTING, colleague, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
ROWS = "/jaar/2024/evaluatie/vaststellen/rijen/"
TALKS, ACTIVITIES = f"{ROWS}exploratory_talks/", f"{ROWS}activities/"


@pytest.fixture
def decider() -> Client:
    """The evaluation was adopted; of a confidential case there is an activity in it."""
    a_secret_activity()
    return pages.adopt(pages.who_began())


def said(client: Client, path: str) -> str:
    return html.unescape(text(client.get(path)))


def rows(found: str) -> list[tuple[str, str, str]]:
    """What each row is called, and how it counted and counts."""
    cells = re.findall(
        r'rowheader" scope="row">(.*?)</th>.*?<td[^>]*>(.*?)</td>.*?<td[^>]*>(.*?)</td>',
        found.partition("<tbody")[2],
    )
    return [tuple(re.sub(r"<[^>]*>", " ", one).strip() for one in row) for row in cells]  # type: ignore[misc]


def test_the_adoption_leads_to_every_figure_with_what_differs_first(decider: Client) -> None:
    assert f'href="{ROWS}"' in said(decider, pages.ADOPTION)
    assert "Elk cijfer telt nog zoals bij de vaststelling." in said(decider, ROWS)
    pages.another_talk()
    found = said(decider, ROWS)
    assert "1 cijfer telt nu anders dan bij de vaststelling." in found
    first = rows(found)[0]
    assert first[1:] == ("10", "11")
    assert f'href="{TALKS}"' in found


def test_each_row_stands_beside_how_it_counts_now_and_what_came_stands_first(decider: Client) -> None:
    pages.another_talk()
    found = said(decider, TALKS)
    told = rows(found)
    assert [row[0].split()[-1] for row in told] == ["T-NIEUW", "G-2024-01"]
    assert [row[1:] for row in told] == [("was er niet", "telt mee"), ("telt mee, voor 10",) * 2]
    assert 'href="/dossiers/G-2024-01/"' in found


def test_a_row_that_counts_otherwise_or_no_more_says_so(decider: Client) -> None:
    models.Activity.objects.filter(reference="X-GEHEIM").update(programme=None)
    models.Activity.objects.filter(reference="ZH-2024-02").update(number=3)
    found = {one[0].split()[-1]: one[1:] for one in rows(said(decider, ACTIVITIES))}
    assert found["X-GEHEIM"] == ("telt mee", "telt misschien mee")
    assert found["ZH-2024-02"] == ("telt mee", "telt mee, voor 3")


def test_a_confidential_case_has_a_name_for_who_may_see_it_and_for_nobody_else(decider: Client) -> None:
    assert "Geheimteken" in said(decider, ACTIVITIES)
    adviser = colleague("anna", "adviser")
    found = said(adviser, ACTIVITIES)
    assert "GEHEIM" not in found
    assert "Geheimteken" not in found
    hidden = [row for row in rows(found) if row[0].startswith("Niet voor u zichtbaar")]
    assert [row[1:] for row in hidden] == [("telt mee", "niet voor u te zien")]
    models.Request.objects.filter(reference="V-GEHEIM").update(confidentiality="public")
    assert "Geheimteken" in said(adviser, ACTIVITIES)


def test_a_row_that_the_register_does_not_have_any_more_is_named_only_to_who_sees_everything(
    decider: Client,
) -> None:
    models.Activity.objects.filter(reference="X-GEHEIM").update(standing="planned")
    told = next(row for row in rows(said(decider, ACTIVITIES)) if "X-GEHEIM" in row[0])
    assert told[2] == "telt niet meer"
    assert "X-GEHEIM" not in said(colleague("anna", "adviser"), ACTIVITIES)


def test_only_colleagues_read_it_and_only_once_it_was_adopted(decider: Client) -> None:
    assert Client().get(ROWS).status_code == 302
    assert colleague("beheer", "administrator").get(TALKS).status_code == 403
    for path in (
        f"{ROWS}onzin/",
        f"{ROWS}account/",
        ROWS.replace("2024", "2026"),
        ROWS.replace("2024", "1999"),
    ):
        assert decider.get(path).status_code == 404, path
    assert decider.post(ROWS).status_code == 405


def test_a_counted_zero_says_so(decider: Client) -> None:
    found = said(decider, f"{ROWS}self_scans/")
    assert "Er telde geen rij, en er telt er nu geen" in found


def test_the_pages_ask_little(decider: Client) -> None:
    said(decider, ROWS)
    counts = {path: queries_of(path, decider) for path in (ROWS, TALKS, ACTIVITIES)}
    assert {path: count for path, count in counts.items() if count > MOST_QUERIES + OF_NOTING} == {}
