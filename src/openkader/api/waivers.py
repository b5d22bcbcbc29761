"""De ontheffingen: for which advice nobody waits and which measure is left undone, why, until when, and who agreed.

To propose one is a judgement, and a second person agrees: both are people, on the page.
"""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router

from openkader.api.act_shapes import Uitstel
from openkader.api.advice import around_of
from openkader.api.doors import ByToken, Caller, caller
from openkader.api.measures import shown_waiver
from openkader.api.problems import said
from openkader.api.requests import note_read
from openkader.api.shapes import Shape, require_known
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.casework.waiving import Waiver
from openkader.register import selectors
from openkader.register.selectors import ActivityFile, WaiverRow
from openkader.register.together import Row

of_requests = Router(tags=["Verzoeken"])
of_activities = Router(tags=["Activiteiten"])
_READER = ByToken(Act.READ_CASES)
_HOLDS = "Of een tweede persoon instemde en de laatste dag niet voorbij is."
_WAITS = "Of iemand anders nog kan instemmen."


class Adviesontheffing(Shape):
    """Een voorstel om op een loket niet te wachten; dat doet een mens, en een tweede stemt in."""

    reference: str = Field(alias="nummer")
    desk: str = Field(alias="loket", description="Zoals het kader het noemt.")
    reason: str = Field(alias="reden")
    expires_on: date = Field(alias="totEnMet")
    at: datetime = Field(alias="voorgesteldOp")
    by: str = Field(alias="voorgesteldDoor")
    agreed_at: datetime | None = Field(alias="ingestemdOp")
    agreed_by: str | None = Field(alias="ingestemdDoor", description="Null: nog niemand, en zij geldt niet.")
    holds: bool = Field(alias="geldt", description=_HOLDS)
    waits: bool = Field(alias="wachtOpTweede", description=_WAITS)


class Adviesontheffingen(Shape):
    """De ontheffingen van advies bij een verzoek, de oudste eerst."""

    rows: list[Adviesontheffing] = Field(alias="ontheffingen")


class UitstelMetStand(Uitstel):
    """Een voorstel om een maatregel na te laten, en of het vandaag geldt."""

    holds: bool = Field(alias="geldt", description=_HOLDS)
    waits: bool = Field(alias="wachtOpTweede", description=_WAITS)


class Uitstellijst(Shape):
    """Wat er van uitstel van een maatregel voorgesteld is, het oudste eerst."""

    rows: list[UitstelMetStand] = Field(alias="uitstel")


@of_requests.get(
    "/{nummer}/ontheffingen",
    response=Adviesontheffingen,
    by_alias=True,
    auth=_READER,
    summary="De ontheffingen van advies bij een verzoek",
    url_name="api_advice_waivers",
    operation_id="adviesontheffingenOpvragen",
)
def list_advice_waivers(request: HttpRequest, nummer: str) -> Adviesontheffingen:
    """Op welk loket niet gewacht wordt: wie dat voorstelde, waarom, tot wanneer, en wie instemde.

    Voorstellen en instemmen doen twee mensen, op de pagina.
    """
    who = caller(request)
    require_known(request.GET)
    around = around_of(nummer, who)
    note_read(around.row, who)
    return Adviesontheffingen.model_validate({"rows": [_of_desk(row, who) for row in around.found.waivers]})


@of_activities.get(
    "/{nummer}/maatregelen/{maatregel}/uitstel",
    response=Uitstellijst,
    by_alias=True,
    auth=_READER,
    summary="Het uitstel van een maatregel",
    url_name="api_measure_waivers",
    operation_id="uitstelOpvragen",
)
def list_measure_waivers(request: HttpRequest, nummer: str, maatregel: str) -> Uitstellijst:
    """Wie voorstelde de maatregel na te laten, waarom, tot wanneer, en wie instemde.

    Voorstellen en instemmen doen twee mensen, op de pagina.
    """
    who = caller(request)
    require_known(request.GET)
    found = selectors.activity_file(nummer, reader=who.person)
    shown = [_of_measure(row, who) for row in _rows(found, maatregel)]
    who.note_reading(found.request)
    return Uitstellijst.model_validate({"rows": shown})


@of_requests.post("/{nummer}/ontheffingen", include_in_schema=False, url_name="api_advice_waivers")
def refuse_of_advice(request: HttpRequest, nummer: str) -> HttpResponse:
    """Say that a person waives, to whoever tries it here."""
    return said(403, "interface.person-waives")


@of_activities.post(
    "/{nummer}/maatregelen/{maatregel}/uitstel", include_in_schema=False, url_name="api_measure_waivers"
)
def refuse_of_measure(request: HttpRequest, nummer: str, maatregel: str) -> HttpResponse:
    """The same for a measure."""
    return said(403, "interface.person-waives")


def _rows(found: ActivityFile, measure: str) -> tuple[Row, ...]:
    if measure not in found.measures:
        raise NotFound("measure", measure)
    return found.waivers.get(measure, ())


def _of_desk(row: WaiverRow, who: Caller) -> Adviesontheffing:
    names = ("reference", "desk", "reason", "expires_on", "at", "by", "agreed_at", "agreed_by")
    return Adviesontheffing.model_validate(
        {
            **{name: getattr(row, name) for name in names},
            **_stands(Waiver(by=row.by, expires_on=row.expires_on, is_agreed=row.agreed_by is not None), who),
        }
    )


def _of_measure(row: Row, who: Caller) -> UitstelMetStand:
    last, by = row["expires_on"], row["agreement__by"]
    assert isinstance(last, date)  # noqa: S101 - the column is NOT NULL
    waiver = Waiver(by=str(row["by"]), expires_on=last, is_agreed=by is not None)
    return UitstelMetStand.model_validate({**dict(shown_waiver(row)), **_stands(waiver, who)})


def _stands(waiver: Waiver, who: Caller) -> dict[str, bool]:
    """Whether it holds today, or waits for a second person."""
    return {"holds": waiver.holds(who.today), "waits": waiver.is_proposed(who.today)}
