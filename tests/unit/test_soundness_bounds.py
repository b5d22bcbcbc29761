"""With little work the boxes find in tables what diagrams find, and what nothing could prove is said."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.large_tables import tree_table
from openkader.kader import Assessor, Facts, FactType, Finding, Kader, Outcome, Severity
from openkader.kader.assessing import conditions_of
from openkader.kader.conditions import ALWAYS, AllOf, AnyOf, Condition, Not, Operator, facts_in
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.constraints import Constraint
from openkader.kader.model import ProposalRow, Table, TableRow
from openkader.kader.program import Program
from openkader.kader.soundness import bounded, gaps, painting, table_findings, tables
from openkader.kader.soundness.analysis import analyse
from openkader.kader.soundness.bounded import Work
from openkader.kader.soundness.tables import Boxed
from tests.unit.kader_factories import boxed_tables, fact, text
from tests.unit.kader_strategies import kader_of
from tests.unit.small_kaders import constrained_kader, small_kader

ENOUGH = 10**9
BOXES_FIRST = Work(table=0, whole=ENOUGH)
NOTHING = Work(table=0, whole=0)
SEEDS = range(300)


def said(findings: Iterable[Finding]) -> set[tuple[str, str, str]]:
    return {(one.code, one.where, one.text.nl) for one in findings}


def of_tables(kader: Kader, findings: Iterable[Finding]) -> list[Finding]:
    given = {table.gives for table in kader.tables}
    return [one for one in findings if one.where.partition(",")[0] in given]


def leans_on(kader: Kader, given: Iterable[str]) -> bool:
    """Whether anything but these tables themselves tests what they give."""
    wanted = frozenset(given)
    rows = (row.when for table in kader.tables if table.gives not in wanted for row in table.rows)
    conditions = (*conditions_of(kader), *rows, *(one.never for one in kader.constraints))
    return any(facts_in(one) & wanted for one in conditions)


def standing_alone(kader: Kader, boxed: frozenset[str]) -> Kader:
    """The kader with those tables alone that do not lean on boxed ones; a constraint that does binds them all."""
    if any(facts_in(one.never) & boxed for one in kader.constraints):
        return replace(kader, tables=())
    tables = (one for one in kader.tables if not any(facts_in(row.when) & boxed for row in one.rows))
    return replace(kader, tables=tuple(tables))


@pytest.mark.parametrize("seeds", [SEEDS[start::20] for start in range(20)])
@pytest.mark.parametrize("make", [small_kader, constrained_kader])
def test_boxes_find_in_a_table_what_diagrams_find(make: Callable[[int], Kader], seeds: range) -> None:
    for seed in seeds:
        kader = make(seed)
        whole, found = analyse(kader), analyse(kader, BOXES_FIRST)
        unproved = [one for one in found if one.code == "not-proved"]
        boxed = [name for name, boxes in boxed_tables(kader).items() if boxes]
        if not any(one.code == "no-case" for one in whole):
            assert bool(unproved) == leans_on(kader, boxed), seed
            alone = standing_alone(kader, frozenset(boxed))
            assert said(of_tables(alone, found)) == said(of_tables(alone, whole)), seed
        assert said(found) - said(unproved) <= said(whole), seed


@pytest.mark.parametrize("seed", SEEDS[::3])
def test_an_example_from_a_box_shows_what_its_finding_says(seed: int) -> None:
    kader = constrained_kader(seed)
    assessor = Assessor(kader)
    rows = {table.gives: table for table in kader.tables}
    for finding in of_tables(kader, analyse(kader, BOXES_FIRST)):
        name, _, place = finding.where.partition(", ")
        for found in map(assessor.assess, finding.cases):
            assert not any(found.truth(one.never) for one in kader.constraints)
            holding = [one for one, row in enumerate(rows[name].rows, 1) if found.truth(row.when)]
            match finding.code:
                case "gap":
                    assert not holding
                case "covered":
                    assert int(place) in holding
                    assert holding[0] < int(place)
                case "overlap":
                    assert len({rows[name].rows[one - 1].value for one in holding}) > 1


@pytest.mark.parametrize("seed", SEEDS[::6])
def test_nothing_that_was_not_proved_passes_in_silence(seed: int) -> None:
    kader = constrained_kader(seed)
    whole, found = analyse(kader), analyse(kader, NOTHING)
    unproved = [one for one in found if one.code == "not-proved"]
    assert {one.severity for one in unproved} == {Severity.WARNING}
    assert "kader" in {one.where for one in unproved}
    if not any(one.code == "no-case" for one in whole):
        assert said(found) - said(unproved) <= said(whole)


def a_kader(*conditions: Condition, otherwise: str | None = None, **more: Any) -> Kader:
    """A table over two questions, of which the rows in turn give low and high; the proposal leaves it alone."""
    facts = {one.id: one for one in (fact("n", FactType.NUMBER), fact("c", FactType.CHOICE, "x", "y", "z"))}
    rows = tuple(
        TableRow(when=when, value=("low", "high")[place % 2]) for place, when in enumerate(conditions)
    )
    table = Table(gives="h", over="case", rows=rows, otherwise=otherwise, note=None, where="t.yaml:1")
    row = ProposalRow(id="r", when=ALWAYS, outcome=Outcome.HOLD, reason=text("because"))
    facts["h"] = fact("h", FactType.CHOICE, "low", "high")
    return replace(kader_of([], [table], (row,)), facts=facts, **more)


def at_least(number: int) -> FactTest:
    return FactTest("n", Operator.AT_LEAST, number)


def is_(code: str) -> FactTest:
    return FactTest("c", Operator.IS, code)


EITHER = AnyOf((at_least(3), is_("x")))  # asks two facts in one breath, so it is no box


def test_a_table_that_is_no_boxes_gets_more_work() -> None:
    kader = a_kader(EITHER)
    assert said(analyse(kader, BOXES_FIRST)) == said(analyse(kader))
    found = [one for one in analyse(kader, NOTHING) if one.where == "h"]
    assert [one.code for one in found] == ["not-proved"]
    assert found[0].text.nl == "Niet bewezen, want te groot: wat de tabel ‘h’ in elke zaak geeft."


def test_a_table_small_enough_to_be_worked_out_can_be_too_large_to_be_proved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its value takes a few branches for each row, and what holds together takes all pairs of rows."""
    kader = a_kader(*(at_least(number) for number in range(40)), otherwise="low")
    asked = []
    by_boxes = table_findings._by_boxes

    def noted(table: Table, boxes: Boxed, *, answerable: bool) -> Iterable[Finding]:
        asked.append(table.gives)
        return by_boxes(table, boxes, answerable=answerable)

    monkeypatch.setattr(table_findings, "_by_boxes", noted)
    assert said(analyse(kader, Work(table=ENOUGH, whole=100_000))) == said(analyse(kader))
    assert asked == ["h"]  # in the first alone


def test_rows_and_gaps_too_entangled_for_the_work_allowed_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    kader = a_kader(AllOf((at_least(3), is_("x"))), AllOf((at_least(5), Not(is_("y")))))
    monkeypatch.setattr(tables, "most_work", lambda _rows: 0)
    monkeypatch.setattr(gaps, "most_work", lambda _rows: 0)
    unsettled, gap = (one for one in analyse(kader, BOXES_FIRST) if one.code in ("not-proved", "gap"))
    assert "of in de tabel ‘h’ rij 1, 2 ooit als eerste geldt" in unsettled.text.nl
    assert (gap.code, gap.cases) == ("gap", ())  # painted and counted, but no region was found
    monkeypatch.setattr(painting, "MOST_CASES", 0)
    (_, gap) = (one for one in analyse(kader, BOXES_FIRST) if one.code == "not-proved")
    assert gap.text.en == "Not proved, too large: what the table ‘h’ gives in every case."


def test_two_constraints_that_leave_no_answer_are_named_together() -> None:
    never: list[Condition] = [is_("x"), at_least(3), is_("y"), Not(at_least(3))]
    (found,) = (
        one for one in analyse(a_kader(constraints=constraints(never))) if one.code == "no-answered-case"
    )
    assert (found.severity, found.where) == (Severity.ERROR, "n1")
    assert found.text.nl.startswith("Volgens de uitsluitingen n1, n3 samen kan geen zaak bestaan")


def test_of_many_clashing_constraints_some_are_named_of_which_none_can_be_missed() -> None:
    """Three options that are ruled out one by one, among sixty constraints: there are too many threes to try."""
    never: list[Condition] = [FactTest("n", Operator.IS, number) for number in range(60)]
    for place, code in ((9, "x"), (33, "y"), (50, "z")):
        never[place] = is_(code)
    (found,) = (
        one for one in analyse(a_kader(constraints=constraints(never))) if one.code == "no-answered-case"
    )
    assert "By the constraints n9, n33, n50 together" in found.text.en


def constraints(never: Iterable[Condition]) -> tuple[Constraint, ...]:
    return tuple(
        Constraint(id=f"n{place}", text=text("never"), never=when) for place, when in enumerate(never)
    )


def test_a_table_of_hundreds_of_rows_is_proved_and_what_rests_on_it_is_named() -> None:
    large = tree_table(300)
    grade = fact("grade", FactType.CHOICE, *"ABCDEFG")
    row = ProposalRow(
        id="bad",
        when=FactTest("grade", Operator.IS, "A"),
        outcome=Outcome.REFUSE,
        reason=text("because"),
    )
    kader = replace(kader_of([], [large.table], (row,)), facts={**large.facts, "grade": grade})
    found = analyse(kader)
    boxes = boxed_tables(kader)["grade"]
    assert boxes is not None
    disagreeing = sum(one.disagree for one in boxes.overlaps())
    assert sum(one.code == "overlap" for one in found) == disagreeing > 0
    (gap,) = (one for one in found if one.code == "gap")
    assert gap.cases[0].keys() == large.facts.keys()
    program = Program([row.when for row in large.table.rows], ())
    trace = program.run(gap.cases[0])
    assert not any(trace.truth(row.when) for row in large.table.rows)
    (unproved,) = (one for one in found if one.code == "not-proved")
    assert unproved.where == "kader"
    assert unproved.text.nl.startswith(
        "Niet bewezen, want te groot: of bad ooit gelden; of een regel elke zaak"
    )


def test_of_many_parts_a_few_are_named() -> None:
    rows = tuple(
        ProposalRow(id=f"r{place}", when=is_("x"), outcome=Outcome.HOLD, reason=text("because"))
        for place in range(12)
    )
    found = next(one for one in analyse(a_kader(EITHER, proposal=rows), NOTHING) if one.where == "kader")
    assert "of r0, r1, r2, r3, r4, r5, r6, r7, r8, r9 en 2 … ooit gelden" in found.text.nl


def test_the_example_of_a_finding_needs_no_answer_that_does_not_matter() -> None:
    shown: Facts = next(
        one.cases[0]
        for one in analyse(a_kader(at_least(3), at_least(5)), BOXES_FIRST)
        if one.code == "covered"
    )
    assert shown.keys() == {"n"}


TWO_ROWS = (AllOf((at_least(3), is_("x"))), AllOf((at_least(5), Not(is_("y")))))


def test_where_answers_cannot_be_told_apart_tables_are_still_proved_by_boxes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kader = a_kader(*TWO_ROWS)
    whole = of_tables(kader, analyse(kader))
    monkeypatch.setattr(bounded, "_MOST_LOOKS", 0)
    assert said(of_tables(kader, analyse(kader))) == said(whole)
    (unproved,) = (one for one in analyse(kader) if one.code == "not-proved")
    assert "of r ooit gelden; of een regel elke zaak beslist" in unproved.text.nl


def test_boxes_alone_say_nothing_beside_constraints(monkeypatch: pytest.MonkeyPatch) -> None:
    """The constraints may leave no case at all, and then no two rows meet."""
    monkeypatch.setattr(bounded, "_MOST_LOOKS", 0)
    found = analyse(a_kader(*TWO_ROWS, constraints=constraints([is_("z")])))
    assert [(one.code, one.where) for one in found] == [("not-proved", "h"), ("not-proved", "kader")]


def test_more_rows_than_there_is_memory_for_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_MOST_BITS", 0)
    found = analyse(a_kader(*TWO_ROWS), NOTHING)
    assert [(one.code, one.where) for one in found] == [("not-proved", "h"), ("not-proved", "kader")]


def test_more_questions_than_functions_can_be_deep_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_MOST_VARIABLES", 1)
    kader = a_kader(*TWO_ROWS, constraints=constraints([is_("z")]))
    assert {(one.code, one.where) for one in analyse(kader)} == {("not-proved", "h"), ("not-proved", "kader")}


def test_of_very_many_rows_that_disagree_the_number_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_findings, "_MOST_PAIRS", 2)
    three = a_kader(*(at_least(number) for number in range(3)))
    (found,) = (one for one in analyse(three, BOXES_FIRST) if one.code == "overlap")
    assert (found.severity, found.cases) == (Severity.NOTE, ())
    assert "tot 3 paar rijen samen gelden, te veel om te noemen" in found.text.nl


def test_ten_thousand_options_with_a_row_each_are_said_to_be_too_large() -> None:
    codes = [f"o{place}" for place in range(10_000)]
    kader = a_kader(*(FactTest("c", Operator.IS, code) for code in codes))
    kader = replace(kader, facts={**kader.facts, "c": fact("c", FactType.CHOICE, *codes)})
    assert [(one.code, one.where) for one in analyse(kader)] == [("not-proved", "h"), ("not-proved", "kader")]


def test_a_question_with_thousands_of_options_of_which_half_count_is_given_up_in_time() -> None:
    codes = [f"o{place}" for place in range(4000)]
    kader = a_kader(FactTest("c", Operator.COUNT_AT_LEAST, 2000))
    kader = replace(kader, facts={**kader.facts, "c": fact("c", FactType.SEVERAL, *codes)})
    (unproved,) = (one for one in analyse(kader) if one.code == "not-proved")
    assert "of elke vraag die regels noemen ooit verschil maakt" in unproved.text.nl
