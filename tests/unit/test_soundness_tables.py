"""What is proved of a table is what trying every case finds: a thousand random tables, no region missed or made up."""

from functools import cache
from itertools import combinations

import pytest

from openkader.kader.program import Program
from openkader.kader.soundness.boxes import measure, shared
from openkader.kader.soundness.gaps import Gaps
from openkader.kader.soundness.tables import Boxed, Inside, Standing, boxed
from tests.unit.kader_factories import FACTS
from tests.unit.soundness_tables import Case, Small, small_table

HUNDREDS = range(0, 1000, 100)


@cache
def tables(hundred: int) -> list[tuple[Small, Boxed]]:
    """A hundred tables; of every third some cases cannot be."""
    found = []
    for seed in range(hundred, hundred + 100):
        small = small_table(seed, constrained=seed % 3 == 0)
        proved = boxed(small.table, FACTS, small.never)
        assert proved is not None
        # A constraint on facts that the table has nothing to do with counts for another table.
        if len(proved.grid.columns) == len(small.facts):
            found.append((small, proved))
    assert len(found) > 90
    return found


def is_answered(case: Case) -> bool:
    return None not in case.values()


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_values_are_told_apart_as_the_tests_do(hundred: int) -> None:
    for small, proved in tables(hundred):
        sizes = {fact.id: len(small.classes(fact)) for fact in small.facts}
        assert {column.fact: column.size for column in proved.grid.columns} == sizes


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_every_two_rows_that_meet_are_found(hundred: int) -> None:
    for small, proved in tables(hundred):
        cases = [truths for _, truths in small.cases]
        places = range(len(small.table.rows))
        meeting = [pair for pair in combinations(places, 2) if any(t[pair[0]] and t[pair[1]] for t in cases)]
        found = list(proved.overlaps())
        assert [(one.first, one.second) for one in found] == meeting
        for one in found:
            first, second = small.table.rows[one.first], small.table.rows[one.second]
            assert one.disagree is (first.value != second.value)
            trace = Program(small.conditions, ()).run(proved.case(one.box))
            assert trace.truth(first.when)
            assert trace.truth(second.when)
            assert not any(trace.truth(never) for never in small.never)


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_a_row_lies_in_another_when_it_holds_nowhere_else(hundred: int) -> None:
    for small, proved in tables(hundred):
        if small.never:  # what lies in what is asked of the conditions alone
            continue
        cases = [truths for _, truths in small.cases]
        for one in proved.overlaps():
            first = all(truths[one.second] for truths in cases if truths[one.first])
            second = all(truths[one.first] for truths in cases if truths[one.second])
            wanted = {(True, True): Inside.SAME, (True, False): Inside.FIRST, (False, True): Inside.SECOND}
            assert one.inside is wanted.get((first, second), Inside.NEITHER)
            assert one.size == sum(1 for t in cases if t[one.first] and t[one.second])


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_the_gaps_are_what_no_row_covers(hundred: int) -> None:
    for small, proved in tables(hundred):
        open_cases = [case for case, truths in small.cases if True not in truths]
        check_gaps(small, proved, proved.gaps(), len(open_cases))
        answered = [case for case in open_cases if is_answered(case)]
        check_gaps(small, proved, proved.answered_gaps(), len(answered))


def check_gaps(small: Small, proved: Boxed, gaps: Gaps, wanted: int) -> None:
    """The right measure, in disjoint regions that meet no row: so none is missed, and none is made up."""
    assert gaps.at_least == gaps.at_most == wanted
    assert gaps.is_exact
    assert gaps.is_complete
    assert gaps.parts == 0
    assert [measure(region) for region in gaps.regions] == sorted(map(measure, gaps.regions), reverse=True)
    for one, other in combinations((*gaps.regions,), 2):
        assert not all(shared(one, other))
    program = Program(small.conditions, ())
    for region in gaps.regions:
        assert not any(all(shared(region, box)) for box in proved.grid.boxes)
        trace = program.run(proved.case(region))
        assert not any(trace.truth(condition) for condition in small.conditions)


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_no_region_can_be_wider(hundred: int) -> None:
    for _, proved in tables(hundred):
        gaps = proved.gaps()
        for region in gaps.regions:
            taken = [*proved.grid.boxes, *(other for other in gaps.regions if other != region)]
            for column, classes in enumerate(region):
                for place in range(proved.grid.columns[column].size):
                    if not classes >> place & 1:
                        more = (*region[:column], 1 << place, *region[column + 1 :])
                        assert any(all(shared(more, box)) for box in taken)


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_a_row_fires_where_no_earlier_one_holds(hundred: int) -> None:
    for small, proved in tables(hundred):
        cases = list(small.cases)
        for found in proved.firings():
            row = found.row
            holds = [(case, truths) for case, truths in cases if truths[row]]
            first = [case for case, truths in holds if True not in truths[:row]]
            wanted = (
                Standing.NEVER_HOLDS if not holds
                else Standing.COVERED if not first
                else Standing.FIRES if any(map(is_answered, first))
                else Standing.UNANSWERED_ONLY
            )  # fmt: skip
            assert found.standing is wanted
            if found.box:
                trace = Program(small.conditions, ()).run(proved.case(found.box))
                truths = [trace.truth(one.when) for one in small.table.rows]
                assert truths[row]
                assert True not in truths[:row]


@pytest.mark.parametrize("hundred", HUNDREDS)
def test_the_evaluator_never_gives_the_value_of_a_row_that_is_covered(hundred: int) -> None:
    for small, proved in tables(hundred):
        covered = [
            found.row
            for found in proved.firings()
            if found.standing in (Standing.COVERED, Standing.NEVER_HOLDS)
        ]
        kept = [row for place, row in enumerate(small.table.rows) if place not in covered]
        whole = Program((), [small.table])
        less = Program(
            (),
            [
                type(small.table)(
                    gives="x", over="case", rows=tuple(kept), otherwise=None, note=None, where=""
                )
            ],
        )
        for case, _ in small.cases:
            if is_answered(case):
                assert whole.run(case).values["x"] == less.run(case).values["x"]
