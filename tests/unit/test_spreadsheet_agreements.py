"""What a register in a spreadsheet says of the agreements that were signed."""

from datetime import date, timedelta

from openkader.casework.period import Period
from openkader.casework.spreadsheet.rows import Signed
from openkader.casework.spreadsheet.summary import summary_of
from tests.unit.spreadsheets import HEADINGS, ROW, TODAY, one, sheet, with_cell, wrong

WITH_AGREEMENT = (*HEADINGS, "Vorm overeenkomst", "Ondertekend op", "Loopt tot")


def test_an_agreement_is_taken_over_with_its_form_and_days() -> None:
    signed = one(*ROW, "MoU", date(2023, 5, 24), "2026", headings=WITH_AGREEMENT).signed
    assert signed == Signed(form="mou", on=Period.day(date(2023, 5, 24)), until=date(2026, 12, 31))
    assert one(*ROW, "intentieverklaring", "", "", headings=WITH_AGREEMENT).signed == Signed(
        form="letter_of_intent"
    )
    refused_one = [*with_cell("Besluit", "Geweigerd"), "MoU", "", ""]
    without = [*ROW, "", date(2023, 5, 24), ""]
    for row in (refused_one, without):
        assert one(*row, headings=WITH_AGREEMENT).signed is None
    figures = summary_of(sheet([*ROW, "mou", "", ""], headings=WITH_AGREEMENT).rows)
    assert (figures.agreements, figures.unnoted) == (1, 0)


def test_days_of_an_agreement_that_cannot_be_are_named_with_their_cell() -> None:
    assert wrong(*ROW, "handdruk", "", "", headings=WITH_AGREEMENT) == [("no-form", "H2")]
    assert wrong(*ROW, "MoU", TODAY + timedelta(days=1), "", headings=WITH_AGREEMENT) == [
        ("signed-later", "I2")
    ]
    assert one(*ROW, "MoU", TODAY, TODAY, headings=WITH_AGREEMENT).signed is not None
    before = wrong(*ROW, "MoU", date(2023, 5, 24), date(2023, 5, 23), headings=WITH_AGREEMENT)
    assert before == [("ends-before", "J2")]


def test_a_row_without_an_agreement_is_known_as_it_was_before_those_were_taken_over() -> None:
    assert one(*ROW).fingerprint() == "437da6fbb20ad4dabe73bb2ad42ab90b37e038e7f3d60f602e8e6a43fd939a7a"


def test_an_agreement_is_part_of_what_a_row_says() -> None:
    prints = {
        one(*ROW, form, day, "", headings=WITH_AGREEMENT).fingerprint()
        for form, day in (("MoU", ""), ("intentieverklaring", ""), ("MoU", date(2023, 5, 24)))
    }
    assert len(prints | {one(*ROW).fingerprint()}) == 4
