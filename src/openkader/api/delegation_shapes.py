"""The shapes of delegation lists: their versions, who is on one, and a list that a program hands in."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from ninja import Field

from openkader.api.delegation_words import Lijstherkomst
from openkader.api.read_shapes import Bladzijde
from openkader.api.sent import Code
from openkader.api.shapes import Shape, Tekst
from openkader.api.work_shapes import GescreendePartij

_ROWS = 5000  # as many people as a file may hold
_DESPITE = (
    "Ja: bewaar wie wel te lezen is; wat niet overgenomen is, staat in het antwoord. Nee: bewaar niets zolang een"
    " regel niemand geeft of een waarde wegvalt."
)


class Geslacht(StrEnum):
    """Wat de lijst zegt; uit een aanspreekvorm wordt het niet afgeleid."""

    MALE = "man"
    FEMALE = "vrouw"


class Lijstmelding(Shape):
    """Wat uit een lijst niet overgenomen is, en waarom."""

    place: str = Field(alias="plaats", description="Het nummer van de regel, of de letter van de kolom.")
    code: str
    said: Tekst = Field(alias="tekst")


class DelegatielijstInLijst(Shape):
    """Een versie van de delegatielijst van een verzoek; een versie wordt nooit gewijzigd."""

    reference: str = Field(alias="nummer")
    version: int = Field(alias="versie")
    came_as: Lijstherkomst = Field(alias="binnengekomenAls")
    file_name: str | None = Field(alias="bestandsnaam")
    rows: int = Field(alias="aantalDelegatieleden")
    added: int = Field(alias="aantalNieuw", description="Tegenover de versie ervoor.")
    changed: int = Field(alias="aantalGewijzigd")
    removed: int = Field(alias="aantalNietMeerErbij")
    unread: int = Field(alias="aantalNietOvergenomen", description="Regels die niemand gaven.")
    at: datetime = Field(alias="bewaardOp")
    by: str = Field(alias="bewaardDoor")


class Delegatielijsten(Shape):
    """De versies, de nieuwste eerst; die telt. Zonder lijst is er geen screening."""

    lists: list[DelegatielijstInLijst] = Field(alias="delegatielijsten")


class Delegatielijst(DelegatielijstInLijst):
    """Een versie, met elke regel die niemand gaf."""

    is_newest: bool = Field(alias="isNieuwste")
    problems: list[Lijstmelding] = Field(alias="nietOvergenomen")


class IngeleverdeLijst(Delegatielijst):
    """Een versie die nu binnenkwam, met wat alleen nu te lezen is."""

    doubts: list[Lijstmelding] = Field(
        alias="weggevallenWaarden",
        description="Waarden die onbekend zijn gebleven bij wie wel op de lijst staat.",
    )
    ignored: list[Lijstmelding] = Field(
        alias="weggelaten",
        description="Titels, totalen, dubbelen, en kolommen die het register niet bewaart.",
    )


class Delegatiepartij(GescreendePartij):
    """De persoon of organisatie van een delegatielid, en waar haar screening staat."""

    open_hits: int = Field(
        alias="aantalTeBeoordelen", description="Treffers waar iemand nog naar moet kijken."
    )


class Delegatielid(Shape):
    """Een persoon op een delegatielijst; wat de lijst niet zegt, is null en dus onbekend."""

    row: int = Field(alias="regel", description="Zoals de lijst die nummert.")
    names: list[str] = Field(alias="namen", description="Een naam in twee schriften zijn er twee.")
    organisation_names: list[str] = Field(alias="organisatienamen", description="Leeg: niet bekend.")
    function: str | None = Field(alias="functie")
    birth_date: str | None = Field(
        alias="geboortedatum", description="Een jaar, een maand of een dag: zo precies als de lijst het zegt."
    )
    country: str | None = Field(alias="land", description="ISO 3166-1, twee letters.")
    gender: Geslacht | None = Field(alias="geslacht")
    person: Delegatiepartij | None = Field(
        alias="persoon",
        description="Null bij een eerdere versie: alleen van de nieuwste is de screening te lezen.",
    )
    organisation: Delegatiepartij | None = Field(
        alias="organisatie",
        description="Null bij een eerdere versie, of als de lijst geen organisatie noemt.",
    )


class Delegatieleden(Bladzijde):
    """Een bladzijde van delegatieleden, in de volgorde van de lijst."""

    rows: list[Delegatielid] = Field(alias="delegatieleden")


Named = Annotated[str, Field(max_length=1000)]


class NieuwDelegatielid(Shape):
    """Een persoon die meekomt. Wat niet bekend is, blijft weg of is null."""

    names: list[Named] = Field(
        alias="namen", max_length=10, description="Een naam in twee schriften zijn er twee."
    )
    organisation_names: list[Named] = Field([], alias="organisatienamen", max_length=10)
    function: Named | None = Field(None, alias="functie")
    birth_date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = Field(
        None, alias="geboortedatum", description="1962, 1962-05 of 1962-05-23: zo precies als bekend is."
    )
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = Field(None, alias="land")
    gender: Geslacht | None = Field(None, alias="geslacht")


class NieuweDelegatielijst(Shape):
    """Wie er meekomt. Een van beide: de leden zelf, of een document van het verzoek waarin zij staan."""

    delegates: list[NieuwDelegatielid] | None = Field(
        None, alias="delegatieleden", min_length=1, max_length=_ROWS, description="Het eerste is regel 1."
    )
    document: Code | None = Field(
        None, description="Het nummer van een document van het verzoek; het wordt gelezen zoals een bestand."
    )
    despite: bool = Field(False, alias="ondanksFouten", description=_DESPITE)


class Leeswijze(Shape):
    """Hoe een bestand gelezen wordt."""

    sheet: str | None = Field(
        None,
        alias="blad",
        max_length=200,
        description="De naam van het werkblad; zonder: het eerste met inhoud.",
    )
    headings: bool | None = Field(
        None,
        alias="metKoppen",
        description="Of de eerste regel koppen heeft; zonder: wat de lijst laat zien.",
    )
    despite: bool = Field(False, alias="ondanksFouten", description=_DESPITE)
