"""A list of what is to be destroyed: drawn up by one person, agreed to by two others, and only then carried out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.permissions import is_one_of

LONGEST = 2_000  # characters of a reason
STOPPED = "destruction.stopped"  # the code of why a list was not carried out wholly
PATIENCE = timedelta(minutes=1)  # after which somebody ought to look whether a worker runs


class Reviewer(StrEnum):
    """As what somebody agrees: for the archive, or for the work that the dossiers are of."""

    ARCHIVIST = "archivist"
    OWNER = "owner"


class ListState(StrEnum):
    """How far a list is."""

    DRAWN_UP = "drawn_up"
    AGREED = "agreed"
    UNDER_WAY = "under_way"  # a worker carries it out
    DESTROYED = "destroyed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStand:
    """What is stored of a list: who drew it up, who agreed as what, and how many items are left and done.

    `files` are documents of destroyed items that have yet to leave the shelf.
    """

    drawn_up_by: str
    agreed: Mapping[Reviewer, str] = field(default_factory=dict)
    items: int = 0  # that were not taken off
    done: int = 0
    files: int = 0
    is_under_way: bool = False
    is_withdrawn: bool = False


def state_of_list(stand: ListStand) -> ListState:
    """How far it is, by what is stored."""
    if stand.is_withdrawn:
        return ListState.WITHDRAWN
    if len(stand.agreed) < len(Reviewer):
        return ListState.DRAWN_UP
    if stand.done >= stand.items and not stand.files:
        return ListState.DESTROYED
    return ListState.UNDER_WAY if stand.is_under_way else ListState.AGREED


def may_draw_up(items: int, not_due: str | None) -> Refusal | None:
    """A list has something on it, and nothing of which the term still runs."""
    if not items:
        return Refusal("destruction.nothing-chosen")
    return Refusal("destruction.not-due", {"reference": not_due}) if not_due else None


def may_take_off(stand: ListStand, by: str, reason: str) -> Refusal | None:
    """A reviewer takes off what was not destroyed, and says why; whoever drew it up withdraws the list.

    Also after both agreed: less is destroyed then than they agreed to.
    """
    if state_of_list(stand) is ListState.AGREED:
        return _own(stand, by) or _reason(reason)
    return _may_review(stand, by) or _reason(reason)


def may_agree(stand: ListStand, reviewer: Reviewer, by: str) -> Refusal | None:
    """Two agree, one for the archive and one for the work; neither drew it up, and they are not the same."""
    if refusal := _may_review(stand, by):
        return refusal
    if reviewer in stand.agreed:
        return Refusal("destruction.agreed-already", {"name": stand.agreed[reviewer]})
    if is_one_of(by, stand.agreed.values()):
        return Refusal("destruction.other-reviewer")
    return None if stand.items else Refusal("destruction.empty")


def may_withdraw(stand: ListStand, reason: str) -> Refusal | None:
    """As long as nothing of it was destroyed."""
    if state_of_list(stand) in (ListState.DESTROYED, ListState.WITHDRAWN) or stand.done:
        return Refusal("destruction.over")
    return _reason(reason)


def may_destroy(stand: ListStand) -> Refusal | None:
    """Once both agreed; again after it was interrupted."""
    state = state_of_list(stand)
    if state is ListState.WITHDRAWN:
        return Refusal("destruction.over")
    return Refusal("destruction.not-agreed") if state is ListState.DRAWN_UP else None


def may_stop(stand: ListStand) -> Refusal | None:
    """A list that a worker carries out can be stopped; what was destroyed by then stays destroyed."""
    return None if state_of_list(stand) is ListState.UNDER_WAY else Refusal("destruction.not-under-way")


def waits_long(asked: datetime, lease_ends: datetime | None, now: datetime) -> bool:
    """Whether a list that a worker is to carry out is held by none, for so long that none seems to run."""
    is_held = lease_ends is not None and now < lease_ends
    return not is_held and now - asked >= PATIENCE


def _may_review(stand: ListStand, by: str) -> Refusal | None:
    if state_of_list(stand) is not ListState.DRAWN_UP:
        return Refusal("destruction.over")
    return _own(stand, by)


def _own(stand: ListStand, by: str) -> Refusal | None:
    return Refusal("destruction.own-list") if is_one_of(by, [stand.drawn_up_by]) else None


def _reason(reason: str) -> Refusal | None:
    words = reason.strip()
    return None if words and len(words) <= LONGEST else Refusal("destruction.no-reason")
