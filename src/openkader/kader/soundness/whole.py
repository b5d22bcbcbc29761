"""Everything that a kader says of every case, made once; and what is left of it once answers are known.

A kader that would take more work than is allowed has no whole, and nothing is said of its cases.
The whole is only read after it was made, so that it can be kept and shared. Each question about
one case is asked of a rest: a small copy for the cases that are still open, thrown away after use.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from openkader.kader.assessing import Assessment, Assessor, measure_condition
from openkader.kader.conditions import Condition
from openkader.kader.facts import Facts
from openkader.kader.model import Kader
from openkader.kader.soundness.bounded import bounded_space
from openkader.kader.soundness.diagrams import Assignment, Diagram, Diagrams, TooLarge
from openkader.kader.soundness.domains import Domain, Space
from openkader.kader.soundness.fewest import Fewest, Questions
from openkader.kader.soundness.meaning import Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A kader over all its cases: the outcome, where each measure is asked for, and what else hangs on answers.

    `besides` are the terms and the desks of the proposal, the preconditions, the advice, the
    mandates and the lines to take. `ruled_out` is one function for each constraint.
    """

    space: Space
    outcome: Diagram
    measures: Mapping[str, Diagram]
    besides: tuple[Diagram, ...]
    ruled_out: tuple[Diagram, ...]


WORK = 15_000_000  # branches, some five seconds; Zuid-Holland takes a quarter of a million
_KEPT: WeakKeyDictionary[Assessor, Whole | None] = WeakKeyDictionary()


def whole_of(assessor: Assessor) -> Whole:
    """The whole of a kader, made once for each assessor and kept as long as it is; or `TooLarge`, each time."""
    if assessor not in _KEPT:
        _KEPT[assessor] = _within_work(assessor.kader)
    found = _KEPT[assessor]
    if found is None:
        raise TooLarge
    return found


def _within_work(kader: Kader) -> Whole | None:
    space = bounded_space(WORK, kader)
    try:
        return _made(kader, space) if space is not None else None
    except TooLarge:
        return None


def _made(kader: Kader, space: Space) -> Whole:
    meaning = Meaning(kader, space)
    outcome = meaning.outcome()
    measures = {
        measure.id: meaning.truths(measure_condition(line, measure)).true
        for line in kader.action_lines
        for measure in line.measures
    }
    return Whole(
        space=space,
        outcome=outcome,
        measures=measures,
        besides=tuple(dict.fromkeys(_besides(kader, meaning, outcome))),
        ruled_out=tuple(meaning.truths(one.never).true for one in kader.constraints),
    )


def _besides(kader: Kader, meaning: Meaning, outcome: Diagram) -> Iterator[Diagram]:
    diagrams = meaning.space.diagrams
    for row in kader.proposal:
        if row.terms or row.refer_to:  # where the proposal names them
            proposed = diagrams.combine(("is", row.outcome), lambda one, it=row.outcome: one is it, outcome)
            yield diagrams.both(meaning.truths(row.when).true, proposed)
    for condition in (
        *(item.holds for item in kader.preconditions),
        *(item.when for item in kader.consultations),
    ):
        yield _truth(meaning, condition)
    for certain in (*(item.when for item in kader.mandates), *(item.when for item in kader.messages)):
        yield meaning.truths(certain).true


def _truth(meaning: Meaning, condition: Condition) -> Diagram:
    """Whether a condition is true, false or unknown, case by case."""
    true, false = meaning.truths(condition)
    end, where = meaning.space.diagrams.end, meaning.space.diagrams.where
    return where(true, end(value=True), where(false, end(value=False), end(None)))


def answers_in(found: Assessment) -> Facts:
    """What is known in one case of the questions that are asked."""
    return {fact.id: found.value(fact.id) for fact in found.kader.asked}


class Rest:
    """The functions of a kader over the cases in which some questions have the classes given here."""

    def __init__(self, whole: Whole, facts: Facts, fixed: Assignment) -> None:
        self.whole, self.fixed = whole, fixed
        self.domains: Mapping[str, Domain] = whole.space.domains
        self.question_of = whole.space.facts
        self.diagrams = Diagrams(whole.space.diagrams.sizes)
        self.diagrams.work_left = WORK
        self._copies: dict[Diagram, Diagram] = {}
        self.possible = self._possible(whole.space.place(facts))

    def of(self, function: Diagram) -> Diagram:
        """A function of the whole, as far as it is still open."""
        found = self._copies.get(function)
        if found is None:
            found = self._copies[function] = self._copy(function)
        return found

    def _copy(self, function: Diagram) -> Diagram:
        source = self.whole.space.diagrams
        if source.is_end(function):
            return self.diagrams.end(source.value(function))
        variable, branches = source.steps(function)
        if variable in self.fixed:
            return self.of(branches[self.fixed[variable]])
        return self.diagrams.ask(variable, [self.of(branch) for branch in branches])

    def _possible(self, case: Assignment) -> Diagram:
        """The cases that no constraint rules out; one that the answers break already asks for nothing more."""
        found = self.diagrams.always
        for ruled_out in self.whole.ruled_out:
            if not _at(self.whole.space.diagrams, ruled_out, case):
                found = self.diagrams.both(found, self.diagrams.inverse(self.of(ruled_out)))
        return found

    def unanswered(self, question: str) -> Assignment:
        """The class in which nobody answered a question."""
        return self.domains[question].place(None)

    def in_order(self, fewest: Fewest) -> list[Questions]:
        """Sets of questions in the order in which the kader asks them."""
        places = {name: place for place, name in enumerate(self.domains)}
        sets = fewest[1] if fewest else ()
        return sorted(sets, key=lambda names: sorted(places[name] for name in names))

    def is_outcome(self, outcome: object) -> Diagram:
        """Where this is the outcome."""
        is_it = self.diagrams.combine(
            ("is", outcome), lambda one: one is outcome, self.of(self.whole.outcome)
        )
        return self.diagrams.both(is_it, self.possible)

    def outcomes(self) -> frozenset[object]:
        """The outcomes of the cases that are possible."""
        end = self.diagrams.end(None)
        return self.diagrams.values(self.diagrams.where(self.possible, self.of(self.whole.outcome), end)) - {
            None
        }


def _at(diagrams: Diagrams, function: Diagram, case: Assignment) -> object:
    """What a function says of one case, without a new node."""
    while not diagrams.is_end(function):
        variable, branches = diagrams.steps(function)
        function = branches[case.get(variable, 0)]
    return diagrams.value(function)
