"""Whatever a list or a server says, the register can keep it, or says that nobody was screened."""

import json
import math
from datetime import UTC, datetime
from pathlib import Path

import pytest

from openkader.base.messages import sentence
from openkader.casework.permissions import HOUSE
from openkader.casework.screening import PartyState
from openkader.register import selectors
from openkader.screening.engine import open_engine
from openkader.screening.evidence import Evidence, Feature
from openkader.screening.lists import Definition, Fetched, Format, Terms, update
from openkader.screening.lists import Lists as ListFolders
from tests.integration.screening_house import WANG, ZHAO, Lists, a_delegation, a_hit, state_of, work

pytestmark = pytest.mark.django_db
BAD = {
    "score": a_hit(score=math.nan),
    "weight": a_hit(evidence=(Evidence(Feature.SAME_WORDS, math.inf),)),
    "entity": a_hit(entity="fic\0-1"),
    "caption": a_hit(caption="WANG \ud800"),
    "properties": a_hit(properties={"name": ("WANG\0",)}),
}


@pytest.mark.parametrize("place", BAD)
def test_an_answer_that_cannot_be_kept_is_not_screened_with_a_sentence(place: str) -> None:
    a_delegation(WANG, ZHAO)
    work(Lists((WANG.name, BAD[place])))
    assert state_of("V-1-L1-2") == PartyState.FAILED
    (screening,) = selectors.party_page("V-1-L1-2", reader=HOUSE).screenings
    assert screening.failure == "screening.unkept"
    assert place in sentence(screening.failure, dict(screening.failure_detail), "nl")
    assert state_of("V-1-L1-4") == PartyState.CLEAR
    assert selectors.hit_list(reader=HOUSE).rows == ()


def put_in_force(lists: Path, *entities: dict[str, object]) -> None:
    folder = ListFolders(lists).folder("dirty")
    folder.define(Definition(id="dirty", format=Format.FTM, sources=("source",), at_least=0.1))

    def fetch(source: str, into: Path, etag: str) -> Fetched:
        into.write_text("".join(json.dumps(entity) + "\n" for entity in entities), encoding="utf-8")
        return Fetched(name="dirty.json")

    update(folder, fetch, Terms(now=datetime(2030, 4, 30, tzinfo=UTC)))


def test_a_hit_on_an_entity_with_control_characters_is_kept(tmp_path: Path) -> None:
    dirt = "\x00\x1b\ud800"
    properties = {"name": [f"Zhao{dirt}Fictief"], f"notes{dirt}": [f"a{dirt}b"], "topics": ["sanction"]}
    put_in_force(tmp_path, {"id": f"fic{dirt}1" + "x" * 300, "schema": "Person", "properties": properties})
    a_delegation(ZHAO)
    work(open_engine(ListFolders(tmp_path)))
    (row,) = selectors.hit_list(reader=HOUSE).rows
    hit = selectors.hit_page(row.id, reader=HOUSE).hit
    assert (hit.entity[:8], len(hit.entity), hit.caption) == ("fic 1xxx", 200, "Zhao Fictief")
