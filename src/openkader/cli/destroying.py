"""Carrying out the destruction lists that wait, beside screening: some items at a time, until done or stopped."""

import logging
from contextlib import suppress

from openkader.base.errors import Refused, Unavailable
from openkader.cli.house import now
from openkader.cli.stopping import Stop
from openkader.register import services
from openkader.register.destroying.rounds import TakenRound, is_anything_left

logger = logging.getLogger(__name__)
PIECE = 5  # items after which it says that it goes on, and may be stopped


def destroy_waiting(worker: str, stop: Stop) -> int:
    """Carry out every list that waits, one after the other; how many ended.

    Each item is a transaction of its own with its own event, so whoever is killed has destroyed whole items, and
    whoever takes the list after them goes on with the rest.
    """
    ended = 0
    held: list[TakenRound] = []
    try:
        while _take(held, worker, stop):
            with suppress(Refused):  # another took it over, and says how it ended
                _carry_out(held[0], worker, stop)
                ended += 1
            held.clear()
    except KeyboardInterrupt:
        with stop.held_off(), suppress(Refused):
            for taken in held:
                services.return_destruction(taken)
        raise
    return ended


def _take(held: list[TakenRound], worker: str, stop: Stop) -> bool:
    with stop.held_off():  # what is taken is known before anybody who asks to stop is heard
        taken = services.take_destruction(worker, now=now())
        held.extend([taken] if taken else [])
    return bool(held)


def _carry_out(taken: TakenRound, worker: str, stop: Stop) -> None:
    failure = "destruction.workers-died" if taken.gives_up else _destroy(taken, stop)
    with stop.held_off():
        services.finish_destruction(taken, failure, by=worker, now=now())


def _destroy(taken: TakenRound, stop: Stop) -> str | None:
    """Destroy what is left, as whoever asked for it; the code of why not all, or None."""
    while is_anything_left(taken.list):
        try:
            with stop.held_off():
                services.destroy_dossiers(taken.list, by=taken.by, now=now(), most=PIECE)
        except Refused as error:  # withdrawn before anything went, or no longer the task of who asked
            return error.refusal.code
        except Unavailable as away:
            logger.warning("a document stays on the shelf: %s", away)
            return "destruction.shelf-away"
        with stop.held_off():
            services.report_destruction(taken, now=now())
    return None
