"""The shapes of the companies of an activity: their self-scans, who was let off, who was informed beforehand."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Field
from pydantic import StrictInt

from openkader.api.mission_words import Zelfscanantwoord, Zelfscanstand, Zelfscanstap
from openkader.api.sent import Code, Day, Email, Human, Prose
from openkader.api.shapes import Koppeling, Shape, Tekst

Taal = Literal["nl", "en"]


class Zelfscan(Shape):
    """Een zelfscan die aan een bedrijf gevraagd is, en hoe ver hij is."""

    reference: str = Field(alias="nummer")
    is_own: bool = Field(
        alias="isVanDezeActiviteit", description="Anders is hij voor een andere activiteit gevraagd."
    )
    state: Zelfscanstand = Field(
        alias="stand", description="Ingeleverd: of hij op de dag van vertrek geldt; anders vandaag."
    )
    recipient: str = Field(alias="gevraagdAan")
    email: str | None
    language: str = Field(alias="taal")
    asked_on: date = Field(alias="gevraagdOp")
    due_on: date = Field(alias="uiterlijkOp")
    reminded_on: date | None = Field(alias="herinnerdOp")
    handed_in_on: date | None = Field(alias="ingeleverdOp")
    valid_until: date | None = Field(alias="geldigTotEnMet")
    given_by: str | None = Field(alias="ingeleverdDoor")


class Zelfscanvraag(Shape):
    """Wat een bedrijf op een vraag antwoordde."""

    question: Tekst = Field(alias="vraag")
    reply: Zelfscanantwoord = Field(alias="antwoord")
    reason: str | None = Field(alias="reden", description="Waarom een vraag niet van toepassing is.")


class Zelfscanstapstand(Shape):
    """Een stap van een ingeleverde zelfscan; er is geen score."""

    step: Zelfscanstap = Field(alias="stap")
    title: Tekst = Field(alias="titel")
    counts: Mapping[Zelfscanantwoord, int] = Field(
        alias="aantallen", description="Hoeveel vragen met wat beantwoord zijn."
    )
    answers: list[Zelfscanvraag] = Field(alias="antwoorden")


class ZelfscanMetAntwoorden(Zelfscan):
    """Een zelfscan van een bedrijf, met wat het antwoordde."""

    party: str = Field(alias="partij")
    name: Tekst = Field(alias="naam")
    steps: list[Zelfscanstapstand] = Field(
        alias="stappen",
        description="Leeg: hij is nog niet ingeleverd; wat tussendoor bewaard is, staat hier niet.",
    )


class GevraagdeZelfscan(Zelfscan):
    """Een zelfscan die nu gevraagd is, met wat alleen nu te lezen is."""

    link: Koppeling = Field(
        alias="zelfscankoppeling",
        description="Waar het bedrijf hem zonder account invult; alleen nu te lezen. Wie haar heeft, kan invullen.",
    )


class Bedrijf(Shape):
    """Een bedrijf dat meegaat, of een groep waarvan alleen een aantal bekend is."""

    party: str | None = Field(alias="partij", description="Null: niet als partij in het register.")
    name: Tekst = Field(alias="naam")
    number: int | None = Field(alias="aantal", description="Null: niet bekend.")
    is_certain: bool = Field(alias="isZeker", description="Of bekend is dat het een bedrijf is.")
    is_let_off: bool = Field(
        alias="heeftOntheffing", description="Of een ontheffing geldt op de dag van vertrek."
    )
    scan: Zelfscan | None = Field(alias="zelfscan", description="Null: niemand vroeg erom.")


class Dekking(Shape):
    """Hoeveel van hoeveel; waar alleen aantallen bekend zijn, tussen twee grenzen."""

    low: int = Field(alias="minstens")
    high: int | None = Field(alias="hoogstens", description="Null: niet bekend.")
    of_low: int = Field(alias="vanMinstens")
    of_high: int | None = Field(alias="vanHoogstens", description="Null: niet bekend.")


class Scanontheffing(Shape):
    """Waarom een bedrijf zonder zelfscan mee kan; een mens stelt dat voor, en een tweede stemt in."""

    reference: str = Field(alias="nummer")
    company: str = Field(alias="bedrijf")
    reason: str = Field(alias="reden")
    expires_on: date = Field(alias="totEnMet")
    at: datetime = Field(alias="voorgesteldOp")
    by: str = Field(alias="voorgesteldDoor")
    agreed_by: str | None = Field(alias="ingestemdDoor", description="Null: zij geldt nog niet.")


class Aanwezigheid(Shape):
    """Hoeveel van een deelnemer bij een voorlichting waren."""

    key: str = Field(alias="deelnemer")
    name: Tekst = Field(alias="naam")
    organisation: str | None = Field(alias="organisatie")
    number: int | None = Field(alias="aantal", description="Null: niet genoteerd.")


class Voorlichting(Shape):
    """Een voorlichting vooraf."""

    reference: str = Field(alias="nummer")
    kind: str = Field(alias="soort", description="Zoals de zelfscan van de organisatie het noemt.")
    held_on: date = Field(alias="dag")
    by_whom: str = Field(alias="gegevenDoor")
    subject: str | None = Field(alias="onderwerp")
    by: str = Field(alias="genoteerdDoor")
    present: list[Aanwezigheid] = Field(alias="aanwezigen")
    struck_out: str | None = Field(alias="doorgehaaldOmdat", description="Null: zij telt.")


class Bedrijfdeelnemer(Shape):
    """Iemand die meegaat, of een groep, en bij een voorlichting kan zijn."""

    key: str = Field(alias="deelnemer", description="Zo te noemen bij een voorlichting.")
    name: Tekst = Field(alias="naam")
    organisation: str | None = Field(alias="organisatie")
    number: int | None = Field(alias="aantal", description="Null: niet bekend.")


class Beletsel(Shape):
    """Waarom een activiteit nog niet kan plaatsvinden."""

    code: str
    detail: str


class Bedrijven(Shape):
    """De bedrijven van een activiteit: wie de zelfscan deed, wie ontheffing heeft en wie voorgelicht is."""

    day: date = Field(alias="dag", description="De dag waarop de zelfscans moeten gelden.")
    is_needed: bool = Field(alias="isNodig", description="Of het kader hier een zelfscan vraagt.")
    reasons: list[Beletsel] = Field(alias="beletsels")
    scanned: Dekking = Field(alias="dekkingZelfscan", description="Van de bedrijven.")
    briefed: Dekking = Field(alias="dekkingVoorlichting", description="Van wie meegaan.")
    briefed_by: Mapping[str, Dekking] = Field(alias="dekkingPerVoorlichting", description="Per soort.")
    companies: list[Bedrijf] = Field(alias="bedrijven")
    members: list[Bedrijfdeelnemer] = Field(alias="deelnemers", description="Wie meegaan.")
    waivers: list[Scanontheffing] = Field(alias="ontheffingen")
    sessions: list[Voorlichting] = Field(alias="voorlichtingen", description="De nieuwste eerst.")


class NieuweZelfscan(Shape):
    """Een zelfscan die aan een bedrijf wordt gevraagd."""

    party: Code = Field(alias="partij", description="Het nummer van een bedrijf van deze activiteit.")
    recipient: Human = Field(alias="gevraagdAan", description="Wie u bij het bedrijf vraagt.")
    email: Email | None = Field(
        None, description="De koppeling naar de zelfscan gaat daarheen. Zonder stuurt u haar zelf."
    )
    language: Taal = Field("nl", alias="taal", description="De taal van de mail.")
    due_on: Day = Field(alias="uiterlijkOp", description="Niet voor vandaag.")


class Zelfscanterugname(Shape):
    """Waarom een zelfscan toch niet nodig is."""

    reason: Prose = Field(alias="reden")


class NieuweAanwezigheid(Shape):
    """Hoeveel van een deelnemer erbij waren."""

    member: Code = Field(alias="deelnemer", description="Zoals `bedrijven` deze noemt.")
    number: Annotated[StrictInt, Field(ge=0, le=100_000)] = Field(
        alias="aantal", description="0: was er niet. Van wie het niet genoteerd is, wordt niet genoemd."
    )


class NieuweVoorlichting(Shape):
    """Een voorlichting die gehouden is."""

    kind: Code = Field(
        alias="soort",
        description="Zoals de zelfscan van de organisatie het noemt: in `dekkingPerVoorlichting`.",
    )
    held_on: Day = Field(alias="dag", description="Niet na vandaag.")
    by_whom: Human = Field(alias="gegevenDoor")
    subject: Prose | None = Field(None, alias="onderwerp")
    present: Annotated[list[NieuweAanwezigheid], Field(min_length=1, max_length=1000)] = Field(
        alias="aanwezigen"
    )


class Voorlichtingdoorhaling(Shape):
    """Waarom een voorlichting fout genoteerd is; zij blijft te lezen, en telt niet meer."""

    reason: Prose = Field(alias="reden")
