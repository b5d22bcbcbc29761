"""What taking a sheet over would come to, before anything is written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from openkader.casework.delegation.cleaning import folded
from openkader.casework.spreadsheet.rows import TakenRow
from openkader.casework.vocabulary import DecisionOutcome, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many cases there are and of which years, what was decided on them, and how many names they have.

    `undecided` are those of which the sheet says no outcome: they stand open afterwards. `without_relation` have no
    country and no relation, and count in no figure that asks for one. Of `agreements` the row says of what form
    they are; `unnoted` took place and are called an agreement, and what was signed has to be noted by somebody.
    """

    cases: int
    by_year: dict[int, int]
    by_outcome: dict[DecisionOutcome, int]
    held: int
    undecided: int
    without_relation: int
    organisations: int
    agreements: int
    unnoted: int


def summary_of(rows: Sequence[TakenRow]) -> Summary:
    """Count the rows that can be taken over."""
    outcomes = Counter(row.decision for row in rows if row.decision)
    named = {
        folded(name)
        for row in rows
        for listed in (row.parties.requesters, row.parties.counterparts, row.parties.own)
        for name in listed
    }
    return Summary(
        cases=len(rows),
        by_year=dict(sorted(Counter(row.year for row in rows).items())),
        by_outcome={outcome: outcomes[outcome] for outcome in DecisionOutcome if outcomes[outcome]},
        held=sum(row.is_held for row in rows),
        undecided=len(rows) - outcomes.total(),
        without_relation=sum(row.programme is None for row in rows),
        organisations=len(named),
        agreements=sum(row.signed is not None for row in rows),
        unnoted=sum(row.is_held and row.kind is Kind.AGREEMENT and row.signed is None for row in rows),
    )
