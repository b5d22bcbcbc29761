"""Forms of one given name: which are kin, how they are told, and what they do to how common a name is."""

import pytest

from openkader.screening.evidence import Band, Feature
from openkader.screening.explaining import say_meeting
from openkader.screening.matching.vocabulary import Vocabulary
from openkader.screening.matching.words import name_alike
from openkader.screening.names import OTHER, SHORT, Reason, form, kin_of
from openkader.screening.names.folding import words
from openkader.screening.names.han import rows
from openkader.screening.screener import Screener
from tests.unit.screening_parties import meet, party


@pytest.mark.parametrize(
    ("word", "other", "said"),
    [
        ("oleksandr", "aleksandr", "uk"), ("aleksandr", "oleksandr", "ru"), ("siarhei", "sergei", "be"),
        ("ihor", "igor", "uk"), ("volha", "olga", "be"), ("mehmet", "muhammad", "tr"), ("reza", "rida", "fa"),
        ("gusein", "husayn", "ru"), ("cabdullahi", "abdullah", "so"), ("sasha", "aleksandr", SHORT),
        ("william", "bill", SHORT), ("mohamed", "muhammad", OTHER), ("mamadou", "muhammad", OTHER),
        ("mykolaiovych", "nikolaevich", "uk"), ("ihorivna", "igorevna", "uk"),
        ("aliaksandrauna", "aleksandrovna", "be"),
        ("ziauddin", "diyauddin", "fa"), ("abdreza", "abdrida", "fa"),
    ],
)  # fmt: skip
def test_a_form_says_in_which_language_it_is_that(word: str, other: str, said: str) -> None:
    assert form(word, other) == said
    assert set(kin_of(word)) & set(kin_of(other))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("aleksandr", "aleksandra"), ("mikhailovich", "mikhailovna"), ("mikhail", "mikhailovich"), ("ivan", "john"),
        ("ali", "ala"), ("hasan", "husayn"), ("salah", "salih"), ("mahmud", "muhammad"), ("igor", "igor"),
        ("wang", "wong"), ("", "igor"), ("vna", "ovich"),
    ],
)  # fmt: skip
def test_other_names_are_no_forms(word: str, other: str) -> None:
    assert form(word, other) is None


def test_a_form_weighs_less_than_the_name_itself_and_a_short_one_less_again() -> None:
    assert 1 > name_alike("oleksandr", "aleksandr") > name_alike("sasha", "aleksandr") > 0
    assert name_alike("oleksandr", "aleksandra") == 0


def test_a_vocabulary_gives_the_forms_of_a_name_it_does_not_have() -> None:
    vocabulary = Vocabulary.of(["igor", "aleksandr", "li"])
    assert vocabulary.similar("ihar") == {0: name_alike("ihar", "igor")}
    assert vocabulary.known("igor") == vocabulary.known("ihor") == 0
    assert vocabulary.known("piet") is None
    assert Vocabulary.stored(vocabulary.arrays()).similar("ihar") == vocabulary.similar("ihar")


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Oleksandr Voorbeelduk", "Aleksandr Voorbeelduk"),
        ("Ihar Voorbeelduk", "Igor Voorbeelduk"),
        ("Volodymyr Mykolaiovych Voorbeeld", "Vladimir Nikolaevich Voorbeeld"),
        ("Ömer Voorbeelduk", "Cumar Voorbeelduk"),
        ("Bill Voorbeelduk", "William Voorbeelduk"),
    ],
)
def test_who_is_registered_otherwise_elsewhere_is_met(asked: str, listed: str) -> None:
    for one, other in ((asked, listed), (listed, asked)):
        hit = meet(one, other)
        assert hit is not None
        assert (hit.band is Band.CLEAR, hit.evidence[0].feature) == (False, Feature.SIMILAR_WORDS)
        assert {step.code for step in hit.asked_steps} >= {Reason.NAME_FORM}


def test_the_explanation_says_what_each_form_is() -> None:
    hit = meet("Oleksandr Voorbeelduk", "Aleksandr Voorbeelduk")
    assert hit is not None
    said = say_meeting(hit)[0]
    assert said.nl == "Gevraagd: oleksandr → aleksandr: Oekraïens voor dezelfde naam."
    assert said.en == "Asked: oleksandr → aleksandr: Ukrainian for the same name."


@pytest.mark.parametrize(
    ("asked", "listed", "said"),
    [
        ("Bill Voorbeelduk", "William Voorbeelduk", "de een is een korte vorm van de ander"),
        ("Mohamed Voorbeelduk", "Muhammad Voorbeelduk", "andere vorm van dezelfde naam"),
    ],
)
def test_short_and_other_forms_are_told_without_a_language(asked: str, listed: str, said: str) -> None:
    hit = meet(asked, listed)
    assert hit is not None
    assert say_meeting(hit)[0].nl.endswith(f": {said}.")


def test_a_name_is_as_common_as_all_its_forms_together() -> None:
    many = [
        f"{one} {other}" for one in ("Mohamed", "Muhammad", "Mehmet") for other in ("Aap", "Noot", "Mies")
    ]
    alone = Screener.of(
        [party("p0", "Mohamed Voorbeelduk"), *(party(f"q{n}", "Jan Fictief") for n in range(9))]
    )
    among = Screener.of(
        [party("p0", "Mohamed Voorbeelduk"), *(party(f"q{n}", name) for n, name in enumerate(many))]
    )
    asked = party("q", "Mohamed")
    assert among.screen(asked).hits[0].score < alone.screen(asked).hits[0].score


def test_the_table_holds_folded_words_each_once_in_a_cell() -> None:
    table = [row.split("\t") for row in rows("given_names")]
    names = [name for name, *_ in table]
    assert names == sorted(set(names))
    for _, *cells in table:
        forms = [cell.split(" ") for cell in cells]
        assert all(words(one) == (one,) for _, *spelt in forms for one in spelt)
        assert all(len(spelt) == len(set(spelt)) > 0 for _, *spelt in forms)
        assert len({one for _, *spelt in forms for one in spelt}) > 1
        assert len({tongue for tongue, *_ in forms}) == len(forms)
