"""A delegation list of which each row names its own values."""

from datetime import date

from openkader.casework.delegation import Field, SentRow, read_rows

TODAY = date(2030, 5, 1)


def test_each_value_stands_under_its_own_field_and_a_row_keeps_its_number() -> None:
    rows: list[SentRow] = [
        {Field.NAME: ("Wang Xugou", "王虚构"), Field.BIRTH_DATE: ("1968-03-14",), Field.COUNTRY: ("CN",)},
        {Field.BIRTH_DATE: ("1980",)},
        {Field.NAME: ("Zhou Moban",), Field.ORGANISATION: ("Fictief Instituut",)},
    ]
    sheet = read_rows(rows, "rijen", TODAY)
    first, last = sheet.delegates
    assert (first.row, first.names, first.birth_date, first.country) == (
        1,
        ("Wang Xugou", "王虚构"),
        "1968-03-14",
        "cn",
    )
    assert (last.row, last.names, last.organisation_names) == (3, ("Zhou Moban",), ("Fictief Instituut",))
    assert [problem.where for problem in sheet.problems] == ["rijen:2"]


def test_of_no_rows_comes_nobody() -> None:
    sheet = read_rows([], "rijen", TODAY)
    assert (sheet.delegates, sheet.problems, sheet.columns) == ((), (), ())
