"""Where lists are kept: a folder for each, and in it a folder for each dated snapshot.

    lists/un/list.json                       what the list is: its form and where it comes from
    lists/un/current                         the name of the snapshot in force
    lists/un/last.json                       how the last attempt to renew it went
    lists/un/2026-11-23-0f3a9c2d/            a snapshot, never changed once it is there
        original/consolidated.xml   entities.ftm.json   manifest.json

A snapshot is made beside its place and renamed into it; then the word in `current` is
replaced in one step. Whoever reads meanwhile sees the former one or the new one, whole.
"""

import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from openkader.base.errors import Invalid, NotFound, Problem
from openkader.screening.lists.reading import Format

ENTITIES = "entities.ftm.json"
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

    @property
    def entities(self) -> int:
        """How many entities it holds."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt to renew a list: when, whether it worked, and if not what was wrong."""

    at: str
    worked: bool
    problems: tuple[Mapping[str, Any], ...] = field(default=())

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
        """What the list is."""
        data = _read(self.path / "list.json")
        return Definition(**{**data, "format": Format(data["format"]), "sources": tuple(data["sources"])})

    def define(self, definition: Definition) -> None:
        """Write down what the list is; its address may hold a token, so nobody else looks into the folder."""
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(self.path / "list.json", asdict(definition))

    def current(self) -> Snapshot | None:
        """The snapshot in force, or None when there is none yet."""
        pointer = self.path / "current"
        return self.snapshot(pointer.read_text("utf-8").strip()) if pointer.exists() else None

    def snapshot(self, name: str) -> Snapshot:
        """A snapshot by its name, or by the beginning of it when there is only one such."""
        found = [known for known in self.names() if known.startswith(name)] if name else []
        if name not in found and len(found) != 1:
            raise NotFound("snapshot", f"{self.id} {name}")
        return _snapshot(_read(self.path / (name if name in found else found[0]) / "manifest.json"))

    def names(self) -> list[str]:
        """The names of all snapshots, the oldest first."""
        return sorted(path.parent.name for path in self.path.glob("[0-9]*/manifest.json"))

    def entities(self, snapshot: Snapshot) -> Path:
        """The file with the entities of a snapshot."""
        return self.path / snapshot.name / ENTITIES

    def last(self) -> Attempt | None:
        """How the last attempt went."""
        path = self.path / "last.json"
        if not path.exists():
            return None
        data = _read(path)
        return Attempt(at=data["at"], worked=data["worked"], problems=tuple(data["problems"]))

    def note(self, attempt: Attempt) -> None:
        """Write down how an attempt went."""
        _write(self.path / "last.json", asdict(attempt))

    def put_in_force(self, draft: Path, snapshot: Snapshot) -> None:
        """Seal a snapshot that was made in `draft`, and let it take the place of the former."""
        _write(draft / "manifest.json", asdict(snapshot))
        for path in draft.rglob("*"):
            if path.is_file():
                _settle(path)
                path.chmod(0o444)
        place = self.path / snapshot.name
        if place.exists():
            shutil.rmtree(draft)  # of the same day, the same files and the same reader
        else:
            draft.rename(place)
        _settle(self.path)
        _replace(self.path / "current", snapshot.name + "\n")

    @contextmanager
    def alone(self) -> Iterator[Path]:
        """One process at a time renews a list; it gets an empty folder, gone at the end."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            draft = self.path / ".draft"
            shutil.rmtree(draft, ignore_errors=True)
            (draft / "original").mkdir(parents=True)
            try:
                yield draft
            finally:
                shutil.rmtree(draft, ignore_errors=True)


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


def _snapshot(data: Mapping[str, Any]) -> Snapshot:
    lists = {"files": tuple(data["files"]), "problems": tuple(data["problems"])}
    return Snapshot(**{**data, "format": Format(data["format"]), **lists})


def _read(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        where = f"{path.parent.name}/{path.name}"
        raise Invalid([Problem("list.damaged", where, {"reason": str(error)[:80]})]) from error


def _write(path: Path, data: Mapping[str, Any]) -> None:
    _replace(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _replace(path: Path, text: str) -> None:
    """Write beside the file and rename: nobody ever sees half of it, not even after a power cut."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    _settle(beside)
    beside.replace(path)
    _settle(path.parent)


def _settle(path: Path) -> None:
    """Wait until the disk holds it."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
