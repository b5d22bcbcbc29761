"""Which parties take part in a request, and one of the register that takes part too."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.act_shapes import Deelnames
from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.pace import require_pace
from openkader.api.requests import case_at, note_read, shown_participation
from openkader.api.sent_acts import NieuweDeelname
from openkader.api.shapes import Deelname, require_known
from openkader.api.words import to_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Role
from openkader.register import services
from openkader.register.entries import ParticipantEntry
from openkader.register.selectors import Dossier

router = Router(tags=["Verzoeken"])


@router.get(
    "/{nummer}/deelnames",
    response=Deelnames,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Wie aan een verzoek meedoet",
    url_name="api_participations",
    operation_id="deelnamesOpvragen",
)
def list_participations(request: HttpRequest, nummer: str) -> Deelnames:
    """De partijen en groepen van het verzoek en van zijn activiteiten, elk met haar rol."""
    return Deelnames.model_validate({"rows": _shown(_read(request, nummer))})


@router.get(
    "/{nummer}/deelnames/{deelname}",
    response=Deelname,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een deelname",
    url_name="api_participation",
    operation_id="deelnameOpvragen",
)
def show_participation(request: HttpRequest, nummer: str, deelname: str) -> Deelname:
    """Wie het is, en als wat."""
    for one in _shown(_read(request, nummer)):
        if one.reference == deelname:
            return one
    raise NotFound("dossier", deelname)


@router.post(
    "/{nummer}/deelnames",
    response={200: Deelname, 201: Deelname},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een partij aan een verzoek laten meedoen",
    url_name="api_participations",
    operation_id="deelnameToevoegen",
)
def add_participation(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweDeelname
) -> Status[Deelname]:
    """Zoek de partij eerst; een naam herkent niemand. Wie deze rol al heeft, krijgt haar niet nog eens (200)."""
    who = case_reader(request)
    before = {one.reference for one in _shown(case_at(nummer, who)[1])}
    require_pace(who)
    party = _add(nummer, sent, who)
    there = _shown(case_at(nummer, who)[1])
    mine = [one for one in there if (one.party, one.role) == (party, sent.role)]
    kept = next((one for one in mine if one.reference not in before), mine[0])
    address = reverse("api:api_participation", args=[nummer, kept.reference])
    response["Location"] = request.build_absolute_uri(address)
    return Status(200 if kept.reference in before else 201, kept)


def _add(nummer: str, sent: NieuweDeelname, who: Caller) -> str:
    entry = ParticipantEntry(request=nummer, role=to_house(sent.role, Role), party=sent.party)
    try:
        return services.add_participant(entry, by=who.hand, now=who.now)
    except NotFound as error:
        if error.kind != "party":
            raise
        raise Invalid([Problem("interface.unknown-word", "partij")]) from error


def _read(request: HttpRequest, nummer: str) -> Dossier:
    who = caller(request)
    require_known(request.GET)
    row, found = case_at(nummer, who)
    note_read(row, who)
    return found


def _shown(found: Dossier) -> list[Deelname]:
    return [shown_participation(row) for row in found.participations]
