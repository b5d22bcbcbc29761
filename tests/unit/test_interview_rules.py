"""Interviews: with whom, about what, and what consent allows; and the list of themes of an organisation."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from openkader.base.errors import Invalid, Refusal
from openkader.base.text import Text
from openkader.casework.interviews import (
    CONSENTS,
    GIVEN,
    Consent,
    ConsentDraft,
    InterviewDraft,
    QuoteDraft,
    Speaker,
    load_interviews,
    may_consent,
    may_interview,
    may_quote,
    may_withdraw,
    narrowest,
    told_beside,
)
from openkader.casework.period import Period

TODAY = date(2030, 5, 1)
THEMES = frozenset({"growth"})
NAMED = Speaker(name="B. Verzonnen")
WITHHELD = Speaker(is_withheld=True)
DRAFT = InterviewDraft(
    speaker=NAMED, period=Period.month(2030, 4), by_whom="Anna Bedacht", themes=("growth",)
)
QUOTE = QuoteDraft(words="De vraag blijft groeien.", theme="growth", consent=Consent.WITHOUT_NAME)
GIVING = ConsentDraft(consent=Consent.WITH_NAME, how="per mail", seen=0)
WITH, WITHOUT, NOT, GONE = Consent


def code(refusal: Refusal | None) -> str | None:
    return None if refusal is None else refusal.code


def test_consent_has_words_and_only_some_of_it_lets_words_be_used() -> None:
    assert set(CONSENTS) == set(Consent) == {*GIVEN, GONE}
    assert [one for one in Consent if one.may_quote] == [WITH, WITHOUT]
    assert [one for one in Consent if one.may_count] == [WITH, WITHOUT, NOT]


def test_what_may_be_done_is_the_least_of_what_was_allowed_and_unknown_allows_nothing() -> None:
    assert narrowest(WITH, WITHOUT) is WITHOUT
    assert narrowest(WITH, NOT) is NOT
    assert narrowest(WITH, None) is None
    assert narrowest(None, GONE) is GONE
    assert narrowest() is None


def test_beside_words_without_a_name_no_others_of_the_interview_have_one() -> None:
    assert told_beside([WITH, WITH]) is WITH
    assert told_beside([WITH, WITHOUT]) is WITHOUT
    assert told_beside([WITH, NOT, None, GONE]) is WITH  # these are not told at all
    assert told_beside([NOT, None]) is told_beside([]) is None


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"speaker": Speaker()}, "who"),
        ({"speaker": Speaker(party="P-1", name="x")}, "who"),
        ({"speaker": replace(NAMED, is_withheld=True)}, "who"),
        ({"speaker": Speaker(name="x" * 201)}, "nobody"),
        ({"period": None}, "no-moment"),
        ({"period": Period.day(date(2030, 5, 2))}, "not-yet"),
        ({"by_whom": " "}, "nobody"),
        ({"called": "x" * 201}, "nobody"),
        ({"themes": ("growth", "gossip")}, "unknown-theme"),
        ({"speaker": WITHHELD, "consent": Consent.WITH_NAME}, "withheld"),
        ({"consent": Consent.WITHDRAWN}, "no-consent"),
        ({"how": "x" * 201}, "long-how"),
    ],
)
def test_an_interview_says_with_whom_when_and_by_whom(changes: dict[str, Any], why: str) -> None:
    assert code(may_interview(replace(DRAFT, **changes), THEMES, TODAY)) == f"interview.{why}"


def test_an_interview_may_be_noted_without_knowing_what_it_may_be_used_for() -> None:
    for speaker in (NAMED, WITHHELD, Speaker(party="P-1")):
        assert may_interview(replace(DRAFT, speaker=speaker), THEMES, TODAY) is None
    assert may_interview(replace(DRAFT, consent=WITH, how="mondeling"), THEMES, TODAY) is None


@pytest.mark.parametrize(
    ("changes", "given", "why"),
    [
        ({}, GONE, "withdrawn"),
        ({"words": "  "}, WITH, "no-words"),
        ({"words": "x" * 41}, WITH, "long-quote"),
        ({"theme": "gossip"}, WITH, "unknown-theme"),
        ({"consent": WITH}, WITHOUT, "wider"),
        ({"consent": WITHOUT}, None, "wider"),
        ({"consent": GONE}, WITH, "no-consent"),
    ],
)
def test_a_quote_is_short_on_theme_and_has_no_more_consent_than_its_interview(
    changes: dict[str, Any], given: Consent | None, why: str
) -> None:
    assert code(may_quote(replace(QUOTE, **changes), THEMES, 40, given)) == f"interview.{why}"


def test_a_quote_may_wait_for_its_consent() -> None:
    assert may_quote(QUOTE, THEMES, 40, WITH) is None
    assert may_quote(replace(QUOTE, consent=None), THEMES, 40, None) is None


def test_consent_is_noted_with_how_it_was_given_and_never_after_it_was_withdrawn() -> None:
    assert may_consent(GIVING, None, NAMED, 0) is None
    for changes, given, speaker, why in (
        ({}, GONE, NAMED, "withdrawn"),
        ({"seen": 1}, None, NAMED, "meanwhile"),
        ({"consent": None}, None, NAMED, "no-consent"),
        ({"how": " "}, None, NAMED, "no-how"),
        ({}, None, WITHHELD, "withheld"),
    ):
        assert code(may_consent(replace(GIVING, **changes), given, speaker, 0)) == f"interview.{why}"


def test_consent_is_withdrawn_once() -> None:
    assert may_withdraw("per mail", WITH) is None
    assert may_withdraw("per mail", None) is None
    assert code(may_withdraw("per mail", GONE)) == "interview.withdrawn-already"
    assert code(may_withdraw("", WITH)) == code(may_withdraw("x" * 201, WITH)) == "interview.no-how"


PACK = """
prefix: IV
longest_quote: 600
themes:
  - code: growth
    text: {nl: Groei, en: Growth}
    cites: [{source: EVAL24, words: x}]
"""


def test_themes_are_read_with_their_passages(tmp_path: Path) -> None:
    (tmp_path / "evaluation-interviews.yaml").write_text(PACK, encoding="utf-8")
    found = load_interviews(tmp_path, sources={"EVAL24": None})
    assert (found.prefix, found.longest_quote, found.codes) == ("IV", 600, frozenset({"growth"}))
    assert found.text_of("growth") == Text(nl="Groei", en="Growth")
    assert found.text_of("gone") == Text(nl="gone", en="gone")


def test_all_that_is_wrong_with_the_list_is_said_at_once(tmp_path: Path) -> None:
    twice = PACK.split("themes:")[1]
    wrong = PACK.replace("600", "0") + twice.strip("\n") + "\n"
    (tmp_path / "evaluation-interviews.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_interviews(tmp_path, sources={})
    assert sorted({problem.code for problem in caught.value.problems}) == [
        "interview.length",
        "interview.theme-twice",
        "kader.unknown-source",
    ]


def test_the_themes_of_the_province_stand_in_its_own_words() -> None:
    folder = Path(__file__).parents[2] / "src/openkader/packs/zuid-holland"
    found = load_interviews(folder)
    assert len(found.codes) == len(found.themes) > 0
    assert all(passage.words for theme in found.themes for passage in theme.cites)
    assert all(theme.cites for theme in found.themes)
