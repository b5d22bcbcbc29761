"""The activities in hand, a page at a time: each once, in the order of what is due, whichever way one turns."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import chain
from typing import Any

import pytest

from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import ActivityStanding, MeasureStatus, Precision
from openkader.register import models, selectors
from openkader.register.selectors import ActivityLine, ListPage, activities, pages
from openkader.register.selectors.pages import Place
from openkader.register.selectors.places import place_in, place_word
from tests.integration.activity_house import TODAY
from tests.integration.register_house import NOW
from tests.web_pages import colleague, text

pytestmark = pytest.mark.django_db
# Of each when it begins and when its measures are due, in days from today; None is unknown.
IN_HAND: tuple[tuple[int | None, tuple[int | None, ...]], ...] = (
    *((3, (-5, 4)), (1, (-5,)), (1, (-5, -4)), (None, (-5,)), (9, (-1,))),
    *((8, (2, None)), (7, (None,)), (None, (None,)), (6, ()), (6, ()), (None, ())),
)
IN_ORDER = ["A-1", "A-2", "A-0", "A-3", "A-4", "A-5", "A-8", "A-9", "A-6", "A-7", "A-10"]


@pytest.fixture
def in_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activities, "PER_PAGE", 2)
    for number, (begins, due) in enumerate(IN_HAND):
        at = None if begins is None else TODAY + timedelta(days=begins)
        period = {"starts_on": at, "ends_on": at, "precision": Precision.DAY} if at else {}
        activity = made(
            models.Activity,
            f"A-{number}",
            standing=ActivityStanding.PLANNED,
            itemised=True,
            **title(),
            **period,
        )
        for code, days in enumerate(due):
            due_on = None if days is None else TODAY + timedelta(days=days)
            of = {"activity": activity, "line": "E1", "code": str(code), "due_on": due_on}
            made(models.Measure, f"A-{number}-{code}", status=MeasureStatus.OPEN, **of)
        closed = {"activity": activity, "line": "E1", "code": "done", "due_on": date(2000, 1, 1)}
        made(models.Measure, f"A-{number}-done", status=MeasureStatus.DONE, **closed)


def title() -> dict[str, str]:
    return {"title_nl": "Verzonnen", "title_en": "Made up"}


def made(model: Any, reference: str, **values: Any) -> Any:
    said = {"year": TODAY.year, "number": 1, "recorded_at": NOW, "recorded_by": "anna"}
    return model.objects.create(reference=reference, **said, **values)


def page(late_only: bool = False, **place: Place | None) -> ListPage[ActivityLine]:
    return selectors.activity_page(reader=HOUSE, today=TODAY, late_only=late_only, **place)


def again(place: Place | None) -> Place | None:
    """A place as it comes back from an address."""
    return place_in(place_word(place))


def walked(
    turn: Callable[[ListPage[ActivityLine]], ListPage[ActivityLine] | None], begin: Any
) -> list[list[str]]:
    found, shown = begin, []
    while found is not None:
        shown.append([one.reference for one in found.rows])
        found = turn(found)
    return shown


@pytest.mark.usefixtures("in_hand")
def test_every_activity_stands_on_one_page_in_the_order_of_what_is_due() -> None:
    there = walked(lambda found: page(after=again(found.after)) if found.after else None, page())
    assert [*chain.from_iterable(there)] == IN_ORDER
    assert {len(shown) for shown in there[:-1]} == {2}


@pytest.mark.usefixtures("in_hand")
def test_who_turns_back_sees_the_same_pages() -> None:
    last = page()
    forth = [last]
    while last.after:
        last = page(after=last.after)
        forth.append(last)
    back = walked(lambda found: page(before=again(found.before)) if found.before else None, last)
    # From the end the pages are full, so the first one may be short.
    assert [*chain.from_iterable(reversed(back))] == IN_ORDER
    assert all(one.total == len(IN_ORDER) and not one.is_least for one in forth)


@pytest.mark.usefixtures("in_hand")
def test_of_those_with_measures_that_are_late_the_count_is_that_of_the_whole_list() -> None:
    first = page(late_only=True)
    there = walked(lambda f: page(late_only=True, after=f.after) if f.after else None, first)
    assert ([*chain.from_iterable(there)], first.total) == (IN_ORDER[:5], 5)


@pytest.mark.usefixtures("in_hand")
def test_a_place_of_what_is_gone_shows_the_rest_of_its_day_again() -> None:
    place = page().after
    assert place is not None
    gone = Place(place.value, 10**9)
    assert [one.reference for one in page(after=gone).rows] == IN_ORDER[:2]
    assert [one.reference for one in page(before=gone).rows] == IN_ORDER[2:4]


@pytest.mark.usefixtures("in_hand")
def test_a_count_that_goes_no_further_says_at_least(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_COUNTED", 3)
    assert (page().total, page().is_least) == (3, True)


@pytest.mark.usefixtures("in_hand", "year_2024")
def test_the_page_turns_keeps_what_was_chosen_and_minds_no_word_that_is_no_place() -> None:
    anna = colleague()
    models.Measure.objects.filter(due_on__lt=TODAY).update(due_on=date(2020, 1, 1))
    shown = text(anna.get("/activiteiten/?van=te-laat"))
    assert "5 activiteiten" in shown
    assert 'rel="next" href="?van=te-laat&amp;na=' in shown
    assert 'rel="prev"' not in shown
    following = text(anna.get(f"/activiteiten/?na={place_word(page().after)}"))
    assert "11 activiteiten" in following
    assert 'rel="prev" href="?voor=' in following
    for word in ("x", "2030-01-01~x", "~1", "9999-99-99~1", "2030-01-01~" + "9" * 40):
        assert anna.get("/activiteiten/", {"na": word, "voor": word}).status_code == 200
