"""Telling other systems what happened with cases, beside the other work; who does not answer is tried again later."""

import logging
import time

from openkader.base.errors import Refused
from openkader.casework.subscribing import is_taken
from openkader.cli.house import now
from openkader.cli.stopping import Stop
from openkader.register import services
from openkader.register.posting import post

logger = logging.getLogger(__name__)
BUDGET = 60.0  # seconds; receivers that are slow keep nobody from the other work for longer


def deliver_events(worker: str, stop: Stop, *, budget: float = BUDGET) -> int:
    """Deliver what may be delivered now, each receiver in turn, as long as there is time; how many were heard."""
    heard, end = 0, time.monotonic() + budget
    while time.monotonic() < end and (taken := services.take_event(worker, now=now())):
        # Not broken off between telling and saying so: that would tell it twice.
        with stop.held_off():
            answer = post(taken, now=now())
            if not is_taken(answer):
                logger.warning("event %s was not heard: %s", taken.event, answer)
            try:
                heard += services.finish_event(taken, answer, by=worker, now=now())
            except Refused as error:
                logger.warning("an event was taken over: %s", error)
    return heard
