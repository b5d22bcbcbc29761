"""Doing the replays that wait in the studio, beside screening: some thousand cases at a time, until done or stopped."""

from contextlib import suppress

from openkader.base.errors import Refused, Unavailable
from openkader.casework.permissions import HOUSE
from openkader.cli.house import now
from openkader.cli.stopping import Stop
from openkader.kader.replaying import CHUNK, Replay, in_chunks
from openkader.register import services
from openkader.register.kader_replay_entries import ReplayFound, TakenReplay
from openkader.register.kader_replays import both_assessors, found_by, organisation_of
from openkader.register.selectors.past_cases import how_many_past_cases, past_cases


def replay_waiting(worker: str, stop: Stop) -> int:
    """Do every replay that waits, one after the other; how many ended."""
    ended = services.give_up_kader_replays(by=worker, now=now())
    held: list[TakenReplay] = []
    try:
        while _take(held, worker, stop):
            with suppress(Refused):  # stopped by somebody, or taken over: nothing of it is kept
                _do(held[0], worker, stop)
            held.clear()
            ended += 1
    except KeyboardInterrupt:
        with stop.held_off(), suppress(Refused):
            for taken in held:
                services.return_kader_replay(taken, now=now())
        raise
    return ended


def _take(held: list[TakenReplay], worker: str, stop: Stop) -> bool:
    with stop.held_off():  # what is taken is known before anybody who asks to stop is heard
        taken = services.take_kader_replay(worker, now=now())
        held.extend([taken] if taken else [])
    return bool(held)


def _do(taken: TakenReplay, worker: str, stop: Stop) -> None:
    try:
        found: ReplayFound | Unavailable = _replayed(taken, stop)
    except Unavailable as error:
        found = error
    with stop.held_off():
        services.finish_kader_replay(taken, found, by=worker, now=now())


def _replayed(taken: TakenReplay, stop: Stop) -> ReplayFound:
    """All past cases of the organisation, as the house sees them; it says how far it is after each part of them."""
    replay = Replay(*both_assessors(taken))
    organisation = organisation_of(taken.base)
    whole = how_many_past_cases(reader=HOUSE, organisation=organisation)
    services.report_kader_replay(taken, 0, whole, now=now())
    changes: list[tuple[str, int]] = []
    for some in in_chunks(past_cases(reader=HOUSE, organisation=organisation), CHUNK):
        changes += [(one.reference, one.difference.number) for one in replay.take(some)]
        with stop.held_off():
            services.report_kader_replay(taken, replay.tally.cases, whole, now=now())
    return found_by(replay, changes)
