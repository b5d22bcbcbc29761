"""The tables as DMN 1.3: another reader makes of them what our own evaluator does, where every question is answered."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.base.text import Text
from openkader.kader import Assessor, Condition, Fact, Facts, FactType, Kader, load_kader
from openkader.kader.conditions import AllOf, AnyOf, Not, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.model import ProposalRow, Table
from openkader.publication.dmn import dmn_of
from openkader.publication.dmn.feel import cell, names_of, value_in
from tests.unit.feel_reader import NS, Reader, decided
from tests.unit.kader_factories import FACTS, ZUID_HOLLAND, fact
from tests.unit.kader_strategies import (
    EVERY_FACT,
    complete_facts,
    conditions,
    kader_of,
    proposals,
    tables,
    values,
)

KADER = load_kader(ZUID_HOLLAND)
ASKED = {one.id: one for one in KADER.asked}
DOCUMENT = dmn_of(KADER, "nl")
TITLED = Text(nl="Kader & <co>", en="Kader & <co>")


def agrees(kader: Kader, document: bytes, case: Facts) -> None:
    """Every derived fact and the proposal are the same."""
    found, theirs = Assessor(kader).assess(case), decided(document, case)
    names = names_of(kader.facts)
    for table in kader.tables:
        if table.over == "case":
            ours: Any = found.value(table.gives)
            assert theirs[names[table.gives]] == (sorted(ours) if isinstance(ours, frozenset) else ours)
    rows = [one["rule"] for one in theirs["proposal_rows"]]
    assert rows == [row.id for row in kader.proposal if row in found.fired]
    assert theirs["proposal"] == found.outcome


@given(case=complete_facts(ASKED))
def test_zuid_holland_is_decided_alike_where_every_question_is_answered(case: Facts) -> None:
    agrees(KADER, DOCUMENT, case)


@pytest.mark.parametrize("scenario", KADER.scenarios, ids=lambda one: one.id)
def test_its_examples_come_out_alike_once_they_are_completed(scenario: Any) -> None:
    rest = {name: complete(one) for name, one in ASKED.items()}
    agrees(KADER, DOCUMENT, rest | {key: value for key, value in scenario.facts.items() if value is not None})


def complete(asked: Fact) -> Any:
    plain = {FactType.TRUTH: False, FactType.NUMBER: 0, FactType.COUNTRY: "CN", FactType.SEVERAL: frozenset()}
    return plain.get(asked.type, asked.options[-1].code if asked.options else None)


@given(tables(ends=True), proposals(EVERY_FACT), complete_facts(FACTS))
def test_any_kader_is_decided_alike(
    derived: tuple[Table, ...], rows: tuple[ProposalRow, ...], case: Facts
) -> None:
    kader = replace(kader_of((), derived, rows), title=TITLED)
    agrees(kader, dmn_of(kader, "en"), {**case, **absent(kader)})


def absent(kader: Kader) -> Facts:
    """A derived fact that no table of this kader gives is asked like any other."""
    given_by = {table.gives for table in kader.tables}
    return {one.id: complete(one) for name, one in kader.facts.items() if name not in given_by | FACTS.keys()}


@given(st.sampled_from(sorted(FACTS)), st.data())
def test_what_a_cell_says_of_one_fact_is_what_the_condition_says(name: str, data: st.DataObject) -> None:
    one = FACTS[name]
    condition: Condition = data.draw(conditions({name: one}))
    value: Any = data.draw(values(one))
    kader = kader_of([condition])
    ours = Assessor(kader).assess({name: value}).truth(condition)
    if _facts(condition):
        words = cell(one, condition)
        plain = sorted(value) if isinstance(value, frozenset) else value
        assert Reader(words, {"?": plain}).tests() is ours, words


def _facts(condition: Condition) -> bool:
    """Whether it looks at the fact at all."""
    match condition:
        case FactTest():
            return True
        case Not(part):
            return _facts(part)
    return any(_facts(part) for part in condition.parts)


def test_the_same_kader_gives_the_same_bytes_in_each_language() -> None:
    assert dmn_of(KADER, "nl") == DOCUMENT
    assert dmn_of(KADER, "en") != DOCUMENT
    assert b"The province works" not in DOCUMENT


def test_every_id_stands_once_and_everything_that_is_referred_to_exists() -> None:
    root = ElementTree.fromstring(DOCUMENT)  # noqa: S314 - our own
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(set(ids)) == len(ids)
    hrefs = {one.get("href", "").removeprefix("#") for one in root.iter() if one.get("href")}
    drawn = {one.get("dmnElementRef") for one in root.iter() if one.get("dmnElementRef")}
    assert hrefs | drawn <= set(ids)
    nodes = {one.get("id") for kind in ("inputData", "decision") for one in root.findall(f"{NS}{kind}")}
    lines = {one.get("id") for one in root.iter(f"{NS}informationRequirement")}
    assert drawn == nodes | lines


def test_no_two_shapes_lie_on_each_other_and_every_line_goes_up() -> None:
    root = ElementTree.fromstring(DOCUMENT)  # noqa: S314 - our own
    boxes = [
        tuple(int(one.get(key, "")) for key in ("x", "y", "width", "height"))
        for one in root.iter("{http://www.omg.org/spec/DMN/20180521/DC/}Bounds")
    ]
    for x, y, width, height in boxes:
        near = [one for one in boxes if abs(one[0] - x) < width and abs(one[1] - y) < height]
        assert near == [(x, y, width, height)]
    edges = [
        [int(point.get("y", "")) for point in edge]
        for edge in root.iter("{https://www.omg.org/spec/DMN/20191111/DMNDI/}DMNEdge")
    ]
    assert edges
    assert all(start > end for start, end in edges)


def test_a_row_shows_its_reason_and_its_source() -> None:
    root = ElementTree.fromstring(DOCUMENT)  # noqa: S314 - our own
    rules = root.findall(f"{NS}decision[@id='proposal_rows']/{NS}decisionTable/{NS}rule")
    assert len(rules) == len(KADER.proposal)
    notes = [one.findtext(f"{NS}text", "") for one in rules[0].findall(f"{NS}annotationEntry")]
    assert notes[0] == KADER.proposal[0].reason.nl
    assert notes[1].endswith("hoofdstuk 5, mensenrechten 2")


def test_names_that_feel_cannot_take_or_that_the_document_gives_itself_are_changed() -> None:
    names = names_of(["kind", "in", "RV-1", "RV.1", "1st", "proposal", "risk__1", "é", "date"])
    assert names == {
        "kind": "kind",
        "in": "_in_",
        "RV-1": "RV_1",
        "RV.1": "RV_1_",
        "1st": "_1st_",
        "proposal": "_proposal_",
        "risk__1": "_risk__1_",
        "é": "_",
        "date": "_date_",
    }


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (3, "3"),
        (0.0000001, "0.0000001"),
        (-2.5, "-2.5"),
        ('a "b" \\', '"a \\"b\\" \\\\"'),
        (frozenset({"b", "a"}), '["a", "b"]'),
        (frozenset(), "[]"),
    ],
)
def test_a_value_is_written_as_feel_reads_it(value: object, words: str) -> None:
    assert value_in(value) == words


def test_a_truth_is_never_compared_with_what_an_expression_gives() -> None:
    truth = fact("t", FactType.TRUTH)
    yes, no = (FactTest("t", Operator.IS, value) for value in (True, False))
    said = [cell(truth, one) for one in (yes, no, Not(yes), AnyOf((yes, no)), AllOf((yes, no)))]
    assert said == ["true", "false", "false", "-", "not(true, false)"]


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    title = Text(nl="a\x00b\x1b", en="x")
    root = ElementTree.fromstring(dmn_of(replace(kader_of(()), title=title), "nl"))  # noqa: S314 - our own
    assert root.get("name") == "ab"


BOUNDS: list[tuple[str, Operator, Any]] = [
    *(("jobs", sign, 3) for sign in (Operator.IS, Operator.AT_LEAST, Operator.AT_MOST)),
    *(("received_on", sign, date(2024, 1, 3)) for sign in (Operator.IS, Operator.BEFORE, Operator.SINCE)),
    *(("topics", Operator.COUNT_AT_LEAST, count) for count in range(4)),
    *(("topics", sign, frozenset({"robots", "water"})) for sign in (Operator.HAS_ANY, Operator.HAS_ALL)),
    ("kind", Operator.ONE_OF, frozenset({"talk", "event"})),
]
ANSWERS: dict[str, list[Any]] = {
    "jobs": [0, 2, 2.5, 3, 3.5, 4],
    "received_on": [date(2024, 1, day) for day in (2, 3, 4)],
    "topics": [
        frozenset(codes) for size in range(4) for codes in combinations(("robots", "seeds", "water"), size)
    ],
    "kind": ["talk", "event", "visit"],
}


@pytest.mark.parametrize(("name", "sign", "operand"), BOUNDS)
def test_every_test_and_its_opposite_hold_for_the_same_answers(
    name: str, sign: Operator, operand: Any
) -> None:
    test = FactTest(name, sign, operand)
    both = AllOf((test, AnyOf((test, Not(test)))))  # too much for a simple cell
    for condition in (test, Not(test), both):
        assessor, words = Assessor(kader_of([condition])), cell(FACTS[name], condition)
        for answer in ANSWERS[name]:
            ours = assessor.assess({name: answer}).truth(condition)
            plain = sorted(answer) if isinstance(answer, frozenset) else answer
            assert Reader(words, {"?": plain}).tests() is ours, (words, answer)
