"""Support of an investment with the statements of the partner, for the tests; everything is made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from openkader.base.text import Text
from openkader.casework.advice import AdviceVerdict
from openkader.casework.investment import CaseDraft, StatementSaid
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import Kind, Level, PartyKind, Role
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.activity_entries import PlanEntry
from openkader.register.advice_entries import AdviceEntry, AdviceRequestEntry
from openkader.register.entries import ParticipationEntry, PartyEntry, RequestEntry
from openkader.register.investment_entries import InvestmentCaseEntry, ReportedStatementEntry
from openkader.register.partners import partner_of_house

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
INVESTOR = "P-INV"
REPORTED = ReportedStatementEntry(
    reference="IV-1",
    year=2030,
    verdict=AdviceVerdict.NO_OBJECTION,
    text=Text(nl="Fictief", en="Fictional"),
    number=None,
    passage="Fictief.",
)


def an_investment(reference: str = "V-1", **changes: Any) -> str:
    """A request for support of an investment, with a company that was made up."""
    party = PartyEntry(reference=INVESTOR, kind=PartyKind.COMPANY, name="Fictief Shili Cold Chain")
    services.record_party(party, **HAND)
    entry = RequestEntry(
        reference=reference,
        year=2030,
        title=Text(nl="Fictief koelloods", en="Fictional cold store"),
        kind=Kind.INVESTMENT_SUPPORT,
        country="CN",
        programme="china",
        participations=(
            ParticipationEntry(reference=f"{reference}-P1", role=Role.REQUESTER, party=INVESTOR),
        ),
    )
    return services.record_request(replace(entry, **changes), **HAND)


def a_question(request: str = "V-1", **changes: Any) -> AdviceRequestEntry:
    plain = AdviceRequestEntry(
        request=request,
        desk="innovationquarter",
        question="Kunt u met dit bedrijf werken?",
        recipient="Loket Fictief",
        due_on=TODAY + 5 * DAY,
    )
    return replace(plain, **changes)


def asked(assessor: Assessor, request: str = "V-1", **changes: Any) -> str:
    return services.ask_partner(
        a_question(request, **changes), partner=partner_of_house(), assessor=assessor, **HAND
    )


def a_statement(advice: str, said: StatementSaid | None = None, **changes: Any) -> AdviceEntry:
    plain = AdviceEntry(
        advice=advice,
        seen=0,
        verdict=AdviceVerdict.NO_OBJECTION,
        given_by="A. Fictief",
        statement=said or StatementSaid(said_on=TODAY),
    )
    return replace(plain, **changes)


def stated(advice: str, said: StatementSaid | None = None, **changes: Any) -> None:
    services.give_advice(a_statement(advice, said, **changes), partner=partner_of_house(), **HAND)


def noted(number: str = "Z-7", investor: str | None = None, request: str = "V-1") -> None:
    draft = CaseDraft(number=number, investor=investor)
    services.note_investment_case(InvestmentCaseEntry(request=request, draft=draft), **HAND)


def carried_out(assessor: Assessor) -> str:
    """An investment with a statement, green light and an activity that asks for that statement."""
    from tests.integration import register_house as house  # it stands on this one

    request = house.answered(assessor, an_investment())
    stated(asked(assessor))
    services.assess_request(request, assessor=assessor, **HAND)
    house.taken(
        house.a_decision(request, level=Level.REQUEST, motivation="De partner kan met dit bedrijf werken.")
    )
    period = Period.day(TODAY + 30 * DAY)
    plan = PlanEntry(request=request, title=Text(nl="Rondleiding", en="Tour"), period=period)
    return services.plan_activity(plan, assessor=assessor, **HAND)


def _asking(assessor: Assessor, _: Path) -> Callable[[], object]:
    an_investment()
    return lambda: asked(assessor)


def _noting(*_: object) -> Callable[[], object]:
    an_investment()
    return noted


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "ask_partner": _asking,
    "note_investment_case": _noting,
    "record_reported_statement": lambda *_: lambda: services.record_reported_statement(REPORTED, **HAND),
}
