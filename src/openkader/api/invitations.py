"""De uitnodigingen: who of the colleagues is invited to an activity by mail, and whether that mail went."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Field, Router

from openkader.api.doors import ByToken, caller
from openkader.api.shapes import Shape, Tekst, known_text, require_known
from openkader.casework.agenda import AgendaItem
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.selectors import Invitations

router = Router(tags=["Activiteiten"])


class Uitnodigingsdeel(Shape):
    """Waartoe uitgenodigd kan worden: de hele activiteit, of een onderdeel van haar programma."""

    part: int = Field(alias="onderdeel", description="0: de hele activiteit.")
    title: Tekst | None = Field(alias="titel")
    begins: str = Field(alias="begint", description="Een dag, of een moment in UTC.")
    sends_title: bool = Field(
        alias="titelGaatMee",
        description="Of titel en plaats in de mail staan; anders alleen nummer, soort en dag.",
    )


class Uitnodiging(Shape):
    """Een collega die is uitgenodigd."""

    part: int = Field(alias="onderdeel")
    account: str
    email: str | None = Field(description="Alleen voor wie mag uitnodigen; anders null.")
    at: datetime = Field(alias="uitgenodigdOp")
    by: str = Field(alias="uitgenodigdDoor")
    is_waiting: bool = Field(alias="mailWacht", description="Of er nog een mail heen moet.")


class Uitnodigingen(Shape):
    """De uitnodigingen van een activiteit; wie eraf gehaald is, staat er niet meer."""

    parts: list[Uitnodigingsdeel] = Field(
        alias="onderdelen", description="Wat nog geen dag heeft, ontbreekt."
    )
    invited: list[Uitnodiging] = Field(alias="uitnodigingen")


@router.get(
    "/{nummer}/uitnodigingen",
    response=Uitnodigingen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Wie voor een activiteit is uitgenodigd",
    url_name="api_invitations",
    operation_id="uitnodigingenOpvragen",
)
def list_invitations(request: HttpRequest, nummer: str) -> Uitnodigingen:
    """Welke collega's, waarvoor, en of hun mail weg is. Of zij komen, leest het register niet."""
    who = caller(request)
    require_known(request.GET)
    found = selectors.invitations_to(nummer, reader=who.person)
    who.note_reading(found.dossier, found.level)
    return Uitnodigingen.model_validate({"parts": _parts(found), "invited": _invited(found)})


def _parts(found: Invitations) -> list[Uitnodigingsdeel]:
    return [_part(number, item, found.items.get(number)) for number, item in found.inside.items()]


def _part(number: int, inside: AgendaItem, sent: AgendaItem | None) -> Uitnodigingsdeel:
    return Uitnodigingsdeel.model_validate(
        {
            "part": number,
            "title": known_text(inside.title),
            "begins": inside.begins.isoformat(),
            "sends_title": sent is not None and sent.title is not None,
        }
    )


def _invited(found: Invitations) -> list[Uitnodiging]:
    names = ("part", "at", "by", "is_waiting")
    return [
        Uitnodiging.model_validate(
            {
                **{name: getattr(one, name) for name in names},
                "account": one.name,
                "email": found.addresses.get(one.name),
            }
        )
        for one in found.invited
    ]
