"""What an installation may set from outside, read once and checked when the house starts."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.base.kept_once import keep_once
from openkader.conf.case_system import CaseSystemSettings
from openkader.conf.documents import Documents
from openkader.conf.front_door import FrontDoorSettings, Numbers
from openkader.conf.mailbox import MailboxSettings
from openkader.conf.operation import Operation
from openkader.conf.screening import ScreeningServer
from openkader.conf.security import Security
from openkader.conf.signing_in import SigningIn

SECRET_KEY_FILE = "secret-key"
DATABASE_FILE = "db.sqlite3"
REPLICA_URL = "DATABASE_REPLICA_URL"
PACKAGED_KADERS = Path(__file__).resolve().parent.parent / "packs"
# To translate a question into machine code takes the server longer than to answer any of ours; and while many
# read at once, a question that calls others to help waits for a processor that somebody else has.
# Whoever answers to a common word is kept in a table of hashes; one that does not fit would be made anew for each line.
# A machine that lost its power says no farewell; the server notices within two minutes, and frees what it had locked.
# A server that is not there is given up after seconds, so that a page can say so while somebody still waits for it.
POSTGRESQL_OPTIONS = {
    "options": (
        "-c jit=off -c max_parallel_workers_per_gather=0 -c hash_mem_multiplier=16"
        " -c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"
    ),
    "connect_timeout": 5,
    "tcp_user_timeout": 20_000,
    # Whoever renews a list says nothing for as long as it downloads, and what lies in between forgets who is silent.
    "keepalives_idle": 60,
}
# A replica is only read; one that is away is given up sooner, for the primary can answer instead.
REPLICA_OPTIONS = {
    "options": f"{POSTGRESQL_OPTIONS['options']} -c default_transaction_read_only=on",
    "connect_timeout": 2,
    "tcp_user_timeout": 5_000,
}
# IMMEDIATE takes the write lock at once, so that two writers wait for each other instead of
# failing halfway; WAL lets readers read on meanwhile.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 10,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The settings of one installation, as its environment variables give them."""

    data: Path
    packs: Path
    database_url: str = field(repr=False)
    replica_url: str = field(repr=False)
    replica_wait_ms: int
    language: str
    hosts: tuple[str, ...]
    debug: bool
    https: bool
    address: str
    secret_key: str = field(repr=False)
    former_keys: tuple[str, ...] = field(repr=False)
    documents: Documents
    case_system: CaseSystemSettings
    screening: ScreeningServer
    front_door: FrontDoorSettings
    mailbox: MailboxSettings
    signing_in: SigningIn
    operation: Operation
    security: Security

    @classmethod
    def read(cls, variables: Mapping[str, str] = os.environ) -> "Environment":
        """The environment of this process; a value that means nothing is a problem."""
        return cls(
            data=Path(variables.get("OPENKADER_DATA") or "openkader-data").absolute(),
            packs=Path(variables.get("OPENKADER_PACKS") or PACKAGED_KADERS).absolute(),
            database_url=variables.get("DATABASE_URL", ""),
            replica_url=_replica(variables),
            replica_wait_ms=_wait(variables),
            language=_language(variables.get("OPENKADER_LANGUAGE") or "nl"),
            hosts=_words(variables.get("OPENKADER_HOSTS") or "localhost,127.0.0.1,[::1]"),
            debug=_is_on(variables, "OPENKADER_DEBUG"),
            https=_is_on(variables, "OPENKADER_HTTPS"),
            address=_address(variables),
            secret_key=variables.get("OPENKADER_SECRET_KEY", ""),
            former_keys=_words(variables.get("OPENKADER_FORMER_KEYS", "")),
            documents=Documents.read(variables),
            case_system=CaseSystemSettings.read(variables),
            screening=ScreeningServer.read(variables),
            front_door=FrontDoorSettings.read(variables),
            mailbox=MailboxSettings.read(variables),
            signing_in=SigningIn.read(variables),
            operation=Operation.read(variables),
            security=Security.read(variables),
        )

    def databases(self) -> dict[str, dict[str, object]]:
        """The database that holds the register, and the replica that reports are read from, where one is named."""
        shared = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
        found = {"default": shared | self._primary()}
        if self.replica_url:
            read = postgresql(self.replica_url, REPLICA_URL)
            found["replica"] = shared | read | {"OPTIONS": REPLICA_OPTIONS, "TEST": {"MIRROR": "default"}}
        return found

    def _primary(self) -> dict[str, object]:
        """The embedded one in the data folder, or the PostgreSQL that was named."""
        if self.database_url:
            return postgresql(self.database_url)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": self.data / DATABASE_FILE,
            "OPTIONS": SQLITE_OPTIONS,
        }

    def signing_key(self) -> str:
        """The key that signs cookies: given from outside, or made once and kept with the data."""
        return self.secret_key or kept_key(self.data / SECRET_KEY_FILE)


def postgresql(url: str, setting: str = "DATABASE_URL") -> dict[str, object]:
    """The database that ``postgresql://user:password@host:port/name`` points at; `setting` is where that was said."""
    unreadable = Invalid([Problem("settings.database-url", setting)])
    try:
        parts = urlsplit(url)
        port = parts.port or ""
    except ValueError as error:
        raise unreadable from error
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in ("postgresql", "postgres") or not name:
        raise unreadable
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port),
        "OPTIONS": POSTGRESQL_OPTIONS,
    }


def kept_key(path: Path) -> str:
    """The key in `path`; made on first use, readable by its owner only."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            keep_once(path, secrets.token_urlsafe(50).encode())
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise Unavailable("data.not-writable", {"folder": str(path.parent)}) from error


def _replica(variables: Mapping[str, str]) -> str:
    """The replica of the database; of the embedded one there is none."""
    url = variables.get(REPLICA_URL, "")
    if url and not variables.get("DATABASE_URL"):
        raise Invalid([Problem("settings.replica-without-primary", REPLICA_URL)])
    return url


def _wait(variables: Mapping[str, str]) -> int:
    problems: list[Problem] = []
    wait = Numbers(variables, problems).read("OPENKADER_REPLICA_WAIT_MS", 200, (0, 10_000))
    if problems:
        raise Invalid(problems)
    return wait


def _language(word: str) -> str:
    if word not in ("nl", "en"):
        raise Invalid([Problem("settings.language", "OPENKADER_LANGUAGE", {"value": word})])
    return word


def _address(variables: Mapping[str, str]) -> str:
    """Where the pages are, as a mail that no visitor asked for says it; else the first of the names."""
    said = variables.get("OPENKADER_ADDRESS", "").rstrip("/")
    if not said:
        names = _words(variables.get("OPENKADER_HOSTS", "")) or ("localhost",)
        return f"{'https' if _is_on(variables, 'OPENKADER_HTTPS') else 'http'}://{names[0].lstrip('.')}"
    parts = urlsplit(said)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise Invalid([Problem("settings.address", "OPENKADER_ADDRESS", {"value": said})])
    return said


def _words(line: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in line.split(",") if word.strip())


def _is_on(variables: Mapping[str, str], name: str) -> bool:
    return variables.get(name, "").lower() in ("1", "true", "on", "yes")
