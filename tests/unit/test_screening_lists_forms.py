"""Values with a form: what fits is kept in it, and what does not is kept otherwise."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rigour.ids import get_identifier_format

from openkader.screening.entities import NameKind
from openkader.screening.lists.check_digits import is_imo, is_inn, is_lei, is_ogrn, is_uscc
from openkader.screening.lists.drafts import Draft
from openkader.screening.lists.forms import LONGEST_NUMBER, formed

DIGITS = "0123456789"
NUMBERS = {
    "imo": (is_imo, st.text(DIGITS, min_size=7, max_size=7)),
    "inn": (is_inn, st.text(DIGITS, min_size=9, max_size=13)),
    "ogrn": (is_ogrn, st.text(DIGITS, min_size=12, max_size=16)),
    "lei": (is_lei, st.from_regex(r"[A-Z0-9]{18}[0-9]{2}", fullmatch=True)),
    "uscc": (is_uscc, st.from_regex(r"[0-9A-Z]{17,19}", fullmatch=True)),
}
# Invented, with a right check digit.
VALID = {
    "imo": "9562233",
    "inn": "1234567894",
    "ogrn": "1027700000008",
    "lei": "ABCDEF00000000000033",
    "uscc": "91110000000000000E",
}


@pytest.mark.parametrize("kind", NUMBERS)
@pytest.mark.parametrize("odd", ["", "1", "A" * 20, "９１1100000000000000", "0" * 25])
def test_what_is_no_such_number_at_all_is_none(kind: str, odd: str) -> None:
    assert kind == "imo" or not NUMBERS[kind][0](odd)


@pytest.mark.parametrize("kind", NUMBERS)
def test_check_digits_are_counted_as_the_rest_of_the_world_counts_them(kind: str) -> None:
    ours, numbers = NUMBERS[kind]
    judge = get_identifier_format(kind)
    assert judge is not None
    theirs: Callable[[str], bool] = judge.is_valid

    @given(numbers)
    def agree(number: str) -> None:
        assert ours(number) == theirs(number)

    agree()


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_right_number_passes_and_one_digit_off_does_not(kind: str) -> None:
    is_right, number = NUMBERS[kind][0], VALID[kind]
    assert is_right(number)
    assert not is_right(number[:-1] + "98"[number[-1] == "9"])


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("imoNumber", "IMO 9562233", ("imoNumber", "IMO9562233")),
        ("imoNumber", "9562234", ("registrationNumber", "9562234")),
        ("imoNumber", "15411 (Malta)", ("registrationNumber", "15411 (Malta)")),
        ("uscCode", "12345", ("registrationNumber", "12345")),
        ("swiftBic", "OAKBNL2AXXX", ("swiftBic", "OAKBNL2A")),
        ("swiftBic", "Oak Bank", ("registrationNumber", "Oak Bank")),
        ("phone", "No. 0031 (0)70-123 4567", ("phone", "+310701234567")),
        ("phone", "070 1234567", ("notes", "070 1234567")),
        ("phone", "+1.......", ("notes", "+1.......")),
        ("website", "www.example.org", ("website", "http://www.example.org/")),
        ("website", "HTTPS://example.org/a", ("website", "https://example.org/a")),
        ("website", "see our site", ("notes", "see our site")),
        ("email", "oak@example.org", ("email", "oak@example.org")),
        ("email", "oak at example", ("notes", "oak at example")),
        ("idNumber", "x" * (LONGEST_NUMBER + 1), ("notes", "x" * (LONGEST_NUMBER + 1))),
        ("address", "x" * 200, ("address", "x" * 200)),
    ],
)
def test_a_value_keeps_its_place_only_in_its_form(name: str, value: str, kept: tuple[str, str]) -> None:
    assert formed(name, value) == kept


def test_what_becomes_a_note_says_what_it_was() -> None:
    draft = Draft("Organization", "1", "list:1")
    draft.add("phone", "070 1234567", "Remarks (Telephone)")
    assert draft.values == {"notes": {"Remarks (Telephone): 070 1234567": "Remarks (Telephone)"}}


def test_single_quotes_around_a_name_are_no_part_of_it() -> None:
    draft = Draft("Organization", "1", "list:1")
    draft.add_name("'t Zand", NameKind.NAME, "f")
    draft.add_name("'OAK BANK'", NameKind.ALIAS, "f")
    assert (list(draft.values["name"]), list(draft.values["alias"])) == (["'t Zand"], ["OAK BANK"])
