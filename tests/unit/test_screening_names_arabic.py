"""Arabic compounds come out as one word, however many words and whatever vowels were written."""

import pytest

from openkader.screening.names import Reason, read_name
from openkader.screening.names.arabic_compounds import compounded


@pytest.mark.parametrize(
    ("spellings", "one"),
    [
        (("Abd al Rahman", "Abdul Rahman", "Abdulrahman", "Abdurrahman", "Abdel Rahman",
        "Abd ar Rahman"), "abdrahman"),
        (("Abdullah", "Abd Allah", "Abdallah", "Abdulla", "Abdul Lah", "Abdollah"), "abdullah"),
        (("Nur Allah", "Nurullah", "Nurallah", "Nur Ullah"), "nurullah"),
        (("Saif al Din", "Saifuddin", "Saif ud Din", "Saifeddine", "Saif ul Deen", "Saif uddin"), "saifuddin"),
        (("Zia ur Rahman", "Ziaurrahman", "Ziaurrehman", "Zia al Rahman"), "ziaurrahman"),
        (("Amin ul Haq", "Aminulhaq", "Amin al Haq"), "aminurhaq"),
        (("Allah Dad", "Allah Dad"), "allahdad"), (("Nurettin",), "nuruddin"),
        (("Abd al Salam", "Abdessalam"), "abdsalam"),
    ],
)  # fmt: skip
def test_a_compound_is_one_word(spellings: tuple[str, ...], one: str) -> None:
    assert {compounded(spelling.lower().split()) for spelling in spellings} == {(one,)}


@pytest.mark.parametrize(
    "name", ["borodin", "martin", "jan de vries", "ali bin al", "abd", "moulla", "jalal din", "mullah allah",
    "abdul abdul"]
)  # fmt: skip
def test_another_name_is_left_as_it_is(name: str) -> None:
    assert compounded(name.split()) == tuple(name.split())


def test_a_word_behind_the_name_of_god_may_belong_to_it() -> None:
    assert compounded(["jan", "allah", "dad"]) == ("jan", "allahdad")


@pytest.mark.parametrize(
    ("letters", "latin"), [("عبد الرحمن كريم", "Abdurrahman Karim"), ("نور الدين سالم", "Nur al-Din Salim")]
)
def test_arabic_letters_meet_latin_ones(letters: str, latin: str) -> None:
    assert _compounds(letters) & _compounds(latin)


def _compounds(name: str) -> set[str]:
    return {
        variant.text
        for variant in read_name(name, "Person").variants
        if any(step.code is Reason.ARABIC_COMPOUND for step in variant.steps)
    }
