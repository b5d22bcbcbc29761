"""The core and the shell of some years: the same numbers for everybody, and names as far as one may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.evaluation.core_and_shell import CoreAndShell, Rule, Taker, Taking, by_year, core_and_shell
from openkader.kader.model import Kader
from openkader.register import selectors
from openkader.register.selectors.takings import TakingRow, takings_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Who took part in some years.

    `whole` counts everything, `seen` is what this reader may see of it: who comes often only by cases that are
    not for the reader stands among the shell there. `labels` and `references` belong to what is seen.
    """

    whole: CoreAndShell
    seen: CoreAndShell
    years: Mapping[int, CoreAndShell]
    activities: Mapping[int, Sequence[TakingRow]]  # one row of each activity that is seen, by year
    nameless: Sequence[TakingRow]  # what is seen of those without a name
    labels: Mapping[str, Text]
    references: Mapping[str, str]

    @property
    def seen_activities(self) -> dict[str, TakingRow]:
        """Each activity that is seen, by its reference."""
        return {row.activity: row for rows in self.activities.values() for row in rows}

    @property
    def hidden_core(self) -> int:
        """How many belong to the core by what the reader may not see."""
        return self.whole.core.low - self.seen.core.low

    def is_core(self, taker: Taker) -> bool:
        """Whether what is seen of a party makes it core."""
        return taker.is_core(self.seen.rule)


def took_part(years: Sequence[int], rule: Rule, *, reader: Person) -> Took:
    """Everybody of the own region who took part in these years; in two questions, however many they are."""
    rows = takings_of(years, reader=reader)
    takings = [_taking(row) for row in rows]
    seen = [row for row in rows if row.is_seen]
    mine = by_year(takings)
    return Took(
        whole=core_and_shell(takings, rule),
        seen=core_and_shell([_taking(row) for row in seen], rule),
        years={year: core_and_shell(mine.get(year, []), Rule(rule.participations, 1)) for year in years},
        activities=_activities(seen),
        nameless=[row for row in seen if row.party is None],
        labels={row.party: row.label for row in reversed(seen) if row.party and row.label},
        references={row.party: row.reference for row in reversed(seen) if row.party and row.reference},
    )


def _taking(row: TakingRow) -> Taking:
    return Taking(activity=row.activity, year=row.year, number=row.number, party=row.party)


def _activities(seen: Sequence[TakingRow]) -> dict[int, list[TakingRow]]:
    found: dict[int, dict[str, TakingRow]] = {}
    for row in seen:
        found.setdefault(row.year, {}).setdefault(row.activity, row)
    return {year: list(rows.values()) for year, rows in found.items()}


def declared_parties(year: int, kader: Kader, took: CoreAndShell) -> int | None:
    """How many different parties the text of a year declares; only where that lies within what the register allows."""
    figures = {x.id for x in kader.figures if x.counts == "participations" and x.distinct}
    claims = selectors.claims_of(year) if figures else []
    declared = next((x.value for x in claims if x.figure in figures and x.value is not None), None)
    low, high = took.different.low, took.different.high
    return declared if declared is not None and high is not None and low <= declared <= high else None
