"""One kader over all its cases, with no more work than was allowed: what takes more is not proved, and is said.

The work is counted in branches of diagrams and not in seconds, so that a kader is proved on every machine or on none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from openkader.kader.assessing import conditions_of
from openkader.kader.conditions import Condition, Test, tests_in
from openkader.kader.facts import Facts
from openkader.kader.model import Kader, Table
from openkader.kader.sections import CASE
from openkader.kader.soundness.diagrams import Diagram, TooLarge
from openkader.kader.soundness.domains import Space
from openkader.kader.soundness.meaning import Meaning, Truths, space_of
from openkader.kader.soundness.tables import Boxed, boxed_of
from openkader.kader.soundness.witness import fewest_answers

_MOST_LOOKS = 10_000_000  # some two seconds
_MOST_BITS = 50_000_000  # of tests by rows
_MOST_VARIABLES = 250


@dataclass(frozen=True, slots=True)
class Work:
    """How many branches are looked at before something is given up; some three million take a second.

    The kader of Zuid-Holland takes a quarter of a million in all, a table of a hundred rows over seven questions two.
    """

    table: int = 2_000_000  # for what one table gives, before its rows are looked at as boxes instead
    whole: int = 15_000_000  # for everything together


def can_be_laid_out(kader: Kader) -> bool:
    """Whether it takes few enough looks to tell the answers to each question apart, each by each test."""
    looks = 0
    for fact, tests in _tests_of(kader).items():
        known = kader.facts[fact]
        answers = (
            len(known.options) or 4 * len(tests) + 2
        )  # on a number and on either side of it, and between two
        looks += answers * len(tests)
    return looks <= _MOST_LOOKS


def bounded_space(work: int, *kaders: Kader) -> Space | None:
    """The cases that these kaders can tell apart, with so much work; None where they cannot be laid out."""
    if not all(map(can_be_laid_out, kaders)):
        return None
    space = space_of(*kaders)
    too_deep = len(space.diagrams.sizes) > _MOST_VARIABLES  # functions that call themselves end there
    space.diagrams.work_left = 0 if too_deep else work
    return space


def boxes_of(kader: Kader, table: Table) -> Boxed | None:
    """The table as boxes; None when it is none, or takes more memory than there may be."""
    tests = {test for row in table.rows for test in tests_in(row.when)}
    return boxed_of(kader, table) if len(tests) * len(table.rows) <= _MOST_BITS else None


def _tests_of(kader: Kader) -> dict[str, set[Test]]:
    """Of each question that is asked the tests that rules put to its answer."""
    rows = (row.when for table in kader.tables if table.over == CASE for row in table.rows)
    conditions = (*conditions_of(kader), *rows, *(one.never for one in kader.constraints))
    found: dict[str, set[Test]] = {fact.id: set() for fact in kader.asked}
    for test in (test for one in conditions for test in tests_in(one)):
        if test.fact in found:
            found[test.fact].add(test)
    return found


class BoundedMeaning(Meaning):
    """A kader of which some tables may be too large for diagrams; what tests their facts is too large as well."""

    def __init__(self, kader: Kader, work: Work) -> None:
        self._work = work
        self._boxes: dict[str, Boxed | None] = {}
        self.left_out: set[str] = set()
        space = bounded_space(work.whole, kader)
        assert space is not None  # noqa: S101  - whoever proves a kader asked first whether it can be laid out
        super().__init__(kader, space)

    @contextmanager
    def at_most(self, work: int) -> Iterator[None]:
        """A part of the work that is left; `TooLarge` when it is not enough."""
        diagrams = self.space.diagrams
        before = diagrams.work_left
        allowed = diagrams.work_left = min(before, work)
        try:
            yield
        finally:
            diagrams.work_left += before - allowed

    @contextmanager
    def half(self) -> Iterator[None]:
        """Half of what is left, so that one thing that is too large leaves something for the others."""
        with self.at_most(max(self.space.diagrams.work_left // 2, 0)):
            yield

    def example(self, where: Diagram) -> Facts | None:
        """A possible case there, with the fewest answers; None where there is none."""
        return fewest_answers(self.space, self._diagrams.both(self.possible, where))

    def true(self, condition: Condition) -> Diagram:
        """Where a condition is true."""
        return self.truths(condition).true

    def boxes(self, table: Table) -> Boxed | None:
        """The table as boxes; None when it is none."""
        if table.gives not in self._boxes:
            self._boxes[table.gives] = boxes_of(self.kader, table)
        return self._boxes[table.gives]

    def _derive(self, table: Table) -> None:
        try:
            with self.at_most(self._work.table):
                super()._derive(table)
        except TooLarge:
            self._derive_at_length(table)

    def _derive_at_length(self, table: Table) -> None:
        """A table that is no boxes has no other proof, so it gets more; what was worked out already is kept."""
        self.left_out.add(table.gives)
        if self.boxes(table) is None:
            try:
                with self.half():
                    super()._derive(table)
                self.left_out.remove(table.gives)
            except TooLarge:
                return

    def _truths_of(self, condition: Condition) -> Truths:
        if isinstance(condition, Test) and condition.fact in self.left_out:
            raise TooLarge
        return super()._truths_of(condition)
