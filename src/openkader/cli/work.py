"""`openkader work [--once]`: compares the parties that wait with the lists, one after another."""

import argparse
import os
import socket
import time
from dataclasses import dataclass

from django.conf import settings

from openkader import __version__
from openkader.base.errors import Refused
from openkader.base.text import Text
from openkader.cli.house import now
from openkader.cli.progress import Progress
from openkader.cli.rescreening import rescreen
from openkader.cli.words import Screen
from openkader.register import selectors, services
from openkader.register.comparing import compared
from openkader.register.engines import Ready
from openkader.register.screeners import screener
from openkader.register.screening_entries import Taken
from openkader.screening.evidence import Screens
from openkader.screening.lists import Lists

REMARKS = 1
PAUSE = 5.0
ENGINE = f"Open Kader {__version__}"
DONE = Text(
    nl="{done} partijen gescreend, {failed} zonder antwoord; {left} wachten nog.",
    en="{done} parties screened, {failed} without an answer; {left} still wait.",
)


@dataclass(slots=True)
class Tally:
    """What came of the work so far."""

    done: int = 0
    failed: int = 0


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--once", action="store_true")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Work until nothing waits; without `--once`, look again and again."""
    ready, found = Ready(Lists(settings.OPENKADER_DATA / "lists"), screener), Tally()
    while True:
        rescreen(ready.lists, now(), screen)
        _work(ready, found)
        if options.once:
            break
        time.sleep(PAUSE)
    left = selectors.queue()
    words = {"done": found.done, "failed": found.failed, "left": left.waiting + left.running}
    screen.line(DONE.in_(screen.language).format(**words))
    return REMARKS if found.failed else 0


def _work(ready: Ready, found: Tally) -> None:
    """Everything that can be taken now, each task with the lists as they are when it is taken."""
    worker = f"{socket.gethostname()}:{os.getpid()}"
    waiting = selectors.queue().waiting
    found.failed += services.give_up_tasks(by=worker, now=now())
    with Progress("work") as bar:
        opened = ready.now()
        while tasks := services.take_tasks(worker, now=now()):
            for task in tasks:
                _screen(task, opened, worker, found)
                bar.show(found.done + found.failed, waiting)
            opened = ready.now()


def _engine() -> str:
    """What did the comparing, as a screening keeps it."""
    return f"yente, {settings.SCREENING_DATASET}"[:80] if settings.SCREENING_URL else ENGINE


def _screen(task: Taken, opened: Screens, worker: str, found: Tally) -> None:
    answer = compared(task.asked, opened, _engine())
    try:
        services.finish_task(task, answer, by=worker, now=now())
    except Refused:
        return  # somebody took it over: what they find counts
    if answer.failure is not None or not answer.result or not answer.result.lists:
        found.failed += 1
    else:
        found.done += 1
