"""Applying a kader to the facts of one case: the proposal, with everything behind it.

The rule of the house: unknown never passes. A row that may still hold, and would make
the proposal more severe or add terms to it, keeps it at least on hold; a case that no
row decides is held as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from openkader.kader.conditions import AllOf, Condition, Not, Test, Truth, parts_of, tests_in
from openkader.kader.constraints import Constraint
from openkader.kader.facts import Fact, Facts, Value
from openkader.kader.model import (
    ActionLine,
    Consultation,
    Kader,
    Mandate,
    Measure,
    MessageLine,
    Outcome,
    Precondition,
    ProposalRow,
    Table,
)
from openkader.kader.program import Program, Trace
from openkader.kader.sections import CASE


class Assessor:
    """One kader made ready to assess many cases."""

    def __init__(self, kader: Kader) -> None:
        self.kader = kader
        self.tables = {table.gives: table for table in kader.tables if table.over == CASE}
        never = (constraint.never for constraint in kader.constraints)
        self.program = Program((*conditions_of(kader), *never), self.tables.values())
        self.severe_first = tuple(sorted(kader.proposal, key=lambda row: -row.outcome.severity))
        self._rows = tuple(
            (self.program.places[row.when], row.outcome.severity, row) for row in self.severe_first
        )

    def assess(self, facts: Facts) -> "Assessment":
        """The proposal for these facts; they must be facts of this kader (`check_facts`)."""
        trace = self.program.run(facts)
        truths = trace.truths
        fired: list[ProposalRow] = []
        unknown: list[tuple[int, ProposalRow]] = []
        worst = -1
        for place, severity, row in self._rows:
            truth = truths[place]
            if truth:
                fired.append(row)
                worst = max(worst, severity)
            elif truth is None:
                unknown.append((severity, row))
        limit = limit_of(worst)
        still_open = tuple([row for severity, row in unknown if severity > limit])
        outcome = fired[0].outcome if fired else Outcome.HOLD
        if still_open and worst < HOLD:
            outcome = Outcome.HOLD
        return Assessment(self, trace, outcome, tuple(fired), still_open)


HOLD = Outcome.HOLD.severity
_MILDEST = Outcome.TAKE_UP.severity


def limit_of(worst: int) -> int:
    """How severe a row may be and yet not matter while it is open, where the worst row that holds is this severe.

    Below hold a row of the same outcome matters too: it would add its terms.
    """
    return min(worst, _MILDEST) if worst < HOLD else worst


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a kader says of one case, with the trace from which every sentence is made.

    `fired` are the rows of the proposal that hold and `still_open` the rows that
    unanswered questions leave open and that would make the proposal more severe or add
    terms to it; both with the most severe row first.
    """

    assessor: Assessor
    trace: Trace
    outcome: Outcome
    fired: tuple[ProposalRow, ...]
    still_open: tuple[ProposalRow, ...]

    @property
    def kader(self) -> Kader:
        """The version of the kader that was applied."""
        return self.assessor.kader

    @property
    def settled(self) -> bool:
        """Whether no open question can make the proposal more severe."""
        return bool(self.fired) and not self.still_open

    @property
    def deciding(self) -> tuple[ProposalRow, ...]:
        """The rows that lead to the proposed outcome; empty when open questions do."""
        return tuple(row for row in self.fired if row.outcome is self.outcome)

    @property
    def refer_to(self) -> tuple[str, ...]:
        """The desks to which the deciding rows refer, each once."""
        return tuple(dict.fromkeys(desk for row in self.deciding for desk in row.refer_to))

    def value(self, fact: str) -> Value | None:
        """The value of a fact, given or derived."""
        return self.trace.values.get(fact)

    def truth(self, condition: Condition) -> Truth:
        """The truth of a condition of the kader in this case."""
        return self.trace.truth(condition)

    @property
    def preconditions(self) -> tuple[tuple[Precondition, Truth], ...]:
        """Each precondition, and whether it is met."""
        return tuple((item, self.truth(item.holds)) for item in self.kader.preconditions)

    @property
    def action_lines(self) -> tuple[tuple[ActionLine, Truth], ...]:
        """Each action line, and whether it applies."""
        return tuple((line, self.truth(line.applies)) for line in self.kader.action_lines)

    @property
    def measures(self) -> tuple[tuple[Measure, Truth], ...]:
        """Each measure of the kader, and whether this case asks for it."""
        return tuple(
            (measure, self.truth(measure_condition(line, measure)))
            for line in self.kader.action_lines
            for measure in line.measures
        )

    @property
    def asked_measures(self) -> tuple[Measure, ...]:
        """The measures that this case certainly asks for."""
        return tuple(measure for measure, truth in self.measures if truth)

    @property
    def consultations(self) -> tuple[tuple[Consultation, Truth], ...]:
        """Each consultation that the case asks for or may yet ask for."""
        pairs = ((item, self.truth(item.when)) for item in self.kader.consultations)
        return tuple((item, truth) for item, truth in pairs if truth is not False)

    @property
    def mandates(self) -> tuple[Mandate, ...]:
        """The mandates that certainly hold; an unknown fact gives nobody one."""
        return tuple(mandate for mandate in self.kader.mandates if self.truth(mandate.when))

    @property
    def messages(self) -> tuple[MessageLine, ...]:
        """The lines to take that fit this case."""
        return tuple(item for item in self.kader.messages if self.truth(item.when))

    @property
    def impossible(self) -> tuple[Constraint, ...]:
        """The constraints that the answers certainly break: two of them do not go together."""
        return tuple(item for item in self.kader.constraints if self.truth(item.never))

    def decisive(self, condition: Condition) -> tuple[Test, ...]:
        """The tests that make the condition what it is: true, false or unknown."""
        return tuple(dict.fromkeys(self._decisive(condition)))

    def _decisive(self, condition: Condition) -> Iterator[Test]:
        if isinstance(condition, Test):
            yield condition
            return
        parts = parts_of(condition)
        if not isinstance(condition, Not):
            # What the whole owes to parts of the same truth: a false `all` to its false
            # parts, a true `any` to its true ones, an unknown one to its unknown parts.
            whole = self.truth(condition)
            parts = tuple(part for part in parts if self.truth(part) is whole)
        for part in parts:
            yield from self._decisive(part)

    @property
    def open_questions(self) -> tuple[Fact, ...]:
        """The unanswered questions that keep more severe rows open, in the kader's order."""
        names = {name for row in self.still_open for name in self._unknown(row.when)}
        return tuple(fact for fact in self.kader.facts.values() if fact.id in names)

    def _unknown(self, condition: Condition) -> Iterator[str]:
        """The questions behind an unknown condition; derived facts lead to theirs."""
        for test in self.decisive(condition):
            table = self.assessor.tables.get(test.fact)
            if table is None:
                yield test.fact
            else:
                yield from self._behind(table)

    def _behind(self, table: Table) -> Iterator[str]:
        for row in table.rows:
            truth = self.truth(row.when)
            if truth:  # no later row can still decide
                return
            if truth is None:
                yield from self._unknown(row.when)


def measure_condition(line: ActionLine, measure: Measure) -> Condition:
    """A measure is asked for where its line applies and its own condition holds."""
    return AllOf((line.applies, measure.when))


def conditions_of(kader: Kader) -> Iterator[Condition]:
    """Every condition about a case, those of the tables aside."""
    for row in kader.proposal:
        yield row.when
    for precondition in kader.preconditions:
        yield precondition.holds
    for line in kader.action_lines:
        yield line.applies
        for measure in line.measures:
            yield measure_condition(line, measure)
    for consultation in kader.consultations:
        yield consultation.when
    for mandate in kader.mandates:
        yield mandate.when
    for message in kader.messages:
        yield message.when


def facts_used(kader: Kader) -> frozenset[str]:
    """Every fact that some condition about a case tests."""
    conditions = [
        *conditions_of(kader),
        *(row.when for t in kader.tables if t.over == CASE for row in t.rows),
    ]
    return frozenset(test.fact for condition in conditions for test in tests_in(condition))
