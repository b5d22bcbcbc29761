"""The entities of the lists with all their names, made ready to be met; in memory or mapped from a folder."""

import json
from array import array
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from openkader.screening.entities import Entity, NameKind, parse_entity
from openkader.screening.matching.facts import Facts
from openkader.screening.matching.readings import Readings, ReadingsDraft
from openkader.screening.matching.rows import Rows
from openkader.screening.matching.rows_draft import RowsDraft
from openkader.screening.matching.spelt import spell
from openkader.screening.matching.tables import (
    Numbers,
    Places,
    PlacesDraft,
    Texts,
    TextsDraft,
    fingerprint,
    read_arrays,
    write_arrays,
)
from openkader.screening.matching.vocabulary import Vocabulary

_KINDS = tuple(NameKind)
_REMEMBERED = 16_384


class Listed:
    """All that a question is compared with."""

    def __init__(self, arrays: dict[str, NDArray[np.generic]], rows: Rows, readings: Readings) -> None:
        self.rows = rows
        self.readings = readings
        self.owners: Numbers = arrays["name.owners"]  # type: ignore[assignment]
        self._kinds: NDArray[np.uint8] = arrays["name.kinds"]  # type: ignore[assignment]
        self._names = _texts(arrays, "names")
        self._facts = _texts(arrays, "facts")
        self._lines = _texts(arrays, "lines")
        self._wholes = _places(arrays, "wholes")
        self._identifiers = _places(arrays, "identifiers")
        self.facts = lru_cache(maxsize=_REMEMBERED)(lambda number: Facts.read(self._facts[number]))

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> "Listed":
        """The entities that have a name, read and spelt; a ship is no party, and nobody is taken for one."""
        draft = _Draft()
        for entity in entities:
            if entity.names and entity.is_party:
                draft.add(entity)
        return draft.finished()

    @classmethod
    def stored(cls, folder: Path) -> "Listed":
        """What was written to a folder, mapped and not read."""
        arrays = read_arrays(folder)
        return cls(arrays, Rows(Vocabulary.stored(arrays), arrays), Readings.stored(arrays))

    def write(self, folder: Path) -> None:
        """Write everything to a folder."""
        write_arrays(self.arrays(), folder)

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """What is stored of it."""
        return {
            "name.owners": self.owners,
            "name.kinds": self._kinds,
            **self._names.arrays("names"),
            **self._facts.arrays("facts"),
            **self._lines.arrays("lines"),
            **self._wholes.arrays("wholes"),
            **self._identifiers.arrays("identifiers"),
            **self.rows.arrays,
            **self.rows.vocabulary.arrays(),
            **self.readings.arrays(),
        }

    def __len__(self) -> int:
        return len(self._facts)

    def name(self, number: int) -> str:
        """A name as the list writes it."""
        return self._names[number]

    def first_name(self, owner: int) -> int:
        """The number of the first name of an entity."""
        return int(np.searchsorted(self.owners, owner))

    def kind(self, number: int) -> NameKind:
        """How the list gives a name."""
        return _KINDS[int(self._kinds[number])]

    def entity(self, number: int) -> Entity:
        """Everything that the list says of one entity."""
        return parse_entity(self._lines[number], str(number))

    def whole(self, text: str) -> list[tuple[int, bool]]:
        """The names that are written just so, joined or apart, and whether they were read from another script."""
        return [(found >> 1, bool(found & 1)) for found in self._wholes.find(fingerprint(text))]

    def identified(self, identifiers: Iterable[str]) -> list[int]:
        """The entities with one of these numbers."""
        return [number for one in sorted(identifiers) for number in self._identifiers.find(fingerprint(one))]


class _Draft:
    """The tables while entities are still being added."""

    def __init__(self) -> None:
        self.rows, self.readings = RowsDraft(), ReadingsDraft()
        self.names, self.facts, self.lines = TextsDraft(), TextsDraft(), TextsDraft()
        self.wholes, self.identifiers = PlacesDraft(), PlacesDraft()
        self.owners, self.kinds = array("i"), bytearray()

    def add(self, entity: Entity) -> None:
        """One more entity, with every name once."""
        facts = Facts.of(entity)
        number = self.facts.add(facts.as_line())
        self.lines.add(_line(entity))
        self.identifiers.add(map(fingerprint, sorted(facts.identifiers)), number)
        kinds: dict[str, NameKind] = {}
        for one in entity.names:
            kinds.setdefault(one.value, one.kind)
        for value, kind in kinds.items():
            self._add_name(number, value, entity.schema)
            self.kinds.append(_KINDS.index(kind))

    def _add_name(self, owner: int, value: str, schema: str) -> None:
        number, spelt = self.names.add(value), spell(value, schema)
        self.owners.append(owner)
        self.rows.add(owner, number, spelt.rows, spelt.tongues)
        self.readings.add(number, spelt.readings)
        for text, read in spelt.wholes:
            self.wholes.add((fingerprint(text),), 2 * number + read)

    def finished(self) -> Listed:
        """The tables, sorted and weighed."""
        arrays: dict[str, NDArray[np.generic]] = {
            "name.owners": np.array(self.owners, dtype=np.int32),
            "name.kinds": np.frombuffer(bytes(self.kinds), dtype=np.uint8),
            **self.names.finished().arrays("names"),
            **self.facts.finished().arrays("facts"),
            **self.lines.finished().arrays("lines"),
            **self.wholes.finished().arrays("wholes"),
            **self.identifiers.finished().arrays("identifiers"),
        }
        return Listed(arrays, self.rows.finished(), self.readings.finished())


def _line(entity: Entity) -> str:
    data = {
        "id": entity.id,
        "schema": entity.schema,
        "datasets": [entity.dataset],
        "properties": entity.properties,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _texts(arrays: dict[str, NDArray[np.generic]], name: str) -> Texts:
    return Texts(arrays[f"{name}.content"], arrays[f"{name}.starts"])  # type: ignore[arg-type]


def _places(arrays: dict[str, NDArray[np.generic]], name: str) -> Places:
    return Places(arrays[f"{name}.keys"], arrays[f"{name}.numbers"])  # type: ignore[arg-type]
