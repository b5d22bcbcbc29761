"""A number is kept in one form, and a typing error in one that carries a check shows."""

import pytest

from openkader.casework.identifiers import SCHEMES, may_carry, written


def code(scheme: str, value: str) -> str | None:
    refusal = may_carry(scheme, value)
    return refusal.code if refusal else None


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_the_example_of_each_scheme_is_right_and_one_wrong_digit_shows(scheme: str) -> None:
    form = SCHEMES[scheme].form
    assert code(scheme, form) is None
    assert code(scheme, form + "1") == "identifier.wrong-digit"
    if scheme != "kvk":
        last = "0" if form[-1] != "0" else "1"
        assert code(scheme, form[:-1] + last) == "identifier.wrong-digit"


def test_separators_and_small_letters_make_no_other_number() -> None:
    assert written(" 9135-0100 m000.100y/43 ") == "91350100M000100Y43"
    assert code("uscc", " 9135-0100 m000.100y/43 ") is None


@pytest.mark.parametrize("value", ["", " .- ", "1" * 101, "12\x0034", "12\u202e34"])
def test_what_is_no_number_is_refused_whatever_the_scheme(value: str) -> None:
    assert code("other", value) == "identifier.empty"


@pytest.mark.parametrize("scheme", ["", "KVK", "a b", "x" * 31, "<b>", "1a"])
def test_a_scheme_is_a_plain_word(scheme: str) -> None:
    assert code(scheme, "1") == "identifier.no-scheme"


@pytest.mark.parametrize(("scheme", "value"), [("kvk", "１２３４５６７８"), ("imo", "٩٠٧٤٧٢٩"), ("inn", "x")])
def test_digits_of_other_scripts_are_no_digits_here(scheme: str, value: str) -> None:
    assert code(scheme, value) == "identifier.wrong-digit"


def test_a_number_of_a_hundred_signs_is_the_longest() -> None:
    assert code("other", "1" * 100) is None


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_who_mistypes_a_number_reads_of_which_register_it_is_and_how_one_looks(scheme: str) -> None:
    refusal = may_carry(scheme, "1")
    assert refusal is not None
    assert refusal.detail == {"scheme": scheme.upper(), "number": "1", "example": SCHEMES[scheme].form}
