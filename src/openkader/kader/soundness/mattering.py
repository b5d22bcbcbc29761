"""Which open questions still matter, and the fewest answers that would settle a case.

Exact, over every case that the answers so far leave possible: a question matters where some
answer to it, with some answers to the others, makes a difference to leaving it open. Unlike
`Assessment.open_questions` this counts what makes a proposal milder too, and leaves out what
can never come true. What takes more work than is allowed is not worked out, and said to be so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from openkader.kader.assessing import Assessment
from openkader.kader.model import Outcome
from openkader.kader.soundness.answer_sets import Region, all_of, only_of, regions, variables_of
from openkader.kader.soundness.diagrams import Diagram, TooLarge
from openkader.kader.soundness.fewest import (
    HANDFUL,
    NOTHING_TO_DO,
    Fewest,
    Questions,
    fewest_of,
    with_question,
)
from openkader.kader.soundness.remembering import remembered
from openkader.kader.soundness.whole import Rest, Whole, answers_in, whole_of

_BOUND = 5_000  # functions looked at for one outcome; Zuid-Holland needs a few hundred


class Matter(StrEnum):
    """What an open question can still change, the weightiest first."""

    PROPOSAL = "proposal"
    MEASURE = "measure"
    BESIDES = "besides"  # the terms, the advice, the mandate, a precondition or a line to take
    UNPROVED = "unproved"  # nobody worked out whether it matters: the kader is too large
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """An outcome that is still possible, and the fewest answers that settle it whatever the others say.

    `regions` are up to a handful of smallest sets, of each question the answers that do. None where
    no answers settle it: it stands only as long as questions stay open. Where `is_bounded`
    the search was ended before it found the smallest.
    """

    outcome: Outcome
    regions: tuple[Region, ...] = ()
    is_bounded: bool = False


@remembered
def matters(found: Assessment) -> Mapping[str, Matter]:
    """What each unanswered question can still change, in the order of the kader."""
    open_ = [fact.id for fact in found.kader.asked if found.value(fact.id) is None]
    try:
        told = _told(_rest_of(found))
    except TooLarge:
        return dict.fromkeys(open_, Matter.UNPROVED)
    return {name: told.get(name, Matter.NOTHING) for name in open_}


def _told(rest: Rest) -> dict[str, Matter]:
    """The questions that matter, each by the weightiest thing that it can change."""
    told: dict[str, Matter] = {}
    for matter, functions in _by_matter(rest.whole):
        for function in {rest.of(one): None for one in functions}:
            for name in _asked(rest, function) - told.keys():
                if _makes_a_difference(rest, function, name):
                    told[name] = matter
    return told


def _rest_of(found: Assessment) -> Rest:
    whole, facts = whole_of(found.assessor), answers_in(found)
    domains = whole.space.domains
    fixed = [
        domains[name].place(value) for name, value in facts.items() if name in domains and value is not None
    ]
    return Rest(whole, facts, {variable: one for place in fixed for variable, one in place.items()})


def _by_matter(whole: Whole) -> Iterator[tuple[Matter, Iterable[Diagram]]]:
    yield Matter.PROPOSAL, (whole.outcome,)
    yield Matter.MEASURE, whole.measures.values()
    yield Matter.BESIDES, whole.besides


def _asked(rest: Rest, function: Diagram) -> Questions:
    return frozenset(rest.question_of[variable] for variable in rest.diagrams.asked(function))


def _makes_a_difference(rest: Rest, function: Diagram, question: str) -> bool:
    """Whether in some possible case the function is another than when nobody answers the question."""
    diagrams = rest.diagrams
    unanswered = diagrams.fixed(function, rest.unanswered(question))
    differs = diagrams.combine("differs", _differs, function, unanswered)
    return diagrams.both(differs, rest.possible) != diagrams.never


def _differs(one: object, other: object) -> bool:
    return one is not other


@remembered
def settlings(found: Assessment) -> tuple[Settling, ...]:
    """Each outcome that is still possible with the fewest answers that settle it; one alone is settled already.

    None at all where it is not worked out which outcomes are possible.
    """
    try:
        rest = _rest_of(found)
        outcomes = [outcome for outcome in Outcome if outcome in rest.outcomes()]
    except TooLarge:
        return ()
    if len(outcomes) == 1:
        return (Settling(outcome=outcomes[0], regions=((),)),)
    return tuple(_settling(rest, found, outcome) for outcome in outcomes)


def _settling(rest: Rest, found: Assessment, outcome: Outcome) -> Settling:
    diagrams = rest.diagrams
    try:
        never_other = diagrams.either(rest.is_outcome(outcome), diagrams.inverse(rest.possible))
        sets = rest.in_order(_Fewest(rest).of(never_other, rest.possible, None))
        answers = tuple(_regions(rest, found, never_other, sets))[:HANDFUL]
    except (_BoundMet, TooLarge):
        return Settling(outcome=outcome, is_bounded=True)
    return Settling(outcome=outcome, regions=answers)


def _regions(rest: Rest, found: Assessment, settled: Diagram, sets: Iterable[Questions]) -> Iterator[Region]:
    """Of each set of questions the answers that settle, and that can be."""
    diagrams = rest.diagrams
    for names in sets:
        others = {name: rest.unanswered(name) for name in rest.domains if name not in names}
        bare = {variable: one for place in others.values() for variable, one in place.items()}
        can_be = diagrams.fixed(rest.possible, bare)
        does = diagrams.both(only_of(diagrams, settled, variables_of(rest, names)), can_be)
        ordered = [fact.id for fact in found.kader.asked if fact.id in names]
        yield from regions(rest, does, ordered, {})


class _BoundMet(Exception):
    """More functions were looked at than one page can wait for."""


class _Fewest:
    """The fewest questions that make a function true whatever the others are: each is answered or left to be any."""

    def __init__(self, rest: Rest) -> None:
        self._rest, self._diagrams = rest, rest.diagrams
        self._made: dict[tuple[Diagram, Diagram, str | None], Fewest] = {}

    def of(self, settled: Diagram, possible: Diagram, answered: str | None) -> Fewest:
        """How many questions, and up to a handful of such sets; `answered` is the question that is being answered."""
        if self._diagrams.never in (settled, possible):
            return None
        if settled == self._diagrams.always:
            return NOTHING_TO_DO
        is_of_it = self._first(settled, possible)[1] == answered
        key = (settled, possible, answered if is_of_it else None)
        if key not in self._made:
            if len(self._made) >= _BOUND:
                raise _BoundMet
            self._made[key] = self._found(*key)
        return self._made[key]

    def _found(self, settled: Diagram, possible: Diagram, answered: str | None) -> Fewest:
        variable, name = self._first(settled, possible)
        unanswered = self._rest.unanswered(name).get(variable)
        branches = self._branches(settled, variable), self._branches(possible, variable)
        ways = list(zip(*branches, strict=True))
        if name == answered:
            return fewest_of(self.of(*way, name) for way in ways)
        left = self._left_open(branches[0], possible, name)
        if unanswered is None or set(branches[0]) == {settled}:
            return left
        here = (self.of(*way, name) for place, way in enumerate(ways) if place != unanswered)
        return fewest_of([left, *(with_question(name, one) for one in here)])

    def _left_open(self, branches: Sequence[Diagram], possible: Diagram, name: str) -> Fewest:
        """What is left to do where this may be any; where an answer is possible, no answer is."""
        bare = self._diagrams.fixed(possible, self._rest.unanswered(name))
        return self.of(all_of(self._diagrams, branches), bare, None)

    def _first(self, settled: Diagram, possible: Diagram) -> tuple[int, str]:
        """The variable that is asked first, and of which question it is."""
        asked = (self._diagrams.steps(one)[0] for one in (settled, possible))
        variable = min(asked)
        return variable, self._rest.question_of[variable]

    def _branches(self, function: Diagram, variable: int) -> tuple[Diagram, ...]:
        if not self._diagrams.is_end(function) and self._diagrams.steps(function)[0] == variable:
            return self._diagrams.steps(function)[1]
        return (function,) * self._diagrams.sizes[variable]
