"""What is handed to the services of a kader that is drafted and adopted."""

from dataclasses import dataclass
from datetime import date

from openkader.register.documents import DocumentEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderDraftEntry:
    """A next version that is begun: from which one, what for, and from when it should be in force."""

    base: str
    name: str
    in_force_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderTextEntry:
    """A text of one file of a draft, as it is saved after a step was seen."""

    draft: str
    file: str
    text: str
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderAdoptionEntry:
    """The decision on a draft; `seen` is the digest of what was read, `document` the decision as it was signed."""

    draft: str
    seen: str
    body: str
    adopted_on: date
    in_force_from: date
    document: DocumentEntry
