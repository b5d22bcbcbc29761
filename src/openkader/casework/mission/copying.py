"""A new programme that begins as an earlier one did."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from openkader.base.errors import Refusal
from openkader.casework.mission.programme import SlotDraft


def may_copy(theirs: Sequence[SlotDraft], ours: int) -> Refusal | None:
    """There is something to begin with, and nothing that it would stand beside."""
    if ours:
        return Refusal("programme.not-empty")
    return None if theirs else Refusal("programme.nothing-there")


def shifted(slots: Sequence[SlotDraft], first_day: date) -> list[SlotDraft]:
    """The same parts at the same time of day, from another first day on.

    Whom one meets and what was noted belongs to the earlier journey, and is left out.
    """
    began = min((slot.day for slot in slots), default=first_day)
    return [
        replace(slot, day=first_day + (slot.day - began), parties=(), counterparts=(), note="")
        for slot in slots
    ]
