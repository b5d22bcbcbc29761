"""The people within a member of the network, as a program reads them and sends one."""

from datetime import datetime
from typing import Annotated

from ninja import Field

from openkader.api.sent import AtMost, Email, Words
from openkader.api.shapes import Shape
from openkader.casework.network.rules import LONGEST_NAME

_Said = Annotated[Words, AtMost(LONGEST_NAME)]
_Address = Annotated[Email, AtMost(LONGEST_NAME)]


class Lidcontact(Shape):
    """Iemand bij een lid van het netwerk, en hoe die te bereiken is."""

    number: int = Field(alias="volgnummer")
    name: str = Field(alias="naam")
    function: str | None = Field(alias="functie")
    email: str | None
    phone: str | None = Field(alias="telefoon")
    at: datetime = Field(alias="vastgelegdOp")
    by: str = Field(alias="vastgelegdDoor")


class Lidcontacten(Shape):
    """De contactpersonen van een lid, in de volgorde waarin zij kwamen."""

    rows: list[Lidcontact] = Field(alias="contactpersonen")


class NieuwLidcontact(Shape):
    """Iemand bij een lid; van mensen wordt niet meer bewaard dan nodig is om hen te bereiken."""

    name: _Said = Field(alias="naam")
    function: _Said | None = Field(None, alias="functie")
    email: _Address | None = Field(None, description="Een van beide: dit of `telefoon`.")
    phone: _Said | None = Field(None, alias="telefoon")
