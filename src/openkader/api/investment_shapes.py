"""The shapes of the support of investments: what the partner of the organisation knows and stated."""

from datetime import date, datetime

from ninja import Field

from openkader.api.outreach_words import Verklaringstand
from openkader.api.read_shapes import Bladvraag, Bladzijde
from openkader.api.shapes import Shape, Tekst
from openkader.api.words import Maatregelstatus
from openkader.api.work_words import Adviesoordeel, Adviesstand, Screeningstand
from openkader.casework.case_system import Vertrouwelijkheid


class Investeringvraag(Bladvraag):
    """Welke investeringen worden gevraagd."""

    year: int | None = Field(None, alias="jaar", ge=1900, le=2200, description="Het jaar van het verzoek.")


class InvesteringInLijst(Shape):
    """Een verzoek om ondersteuning van een investering, met wat de partner er het laatst van zei."""

    reference: str = Field(alias="nummer", description="Het nummer van het verzoek.")
    title: Tekst = Field(alias="titel")
    year: int = Field(alias="jaar")
    confidentiality: Vertrouwelijkheid = Field(alias="vertrouwelijkheidaanduiding")
    number: str | None = Field(alias="zaaknummer", description="Zoals de partner de zaak noemt.")
    verdict: Adviesoordeel | None = Field(alias="oordeel", description="Null: de partner zei nog niets.")
    said_on: date | None = Field(alias="gezegdOp")
    is_fictional: bool = Field(alias="isFictief")


class Investeringen(Bladzijde):
    """Een bladzijde van investeringen, de nieuwste eerst."""

    rows: list[InvesteringInLijst] = Field(alias="investeringen")


class Zaak(Shape):
    """De zaak bij de partner, zoals zij het laatst is opgeschreven."""

    number: str | None = Field(alias="zaaknummer")
    investor: str | None = Field(
        alias="investeerder", description="Het nummer van de partij; null: alleen de partner kent haar."
    )
    at: datetime = Field(alias="vastgelegdOp")
    by: str = Field(alias="vastgelegdDoor")


class MogelijkeInvesteerder(Shape):
    """Een partij van het verzoek, en waar haar screening staat."""

    reference: str = Field(alias="relatie")
    label: Tekst = Field(alias="naam")
    state: Screeningstand = Field(alias="screening")


class InvesteringAdvies(Shape):
    """Een vraag aan een loket; wat er gevraagd en geantwoord is, staat bij de adviezen van het verzoek."""

    reference: str = Field(alias="nummer")
    desk: str = Field(alias="loket")
    state: Adviesstand = Field(alias="stand")
    due_on: date = Field(alias="uiterlijkOp")


class PartnerVerklaring(Shape):
    """Wat de partner van een investering zei."""

    reference: str = Field(alias="nummer")
    advice: str = Field(alias="advies", description="Het nummer van het advies waarmee zij kwam.")
    dossier: str = Field(alias="verzoek")
    verdict: Adviesoordeel = Field(alias="oordeel")
    grounds: list[str] = Field(alias="gronden", description="Zoals het kader ze noemt.")
    conditions: list[str] = Field(alias="voorwaarden")
    explanation: str = Field(alias="toelichting")
    said_on: date = Field(alias="gezegdOp")
    valid_until: date | None = Field(alias="geldigTot", description="Null: de partner noemde geen dag.")
    number: str | None = Field(alias="zaaknummer")
    given_by: str = Field(alias="gegevenDoor")
    by: str = Field(alias="vastgelegdDoor")
    at: datetime = Field(alias="vastgelegdOp")
    is_own: bool = Field(alias="isDoorPartner", description="Of de partner haar zelf gaf, met de koppeling.")


class VerklaringVandaag(PartnerVerklaring):
    """Een verklaring, en hoe zij vandaag staat."""

    state: Verklaringstand = Field(alias="stand")


class InvesteringMaatregel(Shape):
    """Een maatregel van een activiteit, die een verklaring laat zien."""

    reference: str = Field(alias="nummer")
    activity: str = Field(alias="activiteit")
    status: Maatregelstatus


class Investering(Shape):
    """Een investering met de zaak bij de partner, wat de partner verklaarde, en waar dat op rust."""

    reference: str = Field(alias="nummer")
    title: Tekst = Field(alias="titel")
    level: Vertrouwelijkheid = Field(alias="vertrouwelijkheidaanduiding")
    is_fictional: bool = Field(alias="isFictief")
    case: Zaak | None = Field(alias="zaak", description="Null: nog niet opgeschreven.")
    parties: list[MogelijkeInvesteerder] = Field(alias="partijen")
    asked: list[InvesteringAdvies] = Field(
        alias="gevraagdAanPartner", description="De nieuwste eerst. Vragen kan bij de adviezen."
    )
    national: list[InvesteringAdvies] = Field(alias="andereAdviezen")
    statements: list[VerklaringVandaag] = Field(alias="verklaringen", description="De nieuwste eerst.")
    measures: list[InvesteringMaatregel] = Field(alias="maatregelen")
    shows: bool = Field(
        alias="toontOordeel", description="Of de nieuwste verklaring laat zien dat de partner oordeelde."
    )
    refusal: str | None = Field(
        alias="nuNietTeVragen", description="De code van wat het belet; null: de partner kan gevraagd worden."
    )


class GemeldeVerklaringen(Shape):
    """Wat een gepubliceerd jaar van verklaringen zegt."""

    reference: str = Field(alias="nummer")
    year: int = Field(alias="jaar")
    number: int | None = Field(alias="aantal", description="Null: de bron zegt niet hoeveel.")
    verdict: Adviesoordeel = Field(alias="oordeel")
    grounds: list[str] = Field(alias="gronden")
    text: Tekst = Field(alias="tekst")
    passage: str | None = Field(description="De zin in de bron die het zegt.")
    source: Tekst | None = Field(alias="bron")


class Investeringsjaar(Shape):
    """De verklaringen van een jaar: die in het register, en die alleen gemeld zijn."""

    year: int = Field(alias="jaar")
    statements: list[PartnerVerklaring] = Field(
        alias="verklaringen", description="De nieuwste van elk verzoek."
    )
    silent: int = Field(
        alias="zonderVerklaring", description="Verzoeken van het jaar waarvan de partner nog niets zei."
    )
    reported: list[GemeldeVerklaringen] = Field(alias="gemeld")
    outside: list[GemeldeVerklaringen] = Field(
        alias="gemeldBuitenHetJaar", description="Wat de bron van dit jaar van andere jaren zegt."
    )
