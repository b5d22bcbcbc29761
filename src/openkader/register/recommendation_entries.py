"""What is handed to the services about recommendations; None means unknown."""

from dataclasses import dataclass

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.recommendations import FollowUpDraft
from openkader.register.entries import Grounded


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressEntry(Grounded):
    """To whom a recommendation is addressed and before when; `seen` is how many were said when somebody looked."""

    recommendation: str
    to: Text | None = None
    due: Period | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpEntry(Grounded):
    """What came of a recommendation."""

    recommendation: str
    draft: FollowUpDraft
