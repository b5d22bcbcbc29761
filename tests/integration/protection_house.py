"""Missions and visits with their list for information protection, for the tests; everything is made up."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from openkader.base.text import Text
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.protection import ConflictDraft, Outcome, StepSaid, StepState
from openkader.casework.vocabulary import ActivityStanding, Kind
from openkader.register import models, selectors, services
from openkader.register.entries import ActivityEntry
from openkader.register.protection_entries import (
    ConflictEntry,
    ProtectionEntry,
    RulingEntry,
    SignOffEntry,
)
from openkader.register.protection_lists import catalogue

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
TRIP, VISIT = "R-1", "R-2"
DONE, PLANNED = StepSaid(StepState.DONE), StepSaid(StepState.PLANNED)
LEFT = StepSaid(StepState.LEFT_OUT, "Er gaan geen apparaten mee.")
CODES = {"E2.experts": "E2", "E2.travel": "E2", "E2.security_first": "E2"}
MISSION_KIND = Kind.OUTGOING_MISSION


def a_trip(reference: str = TRIP, kind: Kind = MISSION_KIND, request: str | None = None) -> str:
    """A planned mission with the measures of information protection."""
    entry = ActivityEntry(
        reference=reference,
        year=2030,
        title=Text(nl="Bedachte reis", en="Made-up journey"),
        kind=kind,
        request=request,
        standing=ActivityStanding.PLANNED,
    )
    services.record_activity(entry, **HAND)
    codes = CODES if kind is MISSION_KIND else {"E2.experts": "E2"}
    services.require_measures(reference, codes, **HAND)
    return reference


def said(activity: str = TRIP, seen: int = 0, hand: dict[str, Any] = HAND, **steps: StepSaid) -> int:
    return said_of(steps, activity, seen, hand)


def said_of(
    steps: Mapping[str, StepSaid], activity: str = TRIP, seen: int = 0, hand: dict[str, Any] = HAND
) -> int:
    entry = ProtectionEntry(activity=activity, said=steps, seen=dict.fromkeys(steps, seen))
    return services.keep_protection(entry, catalogue=catalogue(), **hand)


def all_said(activity: str = TRIP, kind: Kind = MISSION_KIND, how: StepSaid = DONE) -> int:
    return said_of({step.id: how for step in catalogue().steps_for(kind)}, activity)


def a_conflict(activity: str = TRIP, about: str = "Geen blog vanaf de beurs.", **changes: Any) -> int:
    draft = ConflictDraft(**{"step": "IB25", "goal": "communication", "about": about, **changes})
    return services.note_conflict(
        ConflictEntry(activity=activity, draft=draft), catalogue=catalogue(), **HAND
    )


def ruled(
    outcome: Outcome = Outcome.OTHERWISE, activity: str = TRIP, reason: str = "Al toegezegd.", **hand: Any
) -> None:
    entry = RulingEntry(activity=activity, conflict=1, outcome=outcome, reason=reason)
    services.rule_on_conflict(entry, **(HAND | hand))


def mark(activity: str = TRIP) -> str:
    """What an expert sees who opens the page now."""
    return selectors.protection_file(activity, catalogue(), reader=HOUSE).mark


def signed(activity: str = TRIP, seen: str | None = None, note: str = "", **hand: Any) -> str:
    entry = SignOffEntry(activity=activity, seen=mark(activity) if seen is None else seen, note=note)
    return services.sign_off_protection(entry, catalogue=catalogue(), **(HAND | hand))


def records() -> dict[str, list[str]]:
    """Of each measure what shows it."""
    rows = models.Evidence.objects.order_by("id").values_list("measure__code", "record")
    found: dict[str, list[str]] = {}
    for code, record in rows:
        found.setdefault(code, []).append(record or "")
    return found


def _after(*before: Callable[[], object], then: Callable[[], object]) -> Callable[..., Callable[[], object]]:
    def prepare(*_: object) -> Callable[[], object]:
        for one in before:
            one()
        return then

    return prepare


def _signing() -> Callable[[], object]:
    seen = mark()
    return lambda: signed(seen=seen)


def _prepare_signing(*_: object) -> Callable[[], object]:
    a_trip()
    all_said()
    return _signing()


PREPARED: dict[str, Callable[..., Callable[[], object]]] = {
    "keep_protection": _after(a_trip, then=lambda: said(IB01=DONE)),
    "note_conflict": _after(a_trip, then=a_conflict),
    "rule_on_conflict": _after(a_trip, a_conflict, then=ruled),
    "sign_off_protection": _prepare_signing,
}
