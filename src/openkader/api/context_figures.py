"""De contextcijfers: what others say of the world around a year, apart from what the register proves."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from ninja import Router

from openkader.api.account_shapes import Contextcijfer, Contextcijfers, Contextdeel, Optelling
from openkader.api.activities import shown_period
from openkader.api.documents import CONTENT, handed_out
from openkader.api.doors import ByToken, caller
from openkader.api.shapes import known_text, require_known, taken, text_of
from openkader.base.errors import NotFound
from openkader.casework.context_figures import CheckSum
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.selectors.context import ContextRow, context_document, context_noted

router = Router(tags=["Evaluaties"])
_READER = ByToken(Act.READ_CASES)
_PLAIN = (
    *("reference", "about", "title", "publisher", "url", "passage", "file", "sha256", "by"),
    *("struck_out", "is_fictional"),
)


@router.get(
    "/{jaar}/contextcijfers",
    response=Contextcijfers,
    by_alias=True,
    auth=_READER,
    summary="Wat anderen van een jaar zeggen",
    url_name="api_context_figures",
    operation_id="contextcijfersOpvragen",
)
def list_context(request: HttpRequest, jaar: int) -> Contextcijfers:
    """Elk cijfer met zijn bron, en of de delen samen het geheel zijn."""
    who = caller(request)
    require_known(request.GET)
    selectors.kader_year(jaar)
    rows = [shown_figure(row) for row in context_noted(jaar, reader=who.person)]
    return Contextcijfers.model_validate({"rows": rows})


@router.get(
    "/{jaar}/contextcijfers/{nummer}/inhoud",
    auth=_READER,
    summary="De bron van een contextcijfer",
    url_name="api_context_content",
    operation_id="contextcijferInhoudOpvragen",
    openapi_extra=CONTENT,
)
def hand_out(request: HttpRequest, jaar: int, nummer: str) -> HttpResponse:
    """De inhoud zoals zij kwam."""
    who = caller(request)
    require_known(request.GET)
    if all(row.reference != nummer for row in context_noted(jaar, reader=who.person)):
        raise NotFound("document", nummer[:80])
    return handed_out(*context_document(nummer))


def shown_figure(row: ContextRow) -> Contextcijfer:
    """A figure of others with its source, and what came of adding up its parts."""
    return taken(
        Contextcijfer,
        {name: getattr(row, name) for name in _PLAIN},
        name=text_of(row.name),
        value=_digits(row.value),
        unit=text_of(row.unit),
        parts=[taken(Contextdeel, {}, name=text_of(one.name), value=_digits(one.value)) for one in row.parts],
        check=_check(row.check),
        dated=shown_period(row.dated),
        remark=known_text(row.remark),
    )


def _check(check: CheckSum | None) -> Optelling | None:
    if check is None:
        return None
    return taken(Optelling, {}, total=_digits(check.total), short=_digits(check.short), adds_up=check.adds_up)


def _digits(value: Decimal) -> str:
    """A number with as many decimals as it has."""
    return format(value.normalize(), "f")
