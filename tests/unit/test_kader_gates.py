"""Unknown never passes: what holds for every kader, every proposal table and every half-answered case."""

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from openkader.kader import Assessor, Condition, Facts, Outcome
from openkader.kader.conditions import ALWAYS
from openkader.kader.model import ProposalRow, Table
from tests.unit.kader_factories import FACTS, condition
from tests.unit.kader_reference import Reference
from tests.unit.kader_strategies import (
    EVERY_FACT,
    completions,
    conditions,
    kader_of,
    partial_facts,
    proposal_of,
    proposals,
    tables,
    values,
)

SEVERAL = st.lists(conditions(EVERY_FACT), max_size=3)
TRUE, OPEN = ALWAYS, condition("{demand: true}")


def matters(severity: int, worst: int) -> bool:
    """Whether a row that may still hold would make the proposal more severe, or add its terms."""
    return severity > worst or severity == worst == Outcome.TAKE_UP_WITH_CONDITIONS.severity


@given(SEVERAL, tables(), proposals(EVERY_FACT), partial_facts(FACTS))
@example(
    [], [], proposal_of((TRUE, Outcome.TAKE_UP_WITH_CONDITIONS), (OPEN, Outcome.TAKE_UP_WITH_CONDITIONS)), {}
)
def test_the_proposal_is_what_the_reference_makes_of_it(
    holds: list[Condition], derived: Sequence[Table], proposal: tuple[ProposalRow, ...], facts: Facts
) -> None:
    found = Assessor(kader_of(holds, derived, proposal)).assess(facts)
    truth = Reference(facts, derived).truth
    fired = [row for row in proposal if truth(row.when)]
    worst = max((row.outcome.severity for row in fired), default=-1)
    still_open = [row for row in proposal if truth(row.when) is None and matters(row.outcome.severity, worst)]
    assert {row.id for row in found.fired} == {row.id for row in fired}
    assert {row.id for row in found.still_open} == {row.id for row in still_open}
    assert found.settled is (bool(fired) and not still_open)
    held = still_open or not fired
    assert found.outcome.severity == (max(worst, Outcome.HOLD.severity) if held else worst)


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
