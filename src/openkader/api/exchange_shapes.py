"""What another organisation can be given, and what a program chooses of it."""

from typing import Annotated

from ninja import Field
from pydantic import StrictBool, StrictInt, StrictStr

from openkader.api.shapes import Shape, Tekst
from openkader.casework.context_figures import FIRST_YEAR, LAST_YEAR

_MOST = 1000  # a kader has tens of lines, and of lists
Name = Annotated[StrictStr, Field(min_length=1, max_length=120)]
Names = Annotated[list[Name], Field(max_length=_MOST)]
Year = Annotated[StrictInt, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Years = Annotated[list[Year], Field(max_length=LAST_YEAR - FIRST_YEAR + 1)]


class Meegeefboodschap(Shape):
    """Een boodschap die meegegeven kan worden, met het beleid waarop zij rust."""

    name: str = Field(alias="boodschap")
    text: Tekst = Field(alias="tekst")


class Meegeeflijst(Shape):
    """Een lijst die meegegeven kan worden."""

    name: str = Field(alias="lijst")
    title: Tekst = Field(alias="titel")
    is_for_person: bool = Field(
        alias="isVoorEenMens",
        description="Of alleen een mens hem meegeeft, op de pagina: hij is van een ander en heeft geen vindplaats.",
    )


class Blijflijst(Shape):
    """Een lijst die niemand meekrijgt."""

    name: str = Field(alias="lijst")
    title: Tekst = Field(alias="titel")
    why: str = Field(alias="reden", description="In de taal van het antwoord.")


class Uitwisseling(Shape):
    """Wat een andere organisatie gegeven kan worden, van de versie die nu geldt."""

    kader: str
    title: Tekst = Field(alias="titel")
    messages: list[Meegeefboodschap] = Field(alias="boodschappen")
    lists: list[Meegeeflijst] = Field(alias="lijsten")
    years: list[int] = Field(alias="jaren", description="De jaren waarvan er cijfers zijn.")
    left_out: list[Blijflijst] = Field(alias="blijftHier")


class NieuwUitwisselbestand(Shape):
    """Wat meegaat; wat niet genoemd is, blijft hier."""

    kader: StrictBool = Field(False, description="Of de hele versie meegaat die nu geldt.")
    messages: Names = Field([], alias="boodschappen")
    lists: Names = Field([], alias="lijsten")
    years: Years = Field(
        [], alias="jaren", description="Zonder rijen en namen; wat over weinigen gaat, blijft weg."
    )
