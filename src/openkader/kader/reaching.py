"""For which countries and kinds of request an action line applies, told by the kader from these two alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openkader.kader.assessing import Assessment, Assessor
from openkader.kader.conditions import Truth, facts_in
from openkader.kader.facts import Value
from openkader.kader.model import Table

COUNTRY, KIND = "country", "kind"
Lines = Mapping[str, Mapping[str, Truth]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Countries for which a kader says the same: of each action line for which kinds of request it applies.

    A truth that is unknown hangs on more than the country and the kind.
    """

    countries: tuple[str, ...]
    lines: Lines


def reach_of(assessor: Assessor, country: str) -> Lines:
    """What applies to one country."""
    found: dict[str, dict[str, Truth]] = {line.id: {} for line in assessor.kader.action_lines}
    for kind in _kinds(assessor):
        weighed = assessor.assess(_known(assessor, {COUNTRY: country, KIND: kind}))
        for line, applies in weighed.action_lines:
            found[line.id][kind] = applies
    return found


def reaches(assessor: Assessor, countries: Iterable[str]) -> tuple[Reach, ...]:
    """All countries together where the same applies, the smallest group first."""
    alike: dict[object, list[str]] = {}
    lines: dict[object, Lines] = {}
    for country in countries:
        found = reach_of(assessor, country)
        key = tuple((line, kind, truth) for line, kinds in found.items() for kind, truth in kinds.items())
        alike.setdefault(key, []).append(country)
        lines[key] = found
    groups = [Reach(countries=tuple(names), lines=lines[key]) for key, names in alike.items()]
    return tuple(sorted(groups, key=lambda group: len(group.countries)))


def told_by_country(assessor: Assessor, country: str) -> tuple[Assessment, tuple[Table, ...]]:
    """What is known when nothing but the country is, and the tables that derive something from it."""
    weighed = assessor.assess(_known(assessor, {COUNTRY: country}))
    tables = country_tables(assessor)
    return weighed, tuple(table for table in tables if weighed.value(table.gives) is not None)


def country_tables(assessor: Assessor) -> tuple[Table, ...]:
    """The tables that ask which country it is."""
    return tuple(
        table
        for table in assessor.tables.values()
        if any(COUNTRY in facts_in(row.when) for row in table.rows)
    )


def _kinds(assessor: Assessor) -> tuple[str, ...]:
    """The kinds of request of the kader; one that knows no kinds is asked without."""
    fact = assessor.kader.facts.get(KIND)
    return tuple(option.code for option in fact.options) if fact else ("",)


def _known(assessor: Assessor, facts: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in facts.items() if name in assessor.kader.facts}
