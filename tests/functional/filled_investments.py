"""Two investments that were made up: one with statements and a question that waits, one of which nobody asked yet."""

from datetime import datetime, timedelta
from typing import Any

from openkader.base.text import Text
from openkader.casework.advice import AdviceVerdict
from openkader.casework.investment import CaseDraft, StatementSaid
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import Kind, PartyKind, Role
from openkader.casework.work_list import Holder
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.advice_entries import AdviceEntry, AdviceRequestEntry
from openkader.register.entries import AssignmentEntry, ParticipationEntry, PartyEntry, RequestEntry
from openkader.register.investment_entries import InvestmentCaseEntry
from openkader.register.partners import partner_of_house

INVESTMENTS = ("BEDACHT-INV-1", "BEDACHT-INV-2")
_COMPANY = "BEDACHT-INV-P1"


def fill_investments(assessor: Assessor, now: datetime) -> None:
    """Both belong to the adviser of the demo, since they are business secrets."""
    hand: dict[str, Any] = {"by": HouseHand("cli:tests"), "now": now}
    party = PartyEntry(reference=_COMPANY, kind=PartyKind.COMPANY, name="Bedacht Shili Koelketen")
    services.record_party(party, **hand)
    for reference in INVESTMENTS:
        _request(reference, hand)
    first = INVESTMENTS[0]
    draft = CaseDraft(number="IQ-BEDACHT-7", investor=_COMPANY)
    services.note_investment_case(InvestmentCaseEntry(request=first, draft=draft), **hand)
    today = now.date()
    _stated(
        first, AdviceVerdict.NO_OBJECTION, StatementSaid(said_on=today - timedelta(days=200)), assessor, hand
    )
    grounds = ("economic_security", "responsible_business")
    no = StatementSaid(said_on=today, grounds=grounds, valid_until=today + timedelta(days=365))
    _stated(first, AdviceVerdict.OBJECTION, no, assessor, hand)
    _asked(first, assessor, hand)


def _request(reference: str, hand: dict[str, Any]) -> None:
    entry = RequestEntry(
        reference=reference,
        year=2026,
        title=Text(nl="Een bedacht koelloods voor bloemen", en="A made-up cold store for flowers"),
        kind=Kind.INVESTMENT_SUPPORT,
        country="CN",
        programme="china",
        participations=(
            ParticipationEntry(reference=f"{reference}-P1", role=Role.REQUESTER, party=_COMPANY),
        ),
    )
    services.record_request(entry, **hand)
    to = Holder(assignee="demo-adviseur")
    services.assign_request(AssignmentEntry(request=reference, to=to, seen=Holder()), **hand)


def _asked(request: str, assessor: Assessor, hand: dict[str, Any]) -> str:
    entry = AdviceRequestEntry(
        request=request,
        desk=partner_of_house().desk,
        question="Kunt u met dit bedrijf werken?",
        recipient="Loket Bedacht",
        due_on=hand["now"].date() + timedelta(days=10),
    )
    return services.ask_partner(entry, partner=partner_of_house(), assessor=assessor, **hand)


def _stated(
    request: str, verdict: AdviceVerdict, said: StatementSaid, assessor: Assessor, hand: dict[str, Any]
) -> None:
    entry = AdviceEntry(
        advice=_asked(request, assessor, hand),
        seen=0,
        verdict=verdict,
        explanation="Bedacht om mee te toetsen.",
        given_by="A. Bedacht",
        statement=said,
    )
    services.give_advice(entry, partner=partner_of_house(), **hand)
