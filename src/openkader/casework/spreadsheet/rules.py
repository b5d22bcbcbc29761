"""When a register from a spreadsheet may come in, and when it may go again."""

from collections.abc import Sequence
from dataclasses import dataclass

from openkader.base.errors import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedOn:
    """A row of which the dossier was worked on since it came in: the last thing that was done, and by whom."""

    row: int
    dossier: str
    action: str
    by: str


def may_take_over(*, rows: int, bad: int, leaves_out: bool) -> Refusal | None:
    """Rows that are wrong stay out only where somebody said so, so that none is lost unseen."""
    if bad and not leaves_out:
        return Refusal("spreadsheet.bad-rows", {"number": str(bad)})
    return None if rows else Refusal("spreadsheet.nothing-new")


def may_undo(
    *, is_done: bool, is_undone: bool, worked_on: Sequence[WorkedOn], adopted: Sequence[int]
) -> Refusal | None:
    """All of it goes, or nothing: not what was worked on since, nor what an adopted evaluation counts."""
    if not is_done:
        return Refusal("spreadsheet.not-done")
    if is_undone:
        return Refusal("spreadsheet.undone")
    if worked_on:
        return Refusal("spreadsheet.worked-on", {"number": str(len(worked_on))})
    if adopted:
        return Refusal("spreadsheet.accounted-for", {"years": ", ".join(map(str, adopted))})
    return None
