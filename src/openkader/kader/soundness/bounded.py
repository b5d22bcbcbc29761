"""One kader over all its cases, with no more work than was allowed: what takes more is not proved, and is said.

The work is counted in branches of diagrams and not in seconds, so that a kader is proved on every machine or on none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from openkader.kader.conditions import Condition, Test
from openkader.kader.facts import Facts
from openkader.kader.model import Kader, Table
from openkader.kader.soundness.diagrams import Diagram, TooLarge
from openkader.kader.soundness.meaning import Meaning, Truths, space_of
from openkader.kader.soundness.tables import Boxed, boxed_of
from openkader.kader.soundness.witness import fewest_answers


@dataclass(frozen=True, slots=True)
class Work:
    """How many branches are looked at before something is given up; some two to three million take a second.

    The kader of Zuid-Holland takes 60,000 in all, a table of a hundred rows and seven numbers and choices a million.
    """

    table: int = 1_500_000  # for what one table gives, before its rows are looked at as boxes instead
    whole: int = 12_000_000  # for everything together


class BoundedMeaning(Meaning):
    """A kader of which some tables may be too large for diagrams; what tests their facts is too large as well."""

    def __init__(self, kader: Kader, work: Work) -> None:
        self._work = work
        self._boxes: dict[str, Boxed | None] = {}
        self.left_out: set[str] = set()
        space = space_of(kader)
        space.diagrams.work_left = work.whole
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
            self._boxes[table.gives] = boxed_of(self.kader, table)
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
