"""What is wrong with a kader over all its cases: exact, and each finding with an example case.

No case is tried. A rule that can never hold is a diagram that is nowhere true, and an example is
the way through it that needs the fewest answers.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import combinations
from operator import ne

from openkader.base.text import Text
from openkader.kader.findings import Finding, error, note, warning
from openkader.kader.model import Kader, Outcome
from openkader.kader.sections import CASE
from openkader.kader.soundness.bounded import BoundedMeaning, Work, can_be_laid_out
from openkader.kader.soundness.clashes import no_answered_case, no_case
from openkader.kader.soundness.counting import counted_collections, counting_findings
from openkader.kader.soundness.diagrams import Diagram, TooLarge
from openkader.kader.soundness.monotony import monotony_findings
from openkader.kader.soundness.parts import parts_of_kader
from openkader.kader.soundness.table_findings import findings_by_boxes, table_findings
from openkader.kader.soundness.unproved import (
    ANSWERABLE,
    DECIDING,
    IDLE,
    MONOTONY,
    TOGETHER,
    UNDECIDED,
    counted,
    ever,
    not_proved,
)

_PAIR = 10  # branches that comparing two answers is taken for, though they be known
_OF_PROPOSAL = (UNDECIDED, DECIDING, TOGETHER, IDLE, MONOTONY)


def analyse(kader: Kader, work: Work | None = None) -> list[Finding]:
    """All findings on every case that the constraints of the kader allow, and what could not be proved."""
    work = work or Work()
    if not can_be_laid_out(kader):
        return _without_diagrams(kader)
    meaning = BoundedMeaning(kader, work)
    impossible = no_case(meaning)
    if impossible:
        return [impossible]
    analysis = _Analysis(meaning)
    found = [*analysis.within_work(ANSWERABLE, partial(no_answered_case, meaning)), *analysis.never()]
    for table in kader.tables:
        if table.over == CASE:
            found += table_findings(meaning, table)
    for what, look in analysis.of_proposal():
        found += analysis.within_work(what, look)
    for collection in counted_collections(kader):
        look = partial(counting_findings, kader, collection, work.whole // 4)
        found += analysis.within_work(counted(collection), look)
    return [*found, *([not_proved("kader", analysis.unproved)] if analysis.unproved else ())]


def _without_diagrams(kader: Kader) -> list[Finding]:
    """A kader of which not even the answers can be told apart with the work allowed."""
    tables = [table for table in kader.tables if table.over == CASE]
    found = [finding for table in tables for finding in findings_by_boxes(kader, table)]
    parts = ever([part.name for part in parts_of_kader(kader)])
    figures = map(counted, counted_collections(kader))
    return [*found, not_proved("kader", [ANSWERABLE, parts, *_OF_PROPOSAL, *figures])]


class _Analysis:
    """One kader, asked one question after the other."""

    def __init__(self, meaning: BoundedMeaning) -> None:
        self._meaning = meaning
        self._kader, self._diagrams = meaning.kader, meaning.space.diagrams
        self._example, self._true = meaning.example, meaning.true
        self.unproved: list[Text] = []

    @cached_property
    def _possible(self) -> Diagram:
        return self._meaning.possible

    @cached_property
    def _outcome(self) -> Diagram:
        return self._meaning.outcome()

    def within_work(self, what: Text, look: Callable[[], Iterable[Finding]]) -> list[Finding]:
        """What is found; where that takes too much work, it is noted what was not proved."""
        try:
            with self._meaning.half():
                return list(look())
        except TooLarge:
            self.unproved.append(what)
            return []

    def of_proposal(self) -> Iterator[tuple[Text, Callable[[], Iterable[Finding]]]]:
        """What is asked of the proposal as a whole."""
        yield UNDECIDED, self.undecided
        yield DECIDING, self.covered
        yield TOGETHER, self.overlaps
        yield IDLE, self.idle_questions
        yield MONOTONY, lambda: monotony_findings(self._meaning)

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
        too_large = []
        for part in parts_of_kader(self._kader):
            try:
                with self._meaning.half():
                    example = self._example(self._true(part.when))
            except TooLarge:
                too_large.append(part.name)
                continue
            if example is None:
                yield error(part.code, part.name, part.never)
        if too_large:
            self.unproved.append(ever(too_large))

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

    def overlaps(self) -> Iterator[Finding]:
        """Rows that hold together and say something else; what then counts is settled, and good to know."""
        for one, other in combinations(self._kader.proposal, 2):
            if one.outcome is not other.outcome:
                found = self._example(self._diagrams.both(self._true(one.when), self._true(other.when)))
                text = Text(
                    nl=f"‘{one.id}’ en ‘{other.id}’ kunnen samen gelden; de zwaarste uitkomst wordt voorgesteld.",
                    en=f"‘{one.id}’ and ‘{other.id}’ can hold together; the most severe outcome is proposed.",
                )
                if found is not None:
                    yield note("overlap", "proposal", text, found)

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
            self._diagrams.spend(_PAIR)
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
