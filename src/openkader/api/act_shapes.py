"""The shapes of the work after a decision that a program reads back: the activities of a request, measures, people."""

from datetime import date, datetime

from ninja import Field

from openkader.api.read_shapes import Maatregel, Periode
from openkader.api.shapes import Deelname, Shape, Tekst
from openkader.api.words import Activiteitstand, Bewijssoort, Deelnemerrol, Deelnemerstatus, Soort


class ActiviteitVanVerzoek(Shape):
    """Een activiteit van een verzoek; de rest staat op haar eigen adres."""

    reference: str = Field(alias="nummer")
    label: Tekst = Field(alias="titel")
    standing: Activiteitstand = Field(alias="stand")
    kind: Soort | None = Field(alias="soort")
    period: Periode | None = Field(alias="periode", description="Null: nog niet bekend.")


class ActiviteitenVanVerzoek(Shape):
    """De activiteiten van een verzoek, in de volgorde waarin zij gepland werden."""

    rows: list[ActiviteitVanVerzoek] = Field(alias="activiteiten")


class Deelnames(Shape):
    """Wie aan een verzoek en zijn activiteiten meedoet."""

    rows: list[Deelname] = Field(alias="deelnames")


class Bewijsstuk(Shape):
    """Wat laat zien dat een maatregel is uitgevoerd."""

    number: int = Field(alias="nummer")
    kind: Bewijssoort = Field(alias="soort")
    title: Tekst = Field(alias="titel")
    url: str | None = Field(alias="adres")
    name: str | None = Field(alias="bestandsnaam")
    sha256: str | None
    record: str | None = Field(alias="dossier", description="Het nummer van wat het zelf al laat zien.")
    recorded_at: datetime = Field(alias="vastgelegdOp")
    recorded_by: str = Field(alias="vastgelegdDoor")


class Uitstel(Shape):
    """Een voorstel om een maatregel tot een dag na te laten; dat doet een mens, en een tweede stemt in."""

    reference: str = Field(alias="nummer")
    reason: str = Field(alias="reden")
    expires_on: date = Field(alias="totEnMet")
    at: datetime = Field(alias="voorgesteldOp")
    by: str = Field(alias="voorgesteldDoor")
    agreed_at: datetime | None = Field(alias="ingestemdOp")
    agreed_by: str | None = Field(alias="ingestemdDoor", description="Null: het geldt nog niet.")


class MaatregelMetBewijs(Maatregel):
    """Een maatregel met wat haar laat zien, en wat er van uitstel werd."""

    evidence: list[Bewijsstuk] = Field(alias="bewijsstukken")
    waivers: list[Uitstel] = Field(alias="uitstel")


class Maatregelen(Shape):
    """De maatregelen van een activiteit."""

    rows: list[Maatregel] = Field(alias="maatregelen")


class Deelnemer(Shape):
    """Iemand op de deelnemerslijst van een activiteit."""

    number: int = Field(alias="nummer")
    name: str = Field(alias="naam")
    function: str | None = Field(alias="functie")
    email: str | None
    organisation: str | None = Field(alias="organisatie", description="In eigen woorden.")
    party: str | None = Field(alias="partij")
    role: Deelnemerrol | None = Field(alias="rol", description="Null: niet bekend.")
    status: Deelnemerstatus
    reason: str | None = Field(alias="reden", description="Waarom iemand afviel, zoals het kader het noemt.")
    note: str | None = Field(alias="notitie")
    at: datetime = Field(alias="vastgelegdOp")
    by: str = Field(alias="vastgelegdDoor")


class Deelnemers(Shape):
    """De deelnemerslijst van een activiteit."""

    rows: list[Deelnemer] = Field(alias="deelnemers")
