"""A draft of the kader, some cases that were weighed, and a worker that replays them; all made up."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from openkader.casework.permissions import HouseHand
from openkader.cli.kader_replays import replay_waiting
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.kader_replay_entries import KeptReplayEntry, ReplayFound, TakenReplay
from tests.integration.kader_house import BASE, HAND, NEXT, NOW, begun, saved, text_of

WORKER = HouseHand("host:1")
NO_CASES = {"cases": 0, "changed": 0}
# Whatever was refused or could be taken up is held back under it.
MILDER = ("    outcome: take_up\n", "    outcome: hold\n")


def holding_back(draft: str) -> str:
    """The draft, under which what was taken up is on hold."""
    text, _number = text_of(draft)
    assert MILDER[0] in text
    saved(draft, text.replace(*MILDER))
    return draft


def asked(draft: str, **changes: Any) -> str:
    return services.ask_kader_replay(draft, **{**HAND, **changes})


def taken(**changes: Any) -> TakenReplay:
    found = services.take_kader_replay(WORKER, **{"now": NOW, **changes})
    assert found is not None
    return found


def worked() -> int:
    """Everything that waits, as `openkader work` does it."""
    return replay_waiting(WORKER, Stop())


def the_replay() -> models.KaderReplay:
    return models.KaderReplay.objects.order_by("-id")[0]


def _asking(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    draft = begun()
    return lambda: asked(draft)


def _stopping(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    reference = asked(begun())
    return lambda: services.stop_kader_replay(reference, **HAND)


def _finishing(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    asked(begun())
    held = taken()
    found = ReplayFound(found=NO_CASES, changes=[])
    return lambda: services.finish_kader_replay(held, found, **HAND)


def _giving_up(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    asked(begun())
    for _ in range(5):
        taken(lease=timedelta(0))
    return lambda: services.give_up_kader_replays(**HAND)


def _keeping(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    entry = KeptReplayEntry(
        kader=NEXT,
        digest="1" * 64,
        base=BASE,
        base_digest="0" * 64,
        found=ReplayFound(found=NO_CASES, changes=[]),
    )
    return lambda: services.keep_kader_replay(entry, **HAND)


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "ask_kader_replay": _asking,
    "keep_kader_replay": _keeping,
    "stop_kader_replay": _stopping,
    "finish_kader_replay": _finishing,
    "give_up_kader_replays": _giving_up,
}
__all__ = ["BASE", "HAND", "NOW", "PREPARED", "WORKER", "asked", "begun", "holding_back", "taken", "worked"]
