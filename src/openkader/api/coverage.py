"""De dekking: which action lines the register proves for which activities of a year."""

from collections.abc import Mapping

from django.http import HttpRequest
from ninja import Query, Router

from openkader.api.account_shapes import (
    Dekkingactiviteit,
    Dekkingcel,
    Dekkingmaatregel,
    Dekkingregel,
    Dekkingvraag,
    Jaardekking,
    Standtelling,
)
from openkader.api.activities import shown_period
from openkader.api.doors import ByToken, caller
from openkader.api.paging import links_after, page_of
from openkader.api.problems import language
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.words import Maatregelstatus, Soort, from_house, known_word, to_house
from openkader.api.year_words import Dekkingstand
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Kind
from openkader.evaluation.covering import Cell, Cover, Part, reasons
from openkader.evaluation.matrix import Covered, Matrix, matrix_of
from openkader.register import selectors

router = Router(tags=["Evaluaties"])


@router.get(
    "/{jaar}/dekking",
    response=Jaardekking,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De dekking van de actielijnen",
    url_name="api_coverage",
    operation_id="dekkingOpvragen",
)
def show_coverage(request: HttpRequest, jaar: int, asked: Query[Dekkingvraag]) -> Jaardekking:
    """De tellingen van het jaar, en ten hoogste vijftig activiteiten, in de volgorde van hun nummer.

    Met `regel` en `stand` krijgt u de activiteiten achter een telling.
    """
    who = caller(request)
    require_known(request.GET, Dekkingvraag)
    matrix = matrix_of(jaar, reader=who.person, today=who.today)
    chosen = [row for row in matrix.rows if _is_chosen(row, matrix, asked)]
    rows, last = page_of(chosen, lambda row: row.activity.reference, asked.cursor)
    who.note_readings([row.activity.reference for row in rows])
    totals = matrix.totals()
    return Jaardekking.model_validate(
        {
            "links": links_after(request, last),
            "kader": matrix.kader.id,
            "lines": [
                taken(Dekkingregel, {}, id=line.id, text=text_of(line.text), totals=_totals(totals[line.id]))
                for line in matrix.lines
            ],
            "totals": _totals(matrix.total),
            "withheld": matrix.withheld,
            "lost": len(selectors.lost_evidence(jaar)),
            "rows": [_activity(row) for row in rows],
        }
    )


def _is_chosen(row: Covered, matrix: Matrix, asked: Dekkingvraag) -> bool:
    if asked.line is None and asked.cover is None:
        return True
    if asked.line is not None and all(line.id != asked.line for line in matrix.lines):
        raise NotFound("line", asked.line)
    cover = None if asked.cover is None else to_house(asked.cover, Cover)
    cells = [cell for name, cell in row.cells.items() if asked.line in (None, name)]
    return any(cover in (None, cell.cover) for cell in cells)


def _totals(found: Mapping[Cover, int]) -> list[Standtelling]:
    return [
        taken(Standtelling, {}, cover=from_house(one, Dekkingstand), number=number)
        for one, number in found.items()
    ]


def _activity(row: Covered) -> Dekkingactiviteit:
    activity = row.activity
    return taken(
        Dekkingactiviteit,
        {},
        activity=activity.reference,
        label=text_of(activity.label),
        number=activity.number,
        period=shown_period(activity.period),
        kind=known_word(activity.kind, Kind, Soort),
        cells=[_cell(name, cell) for name, cell in row.cells.items()],
    )


def _cell(name: str, cell: Cell) -> Dekkingcel:
    return taken(
        Dekkingcel,
        {},
        line=name,
        cover=from_house(cell.cover, Dekkingstand),
        applies=cell.applies,
        asked=cell.asked,
        shown=cell.shown,
        because=reasons(cell, language()),
        measures=[_part(part) for part in cell.parts],
    )


def _part(part: Part) -> Dekkingmaatregel:
    kept = part.kept
    return taken(
        Dekkingmaatregel,
        {},
        code=part.code,
        cover=from_house(part.cover, Dekkingstand),
        asked=part.asked,
        reference=kept.reference if kept else None,
        status=from_house(kept.status, Maatregelstatus) if kept else None,
        evidence=kept.evidence if kept else 0,
    )
