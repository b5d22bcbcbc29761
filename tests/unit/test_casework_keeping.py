"""An answer of which a part cannot be kept is no answer."""

import math
from dataclasses import replace

import pytest

from openkader.casework.screening import unkept
from openkader.screening.evidence import Band, Evidence, Feature, Hit, ListUsed, Screening

LIST = ListUsed(id="fictional", snapshot="2030-04-30", read_at="", entities=2)
HIT = Hit(
    entity="fic-1",
    list="fictional",
    schema="Person",
    caption="WANG Verzonnen",
    score=0.9,
    band=Band.CHECK,
    asked="王虚构",
    listed="WANG Verzonnen",
    evidence=(Evidence(Feature.SAME_READING, 3.5),),
    properties={"name": ("WANG Verzonnen",)},
)


def found(hit: Hit, used: ListUsed = LIST) -> Screening:
    return Screening(query="p", band=Band.CHECK, hits=(hit,), lists=(used,))


def test_a_whole_answer_can_be_kept() -> None:
    assert unkept(found(HIT)) is None


@pytest.mark.parametrize(
    ("hit", "place"),
    [
        (replace(HIT, score=math.nan), "score"),
        (replace(HIT, score=math.inf), "score"),
        (replace(HIT, evidence=(Evidence(Feature.SAME_READING, -math.inf),)), "weight"),
        (replace(HIT, entity="fic\0"), "entity"),
        (replace(HIT, entity="f" * 201), "entity"),
        (replace(HIT, list="f" * 81), "list"),
        (replace(HIT, caption="\ud800"), "caption"),
        (replace(HIT, properties={"name": ("a", "b\0")}), "properties"),
        (replace(HIT, properties={"name\0": ("a",)}), "properties"),
    ],
)
def test_what_cannot_be_kept_is_named(hit: Hit, place: str) -> None:
    assert unkept(found(hit)) == place


def test_a_list_is_kept_by_a_name_and_a_snapshot_that_fit() -> None:
    assert unkept(found(HIT, replace(LIST, id="f" * 81))) == "id"
    assert unkept(found(HIT, replace(LIST, snapshot="f" * 121))) == "snapshot"


def test_a_text_that_fits_exactly_is_kept() -> None:
    assert unkept(found(replace(HIT, entity="x" * 200, list="x" * 80))) is None
    assert unkept(found(HIT, replace(LIST, id="x" * 80, snapshot="x" * 120))) is None


@pytest.mark.parametrize("half", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_half_a_character_is_not_kept_and_its_neighbours_are(half: int) -> None:
    assert unkept(found(replace(HIT, caption=chr(half)))) == "caption"
    assert unkept(found(replace(HIT, caption="\ud7ff\ue000"))) is None
