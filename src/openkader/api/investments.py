"""De investeringen: which there are, the case at the partner, what the partner stated, and the statements of a year."""

from collections.abc import Iterable
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.doors import ByToken, Caller, caller
from openkader.api.investment_shapes import (
    GemeldeVerklaringen,
    Investering,
    InvesteringAdvies,
    Investeringen,
    InvesteringInLijst,
    InvesteringMaatregel,
    Investeringsjaar,
    Investeringvraag,
    MogelijkeInvesteerder,
    PartnerVerklaring,
    VerklaringVandaag,
    Zaak,
)
from openkader.api.marks import marked
from openkader.api.outreach_words import Verklaringstand
from openkader.api.paging import after_in, links_after
from openkader.api.shapes import known_text, require_known, taken, text_of
from openkader.api.words import Maatregelstatus, from_house
from openkader.api.work_words import Adviesoordeel, Adviesstand, Screeningstand
from openkader.base.errors import NotFound
from openkader.base.numbers import number_in
from openkader.casework.case_system import Vertrouwelijkheid
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.case_kaders import kader_name
from openkader.register.kaders import assessor_of
from openkader.register.partners import partner_here
from openkader.register.selectors import AdviceRow, InvestmentFile, InvestorRow, ReportedRow, StatementRow
from openkader.register.selectors.investment import InvestmentCaseRow
from openkader.register.selectors.investment_lines import InvestmentLine, newest_investments

router = Router(tags=["Investeringen"])


@router.get(
    "",
    response=Investeringen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De investeringen waarvan u de geheimen deelt",
    url_name="api_investments",
    operation_id="investeringenOpvragen",
)
def list_investments(request: HttpRequest, asked: Query[Investeringvraag]) -> Investeringen:
    """Ten hoogste vijftig verzoeken om ondersteuning van een investering, het nieuwste in het register eerst."""
    who = caller(request)
    require_known(request.GET, Investeringvraag)
    before = after_in(asked.cursor, number_in)
    lines, last = newest_investments(before, asked.year, reader=who.person)
    rows = [_line(line) for line in lines]
    return Investeringen.model_validate({"links": links_after(request, last), "rows": rows})


@router.get(
    "/jaren/{int:jaar}",
    response=Investeringsjaar,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De verklaringen over investeringen van een jaar",
    url_name="api_investment_year",
    operation_id="investeringsjaarOpvragen",
)
def show_year(request: HttpRequest, jaar: int) -> Investeringsjaar:
    """Wat het register ervan heeft, en daarnaast wat alleen gepubliceerd is: dat telt niet mee."""
    who = caller(request)
    require_known(request.GET)
    year = selectors.kader_year(jaar).year
    found = selectors.investments_of(year, reader=who.person)
    who.note_readings([one.dossier for one in found.statements])
    return Investeringsjaar.model_validate(
        {
            "year": year,
            "statements": [_statement(one) for one in found.statements],
            "silent": found.silent,
            "reported": [_reported(one) for one in found.reported],
            "outside": [_reported(one) for one in found.outside],
        }
    )


@router.get(
    "/{nummer}",
    response=Investering,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een investering",
    url_name="api_investment",
    operation_id="investeringOpvragen",
)
def show_investment(request: HttpRequest, response: HttpResponse, nummer: str) -> Investering:
    """De zaak bij de partner, wat de partner verklaarde, en of dat vandaag nog geldt.

    Wie een vertrouwelijke las, staat in het spoor.
    """
    who = caller(request)
    require_known(request.GET)
    found = investment_at(nummer, who)
    who.note_reading(found.reference, found.level)
    return marked(response, shown_investment(found))


def investment_at(nummer: str, who: Caller) -> InvestmentFile:
    """The investment of a dossier; there is none for whoever does not share its secrets, or where no partner judges."""
    partner = partner_here()
    dossier = selectors.dossier(nummer, reader=who.person)
    if partner is None or dossier.request is None or dossier.request["reference"] != nummer:
        raise NotFound("request", nummer[:80])
    assessor = assessor_of(kader_name(dossier, who.today))
    return selectors.investment_file(nummer, partner, assessor, who.today, reader=who.person)


def _line(line: InvestmentLine) -> InvesteringInLijst:
    return taken(
        InvesteringInLijst,
        asdict(line),
        title=text_of(line.title),
        confidentiality=from_house(line.confidentiality, Vertrouwelijkheid),
        verdict=None if line.verdict is None else from_house(line.verdict, Adviesoordeel),
    )


def shown_investment(found: InvestmentFile) -> Investering:
    """An investment as it is shown."""
    measures = [
        taken(InvesteringMaatregel, asdict(one), status=from_house(one.status, Maatregelstatus))
        for one in found.measures
    ]
    return Investering.model_validate(
        {
            **{name: getattr(found, name) for name in ("reference", "is_fictional", "shows")},
            "title": text_of(found.title),
            "level": from_house(found.level, Vertrouwelijkheid),
            "case": None if found.case is None else _case(found.case),
            "parties": [_investor(one) for one in found.parties],
            "asked": _asked(found.asked),
            "national": _asked(found.national),
            "statements": [_standing(one) for one in found.statements],
            "measures": measures,
            "refusal": found.refusal or None,
        }
    )


def _case(row: InvestmentCaseRow) -> Zaak:
    investor = row.investor.reference if row.investor else None
    return taken(Zaak, {"number": row.number, "at": row.at, "by": row.by}, investor=investor)


def _investor(row: InvestorRow) -> MogelijkeInvesteerder:
    state = from_house(row.state, Screeningstand)
    return taken(MogelijkeInvesteerder, asdict(row), label=text_of(row.label), state=state)


def _asked(rows: Iterable[AdviceRow]) -> list[InvesteringAdvies]:
    return [
        taken(
            InvesteringAdvies,
            {"reference": row.reference, "desk": row.desk, "due_on": row.due_on},
            state=from_house(row.state, Adviesstand),
        )
        for row in rows
    ]


def _statement(row: StatementRow) -> PartnerVerklaring:
    return PartnerVerklaring.model_validate(_said(row))


def _standing(row: StatementRow) -> VerklaringVandaag:
    state = from_house(row.state, Verklaringstand)
    return VerklaringVandaag.model_validate({**_said(row), "state": state})


def _said(row: StatementRow) -> dict[str, object]:
    known = {name: getattr(row, name) for name in PartnerVerklaring.model_fields}
    verdict = from_house(row.verdict, Adviesoordeel)
    return {**known, "verdict": verdict, "grounds": list(row.grounds), "conditions": list(row.conditions)}


def _reported(row: ReportedRow) -> GemeldeVerklaringen:
    return taken(
        GemeldeVerklaringen,
        asdict(row),
        verdict=from_house(row.verdict, Adviesoordeel),
        grounds=list(row.grounds),
        text=text_of(row.text),
        passage=row.passage or None,
        source=known_text(row.source),
    )
