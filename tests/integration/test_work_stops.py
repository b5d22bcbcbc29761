"""Whoever is asked to stop gives back what it holds: nobody waits for a lease of a worker that is gone."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.installation import Installation, free_port
from tests.integration.test_work_command import DELEGATION, LISTED, add_the_list, counts, script
from tests.integration.yente_server import Server, serving

HELD = "SELECT count(*) FROM register_screeningtask WHERE taken_by IS NOT NULL"
WAITING = "SELECT attempts, count(*) FROM register_screeningtask WHERE finished_at IS NULL GROUP BY attempts"
SIGNALS = [signal.SIGTERM, signal.SIGINT]


@pytest.fixture
def slow() -> Iterator[Server]:
    """A server that thinks for longer than anybody who stops should wait."""

    def think(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(25)

    with serving() as found:
        found.answers = [think] * 50
        yield found


@pytest.fixture
def asking(either: Installation, slow: Server) -> Installation:
    """A delegation of 38 that a slow server is asked about."""
    house = replace(either, more={"SCREENING_URL": slow.url})
    assert house.run("migrate").returncode == 0
    script(house, DELEGATION)
    return house


def until_asked(server: Server, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 20
    while not any(path.startswith("/yente/match") for _, path, _, _ in server.asked):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("stop", SIGNALS)
def test_a_worker_that_waits_for_an_answer_stops_at_once_and_gives_back(
    asking: Installation, slow: Server, stop: int
) -> None:
    worker = asking.start("work")
    until_asked(slow, worker)
    assert asking.sql(HELD) == [(5,)]
    worker.send_signal(stop)
    out, errors = worker.communicate(timeout=5)
    assert (worker.returncode, errors) == (0, "")
    assert "0 parties screened, 0 without an answer; 38 still wait" in out
    assert asking.sql(WAITING) == [(0, 38)]
    assert replace(asking, more={}).run("audit", "verify").returncode == 0


def test_what_was_given_back_is_taken_by_the_next(house: Installation, slow: Server) -> None:
    assert house.run("migrate").returncode == 0
    script(house, DELEGATION)
    for _ in range(2):
        worker = replace(house, more={"SCREENING_URL": slow.url}).start("work", "--once")
        until_asked(slow, worker)
        slow.asked.clear()
        worker.terminate()
        _, errors = worker.communicate(timeout=5)
        assert (worker.returncode, errors) == (130, "Stopped.\n")
    add_the_list(house, LISTED)
    assert house.run("work", "--once").returncode == 0
    assert counts(house) == (38, 38, 1)


def listens(pid: int) -> None:
    """Wait until a process has its own answer to being stopped."""
    caught = re.compile(r"^SigCgt:\s*([0-9a-f]+)", re.MULTILINE)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = caught.search(Path(f"/proc/{pid}/status").read_text("ascii"))
        if found and int(found[1], 16) >> (signal.SIGTERM - 1) & 1:
            return
        time.sleep(0.1)
    pytest.fail("it did not come so far")


@pytest.mark.parametrize("stop", SIGNALS)
def test_a_worker_that_rests_stops_at_once(house: Installation, stop: int) -> None:
    assert house.run("migrate").returncode == 0
    worker = house.start("work")
    listens(worker.pid)
    worker.send_signal(stop)
    out, errors = worker.communicate(timeout=20)
    assert (worker.returncode, errors) == (0, "")
    assert "0 still wait" in out


def test_many_signals_do_no_more_than_one(house: Installation, slow: Server) -> None:
    asking = replace(house, more={"SCREENING_URL": slow.url})
    assert asking.run("migrate").returncode == 0
    script(asking, DELEGATION)
    worker = asking.start("work")
    until_asked(slow, worker)
    for _ in range(20):
        os.kill(worker.pid, signal.SIGTERM)
        time.sleep(0.01)
    worker.communicate(timeout=5)
    assert asking.sql(HELD) == [(0,)]


def test_the_worker_of_the_demo_ends_what_it_is_at(house: Installation, slow: Server) -> None:
    def think(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(1.5)

    slow.answers = [think] * 50
    demo = replace(house, more={"SCREENING_URL": slow.url}).start("demo", "--port", str(free_port()))
    until_asked(slow, demo)
    assert house.sql(HELD)[0][0] > 0
    demo.terminate()
    _, errors = demo.communicate(timeout=15)
    assert (demo.returncode, errors) == (0, "")
    assert house.sql(HELD) == [(0,)]
