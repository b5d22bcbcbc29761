"""Cases to practise with, as they are handed to the service that enters many of them at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from openkader.casework.vocabulary import DecisionOutcome
from openkader.kader import Value
from openkader.register.entries import AnswerEntry, PartyEntry, RequestEntry


class Stage(IntEnum):
    """How far a case that was made up has come."""

    RECEIVED = 0
    ANSWERED = 1
    ASSESSED = 2
    DECIDED = 3
    CARRIED_OUT = 4
    CLOSED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FictionalCase:
    """A request that nobody made, with everything that was done with it."""

    request: RequestEntry
    facts: Mapping[str, Value | None]
    answers: tuple[AnswerEntry, ...]
    stage: Stage
    assignee: str | None
    decided_on: date
    departs: bool  # whether the decision is another than the proposal
    other: DecisionOutcome  # what was decided then
    withdrawn: bool  # by the requester, before anything was decided


@dataclass(frozen=True, slots=True, kw_only=True)
class FictionalCases:
    """Some cases with the parties that are new in them; `source` is the key of where they come from."""

    source: int
    parties: tuple[PartyEntry, ...]
    cases: tuple[FictionalCase, ...]
