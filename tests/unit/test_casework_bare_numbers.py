"""Numbers that were typed and not bound are pointed out; years, days and references are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.casework.bare_numbers import bare_in, bare_numbers
from openkader.casework.prose import passages_of

VALUES = {
    "parties": {27},
    "talks": {10},
    "missions": {1},
    "delegations": {4, 5},
    "others": {9},
    "incoming": {7},
}
# Sentences of the evaluation of 2024, with the numbers in them that count something.
REAL: tuple[tuple[str, list[object]], ...] = (
    ("Wel doet de evaluatie in hoofdstuk 5 een zevental aanbevelingen", [("zevental", 7, ("incoming",))]),
    (
        "Naast deze uitgaande missie, zijn er vier inkomende delegaties ontvangen",
        [("vier", 4, ("delegations",))],
    ),
    ("In totaal waren 27 verschillende Zuid-Hollandse partijen betrokken", [("27", 27, ("parties",))]),
    (
        "er zijn negen activiteiten met andere landen ondernomen, zevenmaal betrof het een inkomende delegatie",
        [("negen", 9, ("others",)), ("zevenmaal", 7, ("incoming",))],
    ),
    ("met uitzondering van Marokko en Japan (tweemaal).", [("tweemaal", 2, ())]),
    (
        "heeft de provincie tien gesprekken gevoerd in het kader van de verdere verkenning",
        [("tien", 10, ("talks",))],
    ),
    ("handelsrelatie met China EUR 95,2 miljard", [("95,2", None, ())]),
    ("Op 11 september 2024 is de internationale strategie 2024-2027 vastgesteld", []),
    ("een verandering in China in maart 2024 en de evaluatie van 2023", []),
    ("Kamerbrief over bezoek aan China op 26 en 27 maart 2024.", []),
    ("Dit is niet het geval ten aanzien van één delegatie vanuit Hebei en een bezoek", []),
    ("voornamelijk door goede informatievoorziening (zie actielijn 3 hieronder).", []),
    ("Ontwikkelingssamenwerking (BHOS) Van Leeuwen.2 De inzet", []),
    ("1) de provinciale relatie met China; 2) er een vraag; 3) en het integraal meenemen", []),
)


@pytest.mark.parametrize(("text", "expected"), REAL)
def test_numbers_in_the_sentences_of_2024(text: str, expected: list[object]) -> None:
    assert [(one.words, one.value, one.figures) for one in bare_numbers(text, VALUES, "nl")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "23-28 mei en 23–28 mei",
        "actielijnen E1 en M5, RV3, ZH-2024-02, COVID-19 en 5G",
        "artikel 3 en 4, bijlage 1, pagina 6/15, blz. 12",
        "om 10.30 uur, om 9:15 en op 11-9-2024",
        "zie https://www.example.nl/2/3 of mail 2@example.nl",
        "1. De eerste zin",
        "een drietand, tienertijd, achteraf, zevenslaper",
    ],
)
def test_what_counts_nothing_is_left_alone(text: str) -> None:
    assert bare_numbers(text, VALUES, "nl") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-one parties", 21),
        ("seven of them", 7),
        ("twice", 2),
        ("1,200 dossiers", 1200),
        ("ten talks", 10),
    ],
)
def test_english_numbers(text: str, value: int) -> None:
    assert [one.value for one in bare_numbers(text, VALUES, "en")] == [value]


def test_english_days_and_articles_are_left_alone() -> None:
    assert (
        bare_numbers("one visit on May 23-28, on 11 September 2024, chapter 5, article 3", VALUES, "en") == ()
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("eenentwintig", 21),
        ("tweeëndertig", 32),
        ("Twintig", 20),
        ("1.200", 1200),
        ("nul", 0),
        ("drietal", 3),
    ],
)
def test_dutch_numbers(text: str, value: int) -> None:
    assert [one.value for one in bare_numbers(f"Er waren {text} bezoeken.", {}, "nl")] == [value]


def test_what_is_bound_is_not_bare() -> None:
    (passage,) = passages_of("Er waren [[cijfer:delegations@2023]] bezoeken en 4 gesprekken.")
    (found,) = bare_in(passage, VALUES, "nl")
    assert (found.words, found.figures) == ("4", ("delegations",))


@given(st.text(alphabet="0123456789.,-/ abentwivrjf(@:", max_size=80), st.sampled_from(["nl", "en"]))
def test_a_place_is_where_the_words_stand(text: str, language: str) -> None:
    for one in bare_numbers(text, VALUES, language):
        assert text[one.start : one.end] == one.words


HOSTILE = (
    "1",
    "een-",
    "1 en ",
    "1-",
    "artikel 1 en ",
    "twintig",
    "a",
    "5 mei ",
    "https://a",
    "@",
    ".1",
    "1/",
    "a1-",
    "a'",
)


@pytest.mark.parametrize("part", HOSTILE)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_long_text_that_was_made_to_be_slow_is_read_all_the_same(part: str, language: str) -> None:
    """Quadratic time would be minutes here."""
    text = part * (60_000 // len(part))
    for one in bare_numbers(text, VALUES, language):
        assert one.value is None or one.value < 10**12


DUTCH = """
    twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
    negentien twintig eenentwintig tweeëntwintig drieëntwintig vierentwintig vijfentwintig zesentwintig
    zevenentwintig achtentwintig negenentwintig dertig
"""
ENGLISH = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight
    twenty-nine thirty
"""


@pytest.mark.parametrize(("language", "words"), [("nl", DUTCH), ("en", ENGLISH)])
def test_whoever_counts_in_words_is_understood_from_two_to_thirty(language: str, words: str) -> None:
    for number, word in enumerate(words.split(), 2):
        found = bare_numbers(f"Wij zagen {word} huizen.", {"seen": {number}}, language)
        assert [(one.words, one.value, one.figures) for one in found] == [(word, number, ("seen",))]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "veertig vijftig zestig zeventig tachtig negentig honderd"),
        ("en", "forty fifty sixty seventy eighty ninety hundred"),
    ],
)
def test_and_by_tens_up_to_a_hundred(language: str, words: str) -> None:
    for number, word in enumerate(words.split(), 4):
        assert [one.value for one in bare_numbers(f"In {word} plaatsen", {}, language)] == [10 * number]
