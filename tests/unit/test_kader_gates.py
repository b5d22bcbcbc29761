"""Unknown never passes: what holds for every kader, every proposal table and every half-answered case."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from openkader.kader import Assessor, Condition, Facts, Outcome
from openkader.kader.model import ProposalRow, Table
from tests.unit.kader_factories import FACTS
from tests.unit.kader_reference import Reference
from tests.unit.kader_strategies import (
    EVERY_FACT,
    completions,
    conditions,
    kader_of,
    partial_facts,
    proposals,
    tables,
    values,
)

SEVERAL = st.lists(conditions(EVERY_FACT), max_size=3)


@given(SEVERAL, tables(), proposals(EVERY_FACT), partial_facts(FACTS))
def test_the_proposal_is_what_the_reference_makes_of_it(
    holds: list[Condition], derived: Sequence[Table], proposal: tuple[ProposalRow, ...], facts: Facts
) -> None:
    found = Assessor(kader_of(holds, derived, proposal)).assess(facts)
    truth = Reference(facts, derived).truth
    fired = [row.outcome.severity for row in proposal if truth(row.when)]
    may_be = [row.outcome.severity for row in proposal if truth(row.when) is None]
    worst = max(fired, default=Outcome.HOLD.severity)
    waits = any(severity > worst for severity in may_be)
    assert found.outcome.severity == (max(worst, Outcome.HOLD.severity) if waits else worst)
    assert {row.id for row in found.fired} == {row.id for row in proposal if truth(row.when)}
    assert found.settled is (bool(fired) and not any(severity > worst for severity in may_be))


@given(st.data(), tables(), proposals(EVERY_FACT), partial_facts(FACTS))
def test_unknown_never_opens_a_gate(
    data: st.DataObject, derived: Sequence[Table], proposal: tuple[ProposalRow, ...], facts: Facts
) -> None:
    assessor = Assessor(kader_of([], derived, proposal))
    before = assessor.assess(facts).outcome
    after = assessor.assess(data.draw(completions(FACTS, facts))).outcome
    assert before.severity >= Outcome.HOLD.severity or after is before


@given(st.data(), tables(ends=True), proposals(EVERY_FACT), partial_facts(FACTS))
def test_answering_the_open_questions_leaves_none(
    data: st.DataObject, derived: Sequence[Table], proposal: tuple[ProposalRow, ...], facts: Facts
) -> None:
    assessor = Assessor(kader_of([], derived, proposal))
    before = assessor.assess(facts)
    answers = {fact.id: data.draw(values(fact)) for fact in before.open_questions}
    after = assessor.assess({**facts, **answers})
    assert bool(before.open_questions) is bool(before.still_open)
    assert (after.still_open, after.open_questions) == ((), ())
