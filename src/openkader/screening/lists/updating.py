"""Renewing a list: fetch, read, judge, and only then put in force.

Whatever goes wrong (the download, the form, a list that lost a suspicious part of
itself), the former snapshot stays in force, and the reason is written beside it.
"""

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.base.on_disk import digest_of
from openkader.screening.lists.drafts import Reading
from openkader.screening.lists.reading import Source, read_list
from openkader.screening.lists.snapshots import (
    ENTITIES,
    ORIGINAL,
    Attempt,
    Definition,
    ListFolder,
    Lists,
    Snapshot,
)

# Raise it when the readers give other entities for the same files: they are then read again.
READER = 3
# A list of which more records than this cannot be read is not a list that we know how to read.
MOST_UNREADABLE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """How a file came: whether it is the one that we had, and its mark at the source."""

    unchanged: bool = False
    name: str = ""
    etag: str = ""


class Fetch(Protocol):
    """Brings a file; the doors give one that can reach the network."""

    def __call__(self, source: str, into: Path, etag: str) -> Fetched:
        """Write the file at `source` as `into`, unless it still has the mark `etag`."""
        ...


class Outcome(StrEnum):
    """How an update ended well."""

    RENEWED = "renewed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under which terms a list is renewed."""

    now: datetime
    accept_shrunken: bool = False
    progress: Callable[[int], None] = lambda _: None


def add(lists: Lists, definition: Definition, fetch: Fetch, terms: Terms) -> None:
    """Take the first snapshot of a list; without one there is no such list.

    A list that nobody ever read closes all screening, so whatever breaks this off takes it back.
    """
    folder = lists.folder(definition.id)
    try:
        with _storing(folder):
            folder.propose(definition)
        update(folder, fetch, terms)
        with _storing(folder):
            folder.adopt()
    except BaseException:
        lists.remove(folder)
        raise


def update(folder: ListFolder, fetch: Fetch, terms: Terms) -> Outcome:
    """Renew a list; what goes wrong is noted with the list and raised."""
    moment = terms.now.isoformat(timespec="seconds")
    try:
        with _storing(folder), folder.alone() as draft:
            outcome = _update(folder, draft, fetch, terms)
            folder.note(Attempt(at=moment, worked=True))
    except Exception as error:
        # Here and not before: the room that the draft took is free again, so there is place for a few words.
        with suppress(OSError):
            folder.note(_failed(folder, moment, error))
        raise
    return outcome


@contextmanager
def _storing(folder: ListFolder) -> Iterator[None]:
    """A disk that is full, or that may not be written."""
    try:
        yield
    except OSError as error:
        detail = {"folder": str(folder.path), "reason": error.strerror or str(error)}
        raise Unavailable("list.not-stored", detail) from error


def _failed(folder: ListFolder, moment: str, error: Exception) -> Attempt:
    """An attempt that failed, with why, and with when one last worked."""
    try:
        former = folder.last()
    except Unavailable:
        former = None
    return Attempt(
        at=moment,
        worked=False,
        problems=_as_data(_problems(error, folder.id)),
        worked_before=former.last_worked if former else "",
    )


def _problems(error: Exception, name: str) -> tuple[Problem, ...]:
    if isinstance(error, Invalid):
        return error.problems
    if isinstance(error, Unavailable):
        return (Problem(error.code, name, error.detail),)
    return (Problem("list.not-renewed", name, {"reason": str(error) or type(error).__name__}),)


def _as_data(problems: tuple[Problem, ...] | list[Problem]) -> tuple[dict[str, object], ...]:
    return tuple({"code": p.code, "where": p.where, "detail": dict(p.detail)} for p in problems)


def _update(folder: ListFolder, draft: Path, fetch: Fetch, terms: Terms) -> Outcome:
    definition, known = folder.definition(), _known(folder)
    # Where that is damaged, an older one still tells a list that shrank.
    former = known or max(folder.readable(), key=lambda snapshot: snapshot.read_at, default=None)
    files = _fetch_all(folder, definition, known, fetch, draft / ORIGINAL)
    if not files:
        return Outcome.UNCHANGED
    fingerprint = _fingerprint(files, definition)
    if known is not None and known.fingerprint == fingerprint:
        return Outcome.UNCHANGED
    reading, counts = _read(folder, definition, draft, files, terms)
    found = sum(counts.values())
    _judge(definition, found, reading)
    if not terms.accept_shrunken:
        _refuse_shrunken(definition, former, found)
    mark = digest_of(draft / ENTITIES)
    if known is not None and _says_the_same(known, definition, mark, reading):
        return Outcome.UNCHANGED
    snapshot = Snapshot(
        name=f"{terms.now.date().isoformat()}-{fingerprint[:8]}",
        format=definition.format,
        read_at=terms.now.isoformat(timespec="seconds"),
        fingerprint=fingerprint,
        files=tuple(files),
        counts=dict(counts),
        unreadable=reading.unreadable,
        problems=_as_data(reading.problems),
        sha256=mark,
    )
    folder.put_in_force(draft, snapshot)
    return Outcome.RENEWED


def _known(folder: ListFolder) -> Snapshot | None:
    """The snapshot in force, unless it is damaged: then it is made anew."""
    try:
        current = folder.current()
        if current is not None:
            folder.check(current)
    except Unavailable:
        return None
    return current


def _says_the_same(former: Snapshot, definition: Definition, mark: str, reading: Reading) -> bool:
    """Whether only the date of the file is another: publishers make the same list anew every day."""
    is_same_reader = _fingerprint(former.files, definition) == former.fingerprint
    return is_same_reader and (former.sha256, former.unreadable) == (mark, reading.unreadable)


def _fetch_all(
    folder: ListFolder, definition: Definition, former: Snapshot | None, fetch: Fetch, into: Path
) -> list[dict[str, str]]:
    """Every file of the list; none when all are the ones that we had.

    When one of several is new, those that are not come from the former snapshot.
    """
    had = {file["source"]: file for file in former.files} if former else {}
    is_same_reader = former is not None and _fingerprint(former.files, definition) == former.fingerprint
    files, unchanged = [], 0
    for position, source in enumerate(definition.sources, start=1):
        known = had.get(source) if is_same_reader else None
        place = into / f"{position}"
        fetched = fetch(source, place, known["etag"] if known else "")
        if fetched.unchanged and known is not None and former is not None:
            unchanged += 1
            files.append(dict(known))
            shutil.copyfile(folder.original(former, known["name"]), into / known["name"])
            continue
        name = _free_name(fetched.name, position, {file["name"] for file in files})
        place.rename(into / name)
        files.append({"source": source, "name": name, "etag": fetched.etag, **_measured(into / name)})
    return [] if unchanged == len(files) else files


def _free_name(name: str, position: int, taken: set[str]) -> str:
    """A plain file name, and another for each file."""
    plain = "".join(character for character in name if character.isalnum() or character in "._-").lstrip(".")[
        -80:
    ]
    return f"{position}-{plain}" if not plain or plain in taken else plain


def _measured(path: Path) -> dict[str, str]:
    return {"sha256": digest_of(path), "bytes": str(path.stat().st_size)}


def _fingerprint(files: Sequence[Mapping[str, str]], definition: Definition) -> str:
    """What was read and by what: the same files under another mapping make another snapshot."""
    parts = [file["sha256"] for file in files] + [definition.format, definition.mapping, str(READER)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _read(
    folder: ListFolder, definition: Definition, draft: Path, files: list[dict[str, str]], terms: Terms
) -> tuple[Reading, Counter[str]]:
    """Read the fetched files, and write their entities into the draft."""
    reading, counts = Reading(folder.id), Counter[str]()
    mapping = draft / "mapping.yaml" if definition.mapping else None
    if mapping:
        mapping.write_text(definition.mapping, encoding="utf-8")
    originals = tuple(draft / ORIGINAL / file["name"] for file in files)
    source = Source(format=definition.format, files=originals, mapping=mapping)
    with (draft / ENTITIES).open("w", encoding="utf-8") as out:
        for number, listed in enumerate(read_list(source, reading), start=1):
            out.write(listed.as_line())
            counts[listed.entity.schema] += 1
            terms.progress(number)
    return reading, counts


def _judge(definition: Definition, found: int, reading: Reading) -> None:
    """A list without anybody is never in force, and neither is one that we mostly cannot read."""
    if not found:
        raise Invalid([Problem("list.empty", definition.id), *reading.problems])
    if reading.unreadable > max(MOST_UNREADABLE * (found + reading.unreadable), 1):
        detail = {"unreadable": str(reading.unreadable), "found": str(found)}
        raise Invalid([Problem("list.too-many-unreadable", definition.id, detail), *reading.problems])


def _refuse_shrunken(definition: Definition, former: Snapshot | None, found: int) -> None:
    """A list that lost a large part of itself is more likely half a list than a pardon."""
    if former is not None and found < definition.at_least * former.entities:
        detail = {
            "found": str(found),
            "former": str(former.entities),
            "at_least": f"{definition.at_least:.0%}",
            "list": definition.id,
        }
        raise Invalid([Problem("list.shrunken", definition.id, detail)])
