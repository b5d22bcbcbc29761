"""A program notes the case at the partner of an investment, as the page does."""

from django.http import HttpRequest, HttpResponse

from openkader.api.doors import ByToken, case_reader
from openkader.api.investment_shapes import Investering
from openkader.api.investments import investment_at, router, shown_investment
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest, still_newest
from openkader.api.sent_outreach import ZaakWijziging
from openkader.casework.investment import CaseDraft
from openkader.casework.permissions import Act
from openkader.register import services
from openkader.register.investment_entries import InvestmentCaseEntry
from openkader.register.selectors import InvestmentFile

__all__ = ["router"]


@router.patch(
    "/{nummer}",
    response=Investering,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="De zaak bij de partner noteren of verbeteren",
    url_name="api_investment",
    operation_id="investeringWijzigen",
    openapi_extra=asked_for("de investering"),
)
def note_case(request: HttpRequest, response: HttpResponse, nummer: str, sent: ZaakWijziging) -> Investering:
    """Onder welk nummer de partner haar kent, en wie investeert. Een verklaring van daarvoor is dan verouderd."""
    who = case_reader(request)
    found = investment_at(nummer, who)
    require_newest(request, mark_of_shape(shown_investment(found)))
    entry = InvestmentCaseEntry(request=found.reference, draft=_draft(sent, found))
    still = still_newest(request, lambda: shown_investment(investment_at(nummer, who)))
    services.note_investment_case(entry, by=who.hand, now=who.now, still=still)
    return marked(response, shown_investment(investment_at(nummer, who)))


def _draft(sent: ZaakWijziging, found: InvestmentFile) -> CaseDraft:
    """What was sent over what was known."""
    case, named = found.case, sent.model_fields_set
    number = sent.number if "number" in named else case and case.number
    known = case.investor.reference if case and case.investor else None
    return CaseDraft(number=number or "", investor=sent.investor if "investor" in named else known)
