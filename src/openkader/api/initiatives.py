"""De initiatieven: what somebody asked for, who was linked to whom, and what came of it."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.activities import shown_period
from openkader.api.doors import ByToken, caller
from openkader.api.marks import marked
from openkader.api.outreach_shapes import (
    Initiatief,
    InitiatiefInLijst,
    Initiatiefpartij,
    Initiatiefvraag,
    Initiatieven,
    Schakels,
    Stap,
)
from openkader.api.outreach_words import Initiatiefstand, Schakelstand, Stapsoort
from openkader.api.paging import after_in, links_after
from openkader.api.shapes import known_text, require_known, taken, text_of
from openkader.api.words import from_house
from openkader.base.numbers import number_in
from openkader.base.text import Text
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.selectors import InitiativeRow
from openkader.register.selectors.initiative_lines import newest_initiatives
from openkader.register.selectors.initiatives import ChainStep

router = Router(tags=["Initiatieven"])


@router.get(
    "",
    response=Initiatieven,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De initiatieven die u mag zien",
    url_name="api_initiatives",
    operation_id="initiatievenOpvragen",
)
def list_initiatives(request: HttpRequest, asked: Query[Initiatiefvraag]) -> Initiatieven:
    """Ten hoogste vijftig initiatieven; met `bij` die van een verzoek of een activiteit."""
    who = caller(request)
    require_known(request.GET, Initiatiefvraag)
    before = after_in(asked.cursor, number_in)
    found, last = newest_initiatives(before, asked.at, reader=who.person)
    if asked.at is not None:
        for case in {row.case for row in found if row.case}:
            who.note_reading(case)
    rows = [InitiatiefInLijst.model_validate(_line(row)) for row in found]
    return Initiatieven.model_validate({"links": links_after(request, last), "rows": rows})


@router.get(
    "/{nummer}",
    response=Initiatief,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een initiatief",
    url_name="api_initiative",
    operation_id="initiatiefOpvragen",
)
def show_initiative(request: HttpRequest, response: HttpResponse, nummer: str) -> Initiatief:
    """Een initiatief met elke stap. Wie er een van een vertrouwelijk verzoek las, staat in het spoor."""
    who = caller(request)
    require_known(request.GET)
    found = selectors.initiative_file(nummer, reader=who.person)
    who.note_reading(found.case)
    return marked(response, shown_initiative(found))


def _line(row: InitiativeRow) -> dict[str, object]:
    links = {str(stage): from_house(state, Schakelstand) for stage, state in row.links.items()}
    return {
        "reference": row.reference,
        "title": text_of(row.title),
        "year": row.year,
        "request": row.case,
        "activity": row.dossier if row.is_activity else None,
        "state": from_house(row.state, Initiatiefstand),
        "links": Schakels.model_validate(links),
        "is_fictional": row.is_fictional,
    }


def shown_initiative(row: InitiativeRow) -> Initiatief:
    """An initiative as it is shown."""
    return Initiatief.model_validate(
        {
            **_line(row),
            "steps": [shown_step(one) for one in row.steps],
            "passage": row.passage,
            "remark": known_text(row.remark),
        }
    )


def shown_step(one: ChainStep) -> Stap:
    """A step as it was noted."""
    return taken(
        Stap,
        asdict(one),
        kind=from_house(one.kind, Stapsoort),
        what=text_of(one.what),
        period=shown_period(one.period),
        seeker=_side(one.seeker, one.seeker_party),
        partner=_side(one.partner, one.partner_party),
    )


def _side(name: Text | None, party: str | None) -> Initiatiefpartij | None:
    return None if name is None else taken(Initiatiefpartij, {"party": party}, name=text_of(name))
