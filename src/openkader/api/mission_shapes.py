"""The shapes of the programme of an activity and of its lessons, as they are read."""

from datetime import date, datetime

from ninja import Field

from openkader.api.mission_words import Onderdeelvorm
from openkader.api.shapes import Shape, Tekst
from openkader.api.words import Deelnemerrol


class Programmaonderdeel(Shape):
    """Een onderdeel van het programma van een activiteit."""

    number: int = Field(alias="nummer")
    title: str = Field(alias="titel")
    day: date = Field(alias="dag")
    begins: str | None = Field(
        alias="begint", description="Op de klok van de plaats (`09:30`); null: de hele dag."
    )
    ends: str | None = Field(alias="eindigt", description="Null: niet bekend.")
    zone: str | None = Field(
        alias="tijdzone", description="Waar die klok hangt, zoals `Asia/Shanghai`; null: niet gezegd."
    )
    place: str | None = Field(alias="plaats")
    setting: Onderdeelvorm | None = Field(alias="vorm", description="Null: niet bekend.")
    parties: list[str] = Field(
        alias="partijen", description="De nummers van de partijen die men ontmoet, voor zover u die mag zien."
    )
    counterparts: list[str] = Field(alias="gesprekspartners", description="Wie men verder ontmoet.")
    roles: list[Deelnemerrol] = Field(alias="voorWie", description="Leeg: voor iedereen.")
    note: str | None = Field(
        alias="notitie", description="Voor collega's; gaat in geen agenda en geen document."
    )
    at: datetime = Field(alias="vastgelegdOp")
    by: str = Field(alias="vastgelegdDoor")


class Onderdelen(Shape):
    """Het programma van een activiteit, in de volgorde van de dagen."""

    rows: list[Programmaonderdeel] = Field(alias="onderdelen")


class Programmavoorbeeld(Shape):
    """Een andere activiteit met een programma."""

    reference: str = Field(alias="activiteit", description="Het nummer.")
    title: Tekst = Field(alias="titel")
    starts_on: date | None = Field(alias="eersteDag", description="Null: niet bekend.")
    slots: int = Field(alias="aantalOnderdelen")
    lessons: int = Field(alias="aantalLessen")


class Programmavoorbeelden(Shape):
    """Activiteiten waarvan het programma overgenomen kan worden, de nieuwste eerst; ten hoogste vijftig."""

    rows: list[Programmavoorbeeld] = Field(alias="programmavoorbeelden")


class Les(Shape):
    """Wat men een volgende keer weer zo doet, of anders."""

    activity: str = Field(alias="activiteit", description="Het nummer van de activiteit waar het geleerd is.")
    text: str = Field(alias="tekst")
    at: datetime = Field(alias="vastgelegdOp")
    by: str = Field(alias="vastgelegdDoor")


class Lessen(Shape):
    """Wat van een activiteit geleerd is, in de volgorde waarin het genoteerd is."""

    rows: list[Les] = Field(alias="lessen")
    heeded: list[Les] = Field(
        alias="lessenVanVoorbeeld", description="Van de activiteit waarvan dit programma is overgenomen."
    )
