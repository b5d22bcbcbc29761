"""The shapes of what a program only reads: decisions, parties, activities, agreements and kaders."""

from datetime import date, datetime
from typing import Any

from ninja import Field

from openkader.api.shapes import Deelname, Koppeling, Shape, Tekst
from openkader.api.words import (
    Activiteitstand,
    Aktesoort,
    Kaderstand,
    Kant,
    Looptijdsoort,
    Maatregelstatus,
    Nauwkeurigheid,
    Niveau,
    Overeenkomststand,
    Overeenkomststatus,
    Partijrol,
    Partijsoort,
    Rol,
    Soort,
    Uitkomst,
    VanWie,
)

_LONGEST_CURSOR = 400
_CODE = "[A-Z]{2}"


class Bladvraag(Shape):
    """Welke bladzijde wordt gevraagd."""

    cursor: str | None = Field(
        None,
        max_length=_LONGEST_CURSOR,
        description="De plaats van een bladzijde, uit de koppeling `volgende` van een eerdere.",
    )


class Bladzijde(Shape):
    """Een bladzijde van ten hoogste vijftig regels."""

    links: dict[str, Koppeling] = Field(alias="_links", description="`self` en `volgende`.")


class Periode(Shape):
    """De dagen waartussen iets ligt; met nauwkeurigheid `maand` op een dag in die maand."""

    starts_on: date = Field(alias="van")
    ends_on: date = Field(alias="tot")
    precision: Nauwkeurigheid = Field(alias="nauwkeurigheid")


# --- besluiten -------------------------------------------------------------------------------


class Besluitvraag(Bladvraag):
    """Welke besluiten worden gevraagd."""

    year: int | None = Field(None, alias="jaar", ge=1900, le=2200, description="Het jaar van het besluit.")


class BesluitInLijst(Shape):
    """Wat iemand besloot; de motivering staat in het dossier."""

    reference: str = Field(alias="nummer")
    request: str | None = Field(alias="verzoek", description="Null: het hoort bij geen verzoek.")
    year: int = Field(alias="jaar")
    level: Niveau = Field(alias="niveau")
    outcome: Uitkomst | None = Field(alias="uitkomst", description="Null: de bron zegt het niet.")
    departs_from_proposal: bool | None = Field(alias="wijktAfVanVoorstel")
    decided_on: date | None = Field(alias="beslotenOp")
    decided_by: str | None = Field(alias="beslotenDoor")
    seconded_by: str | None = Field(alias="tweedePersoon")
    assessment: str | None = Field(alias="toetsing", description="Het nummer van de toetsing.")
    reconstructed: bool = Field(alias="isReconstructie", description="Of het uit een bron is overgenomen.")


class Besluiten(Bladzijde):
    """Een bladzijde van besluiten, het nieuwste eerst."""

    rows: list[BesluitInLijst] = Field(alias="besluiten")


# --- relaties --------------------------------------------------------------------------------


class Relatievraag(Bladvraag):
    """Welke partijen worden gevraagd."""

    text: str = Field(
        "",
        alias="zoek",
        max_length=200,
        description="Een naam in elk schrift, een functie of een nummer. Wat gevonden is, staat op een bladzijde.",
    )


class Kenmerk(Shape):
    """Een nummer waaronder een partij elders bekend is."""

    scheme: str = Field(alias="stelsel")
    value: str = Field(alias="waarde")


class Relatie(Shape):
    """Een organisatie of een mens die meedoet of meedeed."""

    reference: str = Field(alias="nummer")
    kind: Partijsoort = Field(alias="soort")
    name: str | None = Field(alias="naam", description="Null: alleen bij de functie bekend.")
    function: Tekst | None = Field(alias="functie")
    names: list[str] = Field(alias="andereNamen")
    identifiers: list[Kenmerk] = Field(alias="kenmerken")
    country: str | None = Field(alias="land")
    region: str | None = Field(alias="regio")
    birth_date: str | None = Field(alias="geboren", description="Zo precies als bekend is.")
    organisation: str | None = Field(alias="organisatie", description="Met wie iemand meekwam.")
    dossier: str | None = Field(alias="verzoek", description="Waar de partij binnenkwam.")
    times: int = Field(alias="aantalDeelnames", description="Geteld over wat u mag zien.")
    newest_year: int | None = Field(alias="laatsteJaar")


class Relaties(Bladzijde):
    """Een bladzijde van partijen, de nieuwste eerst; van wat gezocht is de zekerste eerst."""

    rows: list[Relatie] = Field(alias="relaties")
    is_cut: bool = Field(alias="isAfgekapt", description="Of er meer gevonden kunnen zijn dan hier staan.")


class Deelplaats(Shape):
    """Een verzoek of activiteit waaraan een partij deelneemt."""

    dossier: str = Field(alias="nummer")
    title: Tekst = Field(alias="titel")
    year: int = Field(alias="jaar")
    kind: Soort | None = Field(alias="soort")
    role: Rol | None = Field(alias="rol", description="Null: op de delegatielijst.")


class RelatieMetPlaatsen(Relatie):
    """Een partij met waar zij meedoet, en welke partijen dezelfde zijn."""

    places: list[Deelplaats] = Field(alias="deelnames", description="Ten hoogste honderd, de nieuwste eerst.")
    leading: str | None = Field(alias="staatOnder", description="De partij waaronder deze wordt getoond.")
    led: list[str] = Field(alias="ookBekendAls", description="De nummers van partijen die dezelfde zijn.")
    is_fictional: bool = Field(alias="isFictief")


class NieuweRelatieMetGelijkenden(RelatieMetPlaatsen):
    """Een partij die nu in het register staat, en wie daar een naam heeft die erop lijkt."""

    alike: list[Relatie] = Field(
        alias="gelijkenden",
        description="Ten hoogste twaalf, de zekerste eerst. Of twee dezelfde zijn, zegt een mens.",
    )


# --- activiteiten ----------------------------------------------------------------------------


class Activiteitvraag(Bladvraag):
    """Welke activiteiten worden gevraagd."""

    late_only: bool = Field(False, alias="teLaat", description="Alleen waar een maatregel te laat is.")


class ActiviteitInLijst(Shape):
    """Een activiteit waaraan gewerkt wordt."""

    reference: str = Field(alias="nummer")
    label: Tekst = Field(alias="titel")
    standing: Activiteitstand = Field(alias="stand")
    kind: Soort | None = Field(alias="soort")
    country: str | None = Field(alias="land")
    period: Periode | None = Field(alias="periode", description="Null: nog niet bekend.")
    assignee: str | None = Field(alias="behandelaar")
    open: int = Field(alias="openMaatregelen")
    late: int = Field(alias="maatregelenTeLaat")
    first_due: date | None = Field(alias="eersteTermijn")


class Activiteiten(Bladzijde):
    """Een bladzijde van activiteiten, de nieuwste eerst."""

    rows: list[ActiviteitInLijst] = Field(alias="activiteiten")


class Maatregel(Shape):
    """Een maatregel die het kader bij een activiteit vraagt."""

    reference: str = Field(alias="nummer")
    line: str = Field(alias="actielijn", description="Zoals het kader haar noemt.")
    code: str | None
    status: Maatregelstatus
    reason: str | None = Field(alias="reden")
    owner: str | None = Field(alias="eigenaar")
    due_on: date | None = Field(alias="uiterlijkOp")
    waived_until: date | None = Field(alias="uitgesteldTot")


class Activiteit(Shape):
    """Een activiteit met wie meedoet en wat het kader ervan vraagt."""

    reference: str = Field(alias="nummer")
    label: Tekst = Field(alias="titel")
    standing: Activiteitstand = Field(alias="stand")
    kind: Soort | None = Field(alias="soort")
    country: str | None = Field(alias="land")
    programme: str | None = Field(alias="programma")
    year: int = Field(alias="jaar")
    period: Periode | None = Field(alias="periode")
    place: str | None = Field(alias="plaats")
    regions: list[str] = Field(alias="regios")
    aim: Tekst | None = Field(alias="doel")
    office_holder: bool | None = Field(alias="metBestuurder", description="Null: niet bekend.")
    foreign_delegation: bool | None = Field(
        alias="metBuitenlandseDelegatie", description="Null: niet bekend."
    )
    cancelled_because: str | None = Field(alias="afgezegdOmdat")
    request: str | None = Field(alias="verzoek", description="Null: uit een publicatie, zonder verzoek.")
    is_fictional: bool = Field(alias="isFictief")
    participations: list[Deelname] = Field(alias="deelnames")
    measures: list[Maatregel] = Field(alias="maatregelen")


# --- overeenkomsten --------------------------------------------------------------------------


class Overeenkomstvraag(Bladvraag):
    """Welke overeenkomsten worden gevraagd."""

    standing: Overeenkomststand | None = Field(None, alias="stand")
    whose: VanWie | None = Field(None, alias="vanWie")
    country: str | None = Field(None, alias="land", pattern=f"^{_CODE}$")
    party: str | None = Field(None, alias="relatie", max_length=80, description="Het nummer van een partij.")


class Looptijd(Shape):
    """Van wanneer tot wanneer een overeenkomst geldt, zoals zij het zelf zegt."""

    starts_on: date | None = Field(alias="van")
    kind: Looptijdsoort | None = Field(alias="soort", description="Null: niet bekend.")
    until: date | None = Field(alias="tot")
    years: int | None = Field(alias="jaren")


class Partij(Shape):
    """Een partij in een overeenkomst."""

    name: Tekst = Field(alias="naam")
    reference: str | None = Field(alias="relatie", description="Null: alleen beschreven.")
    side: Kant | None = Field(alias="kant")
    role: Partijrol = Field(alias="rol")


class OvereenkomstInLijst(Shape):
    """Een overeenkomst zoals zij nu bekend is."""

    reference: str = Field(alias="nummer")
    title: Tekst | None = Field(alias="titel")
    form: str = Field(alias="vorm", description="Zoals het kader haar noemt.")
    status: Overeenkomststatus
    standing: Overeenkomststand = Field(alias="stand", description="Vandaag.")
    whose: VanWie | None = Field(alias="vanWie", description="Null: niet bekend.")
    country: str | None = Field(alias="land")
    on: Periode | None = Field(
        alias="vastgelegd", description="Wanneer zij getekend, verlengd of geëindigd is."
    )
    term: Looptijd = Field(alias="looptijd")
    ends_by: date | None = Field(alias="eindigtOp", description="De eerste laatste dag die mogelijk is.")
    parties: list[Partij] = Field(alias="partijen")
    number: int | None = Field(alias="aantal", description="Voor hoeveel zij staat.")
    owner: str | None = Field(alias="eigenaar")
    activity: str | None = Field(alias="activiteit")


class Overeenkomsten(Bladzijde):
    """Een bladzijde van overeenkomsten, in de volgorde van hun nummer."""

    rows: list[OvereenkomstInLijst] = Field(alias="overeenkomsten")


class Waarde(Shape):
    """Of een waarde in een overeenkomst staat, en met welke woorden."""

    topic: str = Field(alias="onderwerp")
    is_in: bool = Field(alias="staatErin")
    words: str | None = Field(alias="woorden")


class Akte(Shape):
    """Wat op een moment van een overeenkomst is opgeschreven."""

    number: int = Field(alias="volgnummer")
    kind: Aktesoort = Field(alias="soort")
    reason: str | None = Field(alias="reden")
    evaluation: str | None = Field(alias="evaluatie")
    url: str | None = Field(alias="adres")
    passage: str | None = Field(description="De zin in de bron die het zegt.")
    name: str | None = Field(alias="bestandsnaam")
    sha256: str | None
    at: datetime = Field(alias="vastgelegdOp")
    by: str = Field(alias="vastgelegdDoor")


class Overeenkomst(OvereenkomstInLijst):
    """Een overeenkomst met wat ervan werd."""

    about: Tekst | None = Field(alias="onderwerp")
    clauses: list[Waarde] = Field(alias="waarden", description="Een waarde die ontbreekt, is niet bekend.")
    request: str | None = Field(alias="verzoek")
    is_fictional: bool = Field(alias="isFictief")
    deeds: list[Akte] = Field(alias="akten", description="De nieuwste eerst.")


# --- kaders ----------------------------------------------------------------------------------


class Vaststelling(Shape):
    """Het besluit waarmee een kader hier werd vastgesteld."""

    body: str = Field(alias="orgaan")
    adopted_on: date = Field(alias="vastgesteldOp")
    sha256: str = Field(description="Van het document met het besluit.")
    at: datetime = Field(alias="vastgelegdOp")
    by: str = Field(alias="vastgelegdDoor")


class KaderInLijst(Shape):
    """Een versie van het kader."""

    name: str = Field(alias="kader", description="De organisatie en de dag waarop zij ingaat.")
    in_force_from: date = Field(alias="vanKrachtOp")
    state: Kaderstand = Field(alias="stand", description="Vandaag.")
    digest: str = Field(description="SHA-256 van de inhoud; een toetsing noemt hem als `kaderDigest`.")
    decision: Vaststelling | None = Field(
        alias="vaststelling", description="Null: zij kwam met de installatie mee."
    )


class Kaders(Shape):
    """De versies van het kader van de organisatie, de nieuwste eerst."""

    rows: list[KaderInLijst] = Field(alias="kaders")


class Kader(Shape):
    """Een versie van het kader, met alle regels."""

    name: str = Field(alias="kader")
    title: Tekst = Field(alias="titel")
    organisation: Tekst = Field(alias="organisatie")
    in_force_from: date = Field(alias="vanKrachtOp")
    digest: str
    parts: dict[str, Any] = Field(
        alias="onderdelen",
        description="Elk bestand van het kader onder zijn naam, met zijn inhoud zoals zij geschreven is.",
    )
