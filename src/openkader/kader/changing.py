"""What would change a proposal: each answer that by itself leads to another outcome."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from openkader.kader.assessing import Assessment
from openkader.kader.facts import Fact, FactType, Value
from openkader.kader.model import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Answers to one question of which each leads to this outcome, while all other answers stay."""

    fact: Fact
    values: tuple[Value, ...]
    outcome: Outcome


def changes(found: Assessment, fixed: Collection[str] = ()) -> tuple[Change, ...]:
    """Every other answer that changes the outcome, the most severe outcome first.

    Questions that are `fixed` stay as they are, and so do numbers, dates and countries: of those
    there is no end. Of several options each further one is tried, and none at all.
    """
    facts = {fact.id: found.value(fact.id) for fact in found.kader.asked}
    made: dict[tuple[str, Outcome], list[Value]] = {}
    asked = [fact for fact in found.kader.asked if fact.id not in fixed]
    for fact in asked:
        for value in _others(fact, facts[fact.id]):
            outcome = found.assessor.assess(facts | {fact.id: value}).outcome
            if outcome is not found.outcome:
                made.setdefault((fact.id, outcome), []).append(value)
    known = {fact.id: fact for fact in asked}
    all_made = (
        Change(fact=known[name], values=tuple(values), outcome=outcome)
        for (name, outcome), values in made.items()
    )
    return tuple(sorted(all_made, key=lambda change: -change.outcome.severity))


def _others(fact: Fact, value: Value | None) -> Iterator[Value]:
    """The answers that it might have had instead."""
    if fact.type is FactType.TRUTH:
        yield from (other for other in (True, False) if other is not value)
    elif fact.type is FactType.CHOICE:
        yield from (option.code for option in fact.options if option.code != value)
    elif fact.type is FactType.SEVERAL:
        chosen = value if isinstance(value, frozenset) else frozenset[str]()
        if value is None or chosen:
            yield frozenset()
        yield from (chosen | {option.code} for option in fact.options if option.code not in chosen)
