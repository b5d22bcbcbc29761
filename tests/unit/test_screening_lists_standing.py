"""What is said of a list: that it is in force, that it failed, or that nobody has looked for too long."""

import fcntl
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.screening.lists import (
    Definition,
    Format,
    ListFolder,
    Lists,
    Standing,
    Terms,
    read_listed,
    state_of,
    update,
)
from tests.unit.test_screening_lists_snapshots import Web, people

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
# What a process does to a disk; at any of these it may be gone the next moment.
STEPS = ("open", "os.rename", "os.mkdir", "os.remove", "os.chmod", "os.rmdir", "fcntl.flock")


@pytest.fixture
def folder(tmp_path: Path) -> ListFolder:
    """A list of two people, in force since noon."""
    found = Lists(tmp_path / "lists").folder("made-up")
    found.define(Definition(id="made-up", format=Format.FTM, sources=("source",)))
    update(found, Web(people("Oak", "Elm")), Terms(now=NOW))
    return found


def standing(folder: ListFolder, **later: float) -> Standing:
    return state_of(folder).standing(NOW + timedelta(**later))


def fail(folder: ListFolder, **later: float) -> None:
    with pytest.raises(Invalid):
        update(folder, Web(b""), Terms(now=NOW + timedelta(**later)))


def test_a_list_that_was_renewed_is_in_force_for_a_week_and_a_day(folder: ListFolder) -> None:
    assert standing(folder) is Standing.RENEWED
    assert standing(folder, days=8) is Standing.RENEWED
    assert standing(folder, days=8, seconds=1) is Standing.OVERDUE


def test_a_list_that_stayed_the_same_was_looked_at_all_the_same(folder: ListFolder) -> None:
    update(folder, Web(people("Oak", "Elm")), Terms(now=NOW + timedelta(days=30)))
    state = state_of(folder)
    assert state.current
    assert state.current.read_at == NOW.isoformat()
    assert state.confirmed_at == NOW + timedelta(days=30)
    assert standing(folder, days=31) is Standing.RENEWED


def test_a_failure_counts_however_recent_and_remembers_when_it_last_worked(folder: ListFolder) -> None:
    for days in (1, 2, 3):
        fail(folder, days=days)
    assert standing(folder, days=3) is Standing.FAILED
    assert state_of(folder).confirmed_at == NOW


def test_a_list_that_never_worked_was_never_confirmed(tmp_path: Path) -> None:
    bare = Lists(tmp_path / "lists").folder("bare")
    bare.define(Definition(id="bare", format=Format.FTM, sources=("source",)))
    assert standing(bare) is Standing.NEVER
    assert not state_of(bare).is_usable
    fail(bare)
    assert (standing(bare), state_of(bare).confirmed_at) == (Standing.NEVER, None)


def test_an_attempt_that_ended_without_a_word_is_told_but_not_one_at_work(folder: ListFolder) -> None:
    (folder.path / ".draft").mkdir()
    assert standing(folder) is Standing.BROKEN_OFF
    with (folder.path / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert standing(folder) is Standing.RENEWED
    update(folder, Web(people("Oak", "Elm")), Terms(now=NOW))
    assert standing(folder) is Standing.RENEWED


def test_what_is_damaged_is_said_and_the_next_attempt_is_noted(folder: ListFolder) -> None:
    (folder.path / "last.json").write_text("{")
    assert standing(folder) is Standing.DAMAGED
    assert not state_of(folder).is_usable
    fail(folder)
    assert standing(folder) is Standing.FAILED
    assert state_of(folder).is_usable


def killed(at: int, work: Callable[[], object]) -> bool:
    """Whether a process that does the work was killed at so many steps from its beginning."""
    child = os.fork()
    if not child:
        steps = iter(range(1, at + 1))

        def look(event: str, _: object) -> None:
            if event in STEPS and next(steps) == at:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(look)
        work()
        os.kill(os.getpid(), signal.SIGTERM)
    return os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


def test_whenever_the_work_is_killed_a_whole_list_is_in_force(folder: ListFolder) -> None:
    former, later = ["Oak", "Elm"], NOW + timedelta(days=1)
    new = [*former, "Ash"]
    step = 1
    while killed(step, lambda: update(folder, Web(people(*new)), Terms(now=later))):
        state = state_of(folder)
        assert state.current, step
        folder.check(state.current)
        found = [one.entity.id for one in read_listed(folder.entities(state.current))]
        assert found in (former, new), step
        update(folder, Web(people(*former)), Terms(now=NOW, accept_shrunken=True))
        assert {path.name for path in folder.path.glob(".*")} == {".lock"}, step
        step += 1
    assert step > 20
