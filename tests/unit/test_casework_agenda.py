"""What may leave with a calendar, and who opens which."""

import pytest

from openkader.casework.agenda import AgendaKind, FeedOf, may_open_feed, may_travel
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
