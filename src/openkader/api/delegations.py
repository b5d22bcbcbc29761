"""De delegatielijsten of a case: each version, who is on it, and where the screening of everybody stands."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.delegation_shapes import (
    Delegatieleden,
    Delegatielid,
    Delegatielijst,
    Delegatielijsten,
    DelegatielijstInLijst,
    Delegatiepartij,
    Geslacht,
    Lijstmelding,
)
from openkader.api.delegation_words import Lijstherkomst
from openkader.api.doors import ByToken, caller
from openkader.api.marks import marked
from openkader.api.paging import after_in, links_after
from openkader.api.read_shapes import Bladvraag
from openkader.api.screenings import shown_party
from openkader.api.shapes import Tekst, require_known
from openkader.api.words import from_house
from openkader.base.errors import NotFound, Problem
from openkader.base.messages import sentence
from openkader.base.numbers import number_in
from openkader.casework.delegation import Delegate
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.selectors import DelegateRow, Delegation, PartyRow, VersionRow
from openkader.register.selectors.pages import PER_PAGE

router = Router(tags=["Verzoeken"])
_READER = ByToken(Act.READ_SCREENING)
_PLAIN = ("reference", "version", "file_name", "rows", "added", "changed", "removed", "at", "by")


@router.get(
    "/{nummer}/delegatielijsten",
    response=Delegatielijsten,
    by_alias=True,
    auth=_READER,
    summary="De delegatielijsten van een verzoek",
    url_name="api_delegations",
    operation_id="delegatielijstenOpvragen",
)
def list_versions(request: HttpRequest, response: HttpResponse, nummer: str) -> Delegatielijsten:
    """Elke versie die binnenkwam. De ETag hoort bij wat er nu is, en gaat mee met een nieuwe lijst."""
    who = caller(request)
    require_known(request.GET)
    found = selectors.delegation(nummer, reader=who.person)
    who.note_reading(nummer)
    return marked(response, shown_versions(found))


@router.get(
    "/{nummer}/delegatielijsten/{int:versie}",
    response=Delegatielijst,
    by_alias=True,
    auth=_READER,
    summary="Een versie van een delegatielijst",
    url_name="api_delegation",
    operation_id="delegatielijstOpvragen",
)
def show_version(request: HttpRequest, response: HttpResponse, nummer: str, versie: int) -> Delegatielijst:
    """Hoe zij binnenkwam, wat er anders was, en welke regels niemand gaven."""
    who = caller(request)
    require_known(request.GET)
    found = selectors.delegation(nummer, reader=who.person)
    row = version_at(found, versie)
    who.note_reading(nummer)
    return marked(response, Delegatielijst.model_validate(plain_version(row, found)))


@router.get(
    "/{nummer}/delegatielijsten/{int:versie}/delegatieleden",
    response=Delegatieleden,
    by_alias=True,
    auth=_READER,
    summary="Wie er op een delegatielijst staat",
    url_name="api_delegates",
    operation_id="delegatieledenOpvragen",
)
def list_delegates(request: HttpRequest, nummer: str, versie: int, asked: Query[Bladvraag]) -> Delegatieleden:
    """Ten hoogste vijftig tegelijk, met wat van hen bekend is. Wie niet gescreend is, van die is niets bekend."""
    who = caller(request)
    require_known(request.GET, Bladvraag)
    after = after_in(asked.cursor, number_in) or 0
    found = selectors.delegation(nummer, reader=who.person)
    if version_at(found, versie) == found.versions[0]:
        rows = [_screened(one) for one in found.delegates]
    else:
        listed = selectors.delegates_of(nummer, versie, reader=who.person)
        rows = [_delegate(one, None, None) for one in listed]
    who.note_reading(nummer)
    rest = [row for row in rows if row.row > after]
    last = rest[PER_PAGE - 1].row if len(rest) > PER_PAGE else None
    return Delegatieleden.model_validate({"links": links_after(request, last), "rows": rest[:PER_PAGE]})


def version_at(found: Delegation, version: int) -> VersionRow:
    """A version by its number."""
    for row in found.versions:
        if row.version == version:
            return row
    raise NotFound("delegation", f"{found.request}-L{str(version)[:20]}")


def shown_versions(found: Delegation) -> Delegatielijsten:
    """All versions; their mark is what a newer list rests on."""
    lists = [DelegatielijstInLijst.model_validate(_line(row)) for row in found.versions]
    return Delegatielijsten.model_validate({"lists": lists})


def plain_version(row: VersionRow, found: Delegation) -> dict[str, object]:
    """One version with what could not be taken from it."""
    is_newest = row == found.versions[0]
    return {**_line(row), "is_newest": is_newest, "problems": shown_problems(row.problems)}


def shown_problems(problems: Iterable[Problem]) -> list[Lijstmelding]:
    """What was not taken over, with its place in the list and the sentence of the pages."""
    return [
        Lijstmelding.model_validate(
            {"place": one.where.rpartition(":")[2], "code": one.code, "said": _said(one)}
        )
        for one in problems
    ]


def _said(one: Problem) -> Tekst:
    return Tekst(nl=sentence(one.code, one.detail, "nl"), en=sentence(one.code, one.detail, "en"))


def _line(row: VersionRow) -> dict[str, object]:
    return {
        **{name: getattr(row, name) for name in _PLAIN},
        "came_as": from_house(row.came_as, Lijstherkomst),
        "unread": len(row.problems),
    }


def _screened(row: DelegateRow) -> Delegatielid:
    return _delegate(row.delegate, row.party, row.organisation)


def _delegate(one: Delegate, person: PartyRow | None, organisation: PartyRow | None) -> Delegatielid:
    return Delegatielid.model_validate(
        {
            "row": one.row,
            "names": list(one.names),
            "organisation_names": list(one.organisation_names),
            "function": one.function or None,
            "birth_date": one.birth_date or None,
            "country": one.country.upper() or None,
            "gender": Geslacht[one.gender.upper()] if one.gender else None,
            "person": None if person is None else _party(person),
            "organisation": None if organisation is None else _party(organisation),
        }
    )


def _party(row: PartyRow) -> Delegatiepartij:
    waiting = sum(state.is_open for _list, state in row.standing.hits)
    return Delegatiepartij.model_validate({**dict(shown_party(row)), "open_hits": waiting})
