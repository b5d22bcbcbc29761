"""What is handed to the services about initiatives; None means unknown."""

from dataclasses import dataclass

from openkader.base.text import Text
from openkader.casework.initiatives import StepKind
from openkader.casework.period import Period
from openkader.register.entries import Counted, Grounded


@dataclass(frozen=True, slots=True)
class Side:
    """Who asks, or with whom they are linked: a party, or somebody in words."""

    party: str | None = None
    words: Text | None = None

    @property
    def is_named(self) -> bool:
        """Whether anybody stands there at all."""
        return self.party is not None or self.words is not None


NOBODY = Side()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntry(Grounded):
    """One step of a chain, with what shows it."""

    kind: StepKind
    what: Text
    period: Period | None = None
    seeker: Side = NOBODY
    partner: Side = NOBODY
    shown_by: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeEntry(Counted):
    """An initiative of a request or of an activity; a form leaves its reference to the register."""

    title: Text
    steps: tuple[StepEntry, ...]
    request: str | None = None
    activity: str | None = None
    reference: str = ""
