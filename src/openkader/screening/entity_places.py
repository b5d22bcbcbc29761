"""Where the entities of some snapshots stand, by their numbers; the files stay on disk and only places are held."""

import json
import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from openkader.base.errors import Invalid
from openkader.screening.lists.kept_files import damaged
from openkader.screening.lists.listed import Listed, listed_of
from openkader.screening.matching.tables import Places, PlacesDraft, fingerprint

# As we write a line ourselves: its number comes first, as a text of JSON.
_NUMBER = re.compile(rb'\{"id":("(?:[^"\\]|\\.)*")')


class Placed(NamedTuple):
    """An entity with the list in which it stands."""

    list: str
    listed: Listed


class EntityPlaces:
    """The entities of the lists in force; 20 bytes of memory for each."""

    def __init__(self, files: Sequence[tuple[str, Path]]) -> None:
        self._files = files

    def find(self, number: str) -> list[Placed]:
        """What each list says of an entity, in the order of the lists; none when no list has it."""
        places, starts, owners = self._index
        found = []
        for place in places.find(fingerprint(number)):
            name, path = self._files[owners[place]]
            listed = _read(path, starts[place])
            if listed.entity.id == number:  # two numbers can have one fingerprint
                found.append(Placed(name, listed))
        return found

    @cached_property
    def _index(self) -> tuple[Places, "array[int]", "array[int]"]:
        draft, starts, owners = PlacesDraft(), array("q"), array("H")
        for owner, (_, path) in enumerate(self._files):
            for start, number in _all_numbers(path):
                draft.add((fingerprint(number),), len(starts))
                starts.append(start)
                owners.append(owner)
        return draft.finished(), starts, owners


def _read(path: Path, start: int) -> Listed:
    """The entity at a place; a file that went or changed under us is a damaged list."""
    try:
        with path.open("rb") as lines:
            lines.seek(start)
            return listed_of(lines.readline(), f"{path.name}@{start}")
    except OSError as error:
        raise damaged(path, error.strerror or str(error)) from error
    except Invalid as error:
        raise damaged(path, str(error)) from error


def _all_numbers(path: Path) -> list[tuple[int, str]]:
    try:
        return list(_numbers(path))
    except (OSError, ValueError, LookupError) as error:
        raise damaged(path, str(error)) from error


def _numbers(path: Path) -> Iterator[tuple[int, str]]:
    """Each line of a snapshot with where it begins, and the number of its entity."""
    start = 0
    with path.open("rb") as lines:
        for line in lines:
            if line.strip():
                found = _NUMBER.match(line)
                yield start, str(json.loads(found[1]) if found else json.loads(line)["id"])
            start += len(line)
