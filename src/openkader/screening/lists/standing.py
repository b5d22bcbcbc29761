"""How a list stands now: what is in force, since when it is known to be right, and what went wrong."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from openkader.base.errors import Unavailable
from openkader.screening.lists.snapshots import Attempt, Definition, ListFolder, Snapshot

# Lists change every working day. Who renews weekly and is a day late is not told off.
RENEWED_WITHIN = timedelta(days=8)


class Standing(StrEnum):
    """What is to be said of a list, the worst first."""

    DAMAGED = "damaged"
    NEVER = "never"
    FAILED = "failed"
    BROKEN_OFF = "broken_off"
    OVERDUE = "overdue"
    RENEWED = "renewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """One list as its folder says; a folder that is damaged says why and holds nothing else."""

    id: str
    definition: Definition | None = None
    current: Snapshot | None = None
    last: Attempt | None = None
    is_broken_off: bool = False
    damage: Unavailable | None = None

    @property
    def confirmed_at(self) -> datetime | None:
        """When the snapshot in force was last known to be what the publisher has."""
        written = self.last.last_worked if self.last else ""
        return datetime.fromisoformat(written) if written else None

    @property
    def is_usable(self) -> bool:
        """Whether there is a snapshot to screen with, however old."""
        return self.damage is None and self.current is not None

    def is_recent(self, now: datetime) -> bool:
        """Whether the list was known to be right so short ago that its publisher cannot have changed it unseen."""
        return self.confirmed_at is not None and now - self.confirmed_at <= RENEWED_WITHIN

    def standing(self, now: datetime) -> Standing:
        """How the list stands at a moment; a silence is as bad as a failure, since nobody hears of it."""
        if self.damage is not None:
            return Standing.DAMAGED
        if self.current is None:
            return Standing.NEVER
        if self.last is not None and not self.last.worked:
            return Standing.FAILED
        if self.is_broken_off:
            return Standing.BROKEN_OFF
        return Standing.RENEWED if self.is_recent(now) else Standing.OVERDUE


def state_of(folder: ListFolder) -> ListState:
    """What the folder of a list says; what cannot be read is said, and hides no other list."""
    try:
        return ListState(
            id=folder.id,
            definition=folder.definition(),
            current=folder.current(),
            last=folder.last(),
            is_broken_off=folder.is_broken_off,
        )
    except Unavailable as damage:
        return ListState(id=folder.id, damage=damage)
