"""Planned activities with their measures, for the tests of what comes after a decision."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openkader.base.text import Text
from openkader.casework.measures import ReminderStage, WaiverDraft
from openkader.casework.period import Period
from openkader.casework.vocabulary import AccountRole, EvidenceKind, MeasureStatus
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.activity_entries import HeldEntry, MeasureWaiverEntry, MoveEntry, PlanEntry
from openkader.register.entries import EvidenceEntry
from openkader.register.intake_entries import MailEntry
from tests.integration import inviting_house
from tests.integration.register_house import HAND, NOW, TITLE, decided, with_role

TODAY = NOW.date()
IN_JUNE = Period.day(date(2030, 6, 3), date(2030, 6, 5))
ACTIVITY = "V-1-A1"
RISK_LIST = f"{ACTIVITY}-E1.risk_list"  # asked for without a last day
SCREENING = f"{ACTIVITY}-M2.screening"  # asked for 14 days before
MAIL = MailEntry(purpose="measure", to="anna@example.nl", subject="Herinnering", text="Denk eraan.")
REPORT = EvidenceEntry(kind=EvidenceKind.REPORT, title=TITLE, url="https://example.nl/verslag")


def planning(request: str = "V-1", period: Period = IN_JUNE, **more: Any) -> PlanEntry:
    return PlanEntry(request=request, title=Text(nl="Bezoek", en="Visit"), period=period, **more)


def planned(assessor: Assessor, reference: str = "V-1", **more: Any) -> str:
    decided(assessor, reference)
    return services.plan_activity(planning(reference, **more), assessor=assessor, **HAND)


def held(activity: str = ACTIVITY, **more: Any) -> HeldEntry:
    return HeldEntry(activity=activity, period=Period.day(TODAY), **more)


def waiving(measure: str = SCREENING, days: int = 30) -> MeasureWaiverEntry:
    draft = WaiverDraft(reason="Het bezoek is ingekort.", expires_on=TODAY + timedelta(days=days))
    return MeasureWaiverEntry(measure=measure, draft=draft)


def _after_planning(act: Callable[[Assessor], object]) -> Callable[..., Callable[[], object]]:
    def prepare(assessor: Assessor, _: Path) -> Callable[[], object]:
        planned(assessor)
        return lambda: act(assessor)

    return prepare


def _planning(assessor: Assessor, _: Path) -> Callable[[], object]:
    decided(assessor)
    return lambda: services.plan_activity(planning(), assessor=assessor, **HAND)


def _agreeing(assessor: Assessor, _: Path) -> Callable[[], object]:
    planned(assessor)
    waiver = services.waive_measure(waiving(), by=with_role("colleague", AccountRole.ADVISER), now=NOW)
    return lambda: services.agree_to_measure_waiver(waiver, **HAND)


def _lapsing(assessor: Assessor, folder: Path) -> Callable[[], object]:
    planned(assessor)
    waiver = services.waive_measure(
        waiving(days=0), by=with_role("colleague", AccountRole.ADVISER), now=NOW - timedelta(days=1)
    )
    services.agree_to_measure_waiver(waiver, by=HAND["by"], now=NOW - timedelta(days=1))
    models.Measure.objects.filter(reference=SCREENING).update(waived_until=TODAY - timedelta(days=1))
    return lambda: services.lapse_measures(**HAND)


def _reopening(assessor: Assessor, _: Path) -> Callable[[], object]:
    planned(assessor)
    services.close_measure(SCREENING, MeasureStatus.NOT_APPLICABLE, reason="Niemand kwam.", **HAND)
    return lambda: services.reopen_measure(SCREENING, **HAND)


def _renewing(assessor: Assessor, _: Path) -> Callable[[], object]:
    planned(assessor, office_holder=False)
    models.Activity.objects.update(office_holder=True)
    return lambda: services.renew_measures(ACTIVITY, assessor=assessor, **HAND)


def _inviting(assessor: Assessor, _: Path) -> Callable[[], object]:
    planned(assessor)
    inviting_house.a_colleague("colleague")
    return lambda: inviting_house.invited("colleague")


def _uninviting(assessor: Assessor, _: Path) -> Callable[[], object]:
    planned(assessor)
    inviting_house.invited("colleague")
    services.take_mail("worker", now=NOW)
    return lambda: services.uninvite_colleague(ACTIVITY, 0, "colleague", **HAND)


LATER = Period.day(date(2030, 7, 1))
PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "plan_activity": _planning,
    "move_activity": _after_planning(
        lambda assessor: services.move_activity(
            MoveEntry(activity=ACTIVITY, period=LATER), assessor=assessor, **HAND
        )
    ),
    "hold_activity": _after_planning(
        lambda assessor: services.hold_activity(held(), assessor=assessor, **HAND)
    ),
    "cancel_activity": _after_planning(lambda _: services.cancel_activity(ACTIVITY, "Geen visum.", **HAND)),
    "renew_measures": _renewing,
    "reopen_measure": _reopening,
    "give_measure": _after_planning(lambda _: services.give_measure(SCREENING, "anna", **HAND)),
    "waive_measure": _after_planning(lambda _: services.waive_measure(waiving(), **HAND)),
    "agree_to_measure_waiver": _agreeing,
    "lapse_measures": _lapsing,
    "invite_colleagues": _inviting,
    "uninvite_colleague": _uninviting,
    "remind_owner": _after_planning(
        lambda _: services.remind_owner(SCREENING, ReminderStage.AHEAD, MAIL, **HAND)
    ),
}
