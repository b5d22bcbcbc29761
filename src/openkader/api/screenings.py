"""De screening of a case: where it stands, each hit with why, and a wish for a new one. Nobody judges a hit here."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Query, Router, Status

from openkader.api.doors import ByToken, Caller, caller
from openkader.api.pace import require_pace
from openkader.api.paging import after_in, links_after
from openkader.api.problems import said
from openkader.api.read_shapes import Bladvraag
from openkader.api.sent_work import Screeningvraag
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.words import from_house
from openkader.api.work_shapes import Beoordeling, GescreendePartij, Screening, Treffer, Treffers
from openkader.api.work_words import Band, Screeningstand, Trefferoordeel, Trefferstand
from openkader.base.errors import NotFound
from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.selectors import Delegation, PartyRow
from openkader.register.selectors.case_hits import CaseHit, case_hits
from openkader.register.selectors.pages import PER_PAGE
from openkader.register.selectors.screening_rows import ReviewRow
from openkader.screening.evidence import Screening as Found
from openkader.screening.explaining import explain_hit

router = Router(tags=["Verzoeken"])
_READER = ByToken(Act.READ_SCREENING)


@router.get(
    "/{nummer}/screening",
    response=Screening,
    by_alias=True,
    auth=_READER,
    summary="Waar de screening van een verzoek staat",
    url_name="api_screening",
    operation_id="screeningOpvragen",
)
def show_screening(request: HttpRequest, nummer: str) -> Screening:
    """Elke partij waar het verzoek over gaat, en of er iets gevonden of nog te beoordelen is."""
    who = caller(request)
    require_known(request.GET)
    found = selectors.delegation(nummer, reader=who.person)
    who.note_reading(nummer)
    return _shown(found)


@router.post(
    "/{nummer}/screening",
    response={202: Screening},
    by_alias=True,
    auth=ByToken(Act.SCREEN),
    summary="Een nieuwe screening vragen",
    url_name="api_screening",
    operation_id="screeningVragen",
)
def ask(request: HttpRequest, response: HttpResponse, nummer: str, sent: Screeningvraag) -> Status[Screening]:
    """Zet partijen van dit verzoek in de rij om met de lijsten vergeleken te worden. Wie al wacht, wacht een keer."""
    who = caller(request)
    who.require(Act.READ_SCREENING)
    require_known(request.GET)
    _require_of_case(nummer, sent, who)
    require_pace(who)
    services.request_screening(sent.parties, by=who.hand, now=who.now)
    address = reverse("api:api_screening", args=[nummer])
    response["Location"] = request.build_absolute_uri(address)
    return Status(202, _shown(selectors.delegation(nummer, reader=who.person)))


@router.get(
    "/{nummer}/screening/treffers",
    response=Treffers,
    by_alias=True,
    auth=_READER,
    summary="De treffers bij een verzoek",
    url_name="api_hits",
    operation_id="treffersOpvragen",
)
def list_hits(request: HttpRequest, nummer: str, asked: Query[Bladvraag]) -> Treffers:
    """Ten hoogste vijftig treffers, elk met de score, waarom zij er is, en wat mensen ervan zeiden."""
    who = caller(request)
    require_known(request.GET, Bladvraag)
    after = after_in(asked.cursor, number_in)
    rows, last = case_hits(nummer, after, PER_PAGE, reader=who.person)
    who.note_reading(nummer)
    return Treffers.model_validate({"links": links_after(request, last), "rows": [_hit(row) for row in rows]})


@router.post("/{nummer}/screening/treffers", include_in_schema=False, url_name="api_hits")
def refuse(request: HttpRequest, nummer: str) -> HttpResponse:
    """Say that a person judges, to whoever tries it here."""
    return said(403, "interface.person-judges")


def _require_of_case(nummer: str, sent: Screeningvraag, who: Caller) -> None:
    """Only parties of this case: on its delegation list, or registered with it."""
    known = {one.reference for one in selectors.delegation(nummer, reader=who.person).parties}
    found = selectors.dossier(nummer, reader=who.person)
    known |= {str(row["party"]) for row in found.participations if row["party"]}
    for party in sent.parties:
        if party not in known:
            raise NotFound("party", party)


def _shown(found: Delegation) -> Screening:
    counted = found.tally
    return Screening.model_validate(
        {
            "number": counted.parties,
            "screened": counted.screened,
            "findings": counted.findings,
            "most_findings": counted.most_findings,
            "is_running": found.is_running,
            "parties": [shown_party(row) for row in found.parties],
        }
    )


def shown_party(row: PartyRow) -> GescreendePartij:
    """A party of a case, and where its screening stands."""
    return GescreendePartij.model_validate(
        {
            "reference": row.reference,
            "name": row.name,
            "is_person": row.is_person,
            "standing": from_house(row.standing.state, Screeningstand),
            "failure": row.failure,
            "screened_at": row.screened_at,
        }
    )


def _hit(found: CaseHit) -> Treffer:
    row, hit = found.row, found.hit
    why = explain_hit(hit, Found(query=row.party, band=hit.band, lists=found.lists))
    plain = {name: getattr(row, name) for name in Treffer.model_fields if hasattr(row, name)}
    return taken(
        Treffer,
        plain,
        band=from_house(row.band, Band),
        state=from_house(row.state, Trefferstand),
        meeting=[text_of(one) for one in why.meeting],
        evidence=[text_of(one) for one in why.evidence],
        listing=[text_of(one) for one in why.listing],
        questions=[text_of(one) for one in why.questions],
        sources=list(why.sources),
        reviews=[_review(one) for one in found.reviews],
    )


def _review(row: ReviewRow) -> Beoordeling:
    verdict = from_house(row.verdict, Trefferoordeel)
    return Beoordeling.model_validate({"verdict": verdict, "reason": row.reason, "at": row.at, "by": row.by})
