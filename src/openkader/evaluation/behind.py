"""The records behind one number of a table over the years: those of a year that are alike in what it is split by."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from openkader.casework.permissions import Act, Person
from openkader.evaluation.breakdowns import Key
from openkader.evaluation.records import Record, in_public
from openkader.evaluation.years import BY_GROUND, area_parts
from openkader.register import selectors
from openkader.register.selectors.areas import areas_of


class SplitBy(StrEnum):
    """By what a table over the years splits what took place or was closed."""

    CLOSED = "closed"
    KIND = "kind"
    COUNTRY = "country"
    AREA = "area"

    @property
    def collection(self) -> str:
        """Which records it counts."""
        return "decisions" if self is SplitBy.CLOSED else "activities"

    @property
    def fields(self) -> tuple[str, ...]:
        """What a line of it is about."""
        return BY_GROUND if self is SplitBy.CLOSED else (str(self),)


def rows_behind(year: int, table: SplitBy, key: Key, reader: Person) -> list[Record]:
    """As the figures see them: whatever is not for the reader is counted, and has a number for a name."""
    stored: Mapping[str, Sequence[Record]] = {
        table.collection: selectors.counted(table.collection, year, reader=reader)
    }
    records = stored if reader.may(Act.READ_CASES) else in_public(stored)
    mine = list(records[table.collection])
    if table is SplitBy.AREA:
        touching = _touching(year, key, reader)
        return [row for row in mine if row["id"] in touching]
    return [row for row in mine if tuple(row.get(name) for name in table.fields) == key]


def _touching(year: int, key: Key, reader: Person) -> set[str]:
    """The activities that touch an area, by reference; one that the reader may not see has another name here."""
    rows = areas_of([year], reader=reader)
    return {row.activity for row in rows if any(part.key == key for part in area_parts(row))}
