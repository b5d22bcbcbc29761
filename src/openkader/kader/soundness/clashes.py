"""Constraints that contradict each other: they leave no case, or none in which every question is answered."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import comb

from openkader.base.text import Text
from openkader.kader.constraints import Constraint
from openkader.kader.findings import Finding, error
from openkader.kader.soundness.bounded import BoundedMeaning
from openkader.kader.soundness.diagrams import TooLarge

_MOST_SETS = 5000  # of constraints, that are tried for the fewest that clash


def no_case(meaning: BoundedMeaning) -> Finding | None:
    """Constraints that leave no case at all; None as well where that takes too much work, for then nothing is proved.

    What is true of a case without any answer is true of every case, so each of them alone leaves none.
    """
    diagrams = meaning.space.diagrams
    try:
        with meaning.half():
            if meaning.possible != diagrams.never:
                return None
            alone = [
                one.id for one in meaning.kader.constraints if meaning.true(one.never) == diagrams.always
            ]
    except TooLarge:
        return None
    names = ", ".join(alone)
    text = Text(
        nl=f"Geen enkele zaak kan bestaan naast {names}: die uitsluiting geldt altijd.",
        en=f"No case at all can be beside {names}: that constraint always holds.",
    )
    return error("no-case", alone[0], text)


def no_answered_case(meaning: BoundedMeaning) -> Iterator[Finding]:
    """Constraints that together leave at least one question without an answer that it can have."""
    diagrams = meaning.space.diagrams
    if diagrams.both(meaning.possible, meaning.space.answered()) == diagrams.never:
        clashing = _clashing(meaning)
        names = ", ".join(one.id for one in clashing)
        text = Text(
            nl=f"Volgens de uitsluitingen {names} samen kan geen zaak bestaan waarin alles beantwoord is.",
            en=f"By the constraints {names} together there can be no case in which everything is answered.",
        )
        yield error("no-answered-case", clashing[0].id, text)


def _clashing(meaning: BoundedMeaning) -> Sequence[Constraint]:
    """The fewest constraints that do so; of many constraints some of which none can be missed."""
    constraints = meaning.kader.constraints
    number = 1
    while comb(len(constraints), number) <= _MOST_SETS:
        for some in combinations(constraints, number):
            if _clash(meaning, some):
                return some
        number += 1
    needed = list(constraints)
    for one in constraints:
        rest = [other for other in needed if other is not one]
        if _clash(meaning, rest):
            needed = rest
    return needed


def _clash(meaning: BoundedMeaning, constraints: Sequence[Constraint]) -> bool:
    diagrams = meaning.space.diagrams
    allowed = diagrams.inverse(meaning.somewhere(one.never for one in constraints))
    return diagrams.both(meaning.space.answered(), allowed) == diagrams.never
