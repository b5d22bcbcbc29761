"""`openkader work [--once]`: does what a day asks for, and the mail, events, screening and other work that waits."""

import argparse
import logging
import os
import socket
from contextlib import suppress
from dataclasses import dataclass, field

from django.conf import settings

from openkader import __version__
from openkader.base.errors import Refused, Unavailable
from openkader.base.text import Text
from openkader.casework.permissions import HouseHand
from openkader.cli.delivering import deliver_events
from openkader.cli.destroying import destroy_waiting
from openkader.cli.fetching import Fetching
from openkader.cli.house import now
from openkader.cli.kader_replays import replay_waiting
from openkader.cli.keeping_up import keep_up
from openkader.cli.mailing import send_waiting_mail
from openkader.cli.progress import Progress
from openkader.cli.rescreening import rescreen
from openkader.cli.spreadsheets_waiting import take_over_waiting
from openkader.cli.stopping import Stop
from openkader.cli.words import Screen
from openkader.register import selectors, services
from openkader.register.comparing import compared
from openkader.register.engines import Ready
from openkader.register.house_lists import house_lists
from openkader.register.screeners import screener
from openkader.register.screening_entries import Taken
from openkader.screening.evidence import Screens

logger = logging.getLogger(__name__)
REMARKS = 1
PAUSE = 5.0
ENGINE = f"Open Kader {__version__}"
DONE = Text(
    nl="{done} partijen gescreend, {failed} zonder antwoord; {left} wachten nog.",
    en="{done} parties screened, {failed} without an answer; {left} still wait.",
)


@dataclass(slots=True)
class Worker:
    """Somebody who screens: what is taken and not finished yet, and what came of the work so far."""

    name: str
    stop: Stop
    held: list[Taken] = field(default_factory=list)
    done: int = 0
    failed: int = 0


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--once", action="store_true")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Work until nothing waits; without `--once`, look again and again, until asked to stop."""
    stop = Stop()
    with stop.on_signals():
        worker = _worker(stop)
        try:
            _work(worker, screen, once=options.once)
        except KeyboardInterrupt:
            if options.once:
                raise  # it did not do what was asked
            _sum_up(worker, screen)
            return 0
        _sum_up(worker, screen)
    return REMARKS if worker.failed else 0


def work_beside(screen: Screen, stop: Stop) -> None:
    """Work in a thread of another program; ends in a `KeyboardInterrupt` when that stops."""
    _work(_worker(stop), screen, once=False)


def _worker(stop: Stop) -> Worker:
    return Worker(HouseHand(f"{socket.gethostname()}:{os.getpid()}"), stop)


def _sum_up(worker: Worker, screen: Screen) -> None:
    left = selectors.queue()
    words = {"done": worker.done, "failed": worker.failed, "left": left.waiting + left.running}
    screen.line(DONE.in_(screen.language).format(**words))


def _work(worker: Worker, screen: Screen, *, once: bool) -> None:
    ready, fetching = Ready(house_lists(), screener), Fetching()
    try:
        while True:
            keep_up(worker.stop)
            send_waiting_mail(worker.name, worker.stop)
            fetching.fetch_mail(worker.name, worker.stop)
            deliver_events(worker.name, worker.stop)
            _rescreen(ready, screen)
            _screen_all(worker, ready)
            replay_waiting(worker.name, worker.stop)
            take_over_waiting(worker.stop)
            destroy_waiting(worker.name, worker.stop)
            if once:
                return
            worker.stop.pause(PAUSE)
    except KeyboardInterrupt:
        with worker.stop.held_off():  # a second Ctrl-C changes nothing
            services.return_tasks(worker.held, now=now())
        raise


def _rescreen(ready: Ready, screen: Screen) -> None:
    """What a renewal touches; while the lists in force cannot be had, that waits, and other work does not."""
    try:
        rescreen(ready.lists, now(), screen)
    except Unavailable as away:
        logger.warning("nobody is screened: %s", away)


def _screen_all(worker: Worker, ready: Ready) -> None:
    """Everything that can be taken now, each task with the lists as they are when it is taken."""
    waiting = selectors.queue().waiting
    worker.failed += services.give_up_tasks(by=worker.name, now=now())
    with Progress("work") as bar:
        opened = ready.now()
        while _take(worker):
            while worker.held:
                _screen(worker, opened)
                bar.show(worker.done + worker.failed, waiting)
            opened = ready.now()


def _take(worker: Worker) -> bool:
    with worker.stop.held_off():
        worker.held = services.take_tasks(worker.name, now=now())
    return bool(worker.held)


def _engine() -> str:
    """What did the comparing, as a screening keeps it."""
    return f"yente, {settings.SCREENING_DATASET}"[:80] if settings.SCREENING_URL else ENGINE


def _screen(worker: Worker, opened: Screens) -> None:
    task = worker.held[0]
    answer = compared(task.asked, opened, _engine())
    with worker.stop.held_off():
        # When somebody took it over, what they find counts.
        with suppress(Refused):
            services.finish_task(task, answer, by=worker.name, now=now())
            if answer.failure is not None or not answer.result or not answer.result.lists:
                worker.failed += 1
            else:
                worker.done += 1
        del worker.held[0]
