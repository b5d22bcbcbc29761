"""When two words are held for one: letters, sounds, and what finds them in a vocabulary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.screening.matching.vocabulary import Vocabulary
from openkader.screening.matching.words import alike, consonants, is_initial

WORDS = st.text(alphabet="abdhklmnorstu", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [("Muhammad", "Mohamed"), ("Alexander", "Aleksandr"), ("Raphael", "Rafael"), ("Yelena", "Elena")],
)
def test_spellings_of_one_name_have_the_same_consonants(asked: str, listed: str) -> None:
    assert consonants(asked.lower()) == consonants(listed.lower())


@pytest.mark.parametrize(("asked", "listed"), [("mahana", "maamoun"), ("ana", "annan"), ("lili", "lilia")])
def test_a_letter_sounds_as_often_as_vowels_part_it(asked: str, listed: str) -> None:
    assert consonants("fattah") == consonants("fatah")
    assert (consonants(asked) == consonants(listed)) is (asked == "lili")


def test_a_word_of_vowels_keeps_its_first_letter() -> None:
    assert consonants("aia") == "a"


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("voorbeeld", "voorbeeld", 1.0),
        ("voorbeeld", "vorbeeld", 0.9),
        ("muhammad", "mohamed", 0.85),
        ("gramashov", "kramasnov", 0.6),
        ("voorbeelden", "vorbeeldan", 0.85),
    ],
)
def test_words_that_are_alike(one: str, other: str, least: float) -> None:
    assert alike(one, other) == alike(other, one) >= least


@pytest.mark.parametrize(
    ("one", "other"), [("li", "lu"), ("jan", "jon"), ("piet", "klaas"), ("bond", "band")]
)
def test_short_words_and_other_words_are_not_alike(one: str, other: str) -> None:
    assert alike(one, other) < 0.85


def test_a_letter_stands_for_a_word_that_begins_with_it() -> None:
    assert is_initial("j", "jan")
    assert is_initial("jan", "j")
    assert not is_initial("j", "j")
    assert not is_initial("jan", "piet")


def test_a_vocabulary_gives_every_word_that_is_nearly_the_same() -> None:
    vocabulary = Vocabulary.of(["mohamed", "muhammad", "voorbeeld", "vorbeeld", "xi"])
    found = {vocabulary.words[number] for number in vocabulary.similar("mohammed")}
    assert found == {"mohamed", "muhammad"}
    assert vocabulary.similar("xu") == {}


@given(st.lists(WORDS, min_size=1, max_size=30, unique=True), WORDS)
def test_nothing_within_one_letter_is_missed(words: list[str], asked: str) -> None:
    vocabulary = Vocabulary.of(words)
    found = vocabulary.similar(asked)
    for number, word in enumerate(words):
        if alike(asked, word) >= 0.88:  # equal, one edit, or the same consonants
            assert found[number] == alike(asked, word)
