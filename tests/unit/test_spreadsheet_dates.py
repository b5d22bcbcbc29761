"""When something was, as a spreadsheet says it: in every month, and no further than somebody can have meant."""

from datetime import date, timedelta

import pytest

from openkader.casework.delegation.cells import DAY_ZERO, Cell, Kind
from openkader.casework.period import Period
from openkader.casework.spreadsheet.dates import period_of

MONTHS = """
    jan januari january; feb februari february; mrt maart mar march; apr april; mei may; jun juni june;
    jul juli july; aug augustus august; sep sept september; okt oktober oct october; nov november; dec december
"""


def read(words: str, kind: Kind = Kind.TEXT) -> Period | None:
    return period_of(Cell(words, kind), None, DAY_ZERO)


def test_a_month_is_read_in_dutch_and_english_and_in_short() -> None:
    for number, names in enumerate(MONTHS.split(";"), 1):
        for name in names.split():
            assert read(f"{name} 2019") == Period.month(2019, number)
            assert read(f"4 {name} 2019") == Period.day(date(2019, number, 4))


@pytest.mark.parametrize(
    ("day", "is_read"),
    [
        (date(1949, 12, 31), False),
        (date(1950, 1, 1), True),
        (date(2200, 12, 31), True),
        (date(2201, 1, 1), False),
    ],
)
def test_a_day_that_is_stored_as_a_number_lies_in_years_that_somebody_may_have_meant(
    day: date, is_read: bool
) -> None:
    assert DAY_ZERO < day < DAY_ZERO + timedelta(days=200_000)
    found = read(str((day - DAY_ZERO).days), Kind.NUMBER)
    assert (found == Period.day(day)) is is_read
