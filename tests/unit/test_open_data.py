"""Open data: cells that no spreadsheet calculates, and columns that were named one by one."""

from datetime import date

import pytest

from openkader.publication.open_data.fields import FIGURE_ROWS, FIGURES, FILES, GROUNDS, ROW
from openkader.publication.open_data.writing import in_sheet


@pytest.mark.parametrize(
    "word", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "|calc", "%0A", "＝1"]
)
def test_what_would_be_calculated_is_text(word: str) -> None:
    assert in_sheet(word) == f"'{word}"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (date(2024, 5, 1), "2024-05-01"),
        ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
        (("a", "b"), "a;b"),
        (("=a", "b"), "'=a;b"),
        ("twee\nregels", "twee\nregels"),
    ],
)
def test_a_cell_is_written_as_it_is(cell: object, said: str) -> None:
    assert in_sheet(cell) == said  # type: ignore[arg-type]


def test_columns_have_one_name_each_and_both_languages() -> None:
    for file in (*FILES, FIGURES, FIGURE_ROWS):
        names = (
            [field.name for field in (*ROW, *file.fields)] if file in FILES else [f.name for f in file.fields]
        )
        assert len(names) == len(set(names))
        assert all(field.title.nl and field.title.en for field in file.fields)
        assert {field.withheld for field in file.fields} - {None} <= set(GROUNDS)
