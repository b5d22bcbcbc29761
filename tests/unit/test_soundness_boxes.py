"""Tables as boxes where they are odd: tangled, endless, constrained, or no boxes at all."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from openkader.base.text import Text
from openkader.kader import FactType, load_kader
from openkader.kader.conditions import ALWAYS, AllOf, AnyOf, Condition, Not, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.constraints import Constraint
from openkader.kader.model import Table, TableRow
from openkader.kader.soundness import columns, painting
from openkader.kader.soundness import tables as proving
from openkader.kader.soundness.boxes import Box, Extent, measure
from openkader.kader.soundness.columns import column_of
from openkader.kader.soundness.gaps import gaps_of
from openkader.kader.soundness.grids import grid_of
from openkader.kader.soundness.tables import Boxed, Inside, Standing, boxed
from tests.unit.kader_factories import FACTS, ZUID_HOLLAND, boxed_tables, condition, fact

UNSURE = AnyOf(
    (FactTest("demand", Operator.IS, True), FactTest("kind", Operator.ONE_OF, frozenset({"talk"})))
)


def table(*rows: tuple[str, str]) -> Boxed:
    """A table of these conditions and values, proved."""
    found = tuple(TableRow(when=condition(when), value=value) for when, value in rows)
    proved = boxed(Table(gives="x", over="case", rows=found, otherwise=None, note=None, where="here"), FACTS)
    assert proved is not None
    return proved


def standings(proved: Boxed) -> list[Standing]:
    return [found.standing for found in proved.firings()]


def tangled(rows: int) -> tuple[Extent, list[Box]]:
    """Rows that have nothing to do with each other, over few classes."""
    random = Random(1)  # noqa: S311  # it chooses examples
    extent = Extent((12, 11, 10, 5), (True, True, True, False))
    boxes = []
    for _ in range(rows):
        ends = [sorted(random.sample(range(size + 1), 2)) for size in extent.sizes[:3]]
        stretches = [(1 << high) - (1 << low) for low, high in ends]
        boxes.append((*stretches, random.randint(1, 31)))
    return extent, boxes


def test_a_later_row_that_adds_nothing_is_covered_and_lies_inside() -> None:
    proved = table(("{jobs: {at_least: 5}}", "many"), ("{jobs: {at_least: 7}}", "more"))
    [found] = proved.overlaps()
    assert (found.inside, found.disagree) == (Inside.SECOND, True)
    assert proved.case(found.box) == {"jobs": 7}
    assert standings(proved) == [Standing.FIRES, Standing.COVERED]


def test_two_earlier_rows_together_leave_a_later_one_only_what_is_not_answered() -> None:
    proved = table(("{demand: true}", "yes"), ("{demand: false}", "no"), ("{kind: talk}", "perhaps"))
    assert standings(proved) == [Standing.FIRES, Standing.FIRES, Standing.UNANSWERED_ONLY]


def test_the_largest_overlap_comes_first() -> None:
    proved = table(("{kind: talk}", "a"), ("{kind: talk, demand: true}", "b"), ("{jobs: {at_least: 1}}", "c"))
    sizes = [found.size for found in proved.largest_overlaps()]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) == 3


def test_a_gap_with_everything_answered_is_told_apart_from_one_with_a_question_open() -> None:
    proved = table(("{demand: true}", "yes"), ("{demand: false}", "no"))
    assert proved.answered_gaps().regions == ()
    [region] = proved.gaps().regions
    assert proved.case(region) == {"demand": None}


def test_a_table_of_no_rows_decides_nothing() -> None:
    nothing = boxed(Table(gives="x", over="case", rows=(), otherwise=None, note=None, where="here"), FACTS)
    assert nothing is not None
    assert nothing.case(nothing.gaps().regions[0]) == {}
    assert (nothing.gaps().at_least, list(nothing.overlaps())) == (1, [])


@pytest.mark.parametrize(
    ("when", "is_box"),
    [
        (UNSURE, False),
        (Not(UNSURE), True),
        (Not(AllOf(UNSURE.parts)), False),
        (AnyOf((AllOf(UNSURE.parts),)), True),
        (Not(AllOf((Not(AllOf(UNSURE.parts)),))), True),
        (AllOf((UNSURE,)), False),
        (AllOf((ALWAYS, Not(ALWAYS))), True),
        (FactTest("nobody_knows", Operator.IS, True), False),
        (FactTest("kind", Operator.AT_LEAST, 3), False),
        (FactTest("jobs", Operator.AT_LEAST, float("inf")), False),
        (FactTest("jobs", Operator.AT_LEAST, 10**400), False),
    ],
)
def test_what_asks_two_facts_in_one_breath_is_no_box(when: Condition, is_box: bool) -> None:
    assert (grid_of([when], FACTS) is not None) is is_box


def test_more_sets_of_options_than_can_be_kept_are_left_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "MOST_CLASSES", 16)
    many = fact("many", FactType.SEVERAL, *"abcdefgh")
    tests = [FactTest("many", Operator.HAS_ANY, frozenset(code)) for code in "abcdefgh"]
    assert column_of(many, tests) is None
    found = column_of(many, tests[:4])
    assert found is not None
    assert found.size == 17


def test_ten_thousand_options_are_no_more_classes_than_the_tests_make() -> None:
    many = fact("many", FactType.CHOICE, *(f"code_{place}" for place in range(10_000)))
    found = column_of(many, [FactTest("many", Operator.ONE_OF, frozenset({"code_1", "code_2"}))])
    assert found is not None
    assert found.samples == ("code_0", "code_1", None)


def test_between_two_numbers_without_any_between_them_there_is_no_class() -> None:
    jobs = FACTS["jobs"]
    near = [FactTest("jobs", Operator.AT_MOST, 0.1), FactTest("jobs", Operator.AT_LEAST, 0.1 + 2**-56)]
    after = column_of(jobs, near)
    assert after is not None
    assert after.samples == (0.1, 0.1 + 2**-56, None)


def test_the_first_and_the_last_day_end_the_row_of_days() -> None:
    ends = [
        FactTest("received_on", Operator.SINCE, date.min),
        FactTest("received_on", Operator.BEFORE, date.max),
    ]
    found = column_of(FACTS["received_on"], ends)
    assert found is not None
    assert found.samples == (date.min, date.max, None)


def test_nothing_asked_of_numbers_and_days_leaves_one_class_and_the_unknown() -> None:
    assert [column.samples for name in ("jobs", "received_on") if (column := column_of(FACTS[name], []))] == [
        (0, None),
        (date.min, None),
    ]


def test_a_tangled_table_is_counted_by_painting() -> None:
    extent, rows = tangled(60)
    whole = gaps_of(extent, rows)
    painted = gaps_of(extent, rows, work=100)
    assert whole.is_complete
    assert painted.at_least == painted.at_most == whole.at_least
    assert painted.parts is None
    assert not painted.is_complete


def test_what_cannot_be_counted_is_said_between_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "MOST_CASES", 10)
    extent, rows = tangled(60)
    whole = gaps_of(extent, rows)
    bounds = gaps_of(extent, rows, work=1000)
    assert bounds.at_least < whole.at_least < bounds.at_most
    assert not bounds.is_exact


def test_fewer_regions_than_there_are_leave_parts_and_the_measure_of_all() -> None:
    extent, rows = tangled(60)
    few = gaps_of(extent, rows, most=3)
    assert len(few.regions) == 3
    assert few.parts
    assert few.shown < few.at_least == gaps_of(extent, rows).at_least


def test_painting_counts_within_a_box_and_where_everything_is_in_one_line() -> None:
    extent, rows = tangled(20)
    within = (0b111, 0b110, 0b1011, 0b11)
    assert painting.uncovered(within, rows) == gaps_of(extent, rows, within).at_least
    assert measure(within) < 512


def test_a_row_that_cannot_be_told_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proving, "most_work", lambda rows: -1)
    proved = table(("{demand: true}", "yes"), ("{kind: talk}", "perhaps"))
    assert standings(proved) == [Standing.UNSETTLED, Standing.UNSETTLED]


def test_a_constraint_binds_also_by_way_of_another() -> None:
    rows = (
        TableRow(when=condition("{kind: talk}"), value="a"),
        TableRow(when=condition("{kind: talk}"), value="b"),
    )
    never = [
        condition("{country: BE, kind: talk}"),
        condition("{country: {in_list: neighbours}, jobs: {at_least: 1}}"),
        condition("{demand: true}"),
    ]
    bare = Table(gives="x", over="case", rows=rows, otherwise=None, note=None, where="here")
    proved = boxed(bare, FACTS, never)
    assert proved is not None
    assert [column.fact for column in proved.grid.columns] == ["kind", "jobs", "country"]
    [found] = proved.overlaps()
    assert proved.case(found.box)["country"] != "BE"


def test_rows_that_meet_only_where_no_case_can_be_do_not_meet() -> None:
    rows = (
        TableRow(when=condition("{kind: talk}"), value="a"),
        TableRow(when=condition("{kind: talk}"), value="b"),
    )
    bare = Table(gives="x", over="case", rows=rows, otherwise=None, note=None, where="here")
    proved = boxed(bare, FACTS, [condition("{kind: talk}")])
    assert proved is not None
    assert list(proved.overlaps()) == []
    assert standings(proved) == [Standing.NEVER_HOLDS, Standing.NEVER_HOLDS]


def test_the_tables_of_zuid_holland_are_boxes_but_for_those_that_lean_on_each_other() -> None:
    kader = load_kader(ZUID_HOLLAND)
    found = boxed_tables(kader)
    assert found.keys() == {made.gives for made in kader.tables}
    posture = found["posture"]
    assert posture is not None
    assert standings(posture) == [Standing.FIRES, Standing.FIRES]
    assert list(posture.overlaps()) == []
    risk = found["risk_listed"]
    assert risk is not None
    assert [pair.disagree for pair in risk.overlaps()] == [True]


def test_a_constraint_of_a_kader_may_be_a_choice() -> None:
    kader = load_kader(ZUID_HOLLAND)
    never = AnyOf(
        (FactTest("country", Operator.ONE_OF, frozenset({"CN"})), FactTest("kind", Operator.IS, "event"))
    )
    constraint = Constraint(id="c", text=Text("-", "-"), never=never)
    found = boxed_tables(replace(kader, constraints=(constraint,)))["posture"]
    assert found is not None
    assert standings(found) == [Standing.NEVER_HOLDS, Standing.FIRES]


def test_an_option_that_the_fact_does_not_have_is_never_chosen() -> None:
    found = column_of(FACTS["kind"], [FactTest("kind", Operator.ONE_OF, frozenset({"war", "talk"}))])
    assert found is not None
    assert found.samples == ("talk", "event", None)
