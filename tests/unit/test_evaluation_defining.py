"""The version of a figure: another way of counting has another one, another way of writing has not."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.base.text import Text
from openkader.evaluation.defining import definition_digest
from openkader.kader import Kader, load_kader
from openkader.kader.conditions import ALWAYS, AllOf, AnyOf, Condition, Not, Operator, parts_of
from openkader.kader.conditions import Test as FactTest
from openkader.kader.model import Figure, Table, TableRow
from openkader.kader.program import Program
from tests.unit.kader_factories import FACTS
from tests.unit.kader_strategies import conditions, partial_facts

PACK = Path(__file__).parents[2] / "src/openkader/packs/zuid-holland/2024-01-01"
WORDS = Text(nl="-", en="-")
CHINA = FactTest("programme", Operator.ONE_OF, frozenset({"china"}))
INCOMING = FactTest("counts_as_incoming", Operator.IS, True)
FIGURE = Figure(id="f", text=WORDS, definition=WORDS, counts="activities", where=CHINA)


def table(gives: str, when: Condition, over: str = "activities") -> Table:
    row = TableRow(when=when, value=True)
    return Table(gives=gives, over=over, rows=(row,), otherwise=False, note=None, where="tables.yaml:1")


@pytest.fixture(scope="module")
def kader() -> Kader:
    return load_kader(PACK)


@pytest.mark.parametrize(
    "other",
    [
        replace(FIGURE, counts="requests"),
        replace(FIGURE, where=Not(CHINA)),
        replace(FIGURE, where=AnyOf((CHINA, INCOMING))),
        replace(FIGURE, where=AllOf((CHINA, INCOMING))),
        replace(FIGURE, where=FactTest("programme", Operator.ONE_OF, frozenset({"china", "vs"}))),
        replace(FIGURE, of=ALWAYS),
        replace(FIGURE, of=CHINA),
        replace(FIGURE, distinct=True),
        replace(FIGURE, absence_is_unknown=True),
        replace(FIGURE, unit=Text(nl="partijen", en="parties")),
    ],
)
def test_another_way_of_counting_is_another_version(other: Figure) -> None:
    assert definition_digest(other) != definition_digest(FIGURE)


def test_other_words_for_the_same_count_are_the_same_version() -> None:
    renamed = replace(FIGURE, id="g", text=Text(nl="a", en="b"), definition=Text(nl="c", en="d"))
    assert definition_digest(renamed) == definition_digest(FIGURE)


def test_the_list_that_an_entry_was_taken_from_changes_nothing_and_its_entries_do() -> None:
    listed = replace(FIGURE, where=replace(CHINA, listing="programmes"))
    assert definition_digest(listed) == definition_digest(FIGURE)


@pytest.mark.parametrize("brackets", [AllOf((CHINA,)), AnyOf((CHINA,)), AllOf((CHINA, CHINA))])
def test_brackets_around_one_condition_are_no_other_version(brackets: Condition) -> None:
    assert definition_digest(replace(FIGURE, where=brackets)) == definition_digest(FIGURE)


def test_the_table_behind_a_fact_belongs_to_the_definition() -> None:
    figure = replace(FIGURE, where=INCOMING)
    before, after = table("counts_as_incoming", CHINA), table("counts_as_incoming", Not(CHINA))
    assert definition_digest(figure, [before]) != definition_digest(figure, [after])


def test_a_table_behind_that_table_does_as_well() -> None:
    figure = replace(FIGURE, where=Not(CHINA), of=INCOMING)
    first = table("counts_as_incoming", FactTest("is_event", Operator.IS, True))
    digests = {definition_digest(figure, [first, table("is_event", when)]) for when in (CHINA, ALWAYS)}
    assert len(digests) == 2


@pytest.mark.parametrize(
    "beside", [table("is_event", CHINA), table("counts_as_incoming", CHINA, over="cases")]
)
def test_a_table_that_the_figure_does_not_lean_on_changes_nothing(beside: Table) -> None:
    figure = replace(FIGURE, where=INCOMING)
    assert definition_digest(figure, [beside]) == definition_digest(figure)


def test_figures_of_a_kader_that_count_alike_have_one_version(kader: Kader) -> None:
    found: dict[str, list[str]] = {}
    for figure in kader.figures:
        found.setdefault(definition_digest(figure, kader.tables), []).append(figure.id)
    assert all(len(version) == 12 for version in found)
    assert [ids for ids in found.values() if len(ids) > 1] == []


def test_the_version_of_a_published_figure_stays_what_it_is(kader: Kader) -> None:
    """It is stored and published, so the way of making it may not drift."""
    figures = {figure.id: definition_digest(figure, kader.tables) for figure in kader.figures}
    assert figures["activities"] == "76119d364244"
    assert figures["incoming_delegations"] == "48ca09bd6c6f"


@given(st.data())
def test_conditions_of_one_version_have_one_truth(data: st.DataObject) -> None:
    one = data.draw(conditions(FACTS))
    other = turned(one)
    facts = data.draw(partial_facts(FACTS))
    assert definition_digest(replace(FIGURE, where=one)) == definition_digest(replace(FIGURE, where=other))
    trace = Program([one, other], []).run(facts)
    assert trace.truth(one) is trace.truth(other)


def turned(condition: Condition) -> Condition:
    """The same with all parts in the other order, and the first of them said twice."""
    parts = tuple(turned(part) for part in reversed(parts_of(condition)))
    match condition:
        case Not():
            return Not(parts[0])
        case AllOf():
            return AllOf(parts + parts[:1])
        case AnyOf():
            return AnyOf(parts + parts[:1])
    return condition
