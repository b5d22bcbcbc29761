"""A worker that keeps up and is killed half-way, in an installation that sends mail."""

from dataclasses import replace

from tests.installation import Installation

MAILS = {
    "OPENKADER_MAIL_FROM": "p@example.nl",
    "OPENKADER_MAIL_URL": "smtp://127.0.0.1:9",
    "OPENKADER_ADDRESS": "https://kader.example.org",
}
KEEPS_UP = """
import os, signal
from openkader.cli.keeping_up import keep_up
from openkader.cli.stopping import Stop
from openkader.register import audit
whole, left = audit.append, [{left}]
def append(*values, **named):
    whole(*values, **named)
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)  # all of a change is written, and nothing of it is kept
audit.append = append
keep_up(Stop())
"""


def that_mails(plain: Installation, set_up: str) -> Installation:
    """An installation that can send mail, with what this code puts in it."""
    house = replace(plain, more=MAILS)
    assert house.run("migrate").returncode == 0
    made = house.script(set_up)
    _, errors = made.communicate(timeout=60)
    assert made.returncode == 0, errors
    return house


def killed_after(house: Installation, events: int) -> None:
    """A worker that dies while its event of that number is written, and not kept."""
    worker = house.script(KEEPS_UP.format(left=events))
    worker.communicate(timeout=60)
    assert worker.returncode == -9


def two_at_once(house: Installation) -> None:
    """Two workers side by side that live; the trail is whole after them."""
    both = [house.script(KEEPS_UP.format(left=0)) for _ in range(2)]
    for one in both:
        _, errors = one.communicate(timeout=60)
        assert one.returncode == 0, errors
    done = house.run("audit", "verify")
    assert done.returncode == 0, done.stdout
