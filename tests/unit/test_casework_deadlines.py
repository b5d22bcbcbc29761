"""A term skips the days off of the country, stands still while advice is asked, and ends on a working day."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openkader.base.errors import Invalid
from openkader.casework.calendars import read_deadlines
from openkader.casework.deadlines import Calendar, Due, Pause, Term, due, easter, working_days_between
from openkader.register.deadlines import deadlines_of

PACKS = Path(__file__).resolve().parents[2] / "src/openkader/packs"
GREGORIAN = range(1583, 4100)
RULES = deadlines_of(PACKS, "zuid-holland")
NL = RULES.calendar
WEEKS = Term(days=56)
FIVE = Term(days=5, counts_working_days=True)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
        (2285, date(2285, 3, 22)),
    ],
)
def test_easter_is_found(year: int, day: date) -> None:
    assert easter(year) == day


def test_the_days_off_of_2025_are_those_of_the_dutch_law() -> None:
    said = "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26"  # 27 April 2025 is a Sunday
    assert {day.strftime("%m-%d") for day in NL.days_off(2025)} == set(said.split())
    assert date(2026, 4, 27) in NL.days_off(2026)


def test_the_term_of_the_law_is_eight_weeks_and_ends_on_a_working_day() -> None:
    assert RULES.term == WEEKS
    assert due(date(2025, 1, 6), WEEKS, (), NL) == Due(date(2025, 3, 3))
    # 56 days after 21 February is Good Friday; then comes Easter Monday.
    assert due(date(2025, 2, 21), WEEKS, (), NL) == Due(date(2025, 4, 22))


def test_working_days_skip_the_weekend_and_the_days_off() -> None:
    assert due(date(2025, 4, 17), FIVE, (), NL) == Due(date(2025, 4, 28))
    assert working_days_between(date(2025, 4, 17), date(2025, 4, 28), NL) == 5
    assert working_days_between(date(2025, 4, 28), date(2025, 4, 17), NL) == -5


def test_an_open_advice_makes_the_term_stand_still() -> None:
    assert due(date(2025, 1, 6), WEEKS, [(date(2025, 1, 8), None)], NL) == Due(None, is_paused=True)


def test_a_pause_counts_from_the_day_after_it_began_up_to_the_day_it_ended() -> None:
    assert due(date(2025, 1, 6), WEEKS, [(date(2025, 1, 8), date(2025, 1, 15))], NL) == Due(date(2025, 3, 10))
    assert due(date(2025, 1, 6), WEEKS, [(date(2025, 1, 8), date(2025, 1, 9))], NL) == Due(date(2025, 3, 3))


def test_two_pauses_at_once_stand_still_once() -> None:
    pauses: list[Pause] = [(date(2025, 1, 8), date(2025, 1, 15)), (date(2025, 1, 9), date(2025, 1, 15))]
    assert due(date(2025, 1, 6), WEEKS, pauses, NL) == due(date(2025, 1, 6), WEEKS, pauses[:1], NL)


def test_a_pause_that_ended_before_it_came_in_changes_nothing() -> None:
    early: list[Pause] = [(date(2024, 1, 8), date(2024, 6, 15))]
    assert due(date(2025, 1, 6), WEEKS, early, NL) == due(date(2025, 1, 6), WEEKS, (), NL)


DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no finding
@given(DAYS, st.integers(0, 120), st.lists(st.tuples(DAYS, st.integers(0, 90)), max_size=4), st.booleans())
def test_a_pause_never_shortens_a_term(received: date, days: int, pauses: list, working: bool) -> None:
    term = Term(days=days, counts_working_days=working)
    stops = [(begin, begin + timedelta(days=length)) for begin, length in pauses]
    plain, paused = due(received, term, (), NL).on, due(received, term, stops, NL).on
    assert plain is not None
    assert paused is not None
    assert paused >= plain >= received + timedelta(days=days)
    assert NL.is_working(paused)


def test_an_organisation_without_rules_works_every_weekday_and_has_no_term(tmp_path: Path) -> None:
    found = deadlines_of(tmp_path, "nowhere")
    assert (found.term, found.calendar) == (None, Calendar())


RIGHT = {
    "sources": "[]",
    "term": "{days: 10, working_days: false}",
    "days_off": '{fixed: ["12-25"], from_easter: [], moved: []}',
}


def read(tmp_path: Path, **changed: str) -> list[str]:
    """The codes of what is wrong with a file, of which some parts are changed; an empty part is left out."""
    parts = {name: words for name, words in (RIGHT | changed).items() if words}
    (tmp_path / "deadlines.yaml").write_text("".join(f"{a}: {b}\n" for a, b in parts.items()), "utf-8")
    try:
        read_deadlines(tmp_path)
    except Invalid as error:
        return [problem.code for problem in error.problems]
    return []


def test_a_calendar_that_is_right_is_read(tmp_path: Path) -> None:
    assert read(tmp_path) == []


@pytest.mark.parametrize("days", ["0", "-1", "1001"])
def test_a_term_of_no_days_or_of_years_is_told(tmp_path: Path, days: str) -> None:
    assert read(tmp_path, term=f"{{days: {days}, working_days: false}}") == ["deadlines.bad-term"]


@pytest.mark.parametrize("days", ["[-366]", "[400, 401]"])
def test_a_reminder_years_away_is_told(tmp_path: Path, days: str) -> None:
    assert set(read(tmp_path, reminders=days)) == {"deadlines.bad-reminder"}


def test_days_that_no_year_has_are_told_all_at_once(tmp_path: Path) -> None:
    days = '{fixed: ["02-29", "13-01", "morgen"], from_easter: [], moved: []}'
    assert read(tmp_path, days_off=days) == ["deadlines.bad-day"] * 3


def test_a_part_that_is_left_out_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, term="", days_off="") == ["document.missing-key"] * 2


def test_a_pause_without_measure_ends_the_search_for_a_last_day() -> None:
    begin = date(2025, 1, 6)
    pause = (begin, begin + timedelta(days=30_000))
    assert due(begin, Term(days=1), (pause,), Calendar()).on is not None


def by_the_moon(year: int) -> date:
    """Easter by another road, that of Clavius as Knuth writes it down: golden number, century, epact, Sunday."""
    golden, century = year % 19 + 1, year // 100 + 1
    skipped, moon = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    sunday, epact = 5 * year // 4 - skipped - 10, (11 * golden + 20 + moon - skipped) % 30
    epact += (epact == 25 and golden > 11) or epact == 24
    full = 44 - epact if epact <= 23 else 74 - epact
    full += 7 - (sunday + full) % 7
    return date(year, 3, full) if full <= 31 else date(year, 4, full - 31)


def test_easter_is_the_same_by_another_road_in_every_year() -> None:
    assert [easter(year) for year in GREGORIAN] == [by_the_moon(year) for year in GREGORIAN]


def test_from_friday_to_monday_is_one_working_day_and_back_is_one_less_than_none() -> None:
    friday, monday = date(2026, 6, 5), date(2026, 6, 8)
    assert working_days_between(friday, monday, NL) == 1
    assert working_days_between(monday, friday, NL) == -1
    assert working_days_between(friday, friday, NL) == 0
