"""What happens with a case and may be told to other systems, as one table of the actions of the audit trail."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class CaseEvent(StrEnum):
    """The type of an event (CloudEvents); every system that hears of it knows it by this word, so none ever changes."""

    TAKEN_IN = "nl.openkader.verzoek.ontvangen"
    ASSIGNED = "nl.openkader.verzoek.toegewezen"
    ANSWERED = "nl.openkader.verzoek.beantwoord"
    ADVISED = "nl.openkader.verzoek.geadviseerd"
    ASSESSED = "nl.openkader.verzoek.getoetst"
    DECIDED = "nl.openkader.verzoek.besloten"
    HANDED_OVER = "nl.openkader.verzoek.overgedragen"
    PLANNED = "nl.openkader.activiteit.gepland"
    MOVED = "nl.openkader.activiteit.verplaatst"
    HELD = "nl.openkader.activiteit.gehouden"
    CANCELLED = "nl.openkader.activiteit.afgezegd"


# A decision that takes the place of an earlier one, or says that the request was withdrawn, is decided too.
OF_ACTION: Mapping[str, CaseEvent] = {
    "request.received": CaseEvent.TAKEN_IN,
    "request.assigned": CaseEvent.ASSIGNED,
    "facts.answered": CaseEvent.ANSWERED,
    "advice.answered": CaseEvent.ADVISED,
    "request.assessed": CaseEvent.ASSESSED,
    "request.decided": CaseEvent.DECIDED,
    "decision.handed-over": CaseEvent.HANDED_OVER,
    "activity.planned": CaseEvent.PLANNED,
    "activity.moved": CaseEvent.MOVED,
    "activity.held": CaseEvent.HELD,
    "activity.cancelled": CaseEvent.CANCELLED,
}
# What moves a case in the case system as well; it is no event that receivers know.
ALSO_FILED = frozenset({"document.kept", "measure.closed", "measure.opened"})
FILED: Final = "zaaksysteem"
