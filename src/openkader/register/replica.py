"""A replica of the database, from which is read what only counts and shows, where there is one (decision 33).

It is read only when it knows all that the register knew at the moment somebody asked. So what somebody entered a
moment ago, or made confidential, stands on a page as it would without a replica.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

logger = logging.getLogger(__name__)
T = TypeVar("T")

REPLICA = "replica"
_APP = "register"
# After the replica could not help, this process does without it for so long, and nobody waits for it.
REST = timedelta(seconds=5)
LATE = timedelta(minutes=1)
_LOOK_AGAIN = 0.005
# By these it is certain that one follows the other: a primary that was restored goes on along another line of time.
_WHICH = "SELECT system_identifier, timeline_id, current_database()"
_CONTROL = "FROM pg_control_system(), pg_control_checkpoint()"
# A server that does not wait for its disk shows a change before it is written; then the place of the next one counts.
_PRIMARY = f"""{_WHICH}, clock_timestamp(), CASE current_setting('synchronous_commit')
    WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_lsn() END {_CONTROL}"""
_FOLLOWER = f"""{_WHICH}, pg_last_xact_replay_timestamp(), CASE WHEN pg_is_in_recovery()
    THEN pg_wal_lsn_diff(%s::pg_lsn, pg_last_wal_replay_lsn()) END {_CONTROL}"""


class Following(StrEnum):
    """How a replica stands."""

    EVEN = "even"  # it knows all that the primary knows
    BEHIND = "behind"
    AWAY = "away"
    OTHER = "other"  # it follows another database, or none any more


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplicaState:
    """How a replica stands, and how far it is behind, as far as that is known."""

    following: Following
    bytes_behind: int | None = None
    behind: timedelta | None = None  # by the newest change that it knows

    @property
    def is_late(self) -> bool:
        """Whether somebody has to look: a moment behind is how replicas are."""
        return self.following is not Following.EVEN and (self.behind is None or self.behind > LATE)


class WritesWhileReading(RuntimeError):
    """What only counts and shows changes the register: a mistake of ours, on every installation alike."""


@dataclass(slots=True)
class _Resting:
    """Until when this process does without the replica, by the clock that never jumps, and why."""

    until: float = 0.0
    why: Following = Following.AWAY


_READS: ContextVar[str] = ContextVar("openkader.reads", default="")
Later = list[Callable[[], None]]
_LATER: ContextVar[Later | None] = ContextVar("openkader.after_reading", default=None)
_resting = _Resting()


class Router:
    """Where Django reads and writes: what only counts and shows reads where it was sent, and never writes.

    Who somebody is and what they enter by (sessions, accounts, second steps) stays with the primary.
    """

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """Where the register is read at this moment."""
        if model._meta.app_label == _APP and (place := _READS.get()):
            return place
        return _not_the_replica(hints)

    def db_for_write(self, model: type[Model], **hints: Any) -> str | None:
        """The primary; not for the register while it is only read."""
        if model._meta.app_label == _APP and _READS.get():
            raise WritesWhileReading(model._meta.label)
        return _not_the_replica(hints)

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool | None:
        """A replica holds the same records."""
        return True if REPLICA in (one._state.db, other._state.db) else None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """A replica gets its tables from the primary."""
        return False if db == REPLICA else None


def _not_the_replica(hints: dict[str, Any]) -> str | None:
    """What a record that was read there leads to afterwards is asked of the primary."""
    instance = hints.get("instance")
    return DEFAULT_DB_ALIAS if instance is not None and instance._state.db == REPLICA else None


def reads_from() -> BaseDatabaseWrapper:
    """The connection for a question in the words of the database itself."""
    return connections[_READS.get() or DEFAULT_DB_ALIAS]


def read_from_replica(make: Callable[[], T], told: Callable[[Following], None] = lambda _: None) -> T:
    """What `make` makes of the register, which it only reads: of the replica where that can be, else of the primary.

    A replica gives one moment for all that is read. One that goes away half-way costs time and no page: `make` is
    called again, and can be since it changes nothing. `told` hears how the replica stood, where there is one.
    What was put off by `after_reading` is done once, when it is made.
    """
    if _READS.get():
        return make()
    made, later = _read(make, told)
    for do in later:
        do()
    return made


def after_reading(do: Callable[[], None]) -> None:
    """Do what writes, such as noting who read, once all that is only read was read; at once where nothing is."""
    later = _LATER.get()
    if later is None:
        do()
    else:
        later.append(do)


def _read(make: Callable[[], T], told: Callable[[Following], None]) -> tuple[T, Later]:
    """What was made, and what was put off by it; what a reading that broke off put off is forgotten with it."""
    standing = _standing() if REPLICA in settings.DATABASES else None
    if standing is Following.EVEN:
        try:
            with _reading(REPLICA) as later, _one_moment():
                made = make()
        except (OperationalError, InterfaceError) as error:
            standing = _rest(Following.AWAY, type(error).__name__)
        else:
            told(standing)
            return made, later
    if standing is not None:
        told(standing)
    with _reading(DEFAULT_DB_ALIAS) as later:
        return make(), later


def replica_state() -> ReplicaState | None:
    """How the replica stands at this moment; None where there is none."""
    return _compared(*_primary()) if REPLICA in settings.DATABASES else None


def _standing() -> Following:
    """How it stands for whoever asks now, who waits as long as it usually needs."""
    if time.monotonic() < _resting.until:
        return _resting.why
    patience = time.monotonic() + settings.OPENKADER_REPLICA_WAIT_MS / 1000
    primary = _primary()
    while (found := _compared(*primary)).following is not Following.EVEN:
        if found.following is not Following.BEHIND or time.monotonic() >= patience:
            return _rest(found.following, f"{found.bytes_behind or 'unknown'} bytes")
        time.sleep(_LOOK_AGAIN)
    return found.following


def _primary() -> tuple[list[object], datetime, str]:
    """Which the primary is, what time it has there, and up to where it has written."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_PRIMARY)
        *which, now, end = cursor.fetchone()
    return which, now, end


def _compared(which: list[object], now: datetime, end: str) -> ReplicaState:
    """The replica beside the primary as that was."""
    try:
        with connections[REPLICA].cursor() as cursor:
            cursor.execute(_FOLLOWER, [end])
            *follows, newest, missing = cursor.fetchone()
    except (OperationalError, InterfaceError):
        connections[REPLICA].close()
        return ReplicaState(following=Following.AWAY)
    if follows != which or missing is None:
        return ReplicaState(following=Following.OTHER)
    if missing <= 0:
        return ReplicaState(following=Following.EVEN, bytes_behind=0, behind=timedelta())
    behind = max(now - newest, timedelta()) if newest else None
    return ReplicaState(following=Following.BEHIND, bytes_behind=int(missing), behind=behind)


def _rest(why: Following, detail: str) -> Following:
    connections[REPLICA].close()
    _resting.until, _resting.why = time.monotonic() + REST.total_seconds(), why
    logger.warning("the primary is read for a while: the replica is %s (%s)", why, detail)
    return why


@contextmanager
def _reading(place: str) -> Iterator[Later]:
    later: Later = []
    former, before = _READS.set(place), _LATER.set(later)
    try:
        yield later
    finally:
        _LATER.reset(before)
        _READS.reset(former)


@contextmanager
def _one_moment() -> Iterator[None]:
    """All that is read is of one moment, and nothing is written."""
    with transaction.atomic(using=REPLICA):
        with connections[REPLICA].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
