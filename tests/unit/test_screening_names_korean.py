"""Korean names in the spellings of the North, the South, families and old books come out in one spelling."""

import pytest

from openkader.screening.names import Reason, read_name
from openkader.screening.names.folding import words
from openkader.screening.names.korean import korean


@pytest.mark.parametrize(
    "spellings",
    [
        ("Jo Chol Song", "Cho Ch'o'l-so'ng", "Cho Chŏl-sŏng", "Jo Cheol-seong"),
        ("Ri Je-son", "Ri Che-son", "Lee Jae Seon"),
        ("Pak Il-gyu", "Pak Il Kyu", "Park Il Gyu"), ("Hyon Gwang Il", "Hyun Kwang-il"),
        ("Choe Ryong Hae", "Choi Ryong-hae"),
        ("Ryang Su-nyo", "Yang Su Nyo"), ("No Mu-hyŏn", "Roh Moo-hyun"), ("Kim Hangil", "Kim Han-gil"),
        ("Chang Sung-min", "Jang Song Min"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_agree(spellings: tuple[str, ...]) -> None:
    found = {korean(words(spelling)) for spelling in spellings}
    assert len(found) == 1
    assert found != {()}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kim Chol", "Kim Chon"), ("Kim Song Ho", "Kim Song Ha"), ("Ri Jong Chol", "Ri Yong Chol")],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert korean(words(one)) != korean(words(other))


@pytest.mark.parametrize("name", ["Jan Jansen", "Kim", "Kim Strkt", "Kim Jong Un Chol Su", "Iosif Kim"])
def test_what_is_no_korean_name_has_no_such_spelling(name: str) -> None:
    assert korean(words(name)) == ()


def test_korean_letters_meet_latin_ones() -> None:
    assert _spelt("조철성") & _spelt("Cho Ch'ol-song")


def test_a_name_in_pinyin_is_not_read_as_korean() -> None:
    assert _spelt("Li Song") == set()


def _spelt(name: str) -> set[str]:
    return {
        variant.text
        for variant in read_name(name, "Person").variants
        if variant.steps and variant.steps[-1].code is Reason.KOREAN_SPELLING
    }
