"""De voorlichtingen: a session in which those who take part were informed is noted, or struck out."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.doors import ByToken, case_reader
from openkader.api.pace import require_pace
from openkader.api.scan_shapes import NieuweVoorlichting, Voorlichting, Voorlichtingdoorhaling
from openkader.api.self_scans import Asked, asked_at, asked_read, shown_session
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.casework.permissions import Act
from openkader.register import services
from openkader.register.selectors import SessionRow
from openkader.register.self_scan_entries import BriefingEntry

router = Router(tags=["Activiteiten"])


@router.post(
    "/{nummer}/voorlichtingen",
    response={200: Voorlichting, 201: Voorlichting},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een voorlichting noteren",
    url_name="api_briefings",
    operation_id="voorlichtingNoteren",
)
def note(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweVoorlichting
) -> Status[Voorlichting]:
    """Die gehouden is, met hoeveel er van wie waren. Hetzelfde nog eens gestuurd blijft er een (200)."""
    who = case_reader(request)
    here = asked_at(nummer, who)
    present = _present(sent, here)
    require_pace(who)
    entry = BriefingEntry(
        activity=here.found.activity,
        kind=sent.kind,
        held_on=sent.held_on,
        by_whom=sent.by_whom,
        subject=sent.subject or "",
        present=present,
    )
    reference = services.note_briefing(entry, form=here.form, by=who.hand, now=who.now)
    response["Location"] = request.build_absolute_uri(reverse("api:api_briefing", args=[nummer, reference]))
    is_known = reference in {one.reference for one in here.found.sessions}
    there = asked_at(nummer, who)
    return Status(200 if is_known else 201, shown_session(_session(there, reference), there.found))


@router.get(
    "/{nummer}/voorlichtingen/{voorlichting}",
    response=Voorlichting,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een voorlichting",
    url_name="api_briefing",
    operation_id="voorlichtingOpvragen",
)
def show(request: HttpRequest, nummer: str, voorlichting: str) -> Voorlichting:
    """Wanneer, door wie, en wie er waren."""
    here = asked_read(request, nummer)
    return shown_session(_session(here, voorlichting), here.found)


@router.put(
    "/{nummer}/voorlichtingen/{voorlichting}/doorhaling",
    response=Voorlichting,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een voorlichting doorhalen die fout genoteerd is",
    url_name="api_briefing_struck",
    operation_id="voorlichtingDoorhalen",
)
def strike_out(
    request: HttpRequest, nummer: str, voorlichting: str, sent: Voorlichtingdoorhaling
) -> Voorlichting:
    """Zij blijft te lezen, en telt niet meer; met dezelfde reden verandert niets."""
    who = case_reader(request)
    row = _session(asked_at(nummer, who), voorlichting)
    if row.struck_out != sent.reason:
        services.strike_out_briefing(row.reference, sent.reason, by=who.hand, now=who.now)
    there = asked_at(nummer, who)
    return shown_session(_session(there, voorlichting), there.found)


def _session(here: Asked, reference: str) -> SessionRow:
    """The session of this number at this activity; that of another is not here."""
    for one in here.found.sessions:
        if one.reference == reference:
            return one
    raise NotFound("briefing", reference[:80])


def _present(sent: NieuweVoorlichting, here: Asked) -> Mapping[str, int | None]:
    """How many of each were there, by those who take part; each is named once."""
    known = {one.key for one in here.found.members}
    named = [one.member for one in sent.present]
    wrong = [
        Problem("interface.unknown-word", f"aanwezigen.{place}.deelnemer")
        for place, one in enumerate(named)
        if one not in known or one in named[:place]
    ]
    if wrong:
        raise Invalid(wrong)
    return {one.member: one.number for one in sent.present}
