"""The shapes of the texts that are written about an activity, as they are read and sent."""

from datetime import datetime
from typing import Annotated

from ninja import Field

from openkader.api.mission_words import Verslagsoort
from openkader.api.sent import AtMost, Words
from openkader.api.shapes import Shape
from openkader.casework.reporting import MOST_TEXT

_FINAL = "Het nummer waaronder deze versie definitief is; null: zij is dat niet."
_NOT_YET = "Null: er is nog niets bewaard."


class Verslagplaats(Shape):
    """Van welke activiteit welke tekst, in welke taal."""

    nummer: str
    soort: str = Field(description="`verslag`, `openbare_tekst` of `terugkoppeling`.")
    taal: str = Field(description="`nl` of `en`.")


class Verslagversie(Shape):
    """Een bewaarde versie."""

    version: int = Field(alias="versie")
    final: str | None = Field(alias="definitiefAls", description=_FINAL)
    at: datetime = Field(alias="bewaardOp")
    by: str = Field(alias="bewaardDoor")


class VerslagversieMetTekst(Verslagversie):
    """Een bewaarde versie met haar tekst."""

    text: str = Field(alias="tekst")


class Verslag(Shape):
    """Een tekst over een activiteit, zoals zij het laatst bewaard is."""

    kind: Verslagsoort = Field(alias="soort")
    language: str = Field(alias="taal", description="`nl` of `en`.")
    text: str | None = Field(
        alias="tekst", description=f"Met `##` voor een kop en `-` voor een punt. {_NOT_YET}"
    )
    gaps: list[str] = Field(
        alias="leemten", description="Wat nog ingevuld moet worden voordat een mens haar definitief maakt."
    )
    versions: list[Verslagversie] = Field(alias="versies", description="De nieuwste eerst.")


class VerslagInLijst(Shape):
    """Hoe ver een tekst is."""

    kind: Verslagsoort = Field(alias="soort")
    language: str = Field(alias="taal")
    is_shut: bool = Field(
        alias="isGesloten",
        description="Over een vertrouwelijke zaak wordt niets voor mensen buiten geschreven.",
    )
    newest: Verslagversie | None = Field(alias="nieuwsteVersie", description=_NOT_YET)


class Verslagen(Shape):
    """De teksten die over een activiteit geschreven kunnen worden, elk in het Nederlands en het Engels."""

    rows: list[VerslagInLijst] = Field(alias="verslagen")


class NieuweVerslagtekst(Shape):
    """De hele tekst, die een nieuwe versie wordt."""

    text: Annotated[Words, AtMost(MOST_TEXT)] = Field(alias="tekst")


class Verslagdeel(Shape):
    """Een deel van wat het register opstelt."""

    id: str = Field(alias="deel")
    heading: str = Field(alias="kop")
    text: str = Field(alias="tekst", description="Met de kop erboven.")
    is_changed: bool | None = Field(
        alias="isVeranderd",
        description="Of het register dit deel nu anders opstelt dan toen een mens het laatst een versie bewaarde; "
        "null: dat is niet bekend.",
    )


class Weggelaten(Shape):
    """Wat het register wel weet en de tekst niet zegt; voor wie schrijft, en voor niemand anders."""

    what: str = Field(alias="wat")
    number: int = Field(alias="aantal")


class OpgesteldVerslag(Shape):
    """Een tekst over een activiteit, zoals het register haar nu opstelt."""

    kind: Verslagsoort = Field(alias="soort")
    language: str = Field(alias="taal", description="`nl` of `en`.")
    text: str = Field(alias="tekst", description="Met `##` voor een kop en `-` voor een punt.")
    gaps: list[str] = Field(alias="leemten", description="Wat het register niet weet.")
    parts: list[Verslagdeel] = Field(alias="delen", description="Dezelfde tekst, deel voor deel.")
    left_out: list[Weggelaten] = Field(
        alias="weggelaten", description="In de taal van het antwoord; wat er niet is, staat er niet."
    )
