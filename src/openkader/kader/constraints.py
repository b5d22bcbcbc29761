"""What no case can be, as the kader states it: an embassy talk has no participants.

A constraint changes no proposal. It keeps the analysis from showing cases that cannot be,
and it tells whoever answers a case that two of the answers do not go together.
"""

from dataclasses import dataclass

from openkader.base.text import Text
from openkader.kader.conditions import Condition
from openkader.kader.sources import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A condition that no case meets, and the sentence that says so."""

    id: str
    text: Text
    never: Condition
    cites: tuple[Passage, ...] = ()
