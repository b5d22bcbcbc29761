"""What is handed to the services of destruction lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openkader.casework.retention import RecordKind, Reviewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominated:
    """Some records of a dossier that somebody puts on a list."""

    dossier: str
    kind: RecordKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationEntry:
    """A list as it is drawn up: of what, by the terms on which day."""

    due_by: date
    chosen: Sequence[Nominated]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionEntry:
    """That an item is taken off a list, and why."""

    list: str
    number: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEntry:
    """That somebody agrees with a list of so many items, as what."""

    list: str
    reviewer: Reviewer
    seen: int
