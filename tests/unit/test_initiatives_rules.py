"""A chain from a request by way of a match to an effect: what may follow what, and what a missing link means."""

from datetime import date
from typing import Any

import pytest

from openkader.base.errors import Refusal
from openkader.casework.initiatives import (
    STAGES,
    STATES,
    STEPS,
    ChainState,
    Noted,
    Stage,
    StepDraft,
    StepKind,
    chain_state,
    links,
    may_follow,
    may_show,
    may_step,
    stage_of,
)
from openkader.casework.period import Period

TODAY = date(2030, 5, 1)
S, M, N, E, X = StepKind


def code(refusal: Refusal | None) -> str | None:
    return None if refusal is None else refusal.code


@pytest.mark.parametrize(
    ("kinds", "state", "shown"),
    [
        ([S], ChainState.SOUGHT, "done open open"),
        ([S, N], ChainState.NO_MATCH, "done not_found open"),
        ([S, N, M], ChainState.MATCHED, "done done open"),
        ([S, M, E], ChainState.EFFECT, "done done done"),
        ([S, M, X], ChainState.ENDED, "done done given_up"),
        ([S, X], ChainState.ENDED, "done given_up given_up"),
        ([S, N, X], ChainState.ENDED, "done not_found given_up"),
        ([S, M, E, X], ChainState.ENDED, "done done done"),
        ([], ChainState.SOUGHT, "open open open"),
    ],
)
def test_a_missing_link_is_open_and_only_who_looked_says_that_there_was_none(
    kinds: list[StepKind], state: ChainState, shown: str
) -> None:
    assert chain_state(kinds) is state
    assert " ".join(links(kinds)[stage] for stage in Stage) == shown


@pytest.mark.parametrize(
    ("kind", "noted", "found"),
    [
        (S, [], None),
        (S, [S], "initiative.sought-already"),
        (M, [S], None),
        (M, [S, M], None),
        (M, [S, N], None),
        (N, [S], None),
        (N, [S, N], None),
        (N, [S, M], "initiative.matched-already"),
        (E, [S], "initiative.no-match"),
        (E, [S, N], "initiative.no-match"),
        (E, [S, M], None),
        (X, [S], None),
        (X, [S, X], "initiative.ended"),
        (M, [S, X], "initiative.ended"),
    ],
)
def test_an_effect_comes_after_a_match_and_nothing_after_the_end(
    kind: StepKind, noted: list[StepKind], found: str | None
) -> None:
    assert code(may_follow(kind, noted)) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, None),
        ({"what": " "}, "initiative.no-words"),
        ({"what": "x" * 2001}, "initiative.no-words"),
        ({"kind": N, "what": ""}, "initiative.no-reason"),
        ({"kind": X, "what": ""}, "initiative.no-reason"),
        ({"has_partner": False}, "initiative.no-partner"),
        ({"kind": N, "has_partner": False}, None),
        ({"shown_by": "x" * 301}, "initiative.evidence-too-long"),
        ({"url": "javascript:alert(1)"}, "initiative.bad-address"),
        ({"url": "https://example.nl/" + "x" * 500}, "initiative.bad-address"),
        ({"url": "https://example.nl/masterclass"}, None),
        ({"period": Period.day(date(2030, 5, 2))}, "initiative.not-yet"),
        ({"period": Period.day(date(2030, 2, 28))}, "initiative.before-request"),
        ({"period": Period.year(2030)}, None),
        ({"period": Period.day(TODAY)}, None),
        ({"kind": E}, "initiative.no-match"),
    ],
)
def test_a_step_says_enough_and_lies_in_its_time(changes: dict[str, Any], found: str | None) -> None:
    draft = StepDraft(**{"kind": M, "what": "Gekoppeld.", "has_partner": True, **changes})
    noted = [Noted(S, Period.day(date(2030, 3, 1)))]
    assert code(may_step(draft, noted, TODAY)) == found


def test_a_request_of_which_the_day_is_unknown_keeps_no_step_back() -> None:
    draft = StepDraft(kind=M, what="Gekoppeld.", has_partner=True, period=Period.year(1999))
    assert may_step(draft, [Noted(S)], TODAY) is None


def test_a_measure_is_shown_by_what_came_of_looking() -> None:
    assert code(may_show(ChainState.SOUGHT)) == "initiative.still-sought"
    assert [may_show(state) for state in ChainState if state is not ChainState.SOUGHT] == [None] * 4


def test_every_word_is_said_in_two_languages() -> None:
    for words, vocabulary in ((STEPS, StepKind), (STATES, ChainState), (STAGES, Stage)):
        assert set(words) == set(vocabulary)
        assert all(text.nl and text.en for text in words.values())


def test_the_end_stands_at_no_link() -> None:
    assert [stage_of(kind) for kind in StepKind] == [
        Stage.REQUEST,
        Stage.MATCH,
        Stage.MATCH,
        Stage.EFFECT,
        None,
    ]
