"""The shapes of information protection: the steps of an activity, what they hamper, and who signed them off."""

from datetime import datetime
from typing import Annotated

from ninja import Field
from pydantic import StrictInt

from openkader.api.protection_words import Fase, Stapstand, Voorrang
from openkader.api.sent import AtMost, Code, Words
from openkader.api.shapes import Optie, Shape, Tekst
from openkader.casework.protection import LONGEST

Sources = list[str]


class Beveiligingsstap(Shape):
    """Een stap van de lijst, en wat er het laatst van gezegd is."""

    id: str = Field(alias="stap", description="Zoals de lijst van de organisatie haar noemt.")
    text: Tekst = Field(alias="tekst")
    caution: Tekst | None = Field(alias="voorbehoud")
    sources: Sources = Field(alias="bronnen")
    version: int = Field(alias="aantalKerenGezegd", description="Nul: nog niemand zei er iets van.")
    state: Stapstand | None = Field(alias="stand", description="Null: onbekend.")
    note: str | None = Field(alias="toelichting", description="Wat het laat zien, of waarom niet.")
    evidence: int | None = Field(
        alias="bewijsstuk", description="Het nummer van een bewijsstuk van de activiteit."
    )
    at: datetime | None = Field(alias="gezegdOp")
    by: str | None = Field(alias="gezegdDoor")


class Stappenfase(Shape):
    """De stappen van een moment."""

    phase: Fase = Field(alias="fase")
    title: Tekst = Field(alias="titel")
    prepares: bool = Field(alias="isVoorbereiding", description="Of zij klaar moeten zijn voor men gaat.")
    steps: list[Beveiligingsstap] = Field(alias="stappen")


class Uitspraak(Shape):
    """Wat een beslisser van een botsing zei."""

    outcome: Voorrang = Field(alias="voorrang")
    reason: str = Field(alias="reden")
    at: datetime = Field(alias="gezegdOp")
    by: str = Field(alias="gezegdDoor")


class Botsing(Shape):
    """Een stap die een ander doel hindert; zonder uitspraak gaat veiligheid voor."""

    number: int = Field(alias="nummer")
    step: str = Field(alias="stap")
    goal: str = Field(alias="doel", description="De code; `doelen` noemt hem in woorden.")
    about: str = Field(alias="wat")
    outcome: Voorrang = Field(alias="voorrang")
    at: datetime = Field(alias="genoteerdOp")
    by: str = Field(alias="genoteerdDoor")
    rulings: list[Uitspraak] = Field(alias="uitspraken")


class Beveiligingsakkoord(Shape):
    """Dat een deskundige instemde met de lijst zoals die toen was."""

    reference: str = Field(alias="nummer")
    note: str = Field(alias="opmerking")
    at: datetime = Field(alias="gegevenOp")
    by: str = Field(alias="gegevenDoor")
    is_stale: bool = Field(alias="isVerouderd", description="Of er daarna iets aan de lijst veranderde.")


class Informatiebeveiliging(Shape):
    """De lijst van een activiteit. Leeg: van deze soort vraagt de organisatie geen stappen."""

    introduction: Tekst = Field(alias="inleiding")
    partial: Tekst = Field(
        alias="onvolledig", description="Waarvan de lijst gemaakt is, en wat haar moet vervangen."
    )
    phases: list[Stappenfase] = Field(alias="fasen")
    rule: Tekst = Field(alias="voorrangsregel")
    goals: list[Optie] = Field(alias="doelen")
    conflicts: list[Botsing] = Field(alias="botsingen")
    sign_offs: list[Beveiligingsakkoord] = Field(alias="akkoorden", description="Het nieuwste eerst.")


class Stapmelding(Shape):
    """Wat er van een stap te zeggen is; het vervangt wat er stond."""

    step: Code = Field(alias="stap")
    state: Stapstand = Field(alias="stand")
    note: Annotated[Words, AtMost(LONGEST)] | None = Field(
        None, alias="toelichting", description="Nodig bij `weggelaten`: waarom."
    )
    evidence: StrictInt | None = Field(
        None,
        alias="bewijsstuk",
        description="Het nummer van een bewijsstuk bij een maatregel van de activiteit.",
    )


class Stapmeldingen(Shape):
    """Wat er van stappen te zeggen is; een stap die niet genoemd is, blijft zoals zij was."""

    steps: list[Stapmelding] = Field(alias="stappen", min_length=1, max_length=500)


class NieuweBotsing(Shape):
    """Een stap die een ander doel hindert."""

    step: Code = Field(alias="stap")
    goal: Code = Field(alias="doel", description="Een code uit `doelen`.")
    about: Annotated[Words, AtMost(LONGEST)] = Field(alias="wat", description="Wat er gehinderd wordt.")
