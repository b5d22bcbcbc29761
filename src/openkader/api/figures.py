"""De cijfers van een jaar: each as the register counts it now, and the rows to which a number leads."""

from collections.abc import Mapping

from django.http import HttpRequest
from ninja import Query, Router

from openkader.api.doors import ByToken, caller
from openkader.api.evaluation_shapes import Cijfer, CijferInLijst, Cijferregel, Cijfers, Getal, Telling
from openkader.api.paging import links_after, page_of
from openkader.api.read_shapes import Bladvraag
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.words import from_house
from openkader.api.year_words import Achtergehouden, Cijferstand
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.evaluation.account import Account, FigureOfYear, account_of
from openkader.evaluation.counting import CountedRow, Range
from openkader.register import selectors

router = Router(tags=["Evaluaties"])
_READER = ByToken(Act.READ_CASES)


@router.get(
    "/{jaar}/cijfers",
    response=Cijfers,
    by_alias=True,
    auth=_READER,
    summary="De cijfers van een jaar",
    url_name="api_figures",
    operation_id="cijfersOpvragen",
)
def list_figures(request: HttpRequest, jaar: int) -> Cijfers:
    """Elk cijfer van het kader zoals het register het nu telt; voor iedereen hetzelfde."""
    who = caller(request)
    require_known(request.GET)
    account = account_of(jaar, reader=who.person)
    figures = [CijferInLijst.model_validate(_figure(account, one)) for one in account.figures.values()]
    return Cijfers.model_validate({"figures": figures})


@router.get(
    "/{jaar}/cijfers/{cijfer}",
    response=Cijfer,
    by_alias=True,
    auth=_READER,
    summary="Een cijfer met de regels erachter",
    url_name="api_figure",
    operation_id="cijferOpvragen",
)
def show_figure(request: HttpRequest, jaar: int, cijfer: str, asked: Query[Bladvraag]) -> Cijfer:
    """Van het getal naar de dossiers. Wat u niet mag zien, telt mee en leidt nergens heen."""
    who = caller(request)
    require_known(request.GET, Bladvraag)
    account = account_of(jaar, {cijfer}, reader=who.person)
    figure = account.figures.get(cijfer)
    if figure is None:
        raise NotFound("figure", cijfer[:80])
    rows, last = page_of(figure.count.rows, lambda one: one.row.reference, asked.cursor)
    who.note_readings([dossier for one in rows if (dossier := one.row.dossier)])
    adopted = selectors.adopted_evaluation(jaar)
    then = adopted.figures.get(cijfer) if adopted else None
    return Cijfer.model_validate(
        {
            **_figure(account, figure),
            "links": links_after(request, last),
            "adopted": then and shown_reading(then),
            "rows": [_row(one) for one in rows],
        }
    )


def shown_reading(found: Mapping[str, object]) -> Telling:
    """What a figure said, as it is stored."""
    whole = found["of"]
    of = Getal.model_validate(whole) if isinstance(whole, Mapping) else None
    return taken(Telling, found, of=of)


def _figure(account: Account, figure: FigureOfYear) -> dict[str, object]:
    count = figure.count
    return {
        "id": figure.id,
        "text": text_of(count.figure.text),
        "definition": text_of(count.figure.definition),
        "version": account.version_of(figure.id),
        "low": count.range.low,
        "high": count.range.high,
        "of": None if count.total is None else _range(count.total),
        "declared": figure.declared,
        "status": from_house(figure.status, Cijferstand),
        "is_unrecorded": count.unrecorded,
    }


def _range(found: Range) -> Getal:
    return Getal.model_validate({"low": found.low, "high": found.high})


def _row(one: CountedRow) -> Cijferregel:
    row = one.row
    return Cijferregel.model_validate(
        {
            "reference": row.reference,
            "dossier": row.dossier,
            "number": row.number,
            "party": row.named_party,
            "counts": one.counts,
            "withheld": None if row.withheld is None else from_house(row.withheld, Achtergehouden),
        }
    )
