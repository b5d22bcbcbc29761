"""The shapes of drafts of a kader: the texts, who wrote when, what is wrong with them, and how a draft ended."""

from datetime import datetime

from ninja import Field

from openkader.api.draft_words import Ernst
from openkader.api.read_shapes import Vaststelling
from openkader.api.shapes import Shape, Tekst


class ConceptIntrekking(Shape):
    """Dat niemand met een concept verdergaat."""

    reason: str = Field(alias="reden")
    at: datetime = Field(alias="ingetrokkenOp")
    by: str = Field(alias="ingetrokkenDoor")


class KaderconceptInLijst(Shape):
    """Een volgende versie van een kader waaraan geschreven wordt of werd."""

    reference: str = Field(alias="nummer")
    name: str = Field(alias="naam")
    base: str = Field(alias="uitgegaanVan", description="De versie waarmee het begon.")
    at: datetime = Field(alias="begonnenOp")
    by: str = Field(alias="begonnenDoor")
    changed_at: datetime = Field(alias="gewijzigdOp")
    withdrawal: ConceptIntrekking | None = Field(alias="intrekking")


class Kaderconcepten(Shape):
    """Waaraan geschreven wordt, het laatst gewijzigde eerst; daarna wat is ingetrokken."""

    rows: list[KaderconceptInLijst] = Field(alias="kaderconcepten")


class Conceptbestand(Shape):
    """De nieuwste tekst van een bestand van een concept."""

    file: str = Field(alias="bestand")
    number: int = Field(alias="stap")
    text: str = Field(alias="tekst", description="YAML, zoals die geschreven is.")
    by: str = Field(alias="geschrevenDoor")


class Conceptstap(Shape):
    """Dat een tekst bewaard is."""

    file: str = Field(alias="bestand")
    number: int = Field(alias="stap")
    at: datetime = Field(alias="bewaardOp")
    by: str = Field(alias="bewaardDoor")


class Conceptfout(Shape):
    """Wat ervoor zorgt dat de teksten nog geen kader zijn."""

    where: str = Field(alias="plaats", description="Bestand en regel.")
    code: str
    detail: str


class Bevinding(Shape):
    """Wat de controle van een kader vond."""

    severity: Ernst = Field(alias="ernst")
    code: str
    where: str = Field(alias="plaats")
    text: Tekst = Field(alias="tekst")


class Herkomst(Shape):
    """Het ondertekende bestand van een andere organisatie waarmee een concept begon."""

    kader: str
    digest: str
    publisher: str = Field(alias="organisatie")
    fingerprint: str = Field(alias="sleutel", description="Van wie het ondertekende.")
    sha256: str
    file_name: str = Field(alias="bestandsnaam")
    at: datetime = Field(alias="overgenomenOp")
    by: str = Field(alias="overgenomenDoor")


class Kaderconcept(KaderconceptInLijst):
    """Een concept met zijn teksten."""

    decision: Vaststelling | None = Field(alias="vaststelling", description="Null: het is nog geen versie.")
    origin: Herkomst | None = Field(alias="herkomst", description="Null: hier begonnen.")
    texts: list[Conceptbestand] = Field(alias="bestanden")
    steps: list[Conceptstap] = Field(alias="stappen", description="De nieuwste eerst.")
    problems: list[Conceptfout] = Field(alias="fouten", description="Ten hoogste honderd.")
    findings: list[Bevinding] | None = Field(
        alias="bevindingen", description="Null: de teksten zijn nog geen kader."
    )
