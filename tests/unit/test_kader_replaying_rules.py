"""Who may ask for a replay and stop it, and how far it is."""

from datetime import UTC, datetime, timedelta

import pytest

from openkader.casework.kader_replaying import (
    PATIENCE,
    ReplayEnd,
    ReplayState,
    may_ask,
    may_stop,
    state_of,
    waits_long,
)

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
LATER, EARLIER = NOW + timedelta(seconds=1), NOW - timedelta(seconds=1)


@pytest.mark.parametrize(
    ("end", "lease_ends", "state"),
    [
        (None, None, ReplayState.WAITING),
        (None, LATER, ReplayState.RUNNING),
        (None, NOW, ReplayState.WAITING),
        (None, EARLIER, ReplayState.WAITING),
        (ReplayEnd.DONE, None, ReplayState.DONE),
        (ReplayEnd.STOPPED, None, ReplayState.STOPPED),
        (ReplayEnd.FAILED, None, ReplayState.FAILED),
    ],
)
def test_what_a_dead_worker_held_waits_again(
    end: ReplayEnd | None, lease_ends: datetime | None, state: ReplayState
) -> None:
    found = state_of(end, lease_ends, NOW)
    assert found is state
    assert found.is_open is (end is None)


def test_only_what_waits_waits_long() -> None:
    assert not waits_long(ReplayState.WAITING, NOW - PATIENCE + timedelta(seconds=1), NOW)
    assert waits_long(ReplayState.WAITING, NOW - PATIENCE, NOW)
    assert not waits_long(ReplayState.RUNNING, NOW - PATIENCE, NOW)


def test_a_draft_with_mistakes_is_not_replayed_and_says_the_first() -> None:
    refusal = may_ask(["x" * 400, "y"], None)
    assert refusal is not None
    assert (refusal.code, refusal.detail) == ("kader-replay.unreadable", {"number": "2", "first": "x" * 300})


def test_one_replay_of_a_draft_at_a_time() -> None:
    assert may_ask([], None) is None
    refusal = may_ask([], "KC-1-NS1")
    assert refusal is not None
    assert (refusal.code, refusal.detail) == ("kader-replay.earlier-runs", {"replay": "KC-1-NS1"})


def test_a_draft_that_was_withdrawn_is_not_replayed() -> None:
    refusal = may_ask(["x"], "KC-1-NS1", is_withdrawn=True)
    assert refusal is not None
    assert refusal.code == "kader-replay.withdrawn"


def test_what_ended_is_not_stopped() -> None:
    assert may_stop(None) is None
    refusal = may_stop("done")
    assert refusal is not None
    assert refusal.code == "kader-replay.ended"
