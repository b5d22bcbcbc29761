"""What is said of the difference of two kaders is so in every case, and nothing is left out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random

import pytest

from openkader.kader import (
    Assessment,
    Assessor,
    Condition,
    Fact,
    Facts,
    FactType,
    Kader,
    Outcome,
    load_kader,
)
from openkader.kader.conditions import AllOf, AnyOf, Not, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.conditions import tests_in as asked_in
from openkader.kader.constraints import Constraint
from openkader.kader.model import ProposalRow
from openkader.kader.soundness.changed_parts import Key
from openkader.kader.soundness.difference import (
    BECOMES,
    WAS,
    Difference,
    conditions,
    difference,
)
from openkader.kader.soundness.domains import Space
from openkader.kader.soundness.regions import Box, Cover, Region
from openkader.kader.succession import ChangedType
from tests.unit.kader_factories import ZUID_HOLLAND, fact, text
from tests.unit.small_kaders import every_case, small_kader

Case = tuple[tuple[int, int], ...]
ENOUGH = 10_000  # boxes: no region of a small kader has so many


def changed(kader: Kader, other: Kader, seed: int) -> Kader:
    """The same questions with other rules: a row left out, turned round, or with another outcome."""
    draw = Random(seed)  # noqa: S311 - the same changes every time
    rows = list(kader.proposal)
    place = draw.randrange(len(rows))
    row = rows[place]
    match draw.randrange(4):
        case 0:
            del rows[place]
        case 1:
            rows[place] = replace(row, when=Not(row.when))
        case 2:
            rows[place] = replace(row, outcome=draw.choice(list(Outcome)))
        case _:
            rows.append(replace(draw.choice(rows), id="more", outcome=draw.choice(list(Outcome))))
    lines = tuple(
        replace(line, measures=tuple(replace(one, when=Not(one.when)) for one in line.measures))
        if draw.random() < 0.5
        else line
        for line in kader.action_lines
    )
    tables = tuple(replace(table, rows=table.rows[::-1]) for table in kader.tables)
    never = (
        () if draw.random() < 0.7 else (Constraint(id="n", text=text("no"), never=other.proposal[0].when),)
    )
    known = all(test.fact in kader.facts for one in never for test in asked_in(one.never))
    return replace(
        kader,
        proposal=tuple(rows),
        action_lines=lines,
        tables=tables,
        constraints=never if known else (),
    )


@pytest.mark.parametrize("seeds", [range(start, 1000, 20) for start in range(20)])
def test_every_case_of_a_thousand_pairs(seeds: range) -> None:
    for seed in seeds:
        kader = small_kader(seed)
        agrees_everywhere(kader, changed(kader, small_kader(seed + 1000), seed))


def agrees_everywhere(older: Kader, newer: Kader) -> None:
    found = difference(older, newer, most=ENOUGH)
    one, other = Assessor(older), Assessor(newer)
    cases: dict[Case, tuple[Assessment, Assessment]] = {}
    for facts in every_case(older):
        pair = (one.assess(facts), other.assess(facts))
        if not (pair[0].impossible or pair[1].impossible):
            cases[tuple(sorted(found.space.place(facts).items()))] = pair
    pairs = {case: (was.outcome, becomes.outcome) for case, (was, becomes) in cases.items()}
    assert found.number == len(cases)
    assert dict(found.matrix) == Counter(pairs.values())
    differ = {pair for pair in pairs.values() if pair[0] is not pair[1]}
    assert {(change.was, change.becomes) for change in found.outcomes} == differ
    for change in found.outcomes:
        wanted = (change.was, change.becomes)
        inside = {case for case, pair in pairs.items() if pair == wanted}
        holds(found.space, change.region, inside, cases)
        witness = change.region.witness
        assert (one.assess(witness).outcome, other.assess(witness).outcome) == wanted
        among = {
            None: set(cases),
            WAS: {case for case, pair in pairs.items() if pair[0] is wanted[0]},
            BECOMES: {case for case, pair in pairs.items() if pair[1] is wanted[1]},
        }
        covers(change.region.short, inside, among[change.region.short.among])
    agrees_on_rules(found, cases)


def agrees_on_rules(found: Difference, cases: Mapping[Case, tuple[Assessment, Assessment]]) -> None:
    before, after = dict(conditions(found.older)), dict(conditions(found.newer))
    rules = {rule.key: rule for rule in found.rules}
    for key in {*before, *after}:
        was = {case for case, (one, _) in cases.items() if key in before and one.truth(before[key])}
        becomes = {case for case, (_, one) in cases.items() if key in after and one.truth(after[key])}
        assert (key in rules) is (was != becomes)
        if key in rules:
            for region, inside in ((rules[key].gained, becomes - was), (rules[key].lost, was - becomes)):
                assert (region is None) is (not inside)
                if region is not None:
                    assert region.number == len(inside)
                    assert tuple(sorted(found.space.place(region.witness).items())) in inside
    for table in found.older.tables:
        changes = {
            value
            for was, becomes in cases.values()
            if was.value(table.gives) != becomes.value(table.gives)
            for value in (was.value(table.gives), becomes.value(table.gives))
        }
        assert changes - {None} == {
            key.value for key in rules if (key.part, key.name) == ("tables", table.gives)
        }


def holds(space: Space, region: Region, inside: set[Case], cases: Iterable[Case]) -> None:
    assert region.number == len(inside)
    assert region.whole.among is None
    assert region.whole.rest == region.short.rest == 0
    assert tuple(sorted(space.place(region.witness).items())) in inside
    opened = [any(answer is None for answer in space.case(dict(case)).values()) for case in inside]
    assert region.only_open is all(opened)
    covers(region.whole, inside, cases)


def covers(cover: Cover, inside: set[Case], cases: Iterable[Case]) -> None:
    """Every case of the region stands in a box, no other does, and each box says its share."""
    for case in cases:
        assert any(is_in(piece.box, case) for piece in cover.pieces) is (case in inside)
    for piece in cover.pieces:
        number = sum(is_in(piece.box, case) for case in inside)
        assert piece.share == pytest.approx(number / len(inside))
        assert number


def is_in(box: Box, case: Case) -> bool:
    return all(box.get(variable, {place}) >= {place} for variable, place in case)


def test_a_kader_is_equivalent_to_itself_and_to_itself_in_other_words() -> None:
    kader = load_kader(ZUID_HOLLAND)
    assert difference(kader, kader).is_equivalent
    assert not difference(kader, kader).parts
    reworded = replace(
        kader, proposal=tuple(replace(row, reason=text("otherwise")) for row in kader.proposal)
    )
    found = difference(kader, reworded)
    assert found.is_equivalent
    assert {part.key for part in found.parts} == {Key("proposal", row.id) for row in kader.proposal}


def test_a_rule_that_is_written_otherwise_and_means_the_same_changes_only_words() -> None:
    kader = load_kader(ZUID_HOLLAND)
    twice = tuple(replace(row, when=Not(Not(row.when))) for row in kader.proposal)
    found = difference(kader, replace(kader, proposal=twice))
    assert found.is_equivalent
    assert all(part.only_words for part in found.parts)


def test_cases_that_no_version_allows_are_not_counted() -> None:
    never = Constraint(id="none", text=text("no case"), never=AnyOf((_IS_TRUE, Not(_IS_TRUE))))
    kader = replace(small_kader(1), facts={"t": fact("t", FactType.TRUTH)}, tables=(), constraints=())
    kader = replace(kader, proposal=_one_row(_IS_TRUE), preconditions=(), action_lines=())
    found = difference(kader, replace(kader, constraints=(never,)))
    assert found.number == 1  # the case that is not answered
    both = (never, replace(never, id="other", never=Not(never.never)), replace(never, never=AllOf(())))
    assert difference(kader, replace(kader, constraints=both)).number == 0


_IS_TRUE = FactTest("t", Operator.IS, operand=True)


def _one_row(when: Condition) -> tuple[ProposalRow, ...]:
    return (ProposalRow(id="r", when=when, outcome=Outcome.REFUSE, reason=text("because")),)


def _asking(asked: Fact, when: Condition) -> Kader:
    kader = replace(small_kader(1), tables=(), preconditions=(), action_lines=(), constraints=())
    return replace(kader, facts={asked.id: asked}, proposal=_one_row(when))


def test_an_option_that_came_is_a_case_too() -> None:
    older = _asking(fact("c", FactType.CHOICE, "x", "y"), FactTest("c", Operator.ONE_OF, frozenset("x")))
    newer = _asking(
        fact("c", FactType.CHOICE, "x", "y", "z"), FactTest("c", Operator.ONE_OF, frozenset("xz"))
    )
    (change,) = difference(older, newer).outcomes
    assert (change.was, change.becomes) == (Outcome.HOLD, Outcome.REFUSE)
    assert dict(change.region.witness) == {"c": "z"}


def test_a_question_of_another_type_says_nothing_to_the_newer_version() -> None:
    older = _asking(fact("t", FactType.TRUTH), _IS_TRUE)
    newer = _asking(fact("t", FactType.CHOICE, "x"), FactTest("t", Operator.ONE_OF, frozenset("x")))
    found = difference(older, newer)
    assert found.types == (ChangedType(fact="t", was=FactType.TRUTH, becomes=FactType.CHOICE),)
    (change,) = found.outcomes
    assert (change.was, change.becomes) == (Outcome.REFUSE, Outcome.HOLD)
    assert dict(change.region.witness) == {"t": True}
    assert not found.is_equivalent


def test_a_witness_answers_only_what_matters() -> None:
    kader = load_kader(ZUID_HOLLAND)
    without = tuple(row for row in kader.proposal if row.id != "against_national_policy")
    newer = replace(kader, proposal=without)
    for change in difference(kader, newer).outcomes:
        witness = change.region.witness
        for name, value in witness.items():
            fewer: Facts = {**witness, name: None}
            pair = (Assessor(kader).assess(fewer).outcome, Assessor(newer).assess(fewer).outcome)
            assert (
                value is None or pair != (change.was, change.becomes) or len(change.region.whole.pieces) > 1
            )


def test_few_boxes_say_what_share_they_leave_out() -> None:
    kader = load_kader(ZUID_HOLLAND)
    newer = replace(kader, proposal=kader.proposal[1:])
    change = difference(kader, newer, most=1).outcomes[0]
    assert len(change.region.whole.pieces) == 1
    assert change.region.whole.rest == pytest.approx(1 - change.region.whole.pieces[0].share)
    assert change.region.short.among == BECOMES
    assert change.region.short.rest == 0
