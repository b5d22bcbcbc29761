"""What is wrong with a kader over all its cases: exact, and each finding with an example case.

No case is tried. A rule that can never hold is a diagram that is nowhere true, and an example is
the way through it that needs the fewest answers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from operator import ne

from openkader.base.text import Text
from openkader.kader.conditions import Condition
from openkader.kader.constraints import Constraint
from openkader.kader.facts import Facts
from openkader.kader.findings import Finding, error, note, warning
from openkader.kader.model import Kader, Outcome, Table
from openkader.kader.sections import CASE
from openkader.kader.soundness.counting import counting_findings
from openkader.kader.soundness.diagrams import Diagram
from openkader.kader.soundness.meaning import Meaning, space_of
from openkader.kader.soundness.monotony import monotony_findings
from openkader.kader.soundness.parts import parts_of_kader
from openkader.kader.soundness.witness import fewest_answers


def analyse(kader: Kader) -> list[Finding]:
    """All findings on every case that the constraints of the kader allow."""
    meaning = Meaning(kader, space_of(kader))
    if meaning.possible == meaning.space.diagrams.never:
        return [_contradiction(meaning)]
    analysis = _Analysis(meaning)
    return [
        *analysis.undecided(),
        *analysis.never(),
        *analysis.covered(),
        *analysis.tables(),
        *analysis.overlaps(),
        *analysis.idle_questions(),
        *monotony_findings(meaning),
        *counting_findings(kader),
    ]


def _contradiction(meaning: Meaning) -> Finding:
    """The fewest constraints that leave no case."""
    constraints = meaning.kader.constraints
    sets = (some for number in range(1, len(constraints) + 1) for some in combinations(constraints, number))
    names = ", ".join(one.id for one in next(some for some in sets if _leave_nothing(meaning, some)))
    text = Text(
        nl=f"De uitsluitingen {names} laten samen geen enkele zaak toe.",
        en=f"The constraints {names} together leave no case at all.",
    )
    return error("no-case", "constraints", text)


def _leave_nothing(meaning: Meaning, constraints: Sequence[Constraint]) -> bool:
    return meaning.somewhere(one.never for one in constraints) == meaning.space.diagrams.always


class _Analysis:
    """One kader, asked one question after the other."""

    def __init__(self, meaning: Meaning) -> None:
        self._meaning = meaning
        self._kader, self._diagrams = meaning.kader, meaning.space.diagrams
        self._possible = meaning.possible
        self._outcome = meaning.outcome()

    def _example(self, where: Diagram) -> Facts | None:
        """A possible case there, with the fewest answers; None where there is none."""
        return fewest_answers(self._meaning.space, self._diagrams.both(self._possible, where))

    def _true(self, condition: Condition) -> Diagram:
        return self._meaning.truths(condition).true

    def undecided(self) -> Iterator[Finding]:
        """A case in which everything is answered and no row of the proposal holds."""
        answered = self._meaning.space.answered()
        holds = self._meaning.fired(self._kader.proposal)
        found = self._example(self._diagrams.both(answered, self._diagrams.inverse(holds)))
        if found is not None:
            text = Text(
                nl="Een zaak waarin alles beantwoord is, kan buiten elke regel vallen en blijft dan aangehouden.",
                en="A case in which everything is answered can fall outside every row, and stays on hold then.",
            )
            yield warning("no-row", "proposal", text, found)

    def never(self) -> Iterator[Finding]:
        """What can never hold or apply, whatever is answered."""
        for part in parts_of_kader(self._kader):
            if self._example(self._true(part.when)) is None:
                yield error(part.code, part.name, part.never)

    def covered(self) -> Iterator[Finding]:
        """A row of the proposal that holds at times, and is never what is proposed."""
        for row in self._kader.proposal:
            holds = self._true(row.when)
            example = self._example(holds)
            decides = self._diagrams.both(holds, self._is_proposed(row.outcome))
            if example is not None and self._example(decides) is None:
                text = Text(
                    nl=f"Waar de regel ‘{row.id}’ geldt, weegt altijd iets zwaarder; zij bepaalt het voorstel nooit.",
                    en=f"Where the row ‘{row.id}’ holds, something always outweighs it; it never decides the proposal.",
                )
                yield warning("never-decides", row.id, text, example)

    def tables(self) -> Iterator[Finding]:
        """Tables that derive a fact: rows that never come into it, and cases without a row."""
        for table in self._kader.tables:
            if table.over == CASE:
                yield from self._rows_of(table)
                yield from self._gap_in(table)

    def _rows_of(self, table: Table) -> Iterator[Finding]:
        before = self._diagrams.never
        for place, row in enumerate(table.rows, 1):
            holds = self._true(row.when)
            name = f"{table.gives}, {place}"
            if self._example(holds) is None:
                text = Text(
                    nl=f"Rij {place} van de tabel ‘{table.gives}’ kan nooit gelden.",
                    en=f"Row {place} of the table ‘{table.gives}’ can never hold.",
                )
                yield error("never-holds", name, text)
            elif self._example(self._diagrams.both(holds, self._diagrams.inverse(before))) is None:
                text = Text(
                    nl=f"Waar rij {place} van de tabel ‘{table.gives}’ geldt, geldt al een eerdere rij.",
                    en=f"Where row {place} of the table ‘{table.gives}’ holds, an earlier row does already.",
                )
                yield warning("covered", name, text, self._example(holds) or {})
            before = self._diagrams.either(before, holds)

    def _gap_in(self, table: Table) -> Iterator[Finding]:
        if table.otherwise is not None:
            return
        held = self._meaning.somewhere(row.when for row in table.rows)
        nowhere = self._diagrams.both(self._meaning.space.answered(), self._diagrams.inverse(held))
        found = self._example(nowhere)
        if found is not None:
            text = Text(
                nl=f"De tabel ‘{table.gives}’ geeft niets in een zaak waarin alles beantwoord is.",
                en=f"The table ‘{table.gives}’ gives nothing in a case in which everything is answered.",
            )
            yield warning("gap", table.gives, text, found)

    def overlaps(self) -> Iterator[Finding]:
        """Rows that hold together and say something else; what then counts is settled, and good to know."""
        for table in self._kader.tables:
            if table.over == CASE:
                yield from self._overlaps_in(table)
        for one, other in combinations(self._kader.proposal, 2):
            if one.outcome is not other.outcome:
                yield from self._overlap(
                    (one.when, other.when),
                    "proposal",
                    Text(
                        nl=f"‘{one.id}’ en ‘{other.id}’ kunnen samen gelden; de zwaarste uitkomst wordt voorgesteld.",
                        en=f"‘{one.id}’ and ‘{other.id}’ can hold together; the most severe outcome is proposed.",
                    ),
                )

    def _overlaps_in(self, table: Table) -> Iterator[Finding]:
        for (one, first), (other, second) in combinations(enumerate(table.rows, 1), 2):
            if first.value != second.value:
                yield from self._overlap(
                    (first.when, second.when),
                    table.gives,
                    Text(
                        nl=f"De rijen {one} en {other} van ‘{table.gives}’ kunnen samen gelden; de eerste bepaalt.",
                        en=f"Rows {one} and {other} of ‘{table.gives}’ can hold together; the first decides.",
                    ),
                )

    def _overlap(self, rows: Sequence[Condition], where: str, text: Text) -> Iterator[Finding]:
        found = self._example(self._diagrams.both(*map(self._true, rows)))
        if found is not None:
            yield note("overlap", where, text, found)

    def idle_questions(self) -> Iterator[Finding]:
        """Questions that rules name, and of which no answer ever changes what is decided or done."""
        functions = tuple(dict.fromkeys(self._decided_or_done()))
        for name, domain in self._meaning.space.domains.items():
            variables = range(domain.first, domain.first + len(domain.sizes))
            if not any(self._matters(variable, functions) for variable in variables):
                text = Text(
                    nl=f"Regels noemen de vraag ‘{name}’, maar geen antwoord erop maakt ooit verschil.",
                    en=f"Rules name the question ‘{name}’, but no answer to it ever makes a difference.",
                )
                yield warning("idle-question", name, text)

    def _decided_or_done(self) -> Iterator[Diagram]:
        """The proposal with the rows that decide it, and the truth of everything that a case asks for."""
        yield self._outcome
        for row in self._kader.proposal:
            yield self._diagrams.both(self._true(row.when), self._is_proposed(row.outcome))
        for part in parts_of_kader(replace(self._kader, proposal=())):
            yield from self._meaning.truths(part.when)

    def _matters(self, variable: int, functions: Sequence[Diagram]) -> bool:
        """Whether two possible cases that differ in this alone are told apart by one of these functions."""
        asking = [one for one in functions if variable in self._diagrams.asked(one)]
        for one, other in combinations(range(self._diagrams.sizes[variable]), 2):
            ways = {variable: one}, {variable: other}
            both = self._diagrams.both(*(self._diagrams.fixed(self._possible, way) for way in ways))
            for function in asking:
                sides = (self._diagrams.fixed(function, way) for way in ways)
                differs = self._diagrams.combine("differ", ne, *sides)
                if self._diagrams.both(both, differs) != self._diagrams.never:
                    return True
        return False

    def _is_proposed(self, outcome: Outcome) -> Diagram:
        return self._diagrams.combine(("is", outcome), lambda one: one is outcome, self._outcome)
