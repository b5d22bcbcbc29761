"""The benchmark of large tables makes the tables it says, and its peers find the same."""

import json

import pytest

pytest.importorskip("z3")

from benchmarks.analysis import Effort, measure, tables
from benchmarks.large_tables import columns, scattered_table, tree_table
from benchmarks.table_peers import numpy_pairs, solved, swept, taken_out
from openkader.kader.soundness.boxes import shared
from openkader.kader.soundness.tables import Boxed, boxed

ROWS = 60


def small() -> Boxed:
    large = tree_table(ROWS)
    made = boxed(large.table, large.facts)
    assert made is not None
    return made


def test_the_table_has_as_many_rows_and_columns_as_it_says_and_is_the_same_each_time() -> None:
    assert (len(tree_table(ROWS).table.rows), len(tree_table(ROWS).facts)) == (ROWS, 7)
    assert tree_table(ROWS).table == tree_table(ROWS).table
    assert (columns(7).numbers, columns(7).choices) == (4, (14, 5, 2))


def test_a_damaged_tree_has_gaps_and_rows_that_meet() -> None:
    made = small()
    assert list(made.overlaps())
    assert 0 < made.answered_gaps().at_least < made.gaps().at_least


def test_every_peer_finds_the_same() -> None:
    for large in (tree_table(ROWS), scattered_table(ROWS, 4)):
        made = boxed(large.table, large.facts)
        assert made is not None
        extent, gaps = made.grid.extent, made.gaps()
        assert numpy_pairs(extent, made.rows).found == len(list(made.overlaps()))
        assert taken_out(extent, made.rows, 600).found == gaps.at_least
        assert swept(extent, made.rows, 600).found == gaps.at_least
        found, case = solved(extent, made.rows, extent.whole)
        assert found.found == (gaps.at_least > 0)
        assert case is None or not any(all(shared(case, row)) for row in made.rows)


def test_a_peer_that_takes_too_long_is_stopped() -> None:
    made = small()
    assert taken_out(made.grid.extent, made.rows, 0).was_stopped
    assert swept(made.grid.extent, made.rows, 0).was_stopped


def test_every_figure_has_a_name_and_a_place_in_the_tables() -> None:
    found = measure(Effort(rows=ROWS, runs=1, growth=(30, ROWS), columns=(3, 7), most_seconds=20))
    assert found["equal"]
    assert found["by_rows"].keys() == {"30", "60"}
    assert json.loads(json.dumps(found)) == found
    shown = "\n".join(tables(found))
    assert "found the same: yes" in shown
    assert f"{found['reference']['gaps']['regions']} regions" in shown
