"""Het netwerk: whom the organisation knows and asks, when it was last heard from, and what it contributed."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.activities import shown_period
from openkader.api.doors import ByToken, Caller, caller
from openkader.api.marks import marked
from openkader.api.outreach_shapes import (
    Bijdrage,
    Gespreksgroep,
    Leden,
    Lid,
    LidInLijst,
    Lidnaam,
    Lidverloop,
    Lidvraag,
    Netwerkgesprek,
)
from openkader.api.outreach_words import Bijdragesoort, Gesprekswijze, Lidstand
from openkader.api.paging import links_after, page_of
from openkader.api.shapes import known_text, require_known, taken, text_of
from openkader.api.words import Partijsoort, from_house
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.case_kaders import kader_here
from openkader.register.network import desks_of
from openkader.register.network_plans import network_here
from openkader.register.selectors import ContactRow, ContributionRow, MemberFile, NetworkRow

router = Router(tags=["Netwerk"])


@router.get(
    "",
    response=Leden,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De leden van het netwerk die u mag zien",
    url_name="api_members",
    operation_id="netwerkOpvragen",
)
def list_members(request: HttpRequest, asked: Query[Lidvraag]) -> Leden:
    """Ten hoogste vijftig leden, in de volgorde van hun nummer; met `relatie` het lid dat die partij is."""
    who = caller(request)
    require_known(request.GET, Lidvraag)
    desks = desks_of(kader_here(who.today))
    rows = selectors.network(network_here(), desks, who.today, reader=who.person)
    chosen = [row for row in rows if _fits(row, asked)]
    page, last = page_of(chosen, lambda row: row.reference, asked.cursor)
    shown = [LidInLijst.model_validate(_line(row)) for row in page]
    return Leden.model_validate({"links": links_after(request, last), "rows": shown})


@router.get(
    "/{nummer}",
    response=Lid,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een lid van het netwerk",
    url_name="api_member",
    operation_id="lidOpvragen",
)
def show_member(request: HttpRequest, response: HttpResponse, nummer: str) -> Lid:
    """Een lid met de gesprekken en wat het bijdroeg aan wat u mag zien; de contactpersonen hebben een eigen adres."""
    who = caller(request)
    require_known(request.GET)
    found = member_at(nummer, who)
    who.note_reading(found.dossier)
    return marked(response, shown_member(found))


def member_at(nummer: str, who: Caller) -> MemberFile:
    """A member; of a party that the caller may not see there is none."""
    desks = desks_of(kader_here(who.today))
    return selectors.member_file(nummer, network_here(), desks, who.today, reader=who.person)


def _fits(row: NetworkRow, asked: Lidvraag) -> bool:
    return (
        (asked.expertise is None or asked.expertise in row.expertise)
        and (asked.country is None or asked.country in row.countries)
        and asked.party in (None, row.party)
    )


def _line(row: NetworkRow) -> dict[str, object]:
    known = {
        name: getattr(row, name) for name in ("reference", "party", "country", "contacts", "contributions")
    }
    return {
        **known,
        "name": text_of(row.name),
        "kind": from_house(row.kind, Partijsoort),
        "why": text_of(row.why),
        "since": shown_period(row.since),
        "expertise": list(row.expertise),
        "countries": list(row.countries),
        "state": from_house(row.state, Lidstand),
        "last": shown_period(row.last),
    }


def shown_member(found: MemberFile) -> Lid:
    """A member as it is shown."""
    return Lid.model_validate(
        {
            **_line(found.row),
            "passage": found.passage,
            "remark": known_text(found.remark),
            "is_fictional": found.is_fictional,
            "points_kept": found.points_kept,
            "spoken": [shown_contact(one) for one in found.contacts],
            "given": [shown_contribution(one) for one in found.contributions],
            "standings": [taken(Lidverloop, asdict(one)) for one in found.standings],
            "groups": [taken(Gespreksgroep, asdict(one), title=text_of(one.title)) for one in found.groups],
        }
    )


def shown_contact(row: ContactRow) -> Netwerkgesprek:
    """A talk as it is shown: without names that were withheld."""
    return taken(
        Netwerkgesprek,
        asdict(row),
        period=shown_period(row.period),
        manner=None if row.manner is None else from_house(row.manner, Gesprekswijze),
        others=[
            taken(Lidnaam, {"reference": reference}, name=text_of(name)) for reference, name in row.others
        ],
    )


def shown_contribution(row: ContributionRow) -> Bijdrage:
    """A contribution as it is shown."""
    return taken(
        Bijdrage,
        asdict(row),
        kind=from_house(row.kind, Bijdragesoort),
        title=known_text(row.title),
        period=shown_period(row.period),
        what=known_text(row.what),
    )
