"""The answers to a few questions that together do something, in as few descriptions as their classes give."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from openkader.kader.facts import Facts
from openkader.kader.soundness.answers import Answers, answers_of
from openkader.kader.soundness.diagrams import Assignment, Diagram, Diagrams
from openkader.kader.soundness.fewest import HANDFUL
from openkader.kader.soundness.whole import Rest

_MOST_PATHS = 500
Region = tuple[Answers, ...]


def regions(rest: Rest, function: Diagram, questions: Sequence[str], facts: Facts) -> tuple[Region, ...]:
    """Where a function of these questions alone is true, up to a handful: of each question answers that do."""
    return tuple(islice(_regions(rest, function, tuple(questions), facts), HANDFUL))


def _regions(rest: Rest, function: Diagram, questions: tuple[str, ...], facts: Facts) -> Iterator[Region]:
    if not questions:
        yield ()
        return
    first, others = questions[0], questions[1:]
    alike: dict[Diagram, list[Assignment]] = {}
    for place, residue in islice(_paths(rest, function, first, {}), _MOST_PATHS):
        if residue != rest.diagrams.never:
            alike.setdefault(residue, []).append(place)
    for residue, places in alike.items():
        here = answers_of(rest.domains[first], places, facts.get(first))
        for region in _regions(rest, residue, others, facts):
            yield (here, *region)


def _paths(
    rest: Rest, function: Diagram, question: str, taken: Mapping[int, int]
) -> Iterator[tuple[Assignment, Diagram]]:
    """Every way to answer one question that the function tells apart, with what is left of it."""
    diagrams, domain = rest.diagrams, rest.domains[question]
    if diagrams.is_end(function) or rest.question_of[diagrams.steps(function)[0]] != question:
        yield dict(taken), function
        return
    variable, branches = diagrams.steps(function)
    for place, branch in enumerate(branches):
        if not _is_unanswered(domain.place(None), variable, place):
            yield from _paths(rest, branch, question, {**taken, variable: place})


def _is_unanswered(unanswered: Assignment, variable: int, place: int) -> bool:
    return unanswered.get(variable) == place


def only_of(diagrams: Diagrams, function: Diagram, variables: frozenset[int]) -> Diagram:
    """Where a function is true whatever all other variables are."""
    made: dict[Diagram, Diagram] = {}

    def every(one: Diagram) -> Diagram:
        if diagrams.is_end(one):
            return one
        if one not in made:
            variable, branches = diagrams.steps(one)
            parts = [every(branch) for branch in branches]
            made[one] = diagrams.ask(variable, parts) if variable in variables else all_of(diagrams, parts)
        return made[one]

    return every(function)


def all_of(diagrams: Diagrams, parts: Sequence[Diagram]) -> Diagram:
    """Where all of these are true."""
    found = diagrams.always
    for part in parts:
        found = diagrams.both(found, part)
    return found


def variables_of(rest: Rest, questions: Sequence[str] | frozenset[str]) -> frozenset[int]:
    """The variables of these questions."""
    return frozenset(place for place, name in rest.question_of.items() if name in questions)
