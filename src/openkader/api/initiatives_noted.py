"""A program notes what somebody asked for and each step after that, as the pages do."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Status

from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.initiatives import router, shown_initiative, shown_step
from openkader.api.marks import marked
from openkader.api.outreach_shapes import Initiatief, Stap
from openkader.api.pace import require_pace
from openkader.api.sent_outreach import InitiatiefpartijGesteld, NieuweStap, NieuwInitiatief
from openkader.api.shapes import require_known
from openkader.api.words import to_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.base.text import Text
from openkader.casework.initiatives import StepKind
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.initiative_entries import NOBODY, InitiativeEntry, Side, StepEntry
from openkader.register.selectors import InitiativeRow

__all__ = ["router"]


@router.post(
    "",
    response={200: Initiatief, 201: Initiatief},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een initiatief beginnen",
    url_name="api_initiatives",
    operation_id="initiatiefBeginnen",
)
def start(request: HttpRequest, response: HttpResponse, sent: NieuwInitiatief) -> Status[Initiatief]:
    """Wat iemand vroeg is de eerste stap. Dezelfde titel op dezelfde plaats is het initiatief dat er al was (200)."""
    who = case_reader(request)
    if (sent.request is None) is (sent.activity is None):
        raise Invalid([Problem("interface.one-thing", "verzoek")])
    step = _step(sent, StepKind.SOUGHT, who)
    require_pace(who)
    title = Text(nl=sent.title, en=sent.title)
    entry = InitiativeEntry(title=title, steps=(step,), request=sent.request, activity=sent.activity)
    reference, is_new = services.start_initiative(entry, by=who.hand, now=who.now)
    response["Location"] = request.build_absolute_uri(reverse("api:api_initiative", args=[reference]))
    return Status(201 if is_new else 200, marked(response, shown_initiative(_at(reference, who))))


@router.post(
    "/{nummer}/stappen",
    response={200: Stap, 201: Stap},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een stap van een initiatief noteren",
    url_name="api_steps",
    operation_id="stapNoteren",
)
def note_step(request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweStap) -> Status[Stap]:
    """In hun volgorde: gekoppeld of niet gevonden, dan een gevolg, of het einde.

    De laatste nog eens gestuurd blijft er een (200).
    """
    who = case_reader(request)
    found = _at(nummer, who)
    step = _step(sent, to_house(sent.kind, StepKind), who)
    require_pace(who)
    number = services.add_initiative_step(found.reference, step, by=who.hand, now=who.now)
    response["Location"] = request.build_absolute_uri(reverse("api:api_step", args=[nummer, number]))
    is_known = number in {one.number for one in found.steps}
    return Status(200 if is_known else 201, _shown(_at(nummer, who), number))


@router.get(
    "/{nummer}/stappen/{int:stap}",
    response=Stap,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een stap van een initiatief",
    url_name="api_step",
    operation_id="stapOpvragen",
)
def show_step(request: HttpRequest, nummer: str, stap: int) -> Stap:
    """Wat er gebeurde, wanneer, en waaruit dat blijkt."""
    who = caller(request)
    require_known(request.GET)
    found = _at(nummer, who)
    shown = _shown(found, stap)
    who.note_reading(found.case)
    return shown


def _at(nummer: str, who: Caller) -> InitiativeRow:
    return selectors.initiative_file(nummer, reader=who.person)


def _shown(found: InitiativeRow, number: int) -> Stap:
    for one in found.steps:
        if one.number == number:
            return shown_step(one)
    raise NotFound("initiative", found.reference)


def _step(sent: NieuwInitiatief | NieuweStap, kind: StepKind, who: Caller) -> StepEntry:
    partner = sent.partner if isinstance(sent, NieuweStap) else None
    _require_sides([("vrager", sent.seeker), ("gekoppeldAan", partner)], who)
    return StepEntry(
        kind=kind,
        what=Text(nl=sent.what, en=sent.what),
        period=None if sent.period is None else sent.period.period,
        seeker=_side(sent.seeker),
        partner=_side(partner),
        shown_by=sent.shown_by or "",
        url=sent.url or "",
    )


def _require_sides(sides: Iterable[tuple[str, InitiatiefpartijGesteld | None]], who: Caller) -> None:
    """Each is a party that the caller may see, or somebody in words."""
    wrong = []
    for place, side in sides:
        if side is None:
            continue
        if (side.party is None) is (side.name is None):
            wrong.append(Problem("interface.one-thing", place))
        elif side.party is not None and not selectors.party_names([side.party], reader=who.person):
            wrong.append(Problem("interface.unknown-word", f"{place}.relatie"))
    if wrong:
        raise Invalid(wrong)


def _side(sent: InitiatiefpartijGesteld | None) -> Side:
    if sent is None:
        return NOBODY
    return Side(sent.party, None if sent.name is None else Text(nl=sent.name, en=sent.name))
