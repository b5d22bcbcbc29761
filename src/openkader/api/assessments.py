"""The kader applied to a case, and why it says what it says."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.answers import work_at
from openkader.api.bodies import require_empty
from openkader.api.doors import ByToken, caller, case_reader
from openkader.api.requests import case_at, note_read, shown_assessment
from openkader.api.shapes import Regel, Tekst, Toetsingen, ToetsingMetReden, require_known, taken, text_of
from openkader.api.words import Uitkomst, from_house
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import DecisionOutcome
from openkader.kader import Assessment
from openkader.kader.explaining import because
from openkader.kader.model import ProposalRow
from openkader.register import services
from openkader.register.case_kaders import reassessed
from openkader.register.selectors import Dossier
from openkader.register.together import Row

router = Router(tags=["Verzoeken"])


@router.get(
    "/{nummer}/toetsingen",
    response=Toetsingen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De toetsingen van een verzoek",
    url_name="api_assessments",
    operation_id="toetsingenOpvragen",
)
def list_assessments(request: HttpRequest, nummer: str) -> Toetsingen:
    """Alle toetsingen, de oudste eerst."""
    rows = _rows(request, nummer)
    return Toetsingen.model_validate({"assessments": [shown_assessment(row) for row in rows.values()]})


@router.post(
    "/{nummer}/toetsingen",
    response={200: ToetsingMetReden, 201: ToetsingMetReden},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een verzoek toetsen",
    url_name="api_assessments",
    operation_id="verzoekToetsen",
)
def assess(request: HttpRequest, response: HttpResponse, nummer: str) -> Status[ToetsingMetReden]:
    """Past het kader toe op wat nu bekend is. Staat de laatste toetsing nog, dan blijft het bij die (200)."""
    who = case_reader(request)
    require_empty(request)
    work = work_at(nummer, who)
    before = _by_reference(work.found)
    reference = services.assess_request(nummer, assessor=work.assessor, by=who.hand, now=who.now)
    address = reverse("api:api_assessment", args=[nummer, reference])
    response["Location"] = request.build_absolute_uri(address)
    row = _by_reference(case_at(nummer, who)[1])[reference]
    return Status(200 if reference in before else 201, _with_reasons(row))


@router.get(
    "/{nummer}/toetsingen/{toetsing}",
    response=ToetsingMetReden,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een toetsing, en waarom",
    url_name="api_assessment",
    operation_id="toetsingOpvragen",
)
def show_assessment(request: HttpRequest, nummer: str, toetsing: str) -> ToetsingMetReden:
    """De uitkomst met elke regel van het kader: of zij gold, niet gold, of dat dat nog niet te zeggen was."""
    row = _rows(request, nummer).get(toetsing)
    if row is None:
        raise NotFound("dossier", toetsing)
    return _with_reasons(row)


def _rows(request: HttpRequest, nummer: str) -> Mapping[str, Row]:
    who = caller(request)
    require_known(request.GET)
    row, found = case_at(nummer, who)
    note_read(row, who)
    return _by_reference(found)


def _by_reference(found: Dossier) -> Mapping[str, Row]:
    return {str(row["reference"]): row for row in found.assessments}


def _with_reasons(row: Row) -> ToetsingMetReden:
    plain, weighed = shown_assessment(row), reassessed(row)
    rules = None if weighed is None else [_rule(one, weighed) for one in weighed.kader.proposal]
    return ToetsingMetReden.model_validate({**dict(plain), "rules": rules})


def _rule(row: ProposalRow, weighed: Assessment) -> Regel:
    clauses = zip(because(weighed, row.when, "nl"), because(weighed, row.when, "en"), strict=True)
    return taken(
        Regel,
        {},
        code=row.id,
        holds=weighed.truth(row.when),
        outcome=from_house(DecisionOutcome(row.outcome), Uitkomst),
        reason=text_of(row.reason),
        since=[Tekst(nl=nl, en=en) for nl, en in clauses],
    )
