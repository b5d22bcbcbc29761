"""What a list of work is: whose, of which sort, in which order, and who may give work to whom."""

from dataclasses import dataclass
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.life_cycle import State
from openkader.casework.permissions import Act, Person

# The question of a kader that says which areas a request touches; a kader may lack it.
SECTORS = "risk_areas"
WAITING = (State.AWAITING_ADVICE, State.HELD, State.REFERRED)
TO_DO = (State.RECEIVED, State.WEIGHING, State.READY)
IN_HAND = (*TO_DO, *WAITING, State.GRANTED, State.CARRIED_OUT)
RUNNING = (State.RECEIVED, State.WEIGHING, State.AWAITING_ADVICE, State.READY)  # a term runs


class Scope(StrEnum):
    """Whose work a list shows, and what of it."""

    MINE = "mine"
    TEAM = "team"
    NOBODY = "nobody"  # to be done, and nobody took it yet
    WAITING = "waiting"
    OVERDUE = "overdue"
    LATE_ADVICE = "late_advice"  # a desk was asked, and the day has passed
    MEASURES = "measures"  # a measure of an activity is to be done within days, or is late
    ALL = "all"


class Order(StrEnum):
    """What comes first in a list; each order is total, so that no page shows a case twice."""

    DUE = "due"
    NEWEST = "newest"
    OLDEST = "oldest"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """By whom a case is worked on: somebody, a team, both, or nobody yet."""

    assignee: str | None = None
    team: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigning:
    """Work as somebody wants to give it, having seen by whom it was worked on."""

    to: Holder
    seen: Holder
    now: Holder


def may_assign(draft: Assigning, colleague: Person | None) -> Refusal | None:
    """Work goes to an open account that may read cases; whoever was overtaken is told by whom.

    `colleague` is who would get it; None when it goes to a team, or back to nobody.
    """
    if draft.now != draft.seen:
        detail = {"who": draft.now.assignee or draft.now.team or "-"}
        return Refusal("assigning.meanwhile", detail)
    if colleague is not None and not colleague.may(Act.READ_CASES):
        return Refusal("assigning.no-reader", {"who": draft.to.assignee or ""})
    return None
