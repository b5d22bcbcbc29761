"""Our own engine over the lists in force, made ready anew when one of them was renewed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from openkader.screening.entities import Entity
from openkader.screening.evidence import ListUsed, Screens
from openkader.screening.lists import Lists, read_listed
from openkader.screening.screener import Screener as Engine


@dataclass(slots=True)
class Ready:
    """The lists of an installation, ready to compare with as they are now."""

    lists: Lists
    engine: Engine | None = field(default=None)

    def now(self) -> Screens:
        """An engine over the snapshots in force."""
        used = tuple(_in_force(self.lists))
        if self.engine is None or self.engine.lists != used:
            self.engine = Engine.of(_entities(self.lists, used), used)
        return self.engine


def _in_force(lists: Lists) -> Iterator[ListUsed]:
    for folder in lists.all():
        current = folder.current()
        if current is not None:
            yield ListUsed(
                id=folder.id, snapshot=current.name, read_at=current.read_at, entities=current.entities
            )


def _entities(lists: Lists, used: tuple[ListUsed, ...]) -> Iterator[Entity]:
    for one in used:
        folder = lists.known(one.id)
        for listed in read_listed(folder.entities(folder.snapshot(one.snapshot))):
            yield listed.entity
