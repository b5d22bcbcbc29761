"""For which countries and kinds a line applies: told by the rules, for every country."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from openkader.kader import Assessor, load_kader
from openkader.kader.reaching import country_tables, reach_of, reaches, told_by_country
from tests.unit.kader_factories import PACK, ZUID_HOLLAND, load


@pytest.fixture(scope="module")
def assessor() -> Assessor:
    return Assessor(load_kader(ZUID_HOLLAND))


def test_countries_are_together_where_the_same_applies(assessor: Assessor) -> None:
    groups = reaches(assessor, ["BE", "CN", "JP", "MA", "FR", "TR"])
    assert [one.countries for one in groups] == [("CN",), ("BE", "FR"), ("JP", "MA", "TR")]


def test_the_further_exploration_is_for_a_structural_relation_only(assessor: Assessor) -> None:
    assert reach_of(assessor, "CN")["M1"]["outgoing_mission"] is True
    assert set(reach_of(assessor, "JP")["M1"].values()) == {False}


def test_what_hangs_on_another_answer_stays_unknown(assessor: Assessor) -> None:
    assert set(reach_of(assessor, "JP")["M4"].values()) == {None}
    assert reach_of(assessor, "JP")["M2"]["event"] is None


def test_the_table_that_tells_countries_apart_is_named(assessor: Assessor) -> None:
    assert [table.gives for table in country_tables(assessor)] == ["posture"]
    weighed, tables = told_by_country(assessor, "BE")
    assert [weighed.value(table.gives) for table in tables] == ["general"]


def test_a_kader_that_asks_for_no_country_makes_no_difference(tmp_path: Path) -> None:
    small = Assessor(load(tmp_path))
    (group,) = reaches(small, ["BE", "CN"])
    assert group.countries == ("BE", "CN")
    assert told_by_country(small, "BE")[1] == ()


def test_a_kader_that_knows_no_kinds_is_asked_without(tmp_path: Path) -> None:

    renamed = {name: re.sub(r"\bkind\b", "sort", dedent(written)) for name, written in PACK.items()}
    changes: dict[str, str | None] = {**renamed, "figures.yaml": None, "report.yaml": None}
    (group,) = reaches(Assessor(load(tmp_path, changes)), ["BE"])
    assert [set(kinds) for kinds in group.lines.values()] == [{""}]
