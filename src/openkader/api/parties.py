"""De relaties: the parties that a program may see, where each takes part, and those that it registers."""

from collections.abc import Iterator
from dataclasses import asdict

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Query, Router, Status

from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest
from openkader.api.pace import require_pace
from openkader.api.paging import after_in, links_after
from openkader.api.read_shapes import (
    Deelplaats,
    Kenmerk,
    NieuweRelatieMetGelijkenden,
    Relatie,
    RelatieMetPlaatsen,
    Relaties,
    Relatievraag,
)
from openkader.api.requests import case_at
from openkader.api.sent_work import NieuweRelatie, Relatieaanvulling
from openkader.api.shapes import known_text, require_known, taken, text_of
from openkader.api.words import Partijsoort, Rol, Soort, from_house, known_word, to_house
from openkader.base.errors import Invalid, Problem
from openkader.base.numbers import number_in
from openkader.casework.identifiers import SCHEMES, may_carry
from openkader.casework.naming import may_be_a_name
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Kind, PartyKind, Role
from openkader.register import selectors, services
from openkader.register.entries import NameEntry, ParticipantEntry
from openkader.register.selectors import PartyLine
from openkader.register.selectors.pages import PER_PAGE
from openkader.register.selectors.party import PartyFile, PlaceRow

router = Router(tags=["Relaties"])
_MOST_ALIKE = 12


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


@router.post(
    "",
    response={200: NieuweRelatieMetGelijkenden, 201: NieuweRelatieMetGelijkenden},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een partij bij een verzoek opnemen",
    url_name="api_parties",
    operation_id="relatieOpnemen",
)
def register(
    request: HttpRequest, response: HttpResponse, sent: NieuweRelatie
) -> Status[NieuweRelatieMetGelijkenden]:
    """Zet een partij in het register, bij het verzoek waarin zij genoemd is.

    Een naam herkent niemand: wie er al op lijkt, staat in het antwoord. Staat zij onder deze naam en met deze rol
    al bij het verzoek, dan blijft het bij die (200).
    """
    who = case_reader(request)
    entry = _entry(sent)
    before = {(row["party"], row["role"]) for row in case_at(sent.request, who)[1].participations}
    require_pace(who)
    reference = services.add_participant(entry, by=who.hand, now=who.now)
    response["Location"] = request.build_absolute_uri(reverse("api:api_party", args=[reference]))
    near = selectors.parties_named(entry.name, _MOST_ALIKE + 1, reader=who.person)
    alike = [_line(line) for line in near if line.reference != reference][:_MOST_ALIKE]
    shown = NieuweRelatieMetGelijkenden.model_validate({**_whole(_file(reference, who)), "alike": alike})
    return Status(200 if (reference, entry.role) in before else 201, shown)


@router.get(
    "/{nummer}",
    response=RelatieMetPlaatsen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een partij",
    url_name="api_party",
    operation_id="relatieOpvragen",
)
def show_party(request: HttpRequest, response: HttpResponse, nummer: str) -> RelatieMetPlaatsen:
    """Een partij met haar namen, waar zij meedoet, en onder welke nummers zij nog meer in het register staat."""
    who = caller(request)
    require_known(request.GET)
    found = _file(nummer, who)
    who.note_reading(found.line.dossier)
    return marked(response, _shown(found))


@router.patch(
    "/{nummer}",
    response=RelatieMetPlaatsen,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Namen en nummers van een partij toevoegen",
    url_name="api_party",
    operation_id="relatieAanvullen",
    openapi_extra=asked_for("de partij"),
)
def describe(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: Relatieaanvulling
) -> RelatieMetPlaatsen:
    """Voegt namen en nummers toe, alles of niets. De partij wacht daarna op een nieuwe screening."""
    who = case_reader(request)
    require_newest(request, mark_of_shape(_shown(_file(nummer, who))))
    problems = [*_wrong_names(sent), *_wrong_numbers(sent)]
    if problems:
        raise Invalid(problems)
    with transaction.atomic():
        # The numbers first: who adds one waits for a turn before it holds the party, as everybody does.
        for one in sent.identifiers:
            services.number_party(nummer, one.scheme, one.value, by=who.hand, now=who.now)
        for name in sent.names:
            services.name_party(nummer, NameEntry(name=name), by=who.hand, now=who.now)
    return marked(response, _shown(_file(nummer, who)))


def _entry(sent: NieuweRelatie) -> ParticipantEntry:
    name = " ".join(sent.name.split())
    refusal = may_be_a_name(name)
    if refusal is not None:
        raise Invalid([Problem(refusal.code, "naam", refusal.detail)])
    role, kind = to_house(sent.role, Role), to_house(sent.kind, PartyKind)
    return ParticipantEntry(request=sent.request, role=role, name=name, kind=kind)


def _wrong_names(sent: Relatieaanvulling) -> Iterator[Problem]:
    if not sent.names and not sent.identifiers:
        yield Problem("interface.missing", "andereNamen")
    for place, name in enumerate(sent.names):
        refusal = may_be_a_name(" ".join(name.split()))
        if refusal is not None:
            yield Problem(refusal.code, f"andereNamen.{place}", refusal.detail)


def _wrong_numbers(sent: Relatieaanvulling) -> Iterator[Problem]:
    for place, one in enumerate(sent.identifiers):
        if one.scheme not in SCHEMES:
            yield Problem("interface.unknown-word", f"kenmerken.{place}.stelsel")
        elif (refusal := may_carry(one.scheme, one.value)) is not None:
            yield Problem(refusal.code, f"kenmerken.{place}.waarde", refusal.detail)


def _file(reference: str, who: Caller) -> PartyFile:
    return selectors.party_file(reference, reader=who.person)


def _shown(found: PartyFile) -> RelatieMetPlaatsen:
    return RelatieMetPlaatsen.model_validate(_whole(found))


def _whole(found: PartyFile) -> dict[str, object]:
    return {
        **_line(found.line),
        "places": [_place(place) for place in found.places],
        "leading": found.leading,
        "led": [line.reference for line in found.led],
        "is_fictional": bool(found.is_fictional),  # of a party that came in with no source nothing is known
    }


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
