"""Arabic compounds come out as one word, however many words and whatever vowels were written."""

import pytest

from openkader.screening.names import Reason, read_name
from openkader.screening.names.arabic import one_form, romanised
from openkader.screening.names.arabic_compounds import compounded
from openkader.screening.names.folding import words
from openkader.screening.names.han import rows


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


@pytest.mark.parametrize(
    ("written", "spelling"),
    [
        ("عبد الحق", "abd al haqq"), ("سعيدالله", "said allah"), ("نورالدين", "nur al din"),
        ("ابوالحسن", "abu al hasan"),
        ("الله", "allah"), ("الياس", "ilyas"), ("ایرج", "iraj"), ("کاکا زاده", "kakazadeh"),
        ("احمدی نژاد", "ahmadinejad"),
        ("شهيد خيل", "shahidkhel"), ("زاده", "zadeh"), ("آخوند زاده", "akhund zadeh"),
    ],
)  # fmt: skip
def test_what_is_written_as_one_in_one_script_is_not_in_the_other(written: str, spelling: str) -> None:
    assert spelling in romanised(written)


def test_the_table_of_names_is_sound() -> None:
    table = [row.split("\t") for row in rows("arabic_names")]
    names = [name for name, _ in table]
    assert names == sorted(set(names))
    assert all(one_form(name) == name for name in names)
    assert all(words(spelling) == (spelling,) for _, spelling in table)
