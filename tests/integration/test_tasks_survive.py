"""Work in the background, through real processes on both databases: a worker that is killed, two that take at once,
and a clock that jumps. Nothing is lost, and nothing is done twice where that is in our hands."""

import os
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.installation import Installation
from tests.integration.mail_server import MailServer, serving_mail
from tests.integration.test_keeping_up import ASKED
from tests.integration.test_work_command import DELEGATION, LISTED, add_the_list, counts, script

MAIL = """
INSERT INTO register_outgoingmail (purpose, "to", subject, text, queued_at, queued_by, not_before, attempts)
VALUES ('confirmation', 'a@example.nl', 'Bedacht', 'Bedacht.', CURRENT_TIMESTAMP, 'cli:test', CURRENT_TIMESTAMP, 0)
"""
# A worker whose clock is so many hours off, and that dies once it holds what it took.
DIES = """
import os, signal
from datetime import UTC, datetime, timedelta
from openkader.register import services
now = datetime.now(UTC) + timedelta(hours=%d)
assert services.take_tasks("dies", now=now)
assert services.take_mail("dies", now=now)
os.kill(os.getpid(), signal.SIGKILL)
"""
WORKS = """
from datetime import UTC, datetime, timedelta
from openkader.cli import keeping_up, mailing, work
for module in (keeping_up, mailing, work):
    module.now = lambda: datetime.now(UTC) + timedelta(hours=%d)
from openkader.cli.main import main
raise SystemExit(main(["work", "--once"]))
"""
# Takes tasks, lets another do them meanwhile, and then hands in what it found.
HANDS_IN_LATE = """
import time
from datetime import UTC, datetime
from pathlib import Path
from openkader.base.errors import Refused
from openkader.casework.permissions import HouseHand
from openkader.register import services
from openkader.register.screening_entries import Answered
now = datetime.now(UTC)
held = services.take_tasks("slow", now=now)
print("holds", len(held), flush=True)
while not Path("go-on").exists():
    time.sleep(0.05)
late = 0
for taken in held:
    try:
        services.finish_task(taken, Answered(asked=taken.asked, engine="slow"), by=HouseHand("slow"), now=now)
    except Refused as error:
        late += error.refusal.code == "screening.overtaken"
print("late", late)
"""
YEAR = 24 * 365  # in hours
LEFT = "SELECT count(*) FROM register_outgoingmail WHERE finished_at IS NULL"
SENT = "SELECT count(*) FROM register_auditevent WHERE action = 'mail.sent'"


@pytest.fixture
def server() -> Iterator[MailServer]:
    with serving_mail() as found:
        yield found


@pytest.fixture
def mailing(either: Installation, server: MailServer) -> Installation:
    """An installation in which five mails wait."""
    house = replace(either, more={"OPENKADER_MAIL_FROM": "p@example.nl", "OPENKADER_MAIL_URL": server.url})
    assert house.run("migrate").returncode == 0
    house.sql(*[MAIL] * 5)
    return house


@pytest.fixture
def delegation(mailing: Installation) -> Installation:
    """The same, in which a delegation of 38 waits to be screened as well."""
    script(mailing, DELEGATION)
    add_the_list(mailing, LISTED)
    return mailing


def killed_when(server: MailServer, silent_after: str, house: Installation) -> None:
    """A worker that is killed while the server thinks about its mail."""
    server.silent_after = silent_after
    worker = house.start("work")
    assert server.fell_silent.wait(30)
    os.kill(worker.pid, signal.SIGKILL)
    worker.communicate()
    server.silent_after = ""
    house.sql("UPDATE register_outgoingmail SET lease_ends = queued_at WHERE taken_by IS NOT NULL")


def ended_well(process: subprocess.Popen[str]) -> None:
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors


def holds(house: Installation) -> bool:
    return house.run("audit", "verify").returncode == 0


def test_a_mail_that_the_server_had_not_taken_when_the_worker_was_killed_arrives_once(
    mailing: Installation, server: MailServer
) -> None:
    killed_when(server, "RCPT", mailing)
    assert server.came == []
    ended_well(mailing.start("work", "--once"))
    assert sorted(Counter(server.came).values()) == [1] * 5
    assert (mailing.sql(LEFT), mailing.sql(SENT)) == ([(0,)], [(5,)])


def test_a_mail_that_the_server_had_taken_comes_again_under_the_same_name(
    mailing: Installation, server: MailServer
) -> None:
    killed_when(server, "TAKEN", mailing)
    ended_well(mailing.start("work", "--once"))
    # Whether the server took it nobody can know; a mailbox shows two of one name as one, and the trail says it once.
    assert sorted(Counter(server.came).values()) == [1, 1, 1, 1, 2]
    assert (mailing.sql(LEFT), mailing.sql(SENT)) == ([(0,)], [(5,)])


def test_workers_at_once_send_each_mail_once(mailing: Installation, server: MailServer) -> None:
    mailing.sql(*[MAIL] * 15)
    workers = [mailing.start("work", "--once") for _ in range(3)]
    for worker in workers:
        ended_well(worker)
    assert sorted(Counter(server.came).values()) == [1] * 20
    assert (mailing.sql(LEFT), mailing.sql(SENT)) == ([(0,)], [(20,)])
    assert holds(mailing)


def test_what_dead_workers_took_by_clocks_that_were_a_year_off_is_done_today(
    delegation: Installation, server: MailServer
) -> None:
    for hours in (YEAR, -YEAR):
        script(delegation, DIES % hours, -signal.SIGKILL)
    ended_well(delegation.start("work", "--once"))
    assert counts(delegation) == (38, 38, 1)
    assert sorted(Counter(server.came).values()) == [1] * 5
    assert holds(delegation)


def test_what_failed_under_a_clock_that_ran_ahead_does_not_wait_for_it(
    mailing: Installation, server: MailServer
) -> None:
    out_of_order = replace(mailing, more={**mailing.more, "OPENKADER_MAIL_URL": "smtp://127.0.0.1:9"})
    ended_well(out_of_order.script(WORKS % YEAR))
    assert mailing.sql(LEFT) == [(5,)]
    ended_well(mailing.start("work", "--once"))
    assert sorted(Counter(server.came).values()) == [1] * 5


def test_a_clock_that_jumps_while_a_worker_is_at_it_keeps_one_answer(delegation: Installation) -> None:
    slow = delegation.script(HANDS_IN_LATE)
    assert slow.stdout is not None
    assert slow.stdout.readline() == "holds 5\n"
    ended_well(delegation.script(WORKS % 1))  # for whom every lease has ended
    assert counts(delegation) == (38, 38, 1)
    (delegation.data.parent / "go-on").touch()
    out, errors = slow.communicate(timeout=60)
    assert (slow.returncode, out) == (0, "late 5\n"), errors
    assert counts(delegation) == (38, 38, 1)
    assert holds(delegation)


def test_a_clock_that_jumps_ahead_and_back_reminds_once(mailing: Installation, server: MailServer) -> None:
    script(mailing, ASKED)
    reminded = "SELECT count(*) FROM register_outgoingmail WHERE purpose <> 'confirmation'"
    for hours in (24 * 30, 0, -24 * 30):
        ended_well(mailing.script(WORKS % hours))
    assert mailing.sql(reminded) == [(1,)]
    assert sorted(Counter(server.came).values()) == [1] * 6
