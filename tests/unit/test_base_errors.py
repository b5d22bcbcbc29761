"""The errors say what is wrong; the doors make text of it in the reader's language."""

import pytest

from openkader.base.errors import Invalid, NotFound, OpenKaderError, Problem, Refusal, Refused, Unavailable
from openkader.base.messages import KINDS, MESSAGES, NOUNS, sentence, sentences
from openkader.base.text import Language, Text


def test_dutch_is_read_by_everyone_who_did_not_ask_for_english() -> None:
    text = Text(nl="ja", en="yes")
    assert [text.in_(language) for language in ("nl", "en", "en-gb", "fr")] == ["ja", "yes", "yes", "ja"]
    assert [text.in_(language) for language in Language] == ["ja", "yes"]


def test_an_invalid_names_every_place_and_code() -> None:
    error = Invalid([Problem("document.empty", "a.yaml:1"), Problem("kader.no-header", "b")])
    assert str(error) == "a.yaml:1: document.empty; b: kader.no-header"


def test_an_invalid_says_one_line_a_problem_with_its_place() -> None:
    error = Invalid(
        [
            Problem("document.empty", "a.yaml:1"),
            Problem("document.wrong-type", "b.yaml:2", {"wanted": "integer", "found": "truth"}),
        ]
    )
    assert sentences(error, "nl") == [
        "a.yaml:1: Het bestand is leeg.",
        "b.yaml:2: Hier wordt een geheel getal verwacht, maar er staat true of false.",
    ]
    assert sentences(error, "en")[1] == "b.yaml:2: This must be a whole number, but it is true or false."


def test_what_is_wrong_as_a_whole_has_no_place() -> None:
    assert sentences(Invalid([Problem("document.empty", "")]), "nl") == ["Het bestand is leeg."]


def test_a_refusal_says_its_reason() -> None:
    error = Refused(Refusal("condition.unknown-list", {"list": "eu"}))
    assert str(error) == "condition.unknown-list"
    assert sentences(error, "en") == ["The list ‘eu’ does not exist in this kader."]


def test_an_outage_says_its_reason() -> None:
    error = Unavailable("document.unreadable", {"reason": "disk full"})
    assert str(error) == "document.unreadable"
    assert sentences(error, "en") == ["The file cannot be read (disk full). Check its name and permissions."]
    assert Unavailable("document.empty").detail == {}


def test_not_found_says_kind_and_name() -> None:
    error = NotFound("kader", "x/2024")
    assert str(error) == "kader: x/2024"
    assert sentences(error, "en") == ["There is no kader called ‘x/2024’."]


def test_what_was_not_found_is_named_in_the_readers_language() -> None:
    assert sentences(NotFound("year", "2031"), "nl") == ["Er is geen jaar met de naam ‘2031’."]
    assert sentences(NotFound("something", "x"), "nl") == ["Er is geen something met de naam ‘x’."]


def test_another_error_of_the_house_says_what_it_says() -> None:
    assert sentences(OpenKaderError("plain words"), "nl") == ["plain words"]


def test_a_key_that_is_called_like_a_type_is_named_and_not_explained() -> None:
    assert sentence("document.missing-key", {"key": "date"}, "en") == "‘date’ is missing here."
    assert sentence("document.missing-key", {"key": "text"}, "nl") == "Hier ontbreekt ‘text’."


def test_a_sort_of_answer_is_said_in_the_readers_language() -> None:
    detail = {"answer": "x", "allowed": "number"}
    assert (
        sentence("facts.not-an-answer", detail, "nl")
        == "‘x’ is geen antwoord op deze vraag. Mogelijk zijn: een getal."
    )


def test_braces_in_what_people_wrote_are_harmless() -> None:
    assert sentence("document.missing-key", {"key": "{key}"}, "en") == "‘{key}’ is missing here."


@pytest.mark.parametrize("text", [*MESSAGES.values(), *KINDS.values(), *NOUNS.values()])
def test_every_sentence_and_word_stands_in_both_languages(text: Text) -> None:
    assert text.nl.strip()
    assert text.en.strip()
