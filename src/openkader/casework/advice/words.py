"""The words of advice in a case: what a desk may answer, and where an advice stands."""

from enum import StrEnum


class AdviceVerdict(StrEnum):
    """What a desk answers on the question it was asked."""

    NO_OBJECTION = "no_objection"
    CONDITIONS = "conditions"  # no objection, as long as these are kept
    OBJECTION = "objection"
    CANNOT_JUDGE = "cannot_judge"


class AdviceState(StrEnum):
    """Where an advice that was asked stands."""

    ASKED = "asked"
    OVERDUE = "overdue"
    GIVEN = "given"
    STALE = "stale"  # given on facts that have changed since
    WITHDRAWN = "withdrawn"  # nobody waits for it any more

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for the answer."""
        return self in (AdviceState.ASKED, AdviceState.OVERDUE)
