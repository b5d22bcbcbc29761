"""What stands instead of a name: the same for the same, in its own script, and different in every copy."""

import pytest

from openkader.register.anonymising.pseudonyms import Pseudonyms

ONE, OTHER = Pseudonyms(b"one"), Pseudonyms(b"other")


@pytest.mark.parametrize(
    "way", ["name", "account", "reference", "address", "page", "digest", "number", "text"]
)
def test_the_same_gives_the_same_in_one_copy_and_something_else_in_another(way: str) -> None:
    said = "p-verzonnevelde"
    assert getattr(ONE, way)(said) == getattr(ONE, way)(said)
    assert getattr(ONE, way)(said) != getattr(ONE, way)("p-verzonnen")
    assert getattr(ONE, way)(said) != getattr(OTHER, way)(said)
    assert "verzonne" not in getattr(ONE, way)(said)


def test_the_secret_is_new_for_every_copy_and_never_shown() -> None:
    made = Pseudonyms()
    assert made.secret != Pseudonyms().secret
    assert str(made.secret) not in repr(made)


def test_a_name_keeps_its_script() -> None:
    assert ONE.name("欧阳虚构").startswith("样名")
    assert ONE.name("Ouyang").isascii()


@pytest.mark.parametrize(
    ("reference", "kept"),
    [
        ("ZH-2024-01-A2", "ZH-2024-01-A2"),
        ("P-tan-jian", "P-"),
        ("NW-amnesty-international", "NW-"),
        ("CX-2024-handel", "CX-2024-"),
    ],
)
def test_a_reference_that_is_a_number_stays_and_one_of_words_does_not(reference: str, kept: str) -> None:
    told = ONE.reference(reference)
    assert told.startswith(kept)
    assert told == reference or told.removeprefix(kept).isdigit()


@pytest.mark.parametrize(
    ("who", "left"), [("cli:demo", "cli:demo"), ("", ""), ("cli:anna", "cli:collega-"), ("anna", "collega-")]
)
def test_who_did_something_is_nobody_and_the_door_stays(who: str, left: str) -> None:
    assert ONE.account(who).startswith(left)
    assert "anna" not in ONE.account(who)


def test_of_a_text_only_its_length_is_said() -> None:
    assert "23 tekens" in ONE.text("een tekst van iemand, x")
    assert "23 characters" in ONE.text("een tekst van iemand, x", english=True)
