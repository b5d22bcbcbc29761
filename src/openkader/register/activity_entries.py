"""What is handed to the services of planned activities and of their measures."""

from dataclasses import dataclass

from openkader.base.text import Text
from openkader.casework.measures import WaiverDraft
from openkader.casework.period import Period
from openkader.register.making_once import Once


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEntry:
    """An activity as it is planned on a request; what the request says already is taken over.

    `seen` is how many activities of the request its planner had seen: a second click plans no second one. A program
    says so by a key of its own.
    """

    request: str
    title: Text
    period: Period
    place: str | None = None
    aim: Text | None = None
    office_holder: bool | None = None
    foreign_delegation: bool | None = None
    seen: int = 0
    once: Once | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveEntry:
    """The days on which a planned activity will be."""

    activity: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldEntry:
    """What is known of an activity once it took place."""

    activity: str
    period: Period
    place: str | None = None
    office_holder: bool | None = None
    foreign_delegation: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWaiverEntry:
    """A proposal to leave a measure undone until a last day."""

    measure: str
    draft: WaiverDraft
