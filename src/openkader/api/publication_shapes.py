"""The shapes of what is published, or may be: what was chosen, what is public of it, and what was revoked."""

from datetime import datetime
from typing import Any

from ninja import Field

from openkader.api.publication_words import (
    Onderdeelsoort,
    Publicatiekeuze,
    Publicatiesoort,
    Publicatiestand,
)
from openkader.api.read_shapes import Bladzijde
from openkader.api.shapes import Shape, Tekst


class PublicatieInLijst(Shape):
    """Een publicatie zoals een lijst haar laat zien."""

    reference: str = Field(alias="nummer")
    kind: Publicatiesoort = Field(alias="soort")
    title: str = Field(
        alias="titel", description="Zoals in het concept; zonder concept het nummer van wat het is."
    )
    state: Publicatiestand = Field(alias="stand")
    waits: bool = Field(alias="wachtOpBeslisser", description="Of een concept wacht op wie het publiceert.")
    drafted_by: str | None = Field(alias="opgesteldDoor", description="Null: er is nog geen concept.")


class Publicaties(Bladzijde):
    """Een bladzijde van publicaties, in de volgorde van hun nummer."""

    rows: list[PublicatieInLijst] = Field(alias="publicaties")


class Grond(Shape):
    """Een grond waarop iets niet openbaar is."""

    code: str = Field(description="Zoals `5.1.2.e`.")
    place: Tekst = Field(alias="plaats", description="Waar zij in de Woo staat.")
    protects: Tekst = Field(alias="beschermt")
    href: str = Field(description="De tekst van de wet.")


class Onderdeel(Shape):
    """Wat van iets openbaar kan zijn, en wat ervan gekozen is."""

    key: str = Field(alias="sleutel")
    form: Onderdeelsoort = Field(alias="soort")
    value: Any = Field(
        alias="waarde",
        description="Wat er nu staat, en wat openbaar zou worden. Naar de soort: een tekst of naam in twee talen, een"
        " dag, een periode, een code, een getal, of een document met zijn `nummer`.",
    )
    choice: Publicatiekeuze | None = Field(alias="keuze", description="Null: daarvan wordt niets gezegd.")
    ground: Grond | None = Field(alias="grond", description="Waarom het achtergehouden wordt.")


class Intrekking(Shape):
    """Dat wat openbaar was, is weggehaald."""

    reason: str = Field(alias="reden")
    at: datetime = Field(alias="ingetrokkenOp")
    by: str = Field(alias="ingetrokkenDoor")


class Uitgave(Shape):
    """Wat op een moment openbaar werd."""

    version: int = Field(alias="versie")
    at: datetime = Field(alias="openbaarOp")
    by: str = Field(alias="gepubliceerdDoor")
    seal: str = Field(alias="zegel", description="SHA-256 van alles wat openbaar werd.")
    revoked: Intrekking | None = Field(alias="intrekking")


class Publicatie(PublicatieInLijst):
    """Een publicatie met wat gekozen is, en wat ervan openbaar werd."""

    subject: str = Field(alias="onderwerp", description="Het nummer van wat het is.")
    summary: str | None = Field(alias="samenvatting")
    category: str | None = Field(alias="categorie", description="Van artikel 3.3 van de Woo, zoals `011`.")
    is_fictional: bool = Field(alias="isFictief")
    items: list[Onderdeel] = Field(alias="onderdelen", description="Wat niet bekend is, ontbreekt.")
    releases: list[Uitgave] = Field(alias="uitgaven", description="De nieuwste eerst.")
