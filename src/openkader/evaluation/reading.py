"""Reading a year: its rows as counting needs them, and its records in full where somebody asks what they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from openkader.base.text import Text
from openkader.casework.permissions import Act, Person
from openkader.evaluation.counting import Row, Withheld
from openkader.evaluation.records import FOR_COLLEAGUES, Record, in_public, value_of
from openkader.kader.facts import Fact, Facts
from openkader.register import selectors
from openkader.register.selectors import counted_rows
from openkader.register.selectors.collections import NOT_FOR_YOU

# Why a row has no name, from whether its case is hidden and whether it may tell what screening found.
GROUNDS = {
    (False, False): None,
    (False, True): Withheld.SCREENING,
    (True, False): Withheld.CONFIDENTIAL_CASE,
    (True, True): Withheld.CONFIDENTIAL_CASE,
}


_INSTEAD = {Withheld.CONFIDENTIAL_CASE: NOT_FOR_YOU, Withheld.SCREENING: FOR_COLLEAGUES}


class Told(Mapping[str, Sequence[Record]]):
    """The records of each collection that is counted, in full: a collection is read when it is asked for."""

    def __init__(self, year: int, collections: Sequence[str], reader: Person) -> None:
        self.year, self.reader, self._collections = year, reader, collections
        self._read: dict[str, Sequence[Record]] = {}

    def __getitem__(self, name: str) -> Sequence[Record]:
        if name not in self._collections:
            raise KeyError(name)
        if name not in self._read:
            found = {name: selectors.counted(name, self.year, reader=self.reader)}
            self._read |= found if self.reader.may(Act.READ_CASES) else in_public(found)
        return self._read[name]

    def labels_of(self, collection: str, rows: Iterable[Row]) -> dict[str, Text]:
        """What some rows are called, by reference; only these are looked up."""
        chosen = list(rows)
        names = [row.reference for row in chosen if row.withheld is None]
        labels = counted_rows.labels_of(collection, names, reader=self.reader)
        grounds = {row.reference: row.withheld for row in chosen if row.withheld is not None}
        return labels | {reference: _INSTEAD[ground] for reference, ground in grounds.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(self._collections)

    def __len__(self) -> int:
        return len(self._collections)


class Labels(Mapping[str, Text]):
    """What each record is called, by its reference; read when the first is asked for."""

    def __init__(self, told: Told) -> None:
        self._told = told

    @cached_property
    def _names(self) -> dict[str, Text]:
        rows = (row for name in self._told for row in self._told[name])
        return {str(row["id"]): label for row in rows if isinstance(label := row.get("label"), Text)}

    def __getitem__(self, reference: str) -> Text:
        return self._names[reference]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def rows_of(collection: str, year: int, fields: Mapping[str, Fact], *, reader: Person) -> Iterator[Row]:
    """The rows of a collection with the facts of these `fields`; rows of which these are the same share them.

    Of some hundred thousand rows only some hundreds differ in what is asked of them.
    """
    asked = tuple(fields)
    known: dict[tuple[Any, ...], Facts] = {}
    for found in counted_rows.rows_to_count(collection, year, asked, reader=reader):
        facts = known.get(found.answers)
        if facts is None:
            pairs = zip(asked, found.answers, strict=True)
            facts = known[found.answers] = {name: value_of(fields[name], stored) for name, stored in pairs}
        yield Row(
            reference=found.reference,
            dossier=found.dossier,
            number=found.number,
            facts=facts,
            group=found.group,
            party=found.party,
            withheld=GROUNDS[found.is_hidden, found.is_withheld],
        )


def row_of(record: Record, fields: Mapping[str, Fact]) -> Row:
    """The same row from a record that was read in full."""
    number, party, dossier = record["number"], record.get("party"), record["url_ref"]
    group = record.get("group", dossier)
    return Row(
        reference=str(record["id"]),
        dossier=str(dossier) if dossier is not None else None,
        number=number if isinstance(number, int) else None,
        facts={name: value_of(fact, record.get(name)) for name, fact in fields.items()},
        group=str(group) if group is not None else None,
        party=str(party) if party is not None else None,
        withheld=GROUNDS[bool(record["hidden"]), dossier is None and bool(record.get("apart"))],
    )
