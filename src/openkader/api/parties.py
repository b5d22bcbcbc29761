"""De relaties: the parties that a program may see, and where each takes part."""

from dataclasses import asdict

from django.http import HttpRequest
from ninja import Query, Router

from openkader.api.doors import ByToken, Caller, caller
from openkader.api.paging import after_in, links_after
from openkader.api.read_shapes import (
    Deelplaats,
    Kenmerk,
    Relatie,
    RelatieMetPlaatsen,
    Relaties,
    Relatievraag,
)
from openkader.api.requests import READ
from openkader.api.shapes import known_text, require_known, taken, text_of
from openkader.api.words import Partijsoort, Rol, Soort, from_house, known_word
from openkader.base.errors import Invalid, Problem
from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Kind, Role
from openkader.register import selectors, services
from openkader.register.selectors import PartyLine
from openkader.register.selectors.pages import PER_PAGE
from openkader.register.selectors.party import PlaceRow

router = Router(tags=["Relaties"])


@router.get(
    "",
    response=Relaties,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De partijen die u mag zien",
    url_name="api_parties",
    operation_id="relatiesOpvragen",
)
def list_parties(request: HttpRequest, asked: Query[Relatievraag]) -> Relaties:
    """Ten hoogste vijftig partijen: de nieuwste eerst, of van wat gezocht is de zekerste."""
    who = caller(request)
    require_known(request.GET, Relatievraag)
    text, before = asked.text.strip(), after_in(asked.cursor, number_in)
    if text and before is not None:  # what was found stands on one page
        raise Invalid([Problem("interface.bad-cursor", "cursor")])
    lines, last = _found(text, before, who)
    rows = [Relatie.model_validate(_line(line)) for line in lines]
    is_cut = bool(text) and len(rows) == selectors.MOST_FOUND
    return Relaties.model_validate({"links": links_after(request, last), "rows": rows, "is_cut": is_cut})


@router.get(
    "/{nummer}",
    response=RelatieMetPlaatsen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een partij",
    url_name="api_party",
    operation_id="relatieOpvragen",
)
def show_party(request: HttpRequest, nummer: str) -> RelatieMetPlaatsen:
    """Een partij met haar namen, waar zij meedoet, en onder welke nummers zij nog meer in het register staat."""
    who = caller(request)
    require_known(request.GET)
    found = selectors.party_file(nummer, reader=who.person)
    services.note_reading(found.line.dossier or "", READ, by=who.hand, now=who.now)
    return RelatieMetPlaatsen.model_validate(
        {
            **_line(found.line),
            "places": [_place(place) for place in found.places],
            "leading": found.leading,
            "led": [line.reference for line in found.led],
            "is_fictional": bool(
                found.is_fictional
            ),  # of a party that came in with no source nothing is known
        }
    )


def _found(text: str, before: int | None, who: Caller) -> tuple[tuple[PartyLine, ...], int | None]:
    if text:
        return selectors.parties_named(text, reader=who.person), None
    return selectors.newest_parties(before, PER_PAGE, reader=who.person)


def _line(line: PartyLine) -> dict[str, object]:
    known = {name: getattr(line, name) for name in Relatie.model_fields}
    return known | {
        "kind": from_house(line.kind, Partijsoort),
        "function": known_text(line.function),
        "names": list(line.names),
        "identifiers": [taken(Kenmerk, {}, scheme=scheme, value=value) for scheme, value in line.identifiers],
    }


def _place(place: PlaceRow) -> Deelplaats:
    return taken(
        Deelplaats,
        asdict(place),
        title=text_of(place.title),
        kind=known_word(place.kind, Kind, Soort),
        role=known_word(place.role, Role, Rol),
    )
