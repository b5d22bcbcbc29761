"""`openkader work` through a real process: nothing is lost when it is killed, and nothing is done twice."""

import json
import os
import signal
import time
from pathlib import Path

import pytest

from tests.installation import Installation

LISTED = {"fic-1": "WANG Verzonnen", "fic-2": "Zhao Fictief"}
DELEGATION = """
from datetime import UTC, datetime
from openkader.casework.permissions import HouseHand
from openkader.base.text import Text
from openkader.casework.delegation import Delegate
from openkader.casework.screening import CameAs
from openkader.register import services
from openkader.register.entries import RequestEntry
from openkader.register.screening_entries import DelegationEntry
hand = {"by": HouseHand("cli:adviser"), "now": datetime.now(UTC)}
services.record_request(RequestEntry(reference="V-1", year=2030, title=Text(nl="Fictief", en="Fictional")), **hand)
rows = [Delegate(row=2, names=("Wang Verzonnen",))]
rows += [Delegate(row=row, names=(f"Verzonnen Persoon {row}",)) for row in range(3, 40)]
entry = DelegationEntry(
    request="V-1", seen=0, came_as=CameAs.PASTED, digest="0" * 64, delegates=tuple(rows)
)
services.add_delegation_list(entry, **hand)
"""
DIES = """
import os, signal
from datetime import UTC, datetime, timedelta
from openkader.register import services
now = datetime.now(UTC)
assert len(services.take_tasks("dies", now=now, lease=timedelta(seconds={seconds}))) == 5
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def delegation(either: Installation) -> Installation:
    """A delegation of 38 that waits, and a list of two that one of them is on."""
    assert either.run("migrate").returncode == 0
    script(either, DELEGATION)
    add_the_list(either, LISTED)
    return either


def add_the_list(house: Installation, names: dict[str, str]) -> None:
    publish(house, names)
    done = house.run("lists", "add", "fictional", str(house.data.parent / "list.json"), "--format", "ftm")
    assert done.returncode == 0, done.stderr


def publish(house: Installation, names: dict[str, str]) -> None:
    entities = [
        {"id": key, "schema": "Person", "properties": {"name": [name]}} for key, name in names.items()
    ]
    lines = "".join(json.dumps(entity) + "\n" for entity in entities)
    (house.data.parent / "list.json").write_text(lines, encoding="utf-8")


def script(house: Installation, code: str, expected: int = 0) -> None:
    process = house.script(code)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == expected, errors


def counts(house: Installation) -> tuple[int, int, int]:
    """Screenings, different parties among them, and hits."""
    ((screenings, parties, hits),) = house.sql(
        "SELECT (SELECT count(*) FROM register_screening), "
        "(SELECT count(DISTINCT party_id) FROM register_screening), (SELECT count(*) FROM register_hit)"
    )
    return screenings, parties, hits


def test_a_delegation_is_worked_through_once(delegation: Installation) -> None:
    done = delegation.run("work", "--once")
    assert (done.returncode, done.stderr) == (0, "")
    assert "38 parties screened, 0 without an answer; 0 still wait" in done.stdout
    assert counts(delegation) == (38, 38, 1)
    assert "0 parties screened" in delegation.run("work", "--once").stdout
    assert delegation.run("audit", "verify").returncode == 0


def test_what_a_killed_worker_held_is_done_after_its_lease(delegation: Installation) -> None:
    script(delegation, DIES.format(seconds=1), -signal.SIGKILL)
    time.sleep(1.1)
    assert delegation.run("work", "--once").returncode == 0
    assert counts(delegation) == (38, 38, 1)


def test_what_a_killed_worker_holds_is_left_alone_until_then(delegation: Installation) -> None:
    script(delegation, DIES.format(seconds=600), -signal.SIGKILL)
    done = delegation.run("work", "--once")
    assert "33 parties screened, 0 without an answer; 5 still wait" in done.stdout
    assert counts(delegation)[0] == 33


def test_a_worker_killed_at_any_moment_leaves_every_party_screened_once(delegation: Installation) -> None:
    for wait in (0.0, 0.05, 0.1, 0.2):
        worker = delegation.start("work")
        until_something_happened(delegation, worker.pid)
        time.sleep(wait)
        os.kill(worker.pid, signal.SIGKILL)
        worker.communicate()
        delegation.sql(
            "UPDATE register_screeningtask SET lease_ends = requested_at WHERE taken_by IS NOT NULL"
        )
    assert delegation.run("work", "--once").returncode == 0
    assert counts(delegation) == (38, 38, 1)
    assert delegation.run("audit", "verify").returncode == 0


def until_something_happened(house: Installation, process: int) -> None:
    """Wait until the worker has taken tasks, or everything is done."""
    query = "SELECT count(*) FROM register_screeningtask WHERE finished_at IS NULL AND taken_by IS NULL"
    left = house.sql(query)[0][0]
    for _ in range(400):
        if not left or house.sql(query)[0][0] < left:
            return
        time.sleep(0.02)


def test_two_workers_at_once_do_nothing_twice(delegation: Installation) -> None:
    workers = [delegation.start("work", "--once") for _ in range(2)]
    for worker in workers:
        _, errors = worker.communicate(timeout=120)
        assert worker.returncode == 0, errors
    assert counts(delegation) == (38, 38, 1)
    assert delegation.run("audit", "verify").returncode == 0


def test_a_renewed_list_puts_whom_it_touches_in_the_queue(delegation: Installation) -> None:
    delegation.run("work", "--once")
    publish(delegation, LISTED | {"fic-3": "Verzonnen Persoon 7"})
    done = delegation.run("lists", "update")
    assert "of the 38 parties are screened again" in done.stdout
    delegation.run("work", "--once")
    names = delegation.sql("SELECT asked_name FROM register_hit WHERE entity LIKE '%fic-3%'")
    assert ("Verzonnen Persoon 7",) in names


def test_a_name_that_left_the_list_ends_its_hit(delegation: Installation) -> None:
    delegation.run("work", "--once")
    publish(delegation, {"fic-2": "Zhao Fictief"})
    done = delegation.run("lists", "update", "--accept-shrunken")
    assert "1 hits are no longer in force" in done.stdout
    assert delegation.sql("SELECT state, gone_because FROM register_hit") == [("gone", "entity_removed")]


def test_without_lists_nobody_is_screened_and_it_is_said(either: Installation) -> None:
    either.run("migrate")
    script(either, DELEGATION)
    done = either.run("work", "--once")
    assert done.returncode == 1
    assert "0 parties screened, 38 without an answer; 38 still wait" in done.stdout


def test_lists_can_be_kept_where_there_is_no_register(tmp_path: Path) -> None:
    house = Installation(tmp_path / "data")
    add_the_list(house, LISTED)
    assert not (house.data / "db.sqlite3").exists()
