"""The last column that has one letter, days that are not of one sort, and a sheet that is not there."""

from datetime import date

import pytest

from openkader.base.errors import Invalid
from openkader.casework.period import Period
from openkader.casework.spreadsheet import Field, Mapping, open_sheet
from openkader.casework.spreadsheet.layout import letter_of
from tests.unit.delegations import workbook
from tests.unit.spreadsheets import HEADINGS, ROW, one, sheet, wrong

FROM_TO = ("Datum", "Tot", "Onderwerp", "Jaar")


@pytest.mark.parametrize(
    ("position", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (52, "BA"), (701, "ZZ")]
)
def test_a_column_has_the_name_that_a_spreadsheet_gives_it(position: int, letter: str) -> None:
    assert letter_of(position) == letter


def test_days_from_and_until_are_of_one_sort_and_in_their_order() -> None:
    first, last = date(2023, 5, 23), date(2023, 5, 25)
    assert one(first, last, "Bezoek", 2023, headings=FROM_TO).held == Period.day(first, last)
    assert one(first, first, "Bezoek", 2023, headings=FROM_TO).held == Period.day(first)
    assert wrong(last, first, "Bezoek", 2023, headings=FROM_TO) == [("days-turned", "B2")]
    # Some day in May and the thirtieth of June: nobody can say from when.
    assert wrong("mei", date(2023, 6, 30), "Bezoek", 2023, headings=FROM_TO) == [("days-turned", "B2")]


def test_a_sheet_that_is_not_there_is_said_in_the_words_of_a_register() -> None:
    with pytest.raises(Invalid) as refused:
        open_sheet(workbook(HEADINGS, ROW), "r.xlsx", "Nergens")
    assert [one.code for one in refused.value.problems] == ["spreadsheet.no-such-sheet"]


def test_of_a_column_three_cells_are_shown() -> None:
    rows = [(f"Z-{number}", *ROW[1:]) for number in range(9)]
    assert sheet(*rows, mapping=Mapping()).layout.columns[0].examples == ("Z-0", "Z-1", "Z-2")


def test_a_column_of_which_a_person_said_what_it_is_is_not_guessed() -> None:
    columns = sheet(ROW, mapping=Mapping(fields={1: Field.TITLE})).layout.columns
    assert [column.is_guessed for column in columns[:3]] == [True, False, True]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("", [("no-title", "D2")]), ("x" * 201, [("too-long", "D2")]), ("=B2", [("formula", "D2")])],
)
def test_a_title_that_cannot_be_taken_is_named_once(title: str, expected: list[tuple[str, str]]) -> None:
    assert wrong(*ROW[:3], title, *ROW[4:]) == expected
