"""``openkader serve``: the pages for an organisation, by several processes, behind a proxy with TLS."""

import argparse
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.base.text import Text
from openkader.casework.permissions import HouseHand
from openkader.cli import house
from openkader.cli.before_serving import Place, place_of, problems
from openkader.cli.words import Screen

logger = logging.getLogger(__name__)
MOST = 64
BY = HouseHand("cli:serve")
# Where the processes of one server count together; the library that counts looks for this name.
COUNTS = "PROMETHEUS_MULTIPROC_DIR"
APPLICATION = "openkader.conf.wsgi:application"
PATIENCE = 30  # seconds for answers that are on their way when the server stops
HANGS_AFTER = 60  # seconds after which a process that says nothing is replaced
MEMORY = Path("/dev/shm")  # noqa: S108  no file stands there under a name
READY = Text(
    nl="Open Kader luistert op {places}, met {workers} processen van {threads} draden. Stoppen: Ctrl-C.",
    en="Open Kader listens on {places}, with {workers} processes of {threads} threads. Stop with Ctrl-C.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--bind", action="append", metavar="ADDRESS:PORT")
    parser.add_argument("--workers", default=str(usual_workers(os.cpu_count() or 1)), metavar="N")
    parser.add_argument("--threads", default="2", metavar="N")


def usual_workers(processors: int) -> int:
    """Two, so that one goes on when the other falls over; more where there are more processors, up to eight."""
    return min(max(2, processors), 8)


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Serve until stopped; all that stands in the way is said before anything is opened."""
    # What is served writes its lines where whoever started it looks for them.
    os.environ.setdefault("OPENKADER_LOG", "text")
    house.open_house()
    places = [place_of(one) for one in options.bind or ["127.0.0.1:8000"]]
    workers, threads = _number("--workers", options.workers), _number("--threads", options.threads)
    found = problems(places, os.environ)
    if found:
        raise Invalid(found)
    house.check_database()
    _take_over_key()
    note_what_is_missing()
    words = {"places": ", ".join(str(place) for place in places), "workers": workers, "threads": threads}
    with _counted_together():
        _serve(places, workers, threads, READY.in_(screen.language).format(**words))
    return 0


def _take_over_key() -> None:
    """The register gets the key for kaders that lies in the folder; whoever signs reads why where it does not."""
    from openkader.publication.kader_files.house_key import take_over_key

    with suppress(Unavailable):
        take_over_key(house.data(), by=BY, now=house.now())


def note_what_is_missing() -> None:
    """What stops nobody, and had better be there."""
    from django.conf import settings

    if not settings.SECURITY.contacts:
        logger.warning("no OPENKADER_SECURITY_CONTACT, so /.well-known/security.txt is not there")


def _number(name: str, word: str) -> int:
    if word.isascii() and word.isdecimal() and 1 <= int(word) <= MOST:
        return int(word)
    raise Invalid([Problem("serve.number", name, {"most": str(MOST)})])


@contextmanager
def _counted_together() -> Iterator[None]:
    """A folder for the counts of this server, which goes with it."""
    folder = tempfile.mkdtemp(prefix="openkader-counts-")
    os.environ[COUNTS] = folder
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _serve(places: list[Place], workers: int, threads: int, ready: str) -> None:
    from django.db import connections

    from openkader.cli.pages_server import Pages, say

    connections.close_all()  # each process opens its own
    Pages(APPLICATION, _options(places, workers, threads) | {"when_ready": say(ready)}).run()


def _options(places: list[Place], workers: int, threads: int) -> dict[str, Any]:
    return {
        "bind": [str(place) for place in places],
        "worker_class": "gthread",
        "workers": workers,
        "threads": threads,
        # A process takes no more than it can work on: who comes after that goes to the first that is free, and
        # waits in line behind nobody who only keeps a connection.
        "worker_connections": threads,
        "keepalive": 0,
        "preload_app": True,
        "timeout": HANGS_AFTER,
        "graceful_timeout": PATIENCE,
        "logger_class": "openkader.cli.pages_server.Log",
        "control_socket_disable": True,
        # Each process shows that it lives by touching a file, which is no work for a disk.
        "worker_tmp_dir": str(MEMORY) if os.access(MEMORY, os.W_OK) else None,
    }
