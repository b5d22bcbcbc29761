"""Events through real processes on both databases: the receiver of the how-to, a worker that is killed, two at once."""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from tests.installation import Installation, free_port
from tests.integration.subscription_house import Receiver, receiving
from tests.integration.test_work_command import script
from tests.web_pages import PASSWORD

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "receive-events.md"
HAPPENS = """
from datetime import UTC, datetime
from openkader.casework.permissions import HouseHand
from openkader.base.text import Text
from openkader.casework.vocabulary import Confidentiality
from openkader.casework.work_list import Holder
from openkader.register import services
from openkader.register.entries import AssignmentEntry, RequestEntry
hand = {"by": HouseHand("cli:adviser"), "now": datetime.now(UTC)}
for number in range(%d):
    secret = number == 2
    level = Confidentiality.SECRET if secret else Confidentiality.INTERNAL
    entry = RequestEntry(
        reference=f"V-{number}", year=2030, title=Text(nl="Fictief", en="Fictional"), confidentiality=level
    )
    services.record_request(entry, **hand)
    given = AssignmentEntry(request=f"V-{number}", seen=Holder(), to=Holder(team="china"))
    services.assign_request(given, **hand)
"""
WAITING = "SELECT count(*) FROM register_outgoingevent"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@pytest.fixture
def subscribed(either: Installation, receiver: Receiver) -> Installation:
    """An installation in which five things happened, one of them with a case that is secret."""
    assert either.run("migrate").returncode == 0
    typed(either, "openkader account add zaaksysteem --role evaluator")
    assert either.run("webhook", "open", "zaaksysteem", "koppeling", receiver.url).returncode == 0
    script(either, HAPPENS % 5)
    return either


def typed(house: Installation, line: str) -> str:
    more = ["--password-from-stdin"] if " account add " in line else []
    command = [sys.executable, "-m", *shlex.split(line), *more]
    done = subprocess.run(
        command, env=house.environment, input=PASSWORD, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def works(house: Installation) -> subprocess.Popen[str]:
    return house.start("work", "--once")


def ended_well(process: subprocess.Popen[str]) -> None:
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors


def test_each_is_told_once_and_in_order_and_the_secret_one_is_not(
    subscribed: Installation, receiver: Receiver
) -> None:
    assert subscribed.sql(WAITING) == [(5,)]
    ended_well(works(subscribed))
    assert [one["subject"] for one in receiver.came] == ["V-0", "V-1", "V-3", "V-4"]
    assert subscribed.sql(WAITING) == [(0,)]
    assert subscribed.run("audit", "verify").returncode == 0
    assert "0 wait  last answer: 204" in subscribed.run("webhook", "list").stdout


def test_a_worker_that_is_killed_before_it_hears_the_answer_tells_the_same_again(
    subscribed: Installation, receiver: Receiver
) -> None:
    asked, never = Event(), Event()

    def think() -> None:
        asked.set()
        never.wait(30)

    receiver.before = think
    worker = subscribed.start("work")
    assert asked.wait(60)
    os.kill(worker.pid, signal.SIGKILL)
    worker.communicate()
    receiver.before = lambda: None
    never.set()
    ended_well(works(subscribed))  # somebody holds it still, by its lease
    assert len(receiver.came) == 1
    subscribed.sql("UPDATE register_eventsubscription SET lease_ends = at")
    ended_well(works(subscribed))
    assert [one["subject"] for one in receiver.came] == ["V-0", "V-0", "V-1", "V-3", "V-4"]
    assert receiver.came[0]["id"] == receiver.came[1]["id"]


def test_workers_at_once_tell_each_event_once_and_in_order(
    subscribed: Installation, receiver: Receiver
) -> None:
    receiver.before = lambda: time.sleep(0.05)
    for worker in [works(subscribed) for _ in range(3)]:
        ended_well(worker)
    ended_well(works(subscribed))
    assert [one["subject"] for one in receiver.came] == ["V-0", "V-1", "V-3", "V-4"]
    assert max(Counter(one["id"] for one in receiver.came).values()) == 1


def test_a_receiver_that_fails_is_tried_again_when_somebody_says_so(
    subscribed: Installation, receiver: Receiver
) -> None:
    receiver.status = 503
    ended_well(works(subscribed))
    assert "4 wait" not in subscribed.run("webhook", "list").stdout
    assert "last answer: 503" in subscribed.run("webhook", "list").stdout
    receiver.status = 204
    ended_well(works(subscribed))
    assert len(receiver.came) == 1
    assert "1 receivers" in subscribed.run("webhook", "send-again").stdout
    ended_well(works(subscribed))
    assert [one["subject"] for one in receiver.came] == ["V-0", "V-0", "V-1", "V-3", "V-4"]
    assert subscribed.run("webhook", "withdraw", "zaaksysteem", "koppeling").returncode == 0
    assert "withdrawn" in subscribed.run("webhook", "list").stdout


def blocks(kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


@contextmanager
def receiver_of_the_page(folder: Path, secret: str, port: int) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", blocks("python"), str(port)],
        env={"PATH": os.environ["PATH"], "WEBHOOK_SECRET": secret},
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def test_the_receiver_of_the_page_hears_each_event_once_and_believes_nobody_else(
    house: Installation, tmp_path: Path
) -> None:
    assert house.run("migrate").returncode == 0
    port = free_port()
    account, webhook = blocks("sh").splitlines()
    typed(house, account)
    webhook = webhook.replace("https://zaken.example.nl", f"http://127.0.0.1:{port}")
    secret = typed(house, webhook.replace("verzoek.besloten", "verzoek.toegewezen")).split()[-1]
    script(house, HAPPENS % 3)
    with receiver_of_the_page(tmp_path, secret, port) as process:
        assert process.stdout is not None
        until_it_listens(port)
        ended_well(works(house))
        heard = [process.stdout.readline() for _ in range(2)]
        kept = house.sql(WAITING)
    assert heard == [f"nl.openkader.verzoek.toegewezen V-{number}\n" for number in range(2)]
    assert kept == [(0,)]
    with receiver_of_the_page(tmp_path, "whsec_" + "eA" * 20 + "==", port):
        until_it_listens(port)
        script(house, HAPPENS.replace("range(%d)", "range(7, 8)"))
        ended_well(works(house))
    assert "last answer: 401" in house.run("webhook", "list").stdout


def until_it_listens(port: int) -> None:
    import socket

    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("it does not listen")
