"""When an evaluation may be written on, reviewed, adopted and corrected, and what marks a sentence."""

from dataclasses import replace
from typing import Any

import pytest

from openkader.base.errors import Refusal
from openkader.casework.evaluating import (
    MOST_TEXT,
    MOST_WORDS,
    Change,
    ChapterStand,
    EvaluationState,
    Readiness,
    changes_in,
    figure_key,
    may_adopt,
    may_comment,
    may_correct,
    may_look,
    may_resolve,
    may_restate,
    may_return,
    may_save,
    may_send_to_review,
    may_write,
    readings_of,
)
from openkader.casework.prose import Binding, Bound, passages_of

DRAFT, REVIEW, ADOPTED = EvaluationState.DRAFT, EvaluationState.REVIEW, EvaluationState.ADOPTED
FOUR, FIVE = {"low": 4, "high": 4, "of": None}, {"low": 5, "high": 5, "of": None}
FIRST, SECOND = (
    "Er waren [[cijfer:visits]] bezoeken.",
    "En [[cijfer:visits@2023]] ervoor, [[cijfer:nothing]].",
)
STAND = ChapterStand(number=2, by="bob", text="Tekst.")
READY = Readiness(state=REVIEW, by="clara", writers=frozenset({"bob"}), same=True)
CHANGE = Change(passage="x", binding=Binding(Bound.FIGURE, "visits"), then=FOUR, now=FIVE)


def code(refusal: Refusal | None) -> str:
    return refusal.code.removeprefix("evaluation.") if refusal else ""


def test_each_passage_keeps_what_its_own_figures_say() -> None:
    one, other = passages_of(f"{FIRST}\n\n{SECOND}")
    found = readings_of((one, other), {"visits": FOUR, "visits@2023": FIVE}, {})
    assert found == {one.digest: {"visits": FOUR}, other.digest: {"visits@2023": FIVE}}


def test_a_passage_that_was_not_touched_keeps_what_it_said() -> None:
    one, new = passages_of(f"{FIRST}\n\nNu [[cijfer:visits]].")
    found = readings_of((one, new), {"visits": FIVE}, {one.digest: {"visits": FOUR}})
    assert found == {one.digest: {"visits": FOUR}, new.digest: {"visits": FIVE}}


def test_a_passage_without_figures_remembers_nothing() -> None:
    assert readings_of(passages_of("Een zin.\n\n[[citaat:Q-1]]"), {"visits": FOUR}, {}) == {}


def test_a_figure_that_appears_later_is_known_from_then_on() -> None:
    (one,) = passages_of("[[cijfer:visits]] en [[cijfer:nothing]]")
    known = readings_of((one,), {"visits": FIVE, "nothing": FOUR}, {one.digest: {"visits": FOUR}})
    assert known == {one.digest: {"visits": FOUR, "nothing": FOUR}}


def test_a_figure_that_says_otherwise_marks_its_sentence_once() -> None:
    one, two = passages_of("[[cijfer:visits]] en nog eens [[cijfer:visits]]\n\n[[cijfer:gone]]")
    then = {one.digest: {"visits": FOUR}, two.digest: {"gone": FOUR}}
    assert changes_in((one, two), then, {"visits": FIVE}) == (
        Change(passage=one.digest, binding=Binding(Bound.FIGURE, "visits"), then=FOUR, now=FIVE),
    )
    assert changes_in((one,), then, {"visits": FOUR}) == ()
    assert changes_in((one,), {}, {"visits": FOUR}) == ()


def test_a_figure_of_another_year_is_another_figure() -> None:
    assert figure_key(Binding(Bound.FIGURE, "visits", 2023)) == "visits@2023"


def test_what_was_adopted_is_not_written_on() -> None:
    assert [code(may_write(state)) for state in EvaluationState] == ["", "", "adopted"]


@pytest.mark.parametrize(
    ("text", "left_empty", "seen", "expected"),
    [
        ("Iets.", None, 2, ""),
        ("", "Wordt door een tabel gezegd.", 2, ""),
        (" \n", "  ", 2, "empty-text"),
        ("Iets.", None, 1, "meanwhile"),
        ("x" * (MOST_TEXT + 1), None, 2, "too-long"),
        ("", "x" * (MOST_WORDS + 1), 2, "too-long"),
    ],
)
def test_a_chapter_says_something_and_overwrites_nobody(
    text: str, left_empty: str | None, seen: int, expected: str
) -> None:
    assert code(may_save(text, left_empty, seen, STAND)) == expected


def test_a_chapter_is_there_with_a_text_or_a_reason() -> None:
    assert STAND.is_there
    assert ChapterStand(left_empty="Later.").is_there
    assert not ChapterStand().is_there


@pytest.mark.parametrize(
    ("state", "missing", "expected"),
    [
        (DRAFT, (), ""),
        (DRAFT, ("outlook",), "chapters-missing"),
        (REVIEW, (), "in-review-already"),
        (ADOPTED, (), "adopted"),
    ],
)
def test_a_whole_draft_goes_to_review(
    state: EvaluationState, missing: tuple[str, ...], expected: str
) -> None:
    assert code(may_send_to_review(state, missing)) == expected


@pytest.mark.parametrize(
    ("state", "expected"), [(DRAFT, "not-in-review"), (REVIEW, ""), (ADOPTED, "adopted")]
)
def test_what_lies_for_review_comes_back(state: EvaluationState, expected: str) -> None:
    assert code(may_return(state)) == expected


@pytest.mark.parametrize(
    ("state", "words", "is_there", "expected"),
    [
        (DRAFT, "Klopt dit?", True, ""),
        (ADOPTED, "Klopt dit?", True, "adopted"),
        (DRAFT, " ", True, "nothing-said"),
        (DRAFT, "x" * (MOST_WORDS + 1), True, "too-many-words"),
        (REVIEW, "Klopt dit?", False, "passage-gone"),
    ],
)
def test_a_comment_is_about_a_passage_that_stands_there(
    state: EvaluationState, words: str, is_there: bool, expected: str
) -> None:
    assert code(may_comment(state, words, is_there=is_there)) == expected


@pytest.mark.parametrize(
    ("state", "words", "is_resolved", "expected"),
    [
        (REVIEW, "Gedaan.", False, ""),
        (REVIEW, "", False, "nothing-said"),
        (REVIEW, "Gedaan.", True, "resolved-already"),
        (ADOPTED, "Gedaan.", False, "adopted"),
    ],
)
def test_a_comment_is_settled_once_with_an_answer(
    state: EvaluationState, words: str, is_resolved: bool, expected: str
) -> None:
    assert code(may_resolve(state, words, is_resolved=is_resolved)) == expected


def test_only_what_changed_is_looked_at() -> None:
    assert code(may_look(DRAFT, ())) == "nothing-changed"
    assert code(may_look(DRAFT, (CHANGE,))) == ""
    assert code(may_look(ADOPTED, (CHANGE,))) == "adopted"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ""),
        ({"state": DRAFT}, "not-in-review"),
        ({"state": ADOPTED}, "adopted"),
        ({"by": "bob"}, "own-text"),
        ({"by": "Bob"}, "own-text"),
        ({"missing": ("outlook",)}, "chapters-missing"),
        ({"open_comments": 1}, "open-comments"),
        ({"unreadable": ("[[x]]",)}, "unreadable"),
        ({"unknown": ("[[cijfer:x]]",)}, "unknown-figure"),
        ({"withdrawn": ("[[citaat:Q]]",)}, "quote-withdrawn"),
        ({"not_allowed": ("[[citaat:Q]]",)}, "quote-not-allowed"),
        ({"marked": 2}, "marked"),
        ({"same": False}, "changed-meanwhile"),
    ],
)
def test_adoption_asks_for_all_of_it(changes: dict[str, Any], expected: str) -> None:
    assert code(may_adopt(replace(READY, **changes))) == expected


def test_only_what_was_adopted_has_errata() -> None:
    assert code(may_correct(REVIEW, "a", "b", "c")) == "not-adopted"
    assert code(may_correct(ADOPTED, "a", "b", "c")) == ""
    assert code(may_correct(ADOPTED, "a", "", "c")) == "nothing-said"


def test_only_a_figure_that_counts_otherwise_is_restated() -> None:
    assert code(may_restate(REVIEW, FOUR, FIVE, "w")) == "not-adopted"
    assert code(may_restate(ADOPTED, FOUR, FOUR, "w")) == "nothing-restated"
    assert code(may_restate(ADOPTED, None, FOUR, "w")) == "nothing-restated"
    assert code(may_restate(ADOPTED, FOUR, FIVE, " ")) == "nothing-said"
    assert code(may_restate(ADOPTED, FOUR, FIVE, "Nagekomen.")) == ""


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_chapter_without_words_and_without_a_reason_for_that_is_no_chapter(reason: str | None) -> None:
    assert code(may_save(" ", reason, STAND.number, STAND)) == "empty-text"
    assert may_save("Tekst.", reason, STAND.number, STAND) is None
