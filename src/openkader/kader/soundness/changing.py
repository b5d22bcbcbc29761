"""What would change a proposal: for each other outcome the fewest answers that have to be others.

An answer that is known can become another one, and an open question can be answered; no answer
is taken back. What no constraint allows is not proposed.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from openkader.kader.assessing import Assessment
from openkader.kader.facts import Facts
from openkader.kader.model import Outcome
from openkader.kader.soundness.answer_sets import Region, regions
from openkader.kader.soundness.diagrams import Assignment, Diagram
from openkader.kader.soundness.fewest import (
    HANDFUL,
    NOTHING_TO_DO,
    Fewest,
    Questions,
    fewest_of,
    with_question,
)
from openkader.kader.soundness.remembering import remembered
from openkader.kader.soundness.whole import Rest, answers_in, whole_of

Changed: TypeAlias = str | None  # the question of which a part was changed already


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Answers that together lead to another outcome: of each question those that do, while all others stay."""

    outcome: Outcome
    changes: Region


def ways(found: Assessment, fixed: Collection[str] = ()) -> tuple[Way, ...]:
    """The smallest changes that lead to each other outcome, the most severe outcome first, up to a handful of each.

    Questions that are `fixed` stay as they are. An outcome without a way cannot be reached. `TooLarge` where it takes
    more work than is allowed.
    """
    return _ways(found, frozenset(fixed))


@remembered
def _ways(found: Assessment, fixed: frozenset[str]) -> tuple[Way, ...]:
    facts = answers_in(found)
    whole = whole_of(found.assessor)
    domains = whole.space.domains
    stay = [domains[name].place(facts.get(name)) for name in fixed if name in domains]
    rest = Rest(whole, facts, {variable: one for place in stay for variable, one in place.items()})
    others = (outcome for outcome in reversed(Outcome) if outcome is not found.outcome)
    return tuple(way for outcome in others for way in _ways_to(rest, facts, outcome))


def _ways_to(rest: Rest, facts: Facts, outcome: Outcome) -> tuple[Way, ...]:
    reached = rest.is_outcome(outcome)
    fewest = _Changes(rest, facts).of(reached, None)
    sets = rest.in_order(fewest)
    made = [
        Way(outcome=outcome, changes=one) for names in sets for one in _regions(rest, facts, reached, names)
    ]
    return tuple(made[:HANDFUL])


def _regions(rest: Rest, facts: Facts, reached: Diagram, names: Questions) -> tuple[Region, ...]:
    """The answers to these questions that lead there while all others stay as they are."""
    stay = [one.place(facts.get(name)) for name, one in rest.domains.items() if name not in names]
    kept = {variable: one for place in stay for variable, one in place.items()}
    ordered = [name for name in rest.domains if name in names]
    return regions(rest, rest.diagrams.fixed(reached, kept), ordered, facts)


class _Changes:
    """The fewest questions of which the answer has to change for a function to be true."""

    def __init__(self, rest: Rest, facts: Facts) -> None:
        self._rest, self._diagrams, self._facts = rest, rest.diagrams, facts
        self._now: Assignment = {}
        for name, domain in rest.domains.items():
            self._now |= domain.place(facts.get(name))
        self._made: dict[tuple[Diagram, Changed], Fewest] = {}

    def of(self, reached: Diagram, changed: Changed) -> Fewest:
        """How many questions from this function on, and up to a handful of such sets."""
        if self._diagrams.is_end(reached):
            return NOTHING_TO_DO if reached == self._diagrams.always else None
        key = (reached, changed)
        if key not in self._made:
            self._made[key] = fewest_of(self._each(*key))
        return self._made[key]

    def _each(self, reached: Diagram, changed: Changed) -> Iterator[Fewest]:
        variable, branches = self._diagrams.steps(reached)
        name = self._rest.question_of[variable]
        unanswered = self._rest.unanswered(name).get(variable)
        for place, branch in enumerate(branches):
            if place == self._now.get(variable) or name == changed:
                yield self.of(branch, changed if name == changed else None)
            elif self._facts.get(name) is None or place != unanswered:
                yield with_question(name, self.of(branch, name))
