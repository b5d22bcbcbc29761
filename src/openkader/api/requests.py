"""De verzoeken: a list to page through, and each with what was weighed and decided."""

from collections.abc import Mapping
from dataclasses import asdict

from django.http import HttpRequest
from ninja import Query, Router

from openkader.api.doors import Caller, caller, case_reader
from openkader.api.paging import links_of, places_in
from openkader.api.shapes import (
    Antwoord,
    Besluit,
    Deelname,
    Stuk,
    Toetsing,
    Verzoek,
    Verzoeken,
    Zoekvraag,
    known_text,
    require_known,
    taken,
)
from openkader.api.words import Niveau, Rol, Soort, Status, Uitkomst, from_house, to_house
from openkader.base.text import Text
from openkader.casework.case_system import Vertrouwelijkheid
from openkader.casework.life_cycle import State
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import DecisionOutcome, Kind, Level, Role
from openkader.casework.work_list import Order, Scope
from openkader.register import selectors
from openkader.register.selectors import CaseRow, Choice, Dossier
from openkader.register.selectors.work_list import work_row
from openkader.register.together import Row

router = Router(tags=["Verzoeken"])


@router.get(
    "",
    response=Verzoeken,
    by_alias=True,
    summary="De verzoeken die u mag zien",
    url_name="api_requests",
    operation_id="verzoekenOpvragen",
)
def list_requests(request: HttpRequest, asked: Query[Zoekvraag]) -> Verzoeken:
    """Een bladzijde van ten hoogste vijftig verzoeken. De koppelingen `volgende` en `vorige` leiden verder."""
    who = caller(request)
    who.require(Act.READ_CASES)
    require_known(request.GET, Zoekvraag)
    choice = _choice(asked)
    after, before = places_in(asked.cursor, choice.order)
    page = selectors.work_page(choice, who.person, who.today, after=after, before=before)
    return Verzoeken.model_validate(
        {
            "links": links_of(request, page),
            "total": page.total,
            "is_least": page.is_least,
            "rows": [_row(row) for row in page.rows],
        }
    )


@router.get(
    "/{nummer}",
    response=Verzoek,
    by_alias=True,
    summary="Een verzoek",
    url_name="api_request",
    operation_id="verzoekOpvragen",
)
def show_request(request: HttpRequest, nummer: str) -> Verzoek:
    """Een verzoek met antwoorden, toetsingen, besluiten en wie meedoet.

    Wie een vertrouwelijk verzoek las, staat in het spoor.
    """
    who = case_reader(request)
    row, found = case_at(nummer, who)
    note_read(row, who)
    return _whole(row, found)


def case_at(nummer: str, who: Caller) -> tuple[CaseRow, Dossier]:
    """A case with all of it; one that the caller may not see is not there."""
    return work_row(nummer, who.person), selectors.dossier(nummer, reader=who.person)


def note_read(row: CaseRow, who: Caller) -> None:
    """Let the trail say who read it, where it is confidential."""
    who.note_reading(row.reference, row.confidentiality)


def _choice(asked: Zoekvraag) -> Choice:
    return Choice(
        scope=to_house(asked.scope, Scope),
        text=asked.text.strip(),
        kind=None if asked.kind is None else to_house(asked.kind, Kind),
        country=asked.country,
        sector=asked.sector,
        outcome=None if asked.outcome is None else to_house(asked.outcome, DecisionOutcome),
        year=asked.year,
        state=None if asked.state is None else to_house(asked.state, State),
        order=to_house(asked.order, Order),
    )


def _row(row: CaseRow) -> dict[str, object]:
    return {
        "reference": row.reference,
        "title": known_text(row.title),
        "kind": None if row.kind is None else from_house(row.kind, Soort),
        "country": row.country,
        "state": from_house(row.state, Status),
        "outcome": None if row.outcome is None else from_house(row.outcome, Uitkomst),
        "received_on": row.received_on,
        "due_on": row.due_on,
        "is_paused": row.is_paused,
        "assignee": row.assignee,
        "team": row.team,
        "confidentiality": from_house(row.confidentiality, Vertrouwelijkheid),
        "is_fictional": row.is_fictional,
        "requesters": list(row.requesters),
    }


def _whole(row: CaseRow, found: Dossier) -> Verzoek:
    assert found.request is not None  # noqa: S101 - it has a line, and so it is a request
    return Verzoek.model_validate(
        {
            **_row(row),
            "year": found.request["year"],
            "programme": found.request["programme"],
            "answers": [taken(Antwoord, one) for one in found.answers],
            "assessments": [shown_assessment(one) for one in found.assessments],
            "decisions": [_decision(one) for one in found.decisions],
            "participations": [shown_participation(one) for one in found.participations],
            "documents": [taken(Stuk, asdict(one)) for one in found.documents],
        }
    )


def shown_assessment(row: Row) -> Toetsing:
    """An assessment as it is stored."""
    open_ones = row["open"]
    assert isinstance(open_ones, Mapping)  # noqa: S101 - a column that we write so
    return taken(
        Toetsing,
        row,
        outcome=shown_outcome(row),
        open_rules=open_ones["rows"],
        questions=open_ones["questions"],
    )


def _decision(row: Row) -> Besluit:
    level = from_house(Level(str(row["level"])), Niveau)
    return taken(
        Besluit, row, level=level, outcome=shown_outcome(row), assessment=row["assessment__reference"]
    )


def shown_participation(row: Row) -> Deelname:
    """A participation as it is stored."""
    label = row["party_label"] or row["description"]
    return taken(
        Deelname,
        row,
        reference=row["id"],
        role=from_house(Role(str(row["role"])), Rol),
        label=known_text(label if isinstance(label, Text) else None),
    )


def shown_outcome(row: Row) -> Uitkomst | None:
    """What was decided or proposed, in the word of the interface."""
    return None if row["outcome"] is None else from_house(DecisionOutcome(str(row["outcome"])), Uitkomst)
