"""The shapes of the lines to take at an activity, of what was noted of them, and of what was said in public."""

from datetime import date, datetime

from ninja import Field

from openkader.api.shapes import Shape, Tekst
from openkader.api.talk_words import Berichtsoort, Gespreksvorm, Terugkoppelstand


class Gesprekspartner(Shape):
    """Met wie een activiteit is."""

    reference: str = Field(alias="nummer", description="Het nummer van de partij.")
    name: Tekst = Field(alias="naam")
    function: Tekst | None = Field(alias="functie")


class Vervolg(Shape):
    """Wat na een gesprek of een openbaar bericht is toegezegd, en wat het opleverde."""

    reference: str = Field(alias="nummer")
    what: str = Field(alias="wat")
    who: str = Field(alias="wie")
    due_on: date = Field(alias="uiterlijkOp")
    item: str | None = Field(
        alias="openbaarBericht", description="Waarop het volgt; null: op een genoteerde boodschap."
    )
    outcome: str | None = Field(alias="uitkomst", description="Null: nog niet afgerond.")
    done_at: datetime | None = Field(alias="afgerondOp")
    done_by: str | None = Field(alias="afgerondDoor")


class Vervolgen(Shape):
    """Wat bij een activiteit is toegezegd, in de volgorde waarin het klaar moet zijn."""

    rows: list[Vervolg] = Field(alias="vervolgen")


class Boodschapnotitie(Shape):
    """Wat na een gesprek over een boodschap is genoteerd."""

    number: int = Field(alias="volgnummer")
    text: Tekst = Field(alias="tekst", description="De boodschap zoals zij toen luidde.")
    party: str | None = Field(alias="gesprekspartner", description="Null: niet bekend.")
    raised: bool = Field(alias="isGezegd", description="Of de boodschap aan de orde kwam.")
    reason: str | None = Field(alias="waaromNiet")
    said_by: str | None = Field(alias="gezegdDoor", description="Null: niet bekend.")
    setting: Gespreksvorm | None = Field(alias="vorm", description="Null: niet bekend.")
    reaction: str | None = Field(alias="reactie", description="Wat zij antwoordden.")
    counts: bool = Field(
        alias="telt", description="Of er niets nieuwers over deze boodschap met deze gesprekspartner is."
    )
    follow_up: Vervolg | None = Field(alias="vervolg")
    at: datetime = Field(alias="vastgelegdOp")
    by: str = Field(alias="vastgelegdDoor")


class Boodschapnotities(Shape):
    """Wat bij een activiteit over een boodschap is genoteerd, het nieuwste eerst."""

    rows: list[Boodschapnotitie] = Field(alias="notities")


class Boodschap(Shape):
    """Een boodschap van het kader bij een activiteit."""

    line: str = Field(alias="boodschap", description="Zoals het kader haar noemt.")
    text: Tekst = Field(alias="tekst")
    audience: Tekst = Field(alias="voorWie")
    topic: str = Field(alias="onderwerp", description="Zoals het kader het noemt.")
    fits: bool | None = Field(alias="past", description="Null: een vraag die openstaat bepaalt het.")
    review_on: date | None = Field(
        alias="opnieuwBekijkenOp", description="Null: zij rust op geen beleid met een dag."
    )
    notes: int = Field(alias="aantalNotities")


class Boodschappen(Shape):
    """De boodschappen van het kader, met wie de activiteit is, en wat over elk is genoteerd."""

    lines: list[Boodschap] = Field(alias="boodschappen")
    parties: list[Gesprekspartner] = Field(alias="gesprekspartners")


class OpenbaarBericht(Shape):
    """Wat er in het openbaar over een activiteit verscheen."""

    reference: str = Field(alias="nummer")
    kind: Berichtsoort = Field(alias="soort")
    title: str = Field(alias="titel")
    published_on: date = Field(alias="verschenenOp")
    url: str | None = Field(alias="adres")
    text: str | None = Field(alias="tekst", description="Zoals bewaard; null: alleen het adres is bewaard.")
    sha256: str | None = Field(description="Van de bewaarde tekst.")
    topics: list[str] = Field(alias="onderwerpen", description="Zoals het kader ze noemt.")
    follow_ups: list[Vervolg] = Field(alias="vervolgen")
    at: datetime = Field(alias="vastgelegdOp")
    by: str = Field(alias="vastgelegdDoor")


class Terugkoppeling(Shape):
    """De openbare terugkoppeling van een activiteit: hoe ver zij is, en wat er verscheen."""

    state: Terugkoppelstand = Field(alias="stand")
    due_on: date | None = Field(alias="uiterlijkOp", description="Null: niet bekend, of er is geen termijn.")
    items: list[OpenbaarBericht] = Field(alias="openbareBerichten", description="Het nieuwste eerst.")
