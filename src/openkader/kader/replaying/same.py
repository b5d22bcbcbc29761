"""Which conditions mean the same in two kaders, so that they need not be worked out twice."""

from openkader.kader.assessing import Assessor
from openkader.kader.conditions import facts_in
from openkader.kader.model import Table


def same_places(old: Assessor, new: Assessor) -> dict[int, int]:
    """The place in the new kader, and in the old, of each condition whose facts are asked or derived alike."""
    known: dict[str, bool] = {}
    return {
        place: old.program.places[condition]
        for condition, place in new.program.places.items()
        if condition in old.program.places
        and all(_is_same(name, old, new, known) for name in facts_in(condition))
    }


def _is_same(name: str, old: Assessor, new: Assessor, known: dict[str, bool]) -> bool:
    """Whether both kaders take the same answers to a question, or derive a fact in the same way."""
    if name not in known:
        tables = old.tables.get(name), new.tables.get(name)
        if tables[0] is None or tables[1] is None:
            known[name] = tables[0] is tables[1] and _answers(name, old) == _answers(name, new)
        else:
            facts = {fact for row in tables[0].rows for fact in facts_in(row.when)}
            known[name] = _rows(tables[0]) == _rows(tables[1]) and all(
                _is_same(fact, old, new, known) for fact in facts
            )
    return known[name]


def _answers(name: str, assessor: Assessor) -> object:
    fact = assessor.kader.facts[name]
    return fact.type, frozenset(option.code for option in fact.options)


def _rows(table: Table) -> object:
    return [(row.when, row.value) for row in table.rows], table.otherwise
