"""Letting off: somebody proposes to go without something until a last day, and a second person agrees."""

from dataclasses import dataclass
from datetime import date

from openkader.base.errors import Refusal
from openkader.casework.permissions import is_one_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Who proposed to let off, until when, and whether somebody else agreed: only then it holds."""

    by: str
    expires_on: date
    is_agreed: bool

    def holds(self, today: date) -> bool:
        """Whether it is in force; on its last day it still is."""
        return self.is_agreed and today <= self.expires_on

    def is_proposed(self, today: date) -> bool:
        """Whether it waits for a second person."""
        return not self.is_agreed and today <= self.expires_on


def may_agree(waiver: Waiver, by: str, today: date) -> Refusal | None:
    """A second person agrees while it can still hold."""
    if waiver.is_agreed:
        return Refusal("waiver.agreed")
    if is_one_of(by, [waiver.by]):
        return Refusal("waiver.same-person")
    return Refusal("waiver.expired") if today > waiver.expires_on else None
