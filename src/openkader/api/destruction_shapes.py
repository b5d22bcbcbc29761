"""The shapes of what is due and of destruction lists as they are read."""

from datetime import date, datetime

from ninja import Field

from openkader.api.destruction_words import Beoordelaar, Gegevenssoort, Lijststand
from openkader.api.letters import Briefvraag
from openkader.api.read_shapes import Bladzijde
from openkader.api.shapes import Shape
from openkader.api.words import Soort


class TeVernietigen(Shape):
    """Gegevens van een dossier waarvan de bewaartermijn voorbij is, en die op geen lijst staan."""

    reference: str = Field(alias="dossier")
    kind: Gegevenssoort = Field(alias="wat")
    case_kind: Soort | None = Field(alias="soort", description="Van het verzoek.")
    year: int = Field(alias="jaar")
    due_on: date | None = Field(alias="kanWegOp", description="De dag vanaf wanneer het weg mag.")
    code: str = Field(alias="grond", description="De code van de reden.")
    is_made_up: bool = Field(alias="isFictief")


class Vernietigbaar(Bladzijde):
    """Een bladzijde van wat weg mag, in de volgorde van de dossiers."""

    has_terms: bool = Field(alias="heeftTermijnen", description="Of de organisatie bewaartermijnen heeft.")
    rows: list[TeVernietigen] = Field(alias="vernietigbaar")


class LijstInLijst(Shape):
    """Een vernietigingslijst."""

    reference: str = Field(alias="nummer")
    state: Lijststand = Field(alias="stand")
    due_by: date = Field(alias="termijnenOp", description="De dag waarop de termijnen zijn bekeken.")
    by: str = Field(alias="opgesteldDoor")
    at: datetime = Field(alias="opgesteldOp")
    items: int = Field(alias="aantal", description="Wat er niet van afgehaald is.")
    waits_for: list[Beoordelaar] = Field(alias="wachtOpWie", description="Wie nog akkoord moet gaan.")


class Vernietigingslijsten(Bladzijde):
    """Een bladzijde van lijsten, in de volgorde van hun nummer."""

    rows: list[LijstInLijst] = Field(alias="vernietigingslijsten")


class Lijstregel(Shape):
    """Een voorgedragen dossier, of een deel ervan."""

    number: int = Field(alias="volgnummer")
    dossier: str = Field(alias="dossier")
    kind: Gegevenssoort = Field(alias="wat")
    case_kind: Soort | None = Field(alias="soort", description="Van het verzoek.")
    year: int = Field(alias="jaar")
    due_on: date = Field(alias="kanWegOp")
    code: str = Field(alias="grond", description="De code van de reden.")
    exempt_because: str | None = Field(alias="afgehaaldOmdat", description="Null: het staat er nog op.")
    exempt_by: str | None = Field(alias="afgehaaldDoor")
    destroyed_at: datetime | None = Field(alias="vernietigdOp")


class Lijstakkoord(Shape):
    """Wie akkoord ging, als wat, en wanneer."""

    reviewer: Beoordelaar = Field(alias="als")
    by: str = Field(alias="door")
    at: datetime = Field(alias="op")


class Lijstintrekking(Shape):
    """Dat een lijst is ingetrokken, en waarom."""

    reason: str = Field(alias="reden")
    by: str = Field(alias="door")
    at: datetime = Field(alias="op")


class Vernietigingsverklaring(Shape):
    """Wat de verklaring van vernietiging telt, en waar de laatste vernietiging in het controlespoor staat."""

    rows: int = Field(alias="aantalRegels", description="Regels van het register die weg zijn.")
    parties: int = Field(alias="aantalPartijen", description="Partijen waarvan de naam weg is.")
    documents: int = Field(alias="aantalDocumenten")
    event: int | None = Field(alias="spoorregel", description="Het nummer in het controlespoor.")
    hash: str | None = Field(alias="hash", description="De hash van die regel.")


class Vernietigingslijst(LijstInLijst):
    """Een vernietigingslijst met alles wat erop staat."""

    lines: list[Lijstregel] = Field(alias="regels")
    agreed: list[Lijstakkoord] = Field(alias="akkoorden")
    withdrawn: Lijstintrekking | None = Field(alias="intrekking")
    certificate: Vernietigingsverklaring | None = Field(
        alias="verklaring", description="Null: de lijst is niet uitgevoerd."
    )


class Verklaringvraag(Briefvraag):
    """Welke verklaring wordt gevraagd."""
