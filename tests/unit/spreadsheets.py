"""Registers in spreadsheets to test with; everybody in them is made up."""

from collections.abc import Sequence
from datetime import date

from openkader.base.errors import Invalid
from openkader.casework.spreadsheet import Field, Mapping, Read, TakenRow, open_sheet, read_rows
from openkader.casework.spreadsheet.rows import Standard
from tests.unit.delegations import workbook

TODAY = date(2026, 11, 28)
HEADINGS = ("Zaaknr", "Ontvangen op", "Datum", "Onderwerp", "Soort", "Land", "Besluit")
ROW = (
    "Z-1",
    date(2023, 3, 1),
    date(2023, 5, 23),
    "Bezoek uit Testland",
    "Inkomende delegatie",
    "China",
    "Uitgevoerd",
)


def standard(day_zero: date) -> Standard:
    """A house that knows two relations."""
    return Standard(
        today=TODAY,
        day_zero=day_zero,
        relations={"china": "china", "andere landen": "other_countries"},
        forms={"mou": "mou", "intentieverklaring": "letter_of_intent"},
        by_country={"CN": "china"},
        elsewhere="other_countries",
    )


def read(content: bytes, mapping: Mapping | None = None, name: str = "register.xlsx") -> Read:
    """What is read of a file."""
    chosen = mapping or Mapping()
    grid = open_sheet(content, name, chosen.sheet)
    return read_rows(grid, chosen, standard(grid.day_zero))


def sheet(
    *rows: Sequence[object], headings: Sequence[str] = HEADINGS, mapping: Mapping | None = None
) -> Read:
    """What is read of a workbook with these headings and rows."""
    return read(workbook(headings, *rows), mapping)


def one(*cells: object, headings: Sequence[str] = HEADINGS, mapping: Mapping | None = None) -> TakenRow:
    """The one row of a sheet, when nothing is wrong with it."""
    found = sheet(cells, headings=headings, mapping=mapping)
    assert (found.problems, found.columns_wrong) == ((), ())
    return found.rows[0]


def wrong(
    *cells: object, headings: Sequence[str] = HEADINGS, mapping: Mapping | None = None
) -> list[tuple[str, str]]:
    """What is wrong with the one row of a sheet, and in which cell."""
    found = sheet(cells, headings=headings, mapping=mapping)
    assert found.rows == ()
    return [(problem.code.removeprefix("spreadsheet."), problem.where) for problem in found.problems]


def refused(content: bytes) -> list[str]:
    """The codes of why a file is no register."""
    try:
        read(content)
    except Invalid as error:
        return [problem.code for problem in error.problems]
    return []


def with_cell(field: str, value: object) -> list[object]:
    """The row of the example with another value under one heading."""
    return [value if heading == field else cell for heading, cell in zip(HEADINGS, ROW, strict=True)]


__all__ = ["HEADINGS", "ROW", "Field", "one", "read", "refused", "sheet", "standard", "with_cell", "wrong"]
