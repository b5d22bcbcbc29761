"""Where the screening of a delegation stands, what it allows, and what it answers."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.casework.screening import (
    HitState,
    PartyState,
    Standing,
    answering,
    fingerprints,
    may_go_on,
    tally,
)
from openkader.kader import load_kader
from openkader.screening.entities import Entity, ListedName
from openkader.screening.evidence import Band, Hit

PACK = Path(__file__).parents[2] / "src/openkader/packs/zuid-holland/2024-01-01"
WARNING = {"us_entity_list"}
CLEAR = Standing(is_current=True)
NOT_SCREENED = Standing()


def found(*states: HitState, name: str = "un", waits: bool = False, failed: bool = False) -> Standing:
    hits = tuple((name, state) for state in states)
    return Standing(is_current=True, waits=waits, failed=failed, hits=hits)


OPEN, CONFIRMED = found(HitState.OPEN), found(HitState.CONFIRMED)
CLEARED, UNDECIDED = found(HitState.CLEARED), found(HitState.UNDECIDED)
HITS = st.lists(st.tuples(st.sampled_from(["un", "us-entity-list"]), st.sampled_from(HitState)), max_size=3)
STANDINGS = st.builds(Standing, st.booleans(), st.booleans(), st.booleans(), HITS.map(tuple))
SETTLED = (PartyState.CLEAR, PartyState.CLEARED)


@pytest.mark.parametrize(
    ("standing", "state"),
    [
        (NOT_SCREENED, PartyState.NOT_SCREENED),
        (Standing(waits=True), PartyState.WAITING),
        (Standing(is_current=True, waits=True), PartyState.WAITING),
        (Standing(failed=True), PartyState.FAILED),
        (Standing(failed=True, waits=True), PartyState.FAILED),
        (CLEAR, PartyState.CLEAR),
        (CLEARED, PartyState.CLEARED),
        (OPEN, PartyState.TO_REVIEW),
        (found(HitState.SECOND, HitState.CLEARED), PartyState.TO_REVIEW),
        (UNDECIDED, PartyState.UNDECIDED),
        (found(HitState.UNDECIDED, waits=True), PartyState.WAITING),
        (found(HitState.CLEARED, failed=True), PartyState.FAILED),
        (found(HitState.CONFIRMED, HitState.OPEN, waits=True), PartyState.CONFIRMED),
    ],
)
def test_the_gravest_thing_names_the_state(standing: Standing, state: PartyState) -> None:
    assert standing.state is state


@given(STANDINGS)
def test_nobody_is_clear_who_was_not_screened(standing: Standing) -> None:
    if standing.state in SETTLED:
        assert standing.is_screened
        assert not standing.has_open_hits


@pytest.mark.parametrize(
    ("standings", "refused"),
    [
        ([], None),
        ([CLEAR, CLEARED, UNDECIDED, CONFIRMED], None),
        ([CLEAR, NOT_SCREENED], "decision.not-screened"),
        ([OPEN, NOT_SCREENED], "decision.not-screened"),
        ([found(HitState.CONFIRMED, waits=True)], "decision.not-screened"),
        ([CLEAR, OPEN], "decision.hits-to-review"),
    ],
)
def test_green_light_waits_for_the_screening(standings: list[Standing], refused: str | None) -> None:
    refusal = may_go_on(standings)
    assert (refusal.code if refusal else None) == refused


def test_the_refusal_says_how_many() -> None:
    refusal = may_go_on([CLEAR, NOT_SCREENED, NOT_SCREENED])
    assert refusal is not None
    assert refusal.detail == {"number": "2", "all": "3"}


def test_a_zero_is_counted_and_findings_are_an_interval() -> None:
    counted = tally([CLEAR, CLEARED, CONFIRMED, OPEN, NOT_SCREENED], refused=0)
    assert (counted.parties, counted.screened, counted.not_screened) == (5, 4, 1)
    assert (counted.findings, counted.most_findings, counted.refused) == (1, 3, 0)


@given(st.lists(STANDINGS))
def test_findings_never_exceed_their_upper_bound(standings: list[Standing]) -> None:
    counted = tally(standings)
    assert 0 <= counted.findings <= counted.most_findings <= counted.parties


@pytest.mark.parametrize(
    ("standings", "answer"),
    [
        ([], "nobody"),
        ([CLEAR, CLEARED], "clear"),
        ([CLEAR, OPEN], "possible"),
        ([CLEAR, UNDECIDED], "possible"),
        ([CLEAR, CONFIRMED], "hit"),
        ([NOT_SCREENED, CONFIRMED], "hit"),
        ([NOT_SCREENED, OPEN], None),
        ([NOT_SCREENED], None),
        ([found(HitState.CONFIRMED, name="us-entity-list")], "clear"),
        ([found(HitState.CONFIRMED, name="my-own-list")], "hit"),
    ],
)
def test_the_register_answers_on_sanctions(standings: list[Standing], answer: str | None) -> None:
    assert answering.sanctions(standings, WARNING) == answer


@given(st.lists(STANDINGS, min_size=1))
def test_the_answer_is_clear_only_when_everybody_is(standings: list[Standing]) -> None:
    if answering.sanctions(standings, set()) == "clear":
        assert {standing.state for standing in standings} <= set(SETTLED) | {PartyState.CLEARED}


def test_a_warning_list_is_named_when_the_hit_stands_or_cannot_be_excluded() -> None:
    for state in HitState:
        named = answering.warnings([found(state, name="us-entity-list")], WARNING)
        assert bool(named) is (state in (HitState.CONFIRMED, HitState.UNDECIDED))
    assert answering.warnings([CONFIRMED], WARNING) == frozenset()


def party(**properties: tuple[str, ...]) -> Entity:
    names = tuple(map(ListedName, properties["name"]))
    return Entity(id="x", schema="Person", dataset="d", names=names, properties=properties)


def test_the_fingerprint_of_a_party_is_about_what_is_asked_and_not_its_order() -> None:
    one = party(name=("Wang", "王"), birthDate=("1962",), gender=())
    assert fingerprints.of_party(one) == fingerprints.of_party(
        party(birthDate=("1962",), name=("王", "Wang"))
    )
    assert fingerprints.of_party(one) != fingerprints.of_party(party(name=("Wang", "王")))
    assert fingerprints.of_party(replace(one, schema="Company")) != fingerprints.of_party(one)


@pytest.mark.parametrize("touched", ["modifiedAt", "retrievedAt", "createdAt"])
def test_an_entity_is_the_same_when_only_its_record_was_touched(touched: str) -> None:
    properties = {"name": ("WANG",), touched: ("2030-01-01",)}
    hit = Hit(
        entity="1",
        list="un",
        schema="Person",
        caption="WANG",
        score=0.9,
        band=Band.CHECK,
        asked="Wang",
        listed="WANG",
        properties=properties,
    )
    assert fingerprints.of_entity(hit) == fingerprints.of_entity(
        replace(hit, score=0.8, properties={"name": ("WANG",)})
    )
    assert fingerprints.of_entity(hit) != fingerprints.of_entity(
        replace(hit, properties={"name": ("WANG", "W")})
    )


def test_a_name_that_is_no_text_has_a_fingerprint_too() -> None:
    assert fingerprints.of_party(party(name=("\ud800",)))


def test_a_screening_that_moved_on_has_another_fingerprint() -> None:
    assert fingerprints.of_standings([]) is None
    assert fingerprints.of_standings([CLEAR, OPEN]) == fingerprints.of_standings([OPEN, CLEAR])
    assert len({fingerprints.of_standings([one]) for one in (CLEAR, OPEN, CONFIRMED, NOT_SCREENED)}) == 4


def test_the_register_says_no_other_words_than_those_by_which_it_knows_the_question() -> None:
    """A kader whose question has these options is answered by the register, and nobody types that there was no hit."""
    every: tuple[list[Standing], ...] = ([], [CLEAR], [OPEN], [CONFIRMED])
    assert {answering.sanctions(standings, WARNING) for standings in every} == answering.SANCTIONS_WORDS


def test_the_kader_that_comes_along_asks_by_the_words_by_which_the_register_answers() -> None:
    facts = set(load_kader(PACK).facts)
    assert {answering.SANCTIONS, answering.WARNINGS} <= facts
