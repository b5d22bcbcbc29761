"""De aanbevelingen: to whom each is addressed, what came of it, and what shows that; an evaluator says so."""

from collections.abc import Mapping
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.activities import shown_period
from openkader.api.documents import CONTENT, handed_out
from openkader.api.doors import ByToken, caller
from openkader.api.marks import marked
from openkader.api.outreach_shapes import (
    Aanbeveling,
    Aanbevelingen,
    AanbevelingInLijst,
    Aanbevelingvraag,
    Adressering,
    Opvolgstap,
)
from openkader.api.outreach_words import Opvolging
from openkader.api.paging import links_after, page_of
from openkader.api.shapes import known_text, require_known, taken, text_of
from openkader.api.words import from_house
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.selectors.recommendations import (
    RecommendationAddressRow,
    RecommendationRow,
    RecommendationStep,
    recommendation_document,
    recommendation_file,
)

router = Router(tags=["Aanbevelingen"])


@router.get(
    "",
    response=Aanbevelingen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De aanbevelingen van alle jaren",
    url_name="api_recommendations",
    operation_id="aanbevelingenOpvragen",
)
def list_recommendations(request: HttpRequest, asked: Query[Aanbevelingvraag]) -> Aanbevelingen:
    """Ten hoogste vijftig aanbevelingen, in de volgorde van hun nummer."""
    who = caller(request)
    require_known(request.GET, Aanbevelingvraag)
    chosen = [
        row
        for row in selectors.recommendations(reader=who.person, today=who.today)
        if asked.year in (None, row.year) and (row.is_overdue or not asked.late_only)
    ]
    page, last = page_of(chosen, lambda row: row.reference, asked.cursor)
    rows = [AanbevelingInLijst.model_validate(_line(row)) for row in page]
    return Aanbevelingen.model_validate({"links": links_after(request, last), "rows": rows})


@router.get(
    "/{nummer}",
    response=Aanbeveling,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een aanbeveling",
    url_name="api_recommendation",
    operation_id="aanbevelingOpvragen",
)
def show_recommendation(request: HttpRequest, response: HttpResponse, nummer: str) -> Aanbeveling:
    """Een aanbeveling met aan wie zij gericht is, en elke keer dat iemand zei wat ervan werd."""
    who = caller(request)
    require_known(request.GET)
    row = recommendation_file(nummer, reader=who.person, today=who.today)
    shown = {
        **_line(row),
        "passage": row.passage,
        "source": known_text(row.source),
        "source_url": row.source_url,
        "addresses": [_address(one) for one in row.addresses],
        "follow_ups": [_step(one) for one in row.follow_ups],
    }
    return marked(response, Aanbeveling.model_validate(shown))


@router.get(
    "/{nummer}/opvolging/{int:volgnummer}/inhoud",
    auth=ByToken(Act.READ_CASES),
    summary="Het document waaruit de opvolging blijkt",
    url_name="api_recommendation_content",
    operation_id="opvolgingInhoudOpvragen",
    openapi_extra=CONTENT,
)
def hand_out(request: HttpRequest, nummer: str, volgnummer: int) -> HttpResponse:
    """De inhoud zoals zij kwam."""
    require_known(request.GET)
    return handed_out(*recommendation_document(nummer, volgnummer))


def _line(row: RecommendationRow) -> Mapping[str, object]:
    return {
        **{name: getattr(row, name) for name in ("reference", "year", "is_overdue", "is_fictional")},
        "text": text_of(row.text),
        "status": None if row.status is None else from_house(row.status, Opvolging),
        "to": known_text(row.to),
        "due": shown_period(row.due),
    }


def _address(one: RecommendationAddressRow) -> Adressering:
    return taken(Adressering, asdict(one), to=known_text(one.to), due=shown_period(one.due))


def _step(one: RecommendationStep) -> Opvolgstap:
    return taken(
        Opvolgstap,
        {**asdict(one), **asdict(one.shown_by)},
        status=from_house(one.status, Opvolging),
        period=shown_period(one.period),
        what=known_text(one.what),
        change=known_text(one.change),
    )
