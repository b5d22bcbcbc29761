"""A condition says itself in Dutch and in English, from the data that is evaluated."""

import pytest
from hypothesis import given

from openkader.kader import Condition, Speaker
from openkader.kader.conditions import ALWAYS, AnyOf, Not
from tests.unit.kader_factories import FACTS, LISTS, condition, plain_id
from tests.unit.kader_strategies import conditions

DUTCH, ENGLISH = Speaker(FACTS, LISTS, "nl"), Speaker(FACTS, LISTS, "en")


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        ("{demand: true}", "there is demand (nl)", "there is demand (en)"),
        ("{demand: false}", "there is no demand (nl)", "there is no demand (en)"),
        ("{office_holder: true}", "office_holder (nl)", "office_holder (en)"),
        ("{office_holder: false}", "niet: office_holder (nl)", "not: office_holder (en)"),
        ("{kind: talk}", "kind (nl) is ‘talk-nl’", "kind (en) is ‘talk-en’"),
        (
            "{kind: [visit, talk]}",
            "kind (nl) is ‘talk-nl’ of ‘visit-nl’",
            "kind (en) is ‘talk-en’ or ‘visit-en’",
        ),
        (
            "{kind: {in_list: calm_kinds}}",
            "kind (nl) staat op de lijst ‘calm_kinds (nl)’",
            "kind (en) is on the list ‘calm_kinds (en)’",
        ),
        ("{country: [CN, BE]}", "country (nl) is ‘BE’ of ‘CN’", "country (en) is ‘BE’ or ‘CN’"),
        (
            "{topics: [seeds, water]}",
            "bij topics (nl) hoort ‘water-nl’ of ‘seeds-nl’",
            "topics (en) include ‘water-en’ or ‘seeds-en’",
        ),
        (
            "{topics: {has_all: [seeds, water]}}",
            "bij topics (nl) hoort ‘water-nl’ en ‘seeds-nl’",
            "topics (en) include ‘water-en’ and ‘seeds-en’",
        ),
        (
            "{topics: {in_list: sensitive_topics}}",
            "topics (nl) staat op de lijst ‘sensitive_topics (nl)’",
            "topics (en) is on the list ‘sensitive_topics (en)’",
        ),
        ("{topics: {at_least: 1}}", "some (nl)", "some (en)"),
        (
            "{topics: {at_least: 2}}",
            "bij topics (nl) zijn er ten minste 2",
            "there are at least 2 topics (en)",
        ),
        ("{jobs: 5}", "jobs (nl) is 5", "jobs (en) is 5"),
        ("{jobs: {at_least: 5}}", "jobs (nl) is ten minste 5", "jobs (en) is at least 5"),
        ("{jobs: {at_most: 5}}", "jobs (nl) is ten hoogste 5", "jobs (en) is at most 5"),
        (
            "{received_on: {before: 2024-06-01}}",
            "received_on (nl) is vóór 2024-06-01",
            "received_on (en) is before 2024-06-01",
        ),
        (
            "{received_on: {since: 2024-06-01}}",
            "received_on (nl) is op of na 2024-06-01",
            "received_on (en) is on or after 2024-06-01",
        ),
        (
            "{all: [{demand: true}, {jobs: 5}]}",
            "there is demand (nl) en jobs (nl) is 5",
            "there is demand (en) and jobs (en) is 5",
        ),
        (
            "{any: [{demand: true}, {jobs: 5}]}",
            "there is demand (nl) of jobs (nl) is 5",
            "there is demand (en) or jobs (en) is 5",
        ),
        (
            "{all: [{demand: true}, {any: [{jobs: 5}, {kind: talk}]}, {not: {jobs: 6}}]}",
            "there is demand (nl) en (jobs (nl) is 5 of kind (nl) is ‘talk-nl’) en jobs (nl) is niet 6",
            "there is demand (en) and (jobs (en) is 5 or kind (en) is ‘talk-en’) and jobs (en) is not 6",
        ),
        (
            "{any: [{not: {all: [{demand: true}, {jobs: 5}]}}, {jobs: 6}]}",
            "(niet: there is demand (nl) en jobs (nl) is 5) of jobs (nl) is 6",
            "(not: there is demand (en) and jobs (en) is 5) or jobs (en) is 6",
        ),
    ],
    ids=plain_id,
)
def test_a_condition_is_said_in_both_languages(written: str, dutch: str, english: str) -> None:
    assert DUTCH.say(condition(written)) == dutch
    assert ENGLISH.say(condition(written)) == english


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("{demand: true}", "there is no demand (en)"),
        ("{demand: false}", "there is demand (en)"),
        ("{kind: talk}", "kind (en) is not ‘talk-en’"),
        ("{kind: {in_list: calm_kinds}}", "kind (en) is not on the list ‘calm_kinds (en)’"),
        ("{topics: [seeds, water]}", "topics (en) do not include ‘water-en’ or ‘seeds-en’"),
        ("{topics: {at_least: 1}}", "none (en)"),
        ("{topics: {at_least: 2}}", "not: there are at least 2 topics (en)"),
        ("{jobs: 5}", "jobs (en) is not 5"),
        ("{jobs: {at_least: 5}}", "not: jobs (en) is at least 5"),
        ("{received_on: {before: 2024-06-01}}", "not: received_on (en) is before 2024-06-01"),
        ("{not: {demand: true}}", "not: there is no demand (en)"),
    ],
    ids=plain_id,
)
def test_a_denial_is_said_as_plainly(written: str, english: str) -> None:
    assert ENGLISH.say(Not(condition(written))) == english


def test_always_and_never_have_a_word() -> None:
    assert (DUTCH.say(ALWAYS), ENGLISH.say(ALWAYS)) == ("altijd", "always")
    assert (DUTCH.say(AnyOf(())), ENGLISH.say(AnyOf(()))) == ("nooit", "never")


def test_an_answer_is_said_with_its_question() -> None:
    assert DUTCH.answer("kind", "talk") == "kind (nl): talk-nl"
    assert ENGLISH.answer("jobs", None) == "jobs (en): unknown"


@given(conditions(FACTS))
def test_every_condition_can_be_said_without_loose_ends(found: Condition) -> None:
    for speaker in (DUTCH, ENGLISH):
        said = speaker.say(found)
        assert said
        assert "{" not in said
        assert said.count("(") == said.count(")")
