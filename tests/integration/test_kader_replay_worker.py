"""Replays through real processes: a worker that is killed half-way leaves nothing, and two do nothing twice."""

import signal

import pytest

from tests.installation import Installation
from tests.integration.test_work_command import script

HISTORY = """
from datetime import UTC, date, datetime
from openkader.casework.permissions import HouseHand
from openkader.cli.generating import generate
from openkader.register import services
from openkader.register.kader_draft_entries import KaderDraftEntry
from openkader.register.kaders import assessor_of
base = "zuid-holland/2024-01-01"
generate(60, 4, assessor_of(base))
hand = {"by": HouseHand("cli:adviser"), "now": datetime.now(UTC)}
entry = KaderDraftEntry(base=base, name="Bedacht", in_force_from=date(2099, 1, 1))
services.ask_kader_replay(services.start_kader_draft(entry, **hand), **hand)
"""
DIES = """
import os, signal
from openkader.cli import kader_replays as working
from openkader.cli.stopping import Stop
from openkader.register import services
whole, left = services.report_kader_replay, [3]
def report(*values, **named):
    whole(*values, **named)
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
working.CHUNK = 7
services.report_kader_replay = report
working.replay_waiting("dies", Stop())
"""
STANDS = 'SELECT done, attempts, "end" FROM register_kaderreplay'
LATER = "UPDATE register_kaderreplay SET lease_ends = at"
KEPT = "SELECT cases FROM register_kaderreplayresult"
PAST = "SELECT count(DISTINCT request_id) FROM register_assessment"


@pytest.fixture
def asked(either: Installation) -> Installation:
    """Sixty made-up cases, and a replay that waits."""
    assert either.run("migrate").returncode == 0
    script(either, HISTORY)
    return either


def test_what_a_killed_worker_was_at_is_done_from_the_beginning_after_its_lease(asked: Installation) -> None:
    script(asked, DIES, -signal.SIGKILL)
    assert asked.sql(STANDS) == [(14, 1, None)]
    assert asked.run("work", "--once").returncode == 0
    assert asked.sql(STANDS) == [(14, 1, None)]  # it may be at it still
    asked.sql(LATER)
    workers = [asked.start("work", "--once") for _ in range(2)]
    for worker in workers:
        _, errors = worker.communicate(timeout=120)
        assert worker.returncode == 0, errors
    whole = asked.sql(PAST)[0][0]
    assert asked.sql(STANDS) == [(whole, 2, "done")]
    assert asked.sql(KEPT) == [(whole,)]
    assert asked.run("audit", "verify").returncode == 0
