"""Where lists are kept: a folder for each, and in it a folder for each dated snapshot.

    lists/un/list.json                       what the list is: its form and where it comes from
    lists/un/current                         the name of the snapshot in force
    lists/un/last.json                       how the last attempt to renew it went
    lists/un/2026-11-23-0f3a9c2d/            a snapshot, never changed once it is there
        original/consolidated.xml   entities.ftm.json   manifest.json

A snapshot is made beside its place and renamed into it; then the word in `current` is
replaced in one step. Whoever reads meanwhile sees the former one or the new one, whole.
What a list is gets its name last of all, so that half a list is none.
"""

import fcntl
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from openkader.base.errors import Invalid, NotFound, Problem, Unavailable
from openkader.base.on_disk import digest_of, settle
from openkader.screening.lists.kept_files import damaged, replace_whole, shaped, write_data
from openkader.screening.lists.reading import Format

ENTITIES, ORIGINAL = "entities.ftm.json", "original"
_PROPOSED = ".list.json"
_DRAFT = ".draft"
_LOCK = ".lock"
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,62}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a list is: its form, where it comes from, and how much of it may vanish at once."""

    id: str
    format: Format
    sources: tuple[str, ...]
    mapping: str = ""
    at_least: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One list on one day: where it came from, what it is known by, and how much it holds."""

    name: str
    format: Format
    read_at: str
    fingerprint: str
    files: tuple[Mapping[str, str], ...]
    counts: Mapping[str, int]
    unreadable: int = 0
    problems: tuple[Mapping[str, Any], ...] = ()
    sha256: str = ""

    @property
    def entities(self) -> int:
        """How many entities it holds."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt to renew a list: when, whether it worked, and if not what was wrong and since when."""

    at: str
    worked: bool
    problems: tuple[Mapping[str, Any], ...] = field(default=())
    worked_before: str = ""

    @property
    def last_worked(self) -> str:
        """When the list was last known to be as its publisher has it; nothing when that is not known."""
        return self.at if self.worked else self.worked_before

    def reasons(self) -> tuple[Problem, ...]:
        """What was wrong, as it was reported then."""
        return tuple(Problem(found["code"], found["where"], found["detail"]) for found in self.problems)


@dataclass(frozen=True, slots=True)
class ListFolder:
    """The folder of one list."""

    path: Path

    @property
    def id(self) -> str:
        """What the list is called here."""
        return self.path.name

    def definition(self) -> Definition:
        """What the list is, or is going to be while it is being added."""
        place = self.path / "list.json"
        return shaped(place if place.exists() else self.path / _PROPOSED, definition_of)

    def define(self, definition: Definition) -> None:
        """Write down what the list is; its address may hold a token, so nobody else looks into the folder."""
        self.propose(definition)
        self.adopt()

    def propose(self, definition: Definition) -> None:
        """The same for a list that still has to prove itself; until it is adopted there is no such list."""
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_data(self.path / _PROPOSED, asdict(definition))

    def adopt(self) -> None:
        """Let the list that was proposed be one."""
        (self.path / _PROPOSED).replace(self.path / "list.json")
        settle(self.path)

    def current(self) -> Snapshot | None:
        """The snapshot in force, or None when there is none yet."""
        pointer = self.path / "current"
        if not pointer.exists():
            return None
        return shaped(
            self.path / pointer.read_text("utf-8", "replace").strip() / "manifest.json", snapshot_of
        )

    def snapshot(self, name: str) -> Snapshot:
        """A snapshot by its name, or by the beginning of it when there is only one such."""
        return shaped(self.path / self.whole_name(name) / "manifest.json", snapshot_of)

    def whole_name(self, name: str) -> str:
        """The name of the one snapshot that is called so, or begins so."""
        found = [known for known in self.names() if known.startswith(name)] if name else []
        if name not in found and len(found) != 1:
            raise NotFound("snapshot", f"{self.id} {name}")
        return name if name in found else found[0]

    def names(self) -> list[str]:
        """The names of all snapshots, the oldest first."""
        return sorted(path.parent.name for path in self.path.glob("[0-9]*/manifest.json"))

    def readable(self) -> Iterator[Snapshot]:
        """All snapshots but those that are damaged."""
        for name in self.names():
            with suppress(Unavailable):
                yield self.snapshot(name)

    def entities(self, snapshot: Snapshot) -> Path:
        """The file with the entities of a snapshot."""
        return self.path / snapshot.name / ENTITIES

    def original(self, snapshot: Snapshot, name: str) -> Path:
        """A file of a snapshot as its publisher gave it."""
        return self.path / snapshot.name / ORIGINAL / name

    def check(self, snapshot: Snapshot) -> None:
        """Make sure that the entities are those that were written: half a list would look clear."""
        path = self.entities(snapshot)
        try:
            found = digest_of(path)
        except OSError as error:
            raise damaged(path, error.strerror or str(error)) from error
        if snapshot.sha256 and found != snapshot.sha256:
            raise damaged(path, "sha256")

    def _is_there(self, name: str) -> bool:
        """Whether there is a snapshot of a name, whole."""
        try:
            self.check(self.snapshot(name))
        except (NotFound, Unavailable):
            return False
        return True

    def last(self) -> Attempt | None:
        """How the last attempt went."""
        path = self.path / "last.json"
        return shaped(path, attempt_of) if path.exists() else None

    @property
    def is_broken_off(self) -> bool:
        """Whether an attempt ended without a word, as when the computer went down; one at work is not."""
        if not (self.path / _DRAFT).exists():
            return False
        with (self.path / _LOCK).open() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
        return True

    def note(self, attempt: Attempt) -> None:
        """Write down how an attempt went."""
        write_data(self.path / "last.json", asdict(attempt))

    def put_in_force(self, draft: Path, snapshot: Snapshot) -> None:
        """Seal a snapshot that was made in `draft`, and let it take the place of the former."""
        seal(draft, snapshot)
        place = self.path / snapshot.name
        if self._is_there(snapshot.name):
            shutil.rmtree(draft)  # of the same day, the same files and the same reader
        else:
            shutil.rmtree(place, ignore_errors=True)
            draft.rename(place)
        settle(self.path)
        replace_whole(self.path / "current", snapshot.name + "\n")

    @contextmanager
    def alone(self) -> Iterator[Path]:
        """One process at a time renews a list; it gets an empty folder, gone at the end."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            draft = self.path / _DRAFT
            self._sweep()
            (draft / ORIGINAL).mkdir(parents=True)
            try:
                yield draft
            finally:
                self._sweep()

    def _sweep(self) -> None:
        """Take away what is half made, also by a process that was killed."""
        shutil.rmtree(self.path / _DRAFT, ignore_errors=True)
        for half in self.path.glob(".*.new"):
            half.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists of an installation."""

    path: Path

    def folder(self, name: str) -> ListFolder:
        """The folder of a list, whether it is there or not; the name may lead nowhere else."""
        if not _NAME.fullmatch(name):
            raise Invalid([Problem("list.bad-name", "lists", {"name": name[:80]})])
        return ListFolder(self.path / name)

    def known(self, name: str) -> ListFolder:
        """The folder of a list that is there."""
        folder = self.folder(name)
        if not (folder.path / "list.json").exists():
            raise NotFound("list", name)
        return folder

    def all(self) -> list[ListFolder]:
        """Every list, by name."""
        return [ListFolder(path.parent) for path in sorted(self.path.glob("*/list.json"))]

    def remove(self, folder: ListFolder) -> None:
        """Take back a list that never got a snapshot."""
        if not folder.names():
            shutil.rmtree(folder.path, ignore_errors=True)


def seal(draft: Path, snapshot: Snapshot) -> None:
    """What was made in a draft is a snapshot: its manifest is beside it, and nobody writes in it any more."""
    write_data(draft / "manifest.json", asdict(snapshot))
    for path in draft.rglob("*"):
        if path.is_file():
            settle(path)
            path.chmod(0o444)


def definition_of(data: Mapping[str, Any]) -> Definition:
    """What a list is, as it was written down."""
    return Definition(**{**data, "format": Format(data["format"]), "sources": tuple(data["sources"])})


def snapshot_of(data: Mapping[str, Any]) -> Snapshot:
    """A snapshot by its manifest."""
    lists = {"files": tuple(data["files"]), "problems": tuple(data["problems"])}
    return Snapshot(**{**data, "format": Format(data["format"]), **lists})


def attempt_of(data: Mapping[str, Any]) -> Attempt:
    """How an attempt went, as it was written down."""
    return Attempt(**{**data, "problems": tuple(data["problems"])})
