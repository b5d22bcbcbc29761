"""How a request comes in, and what has to be known to take it in at all."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.life_cycle import State

# An honest answer to who took the initiative: asked, and not known.
UNKNOWN = "unknown"


class Channel(StrEnum):
    """Along which way a request came in."""

    FORM = "form"
    MAIL = "mail"
    PHONE = "phone"
    LETTER = "letter"
    MEETING = "meeting"


class Stage(StrEnum):
    """Where a case stands, as far as a requester is told by a link that anybody may have got hold of."""

    RECEIVED = "received"
    TREATED = "treated"
    CONSULTED = "consulted"  # treated, and put before others; before whom is not told
    DECIDED = "decided"


_STAGES = {
    State.RECEIVED: Stage.RECEIVED,
    State.WEIGHING: Stage.TREATED,
    State.AWAITING_ADVICE: Stage.CONSULTED,
    State.READY: Stage.TREATED,
    State.HELD: Stage.TREATED,
}


def stage_of(state: State) -> Stage:
    """Not which decision was taken, and not what is waited for: those are told by letter."""
    return _STAGES.get(state, Stage.DECIDED)


def may_repeat(kept: str | None, content: str | None) -> Refusal | None:
    """Who hands in under a key that was used asks for the first again; with something else they made a mistake.

    Both are digests; None of a form of a page, which is one however often it is sent.
    """
    return Refusal("request.other-content") if content is not None and content != kept else None


def may_receive(initiative: str, known: Collection[str], received_on: date, today: date) -> Refusal | None:
    """Who took the initiative is always recorded, if only as not known; nothing came in tomorrow."""
    if initiative not in {*known, UNKNOWN}:
        return Refusal("request.no-initiative")
    return Refusal("request.not-yet", {"day": received_on.isoformat()}) if received_on > today else None
