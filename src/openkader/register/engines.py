"""What a worker compares with, opened anew when a list was renewed."""

from collections.abc import Callable
from dataclasses import dataclass

from openkader.base.errors import Unavailable
from openkader.screening.entities import Entity
from openkader.screening.evidence import ListUsed, Screening, Screens
from openkader.screening.lists import Lists


@dataclass(frozen=True, slots=True)
class Closed:
    """A screener that could not be opened: whoever is asked about is not screened."""

    failure: Unavailable
    lists: tuple[ListUsed, ...] = ()

    def screen(self, party: Entity, limit: int = 10) -> Screening:
        """No answer, and the reason why there is none."""
        raise self.failure


@dataclass(slots=True)
class Ready:
    """The screener of an installation, kept open for as long as the lists in force stay the same."""

    lists: Lists
    opens: Callable[[], Screens]
    opened: Screens | None = None
    snapshots: tuple[str, ...] = ()

    def now(self) -> Screens:
        """The screener over what is in force."""
        try:
            snapshots = tuple(_in_force(self.lists))
            if self.opened is None or snapshots != self.snapshots:
                self.opened, self.snapshots = self.opens(), snapshots
        except Unavailable as failure:
            return Closed(failure)
        return self.opened


def _in_force(lists: Lists) -> list[str]:
    found = ((folder.id, folder.current()) for folder in lists.all())
    return [f"{name} {current.name if current else None}" for name, current in found]
