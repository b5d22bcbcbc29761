"""What may leave with a calendar, and who opens which."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from openkader.base.text import Text
from openkader.casework.agenda import AgendaItem, AgendaKind, FeedOf, may_open_feed, may_travel
from openkader.casework.agenda_words import CONTACTS, ITEMS
from openkader.casework.vocabulary import Confidentiality, Kind


def test_only_the_words_of_what_everybody_may_know_travel_along_calendar_servers() -> None:
    assert [level for level in Confidentiality if may_travel(level)] == [Confidentiality.PUBLIC]


def test_where_no_level_is_known_no_words_travel() -> None:
    assert not may_travel(None)


@pytest.mark.parametrize(
    ("of", "team", "is_open", "code"),
    [
        (FeedOf("anna"), None, False, None),
        (FeedOf("anna"), None, True, "calendar.open-already"),
        (FeedOf("anna", "economie"), "economie", False, None),
        (FeedOf("anna", "economie"), "economie", True, "calendar.open-already"),
        (FeedOf("anna", "economie"), "kennis", False, "calendar.no-team"),
        (FeedOf("anna", "economie"), None, False, "calendar.no-team"),
    ],
)
def test_a_feed_is_of_oneself_or_the_own_team_and_there_is_one(
    of: FeedOf, team: str | None, is_open: bool, code: str | None
) -> None:
    refusal = may_open_feed(of, team, is_open=is_open)
    assert (refusal.code if refusal else None) == code


def test_every_sort_of_line_and_of_contact_has_words() -> None:
    assert set(ITEMS) == set(AgendaKind)
    assert set(CONTACTS) == set(Kind)


def test_a_line_says_its_day_and_names_its_measure_only_where_words_may_travel() -> None:
    measure = AgendaItem(
        kind=AgendaKind.MEASURE,
        key="M2.analysis",
        record="X-1",
        contact=None,
        begins=date(2030, 6, 3),
        ends=None,
        changed=datetime(2030, 5, 1, tzinfo=UTC),
    )
    named = replace(measure, title=Text(nl="Verzonnen", en="Fictional"))
    assert (measure.last_day, replace(measure, ends=date(2030, 6, 6)).last_day) == (
        date(2030, 6, 3),
        date(2030, 6, 5),
    )
    assert (measure.measure, named.measure, measure.day) == (None, "M2.analysis", date(2030, 6, 3))
    activity = replace(named, kind=AgendaKind.ACTIVITY, begins=datetime(2030, 6, 4, 9, tzinfo=UTC))
    assert (activity.measure, activity.day) == (None, date(2030, 6, 4))
    assert replace(activity, ends=datetime(2030, 6, 5, 9, tzinfo=UTC)).last_day == date(2030, 6, 4)
