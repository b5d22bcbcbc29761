"""Replaying history under a draft of a kader: asked by who writes on it, done by a worker, kept for good or stopped."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from openkader.base.errors import Refusal

PATIENCE = timedelta(minutes=1)  # after which somebody ought to look whether a worker runs


class ReplayEnd(StrEnum):
    """How a replay ended; what is not done has no result."""

    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class ReplayState(StrEnum):
    """How far a replay is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def is_open(self) -> bool:
        """Whether it has yet to end."""
        return self in (ReplayState.WAITING, ReplayState.RUNNING)


def state_of(end: str | None, lease_ends: datetime | None, now: datetime) -> ReplayState:
    """How far it is at a moment; one whose worker is gone waits for another, and begins again."""
    if end is not None:
        return ReplayState(end)
    is_held = lease_ends is not None and now < lease_ends
    return ReplayState.RUNNING if is_held else ReplayState.WAITING


def waits_long(state: ReplayState, since: datetime, now: datetime) -> bool:
    """Whether it waits so long that no worker seems to run."""
    return state is ReplayState.WAITING and now - since >= PATIENCE


def may_ask(problems: Sequence[str], before: str | None, *, is_withdrawn: bool = False) -> Refusal | None:
    """A draft that makes a kader can be replayed; `before` is a replay of an earlier text that has not ended.

    Nobody goes on with one that was withdrawn. One that was adopted can still be replayed: it is in force.
    """
    if is_withdrawn:
        return Refusal("kader-replay.withdrawn")
    if problems:
        detail = {"number": str(len(problems)), "first": problems[0][:300]}
        return Refusal("kader-replay.unreadable", detail)
    return Refusal("kader-replay.earlier-runs", {"replay": before}) if before else None


def may_stop(end: str | None) -> Refusal | None:
    """What has not ended can be stopped."""
    return Refusal("kader-replay.ended") if end is not None else None
