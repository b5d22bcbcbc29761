"""Telling other systems what happened with cases, beside the other work; who does not answer is tried again later."""

import logging
import time

from openkader.base.errors import Refused
from openkader.casework.subscribing import ReceiverForm, is_taken
from openkader.cli.house import now
from openkader.cli.stopping import Stop
from openkader.register import services
from openkader.register.case_system.filed import file_case
from openkader.register.posting import post
from openkader.register.subscriptions import TakenEvent

logger = logging.getLogger(__name__)
BUDGET = 60.0  # seconds; receivers that are slow keep nobody from the other work for longer


def deliver_events(worker: str, stop: Stop, *, budget: float = BUDGET) -> int:
    """Deliver what may be delivered now, each receiver in turn, as long as there is time; how many were heard."""
    heard, end = 0, time.monotonic() + budget
    while time.monotonic() < end and (taken := services.take_event(worker, now=now())):
        # Not broken off between telling and saying so: that would tell it twice.
        with stop.held_off():
            try:
                answer = _told(taken, worker)
                if not is_taken(answer):
                    logger.warning("event %s was not heard: %s", taken.event, answer)
                heard += services.finish_event(taken, answer, by=worker, now=now())
            except Refused as error:
                logger.warning("an event was taken over: %s", error)
    return heard


def _told(taken: TakenEvent, worker: str) -> str:
    """What the receiver answered; a case system is brought up to date, and what came of that is kept first."""
    if taken.form is ReceiverForm.WEBHOOK:
        return post(taken, now=now())
    filed = file_case(taken.subject, now=now())
    services.note_filing(filed, by=worker, now=now())
    if filed.refusal is not None:
        logger.warning("case %s does not go to the case system: %s", filed.case, filed.refusal.code)
    return filed.answer
