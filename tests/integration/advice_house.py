"""Advice that is asked, answered and waived, for the tests of the register."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from openkader.casework.advice import AdviceVerdict
from openkader.casework.permissions import HouseHand
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.advice_entries import (
    AdviceEntry,
    AdviceRequestEntry,
    WaiverEntry,
)
from openkader.register.intake_entries import LinkEntry

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
LINK = LinkEntry(digest="a" * 64, ends=NOW + 20 * DAY)


def a_question(request: str, **changes: Any) -> AdviceRequestEntry:
    plain = AdviceRequestEntry(
        request=request,
        desk="nctv",
        question="Is het risico beheersbaar?",
        recipient="Loket Fictief",
        email="loket@voorbeeld.example",
        due_on=TODAY + 5 * DAY,
        link=LINK,
    )
    return replace(plain, **changes)


def asked(assessor: Assessor, request: str, **changes: Any) -> str:
    return services.ask_advice(a_question(request, **changes), assessor=assessor, **HAND)


def an_answer(advice: str, **changes: Any) -> AdviceEntry:
    plain = AdviceEntry(advice=advice, seen=0, verdict=AdviceVerdict.NO_OBJECTION, given_by="A. Fictief")
    return replace(plain, **changes)


def answered(advice: str, **changes: Any) -> None:
    services.give_advice(an_answer(advice, **changes), by=HouseHand("cli:link"), now=NOW)


def a_waiver(request: str, **changes: Any) -> WaiverEntry:
    plain = WaiverEntry(
        request=request, desk="nctv", reason="Het bezoek is morgen.", expires_on=TODAY + 10 * DAY
    )
    return replace(plain, **changes)


def waived(assessor: Assessor, request: str) -> str:
    return services.waive_advice(a_waiver(request), assessor=assessor, **HAND)


Change = Callable[[Assessor, Path], Callable[[], object]]


def prepared(assessed: Callable[..., str]) -> dict[str, Change]:
    """What each service of advice needs; `assessed` makes a case that touches the risk list."""

    def at_risk(assessor: Assessor) -> str:
        return assessed(assessor, risk_areas=["robotics_autonomous"])

    def of_advice(act: Callable[[str], object]) -> Change:
        def prepare(assessor: Assessor, _: Path) -> Callable[[], object]:
            advice = asked(assessor, at_risk(assessor))
            return lambda: act(advice)

        return prepare

    def asking(assessor: Assessor, _: Path) -> Callable[[], object]:
        request = at_risk(assessor)
        return lambda: asked(assessor, request)

    def waiving(assessor: Assessor, _: Path) -> Callable[[], object]:
        request = at_risk(assessor)
        return lambda: waived(assessor, request)

    def agreeing(assessor: Assessor, _: Path) -> Callable[[], object]:
        request = at_risk(assessor)
        waiver = services.waive_advice(
            a_waiver(request), assessor=assessor, by=HouseHand("cli:colleague"), now=NOW
        )
        return lambda: services.agree_to_waiver(waiver, **HAND)

    return {
        "ask_advice": asking,
        "give_advice": of_advice(lambda advice: services.give_advice(an_answer(advice), **HAND)),
        "remind_adviser": of_advice(lambda advice: services.remind_adviser(advice, **HAND)),
        "withdraw_advice_request": of_advice(
            lambda advice: services.withdraw_advice_request(advice, "Niet meer nodig.", **HAND)
        ),
        "waive_advice": waiving,
        "agree_to_waiver": agreeing,
    }
