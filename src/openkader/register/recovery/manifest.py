"""What a backup says of itself: how it came about, what is in it, and how much the register held."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from openkader.base.errors import Invalid, Problem

FORM = 1
ABOUT, MANIFEST, SEAL = "about.json", "manifest.json", "manifest.sha256"
SQLITE, POSTGRESQL = "sqlite", "postgresql"
DATABASES = {SQLITE: "database.sqlite3", POSTGRESQL: "database.dump"}
KEYS = ("secret-key", "kader-key")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What has to be known before the rest is read."""

    made_at: str
    version: str
    engine: str
    form: int = FORM

    @property
    def database(self) -> str:
        """The name of the member that is the database."""
        return DATABASES[self.engine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file in the backup."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """How much the register held: rows by table, and where its trail ended."""

    steps: tuple[str, ...]
    rows: Mapping[str, int]
    head: tuple[int, str]

    @property
    def newest_step(self) -> str:
        """The newest migration of the register itself."""
        return max((step for step in self.steps if step.startswith("register ")), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Everything in the backup.

    `lost` are the documents that the register names and that were gone or changed; `apart` are the keys of the
    installation that did not go along, and have to be put back by hand.
    """

    about: About
    register: Register
    members: tuple[Member, ...]
    lost: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


def written(value: object) -> bytes:
    """A part of the manifest as it lies in the backup."""
    text = json.dumps(asdict(value), indent=1, sort_keys=True)  # type: ignore[call-overload]
    return text.encode()


def read_about(content: bytes) -> About:
    """The first member, as it was written; something else is no backup of ours."""
    try:
        found = About(**json.loads(content))
    except (ValueError, TypeError) as error:
        raise Invalid([Problem("backup.not-one", ABOUT)]) from error
    if found.form != FORM:
        raise Invalid([Problem("backup.newer", ABOUT, {"made": str(found.version)[:40]})])
    if found.engine not in DATABASES:
        raise changed(ABOUT)
    return found


def read_manifest(content: bytes) -> Manifest:
    """The last member but one; one that cannot be read was changed, for nobody else writes it."""
    try:
        data: dict[str, Any] = json.loads(content)
        register = data["register"]
        return Manifest(
            about=About(**data["about"]),
            register=Register(
                steps=tuple(register["steps"]),
                rows=dict(register["rows"]),
                head=(int(register["head"][0]), str(register["head"][1])),
            ),
            members=tuple(Member(**member) for member in data["members"]),
            lost=tuple(data["lost"]),
            keys=tuple(data["keys"]),
            apart=tuple(data["apart"]),
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise changed(MANIFEST) from error


def seal_of(content: bytes) -> bytes:
    """The very last member: the digest of the manifest, which has those of all others."""
    return f"{hashlib.sha256(content).hexdigest()}  {MANIFEST}\n".encode()


def changed(name: str) -> Invalid:
    """A member that is not what it was when the backup was made."""
    return Invalid([Problem("backup.changed", name)])
