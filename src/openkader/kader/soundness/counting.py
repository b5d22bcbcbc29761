"""Figures that can never count: over the rows of the register that the kader can tell apart."""

import sys
from collections.abc import Iterator

from openkader.base.text import Text
from openkader.kader.conditions import AllOf, tests_in
from openkader.kader.findings import Finding, error
from openkader.kader.model import Kader
from openkader.kader.soundness.domains import Space
from openkader.kader.soundness.meaning import Rules


def counted_collections(kader: Kader) -> list[str]:
    """What the figures of a kader count."""
    return sorted({figure.counts for figure in kader.figures})


def counting_findings(kader: Kader, collection: str, work: int = sys.maxsize) -> Iterator[Finding]:
    """Each figure that no row of a collection can be counted in, whatever the register holds.

    With more work than was allowed it ends in `TooLarge`.
    """
    figures = [figure for figure in kader.figures if figure.counts == collection]
    tables = [table for table in kader.tables if table.over == collection]
    derived = {table.gives for table in tables}
    wanted = {figure.id: AllOf((figure.where, *((figure.of,) if figure.of else ()))) for figure in figures}
    conditions = [*wanted.values(), *(row.when for table in tables for row in table.rows)]
    tests = [test for one in conditions for test in tests_in(one) if test.fact not in derived]
    space = Space(kader.records[collection].values(), tests)
    space.diagrams.work_left = work
    rules = Rules(space, tables)
    for name, condition in wanted.items():
        if rules.truths(condition).true == rules.space.diagrams.never:
            text = Text(
                nl=f"Geen enkele rij kan meetellen in het cijfer ‘{name}’; het is altijd nul.",
                en=f"No row can count in the figure ‘{name}’; it is always zero.",
            )
            yield error("never-counts", name, text)
