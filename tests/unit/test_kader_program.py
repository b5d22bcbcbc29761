"""Tables, and the order in which they are worked out."""

import pytest

from openkader.base.errors import Invalid, Problem
from openkader.kader import Facts, Value
from openkader.kader.model import Table, TableRow
from openkader.kader.program import Program
from tests.unit.kader_factories import condition


def table(gives: str, *rows: tuple[str, Value], otherwise: Value | None = None) -> Table:
    found = tuple(TableRow(when=condition(when), value=value) for when, value in rows)
    return Table(gives=gives, over="case", rows=found, otherwise=otherwise, note=None, where=f"{gives}:1")


def value_of(facts: Facts, *tables: Table) -> Value | None:
    """What the tables make of `kind`, the fact that all of them derive here."""
    return Program([], tables).run(facts).values["kind"]


LADDER = table("kind", ("{demand: true}", "talk"), ("{jobs: {at_least: 3}}", "event"), otherwise="visit")


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        ({"demand": True, "jobs": 5}, "talk"),
        ({"demand": True}, "talk"),
        ({"demand": False, "jobs": 5}, "event"),
        ({"demand": False, "jobs": 1}, "visit"),
        ({"demand": False}, None),
        ({"jobs": 5}, None),
        ({"jobs": 1}, None),
        ({}, None),
    ],
)
def test_the_first_row_that_holds_decides_and_an_earlier_unknown_keeps_it_open(
    facts: Facts, value: Value | None
) -> None:
    assert value_of(facts, LADDER) == value


def test_rows_that_give_the_same_value_need_no_answer_between_them() -> None:
    same = table("kind", ("{demand: true}", "talk"), ("{jobs: {at_least: 3}}", "talk"), otherwise="visit")
    assert value_of({"jobs": 5}, same) == "talk"
    assert value_of({"jobs": 1}, same) is None
    agreeing = table("kind", ("{demand: true}", "talk"), otherwise="talk")
    assert value_of({}, agreeing) == "talk"


def test_a_table_without_otherwise_leaves_the_fact_unknown() -> None:
    assert value_of({"demand": False}, table("kind", ("{demand: true}", "talk"))) is None
    assert value_of({}, table("kind", ("{demand: true}", "talk"))) is None
    assert value_of({"demand": True}, table("kind", ("{demand: true}", "talk"))) == "talk"


def test_a_table_without_rows_gives_what_it_gives_otherwise() -> None:
    assert value_of({}, table("kind", otherwise="visit")) == "visit"


def test_what_a_table_derives_is_never_taken_from_the_answers() -> None:
    assert value_of({"kind": "visit", "demand": True}, LADDER) == "talk"
    assert value_of({"kind": "visit"}, LADDER) is None


def test_a_falsehood_that_is_derived_is_not_unknown() -> None:
    found = Program([condition("{office_holder: false}")], [table("office_holder", otherwise=False)]).run({})
    assert found.truth(condition("{office_holder: false}")) is True


def test_tables_may_stand_in_any_order() -> None:
    first = table("office_holder", ("{kind: talk}", True), otherwise=False)
    for tables in ([first, LADDER], [LADDER, first]):
        assert Program([], tables).run({"demand": True}).values["office_holder"] is True


def test_running_does_not_touch_the_facts_it_was_given() -> None:
    facts: dict[str, Value | None] = {"demand": True}
    program = Program([], [LADDER])
    first = program.run(facts)
    assert facts == {"demand": True}
    program.run({"demand": False, "jobs": 1})
    assert first.values["kind"] == "talk"


def test_equal_conditions_have_one_place() -> None:
    program = Program([condition("{demand: true}"), condition("{not: {demand: true}}")], [])
    assert len(program.places) == 2


def problem_of(*tables: Table) -> Problem:
    with pytest.raises(Invalid) as raised:
        Program([], tables)
    (problem,) = raised.value.problems
    return problem


def test_a_table_that_leans_on_itself_is_refused() -> None:
    assert problem_of(table("kind", ("{kind: talk}", "talk"))) == Problem(
        "kader.circle", "kind:1", {"tables": "kind"}
    )


def test_a_circle_is_named_without_the_tables_that_only_wait_for_it() -> None:
    waits = table("topics", ("{kind: talk}", frozenset()))
    waits_longer = table("country", ("{topics: water}", "BE"))
    fine = table("received_on", otherwise=None)
    one = table("kind", ("{office_holder: true}", "talk"))
    other = table("office_holder", ("{kind: talk}", True), ("{received_on: 2024-01-01}", True))
    assert problem_of(waits_longer, waits, fine, other, one) == Problem(
        "kader.circle", "office_holder:1", {"tables": "kind, office_holder"}
    )
