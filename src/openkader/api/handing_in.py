"""A program hands in a request, as a colleague enters one that came by mail."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Status

from openkader.api.doors import ByToken, Caller, caller
from openkader.api.once import Key, key_of
from openkader.api.pace import require_pace
from openkader.api.problems import language
from openkader.api.requests import router
from openkader.api.sent import Contactpersoon, NieuwVerzoek, plain
from openkader.api.shapes import Ingediend, require_known
from openkader.api.words import to_house
from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.casework.intake import UNKNOWN, Channel, FrontDoor, may_receive
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Kind
from openkader.register import services
from openkader.register.chain import fingerprint
from openkader.register.front_doors import front_door, kader_of
from openkader.register.intake_entries import Contact, IntakeEntry, SaidEntry
from openkader.screening.lists.countries import country_code

__all__ = ["hand_in", "router"]
_SAID = Text(nl="Wat is gevraagd", en="What was asked")
_PLACES = {"request.no-initiative": "initiatief", "request.not-yet": "ontvangenOp"}


@router.post(
    "",
    response={201: Ingediend},
    by_alias=True,
    auth=ByToken(Act.TAKE_IN),
    summary="Een verzoek indienen",
    url_name="api_requests",
    operation_id="verzoekIndienen",
)
def hand_in(
    request: HttpRequest,
    response: HttpResponse,
    sent: NieuwVerzoek,
    key: Key,
) -> Status[Ingediend]:
    """Zet een verzoek dat elders binnenkwam in het register."""
    who = caller(request)
    require_known(request.GET)
    require_pace(who)
    entry = _entry(sent, front_door(), who, key)
    reference = services.receive_request(entry, by=who.hand, now=who.now)
    address = request.build_absolute_uri(reverse("api:api_request", args=[reference]))
    response["Location"] = address
    told = {"reference": reference, "links": {"verzoek": {"href": address}}}
    return Status(201, Ingediend.model_validate(told))


def _entry(sent: NieuwVerzoek, door: FrontDoor, who: Caller, key: str) -> IntakeEntry:
    fact = kader_of(door, who.today).facts.get("initiative")
    initiatives = tuple(option.code for option in fact.options) if fact else ()
    initiative = UNKNOWN if sent.initiative is None else sent.initiative
    kind = to_house(sent.kind, Kind)
    _require_fits(kind, sent.country, door)
    refusal = may_receive(initiative, initiatives, sent.received_on, who.today)
    if refusal is not None:
        raise Invalid([Problem(refusal.code, _PLACES[refusal.code], refusal.detail)])
    return IntakeEntry(
        key=key_of(who, key),
        content=fingerprint(plain(sent)),
        prefix=door.prefix,
        kind=kind,
        subject=sent.subject,
        initiative=initiative,
        initiatives=initiatives,
        channel=to_house(sent.channel, Channel),
        received_on=sent.received_on,
        today=who.today,
        language=language(),
        country=sent.country,
        programme=door.programme(sent.country),
        requester=sent.requester,
        contact=_contact(sent.contact),
        said=(SaidEntry("said", _SAID, sent.said),),
    )


def _contact(sent: Contactpersoon | None) -> Contact:
    return Contact() if sent is None else Contact(name=sent.name, email=sent.email, phone=sent.phone)


def _require_fits(kind: Kind, country: str | None, door: FrontDoor) -> None:
    """The kinds are those of the front door, and the countries those that there are."""
    wrong = [] if kind in {choice.kind for choice in door.kinds} else ["soort"]
    if country is not None and country_code(country) != country.lower():
        wrong.append("land")
    if wrong:
        raise Invalid([Problem("interface.unknown-word", place) for place in wrong])
