"""A number that somebody sends is one that a database knows, or nothing."""

import pytest

from openkader.base.numbers import number_in


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("0", 0),
        ("9" * 18, 10**18 - 1),
        ("1" * 19, None),
        ("-1", None),
        ("", None),
        ("٣", None),
        ("1.5", None),
    ],
    ids=["nought", "longest", "too long", "less", "none", "arabic", "a part"],
)
def test_a_word_is_a_number_or_nothing(word: str, number: int | None) -> None:
    assert number_in(word) == number
