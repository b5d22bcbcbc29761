"""The overview of a year with more activities than a page can hold."""

import pytest

from openkader.casework.permissions import HOUSE
from openkader.register import models, selectors
from openkader.register.selectors.annex import first_activities, undated_activities
from tests.web_pages import colleague, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]


def more(number: int) -> None:
    """Activities like one of the year; every second one without a date, and those entered first."""
    one = models.Activity.objects.get(reference="ZH-2024-06")
    one.request = None
    day = one.starts_on
    for place in range(number):
        dated = {"starts_on": day, "ends_on": day, "precision": "day"} if place % 2 else {}
        for name in ("starts_on", "ends_on", "precision"):
            setattr(one, name, dated.get(name))
        one.pk, one.reference = None, f"X-{place:03}"
        one.save(force_insert=True)


def test_the_first_are_those_of_the_whole_year_in_its_order() -> None:
    more(5)
    whole = selectors.activities_of(2024, reader=HOUSE)
    assert first_activities(2024, 7, reader=HOUSE) == (whole[:7], True)
    assert first_activities(2024, len(whole), reader=HOUSE) == (whole, False)
    assert undated_activities(2024, reader=HOUSE) == 3


def test_a_year_of_many_activities_shows_the_first_and_says_so() -> None:
    anna = colleague()
    assert "Dit zijn de eerste" not in text(anna.get("/jaar/2024/"))
    little = queries_of("/jaar/2024/", anna)
    more(250)
    page = anna.get("/jaar/2024/")
    assert "Dit zijn de eerste 200 op datum." in text(page)
    assert page.content.decode().count('class="cell--mark" data-label') == 200
    assert 'id="months"' not in page.content.decode()
    assert "125" in text(page)  # of so many no date is known
    # Of what is not shown the database counts how many have no date.
    assert queries_of("/jaar/2024/", anna) == little + 1 <= 16
