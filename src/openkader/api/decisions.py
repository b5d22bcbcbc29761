"""De besluiten: a list to page through. Nobody decides here: that is for a person."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.doors import ByToken, caller
from openkader.api.paging import after_in, links_after
from openkader.api.problems import said
from openkader.api.read_shapes import Besluiten, BesluitInLijst, Besluitvraag
from openkader.api.requests import shown_outcome
from openkader.api.shapes import require_known, taken
from openkader.api.words import Niveau, from_house
from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Level
from openkader.register.selectors.decision_lines import newest_decisions
from openkader.register.together import Row

router = Router(tags=["Besluiten"])


@router.get(
    "",
    response=Besluiten,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De besluiten die u mag zien",
    url_name="api_decisions",
    operation_id="besluitenOpvragen",
)
def list_decisions(request: HttpRequest, asked: Query[Besluitvraag]) -> Besluiten:
    """Ten hoogste vijftig besluiten, het nieuwste in het register eerst."""
    who = caller(request)
    require_known(request.GET, Besluitvraag)
    rows, last = newest_decisions(after_in(asked.cursor, number_in), asked.year, reader=who.person)
    return Besluiten.model_validate(
        {"links": links_after(request, last), "rows": [_shown(row) for row in rows]}
    )


@router.post("", include_in_schema=False, url_name="api_decisions")
def refuse(request: HttpRequest) -> HttpResponse:
    """Say that a person decides, to whoever tries it here."""
    return said(403, "interface.person-decides")


def _shown(row: Row) -> BesluitInLijst:
    return taken(
        BesluitInLijst,
        row,
        request=row["request__reference"],
        level=from_house(Level(str(row["level"])), Niveau),
        outcome=shown_outcome(row),
        assessment=row["assessment__reference"],
    )
