"""What is handed to the services about context figures; None means unknown."""

from dataclasses import dataclass

from openkader.casework.context_figures import ContextDraft
from openkader.casework.period import Period
from openkader.register.entries import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextEntry(Counted):
    """A figure of others for the account of a year, and the date of its source; a form leaves its reference empty."""

    year: int
    draft: ContextDraft
    dated: Period | None = None
