"""What a program reads of the work on a case: advice, who treats it, a referral, and the screening."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ninja import Field

from openkader.api.read_shapes import Bladzijde
from openkader.api.shapes import Koppeling, Optie, Shape, Stuk, Tekst
from openkader.api.work_words import (
    Adviesoordeel,
    Adviesstand,
    Band,
    Screeningstand,
    Trefferoordeel,
    Trefferstand,
)

# --- adviezen --------------------------------------------------------------------------------


class Verklaring(Shape):
    """Wat de partner van een investering bij zijn advies zei."""

    said_on: date = Field(alias="gezegdOp")
    grounds: list[str] = Field(alias="gronden", description="Zoals het kader ze noemt.")
    valid_until: date | None = Field(alias="geldigTot", description="Null: er is geen dag genoemd.")
    number: str = Field(alias="nummer", description="Van de zaak bij de partner.")


class Adviesantwoord(Shape):
    """Wat een loket antwoordde."""

    verdict: Adviesoordeel = Field(alias="oordeel")
    explanation: str = Field(alias="toelichting")
    conditions: list[str] = Field(alias="voorwaarden")
    given_by: str = Field(alias="gegevenDoor", description="Wie het advies gaf, zoals die zich noemde.")
    at: datetime = Field(alias="gegevenOp")
    documents: list[Stuk] = Field(alias="documenten")
    statement: Verklaring | None = Field(alias="verklaring")


class Advies(Shape):
    """Een vraag aan een loket, met de antwoorden erop."""

    reference: str = Field(alias="nummer")
    desk: str = Field(alias="loket", description="Zoals het kader het noemt.")
    question: str = Field(alias="vraag")
    recipient: str = Field(alias="gevraagdAan")
    mandatory: bool = Field(alias="isVerplicht", description="Of een besluit op dit advies wacht.")
    state: Adviesstand = Field(alias="stand")
    kader: str = Field(description="De versie van het kader waaronder het gevraagd is.")
    facts: Mapping[str, Any] = Field(
        alias="feiten", description="Wat het loket te zien kreeg, zoals het toen was."
    )
    due_on: date = Field(alias="uiterlijkOp")
    at: datetime = Field(alias="gevraagdOp")
    by: str = Field(alias="gevraagdDoor")
    reminded_on: list[date] = Field(alias="herinneringen")
    answers: list[Adviesantwoord] = Field(alias="antwoorden", description="Het laatste telt.")
    withdrawn_because: str | None = Field(alias="teruggenomenOmdat")


class GevraagdAdvies(Advies):
    """Een vraag die nu gesteld is, met wat alleen nu te lezen is."""

    link: Koppeling | None = Field(
        alias="antwoordkoppeling",
        description="Waar het loket zonder account antwoordt; alleen nu te lezen. Null: de vraag was er al.",
    )


class Adviesbehoefte(Shape):
    """Een loket waaraan het kader deze zaak voorlegt."""

    desk: str = Field(alias="loket")
    is_mandatory: bool = Field(alias="isVerplicht")
    is_certain: bool = Field(alias="isZeker", description="Nee: het hangt van open vragen af.")
    is_lacking: bool = Field(alias="ontbreekt", description="Of een besluit er nog op wacht.")


class Adviezen(Shape):
    """Het advies rond een verzoek."""

    desks: list[Optie] = Field(alias="loketten", description="Aan wie een vraag te stellen is.")
    needs: list[Adviesbehoefte] = Field(alias="nodig")
    asked: list[Advies] = Field(alias="adviezen", description="De oudste eerst.")


# --- wie de zaak behandelt -------------------------------------------------------------------


class Toewijzing(Shape):
    """Wie een zaak behandelt."""

    assignee: str | None = Field(alias="behandelaar", description="De naam van een account; null: niemand.")
    team: str | None


class ToewijzingMetKeuzes(Toewijzing):
    """Wie een zaak behandelt, en aan wie zij te geven is."""

    colleagues: list[str] = Field(alias="mogelijkeBehandelaars")
    teams: list[str] = Field(alias="mogelijkeTeams")


class Overdracht(Shape):
    """Aan wie een zaak is doorverwezen, en wie daar bevestigde haar te hebben."""

    decision: str = Field(alias="besluit")
    to: str = Field(alias="doorverwezenNaar")
    confirmed_by: str | None = Field(alias="bevestigdDoor", description="Null: nog niemand.")
    confirmed_on: date | None = Field(alias="bevestigdOp")


# --- screening -------------------------------------------------------------------------------


class GescreendePartij(Shape):
    """Een partij waar het verzoek over gaat, en waar haar screening staat."""

    reference: str = Field(alias="relatie")
    name: str = Field(alias="naam")
    is_person: bool = Field(alias="isPersoon")
    standing: Screeningstand = Field(alias="stand")
    failure: str | None = Field(alias="foutcode", description="Waarom de laatste poging geen antwoord gaf.")
    screened_at: datetime | None = Field(alias="gescreendOp", description="Null: nog niet.")


class Screening(Shape):
    """Waar de screening van een verzoek staat. Van wie niet gescreend is, is niets bekend."""

    number: int = Field(alias="aantalPartijen")
    screened: int = Field(alias="aantalGescreend")
    findings: int = Field(alias="aantalBevestigd", description="Partijen met een bevestigde treffer.")
    most_findings: int = Field(
        alias="aantalBevestigdTenHoogste", description="Hoeveel het er nog kunnen blijken."
    )
    is_running: bool = Field(alias="isBezig", description="Of er nog een partij wacht.")
    parties: list[GescreendePartij] = Field(alias="partijen")


class Beoordeling(Shape):
    """Wat een mens van een treffer zei."""

    verdict: Trefferoordeel = Field(alias="oordeel")
    reason: str = Field(alias="reden")
    at: datetime = Field(alias="gegevenOp")
    by: str = Field(alias="gegevenDoor")


# Inside a treffer `list` is a field of its own.
Sentences = list[Tekst]
Addresses = list[str]
Reviews = list[Beoordeling]


class Treffer(Shape):
    """Een vermelding op een lijst die bij een partij in de buurt kwam. Een treffer is geen oordeel."""

    id: int = Field(alias="nummer")
    party: str = Field(alias="relatie")
    asked_name: str = Field(alias="gevraagdeNaam")
    listed_name: str = Field(alias="vermeldeNaam")
    caption: str = Field(alias="vermelding", description="Hoe de lijst haar noemt.")
    list: str = Field(alias="lijst")
    snapshot: str = Field(alias="momentopname", description="Welke stand van de lijst; begint met haar dag.")
    score: float = Field(description="Van 0 tot 1.")
    band: Band = Field(alias="nabijheid")
    meeting: Sentences = Field(alias="wegVanDeNamen", description="Hoe de twee namen bij elkaar komen.")
    evidence: Sentences = Field(
        alias="bewijs", description="Wat ervoor en ertegen spreekt; het sterkste eerst."
    )
    listing: Sentences = Field(alias="volgensLijst")
    questions: Sentences = Field(alias="navraag", description="Wat het zou beslissen.")
    sources: Addresses = Field(alias="bronnen")
    state: Trefferstand = Field(alias="stand")
    found_at: datetime = Field(alias="gevondenOp")
    has_left: bool = Field(alias="isVertrokken", description="De laatste lijst noemt de partij niet meer.")
    reviews: Reviews = Field(alias="beoordelingen", description="Van mensen, de eerste eerst.")


class Treffers(Bladzijde):
    """Een bladzijde van treffers, de oudste eerst."""

    rows: list[Treffer] = Field(alias="treffers")
