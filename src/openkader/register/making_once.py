"""A program that sends the same again, since it heard no answer, has nothing made twice."""

from dataclasses import dataclass
from typing import NamedTuple

from openkader.casework.intake import may_repeat
from openkader.register import audit
from openkader.register.hand import Hand, require
from openkader.register.models import MadeOnce


class Made(NamedTuple):
    """What a change entered, or what the same hand had entered before."""

    reference: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """The digest of a key with the token that gave it, and the digest of what was sent under it and to where."""

    key: str
    content: str


def made_before(once: Once | None) -> str | None:
    """What was made under this key; a key under which something else was sent is refused.

    Asked within the change that makes it, before anything is held: of two at once the second waits, and finds what
    the first made.
    """
    if once is None:
        return None
    audit.wait_for_turn()
    for reference, content in MadeOnce.objects.filter(key=once.key).values_list("reference", "content"):
        require(may_repeat(content, once.content))
        return str(reference)
    return None


def note_made(once: Once | None, reference: str, hand: Hand) -> None:
    """Keep what was made under a key; it is kept with the change, or not at all."""
    if once is not None:
        MadeOnce.objects.create(key=once.key, content=once.content, reference=reference, at=hand.now)
