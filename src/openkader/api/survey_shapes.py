"""The shapes of what came of an activity: whom each wave reached, what the answers come to, and who was asked."""

from collections.abc import Mapping
from datetime import date

from ninja import Field

from openkader.api.mission_words import (
    STANDINGS,
    Toestemming,
    Vraagmomentstand,
    Vragenlijststand,
)
from openkader.api.scan_shapes import Taal
from openkader.api.sent import Code, Email, Human, Prose
from openkader.api.shapes import Koppeling, Shape, Tekst
from openkader.api.words import Activiteitstand

_STANDINGS = ", ".join(f"`{one}`" for one in sorted(set(STANDINGS.values())))


class Bereikt(Shape):
    """Van wie meededen: wie gevraagd is en wie antwoordde, ieder een keer geteld."""

    took_part: int | None = Field(alias="dedenMee", description="Null: niet bekend; dan minstens `bekend`.")
    known: int = Field(alias="bekend")
    asked: int = Field(alias="gevraagd", description="Nul: er is niets van bekend; dat is geen antwoord.")
    answered: int = Field(alias="beantwoord")
    waiting: int = Field(alias="wacht", description="Kunnen nog antwoorden.")
    ended: int = Field(alias="nietBeantwoord")
    taken_back: int = Field(alias="teruggenomen")
    to_ask: int = Field(alias="teVragen", description="Met adres, en niet gevraagd.")
    without_address: int = Field(alias="zonderAdres")
    unnamed: int | None = Field(
        alias="alleenEenAantal", description="Niet te vragen; null: hoeveel het er zijn is niet bekend."
    )
    not_noted: int = Field(alias="nietGenoteerd", description="Daarnaast: of zij meededen, noteerde niemand.")


class Antwoordtelling(Shape):
    """Hoe vaak een antwoord gekozen is."""

    option: str = Field(alias="antwoord")
    text: Tekst = Field(alias="tekst")
    number: int = Field(alias="aantal")


class Vraagtelling(Shape):
    """Wat op een vraag geantwoord is, van wie haar beantwoordden."""

    question: str = Field(alias="vraag")
    text: Tekst = Field(alias="tekst")
    answered: int = Field(alias="beantwoord")
    options: list[Antwoordtelling] = Field(alias="antwoorden")


class EigenWoorden(Shape):
    """Wat iemand in eigen woorden zei; de volgorde zegt niets over wie het was."""

    words: str = Field(alias="woorden")
    consent: Toestemming = Field(alias="magOpenbaar")
    name: str | None = Field(alias="naam", description="Null: deze stemde niet in met de naam erbij.")


class Vraagmoment(Shape):
    """Een vraagmoment: wanneer, wie het bereikte, en wat de antwoorden samen zeggen."""

    wave: str = Field(alias="vraagmoment")
    text: Tekst = Field(alias="titel")
    state: Vraagmomentstand = Field(alias="stand")
    opens_on: date | None = Field(alias="van", description="Null: wanneer de activiteit was is niet bekend.")
    closes_on: date | None = Field(alias="totEnMet")
    reach: Bereikt = Field(alias="bereikt")
    counts: list[Vraagtelling] = Field(alias="tellingen", description="Leeg: nog niemand antwoordde.")
    said: list[EigenWoorden] = Field(alias="eigenWoorden")


class Vragenlijst(Shape):
    """Een vragenlijst die aan iemand gevraagd is; niets van wat geantwoord is."""

    reference: str = Field(alias="nummer")
    wave: str = Field(alias="vraagmoment")
    state: Vragenlijststand = Field(alias="stand")
    recipient: str | None = Field(alias="gevraagdAan", description="Null: beantwoord.")
    email: str | None = Field(description="Null: niet bekend, of beantwoord.")
    language: str = Field(alias="taal")
    asked_on: date = Field(alias="gevraagdOp")
    due_on: date = Field(alias="uiterlijkOp")
    reminded_on: date | None = Field(alias="herinnerdOp")
    taken_back_because: str | None = Field(alias="teruggenomenOmdat")


class Ervaringdeelnemer(Shape):
    """Iemand die meedeed, met hoe ver het bij elk vraagmoment is."""

    key: str = Field(alias="deelnemer", description="Zo te noemen bij het vragen.")
    name: Tekst = Field(alias="naam")
    organisation: str | None = Field(alias="organisatie")
    number: int | None = Field(alias="aantal", description="Null: niet bekend.")
    standings: Mapping[str, str] = Field(
        alias="standen", description=f"Per vraagmoment: een van {_STANDINGS}."
    )
    surveys: list[Vragenlijst] = Field(
        alias="vragenlijsten", description="Wat gevraagd is en niet beantwoord."
    )


class Ervaringen(Shape):
    """Wat er van een activiteit kwam, voor zover wie meededen dat zeiden."""

    standing: Activiteitstand = Field(
        alias="stand", description="Alleen van wat gehouden is, wordt iets gevraagd."
    )
    waves: list[Vraagmoment] = Field(alias="vraagmomenten")
    takers: list[Ervaringdeelnemer] = Field(alias="deelnemers")


class GevraagdeVragenlijst(Vragenlijst):
    """Een vragenlijst die nu gevraagd is, met wat alleen nu te lezen is."""

    link: Koppeling = Field(
        alias="antwoordkoppeling",
        description="Waar iemand zonder account antwoordt; alleen nu te lezen. Wie haar heeft, kan antwoorden.",
    )


class NieuweVragenlijst(Shape):
    """Wie wat van een activiteit kwam wordt gevraagd, en bij welk vraagmoment."""

    member: Code = Field(alias="deelnemer", description="Zoals de ervaringen deze noemen.")
    wave: Code = Field(alias="vraagmoment", description="Zoals de ervaringen het noemen.")
    recipient: Human = Field(alias="gevraagdAan", description="Wie u vraagt.")
    email: Email | None = Field(
        None, description="De koppeling naar de vragen gaat daarheen. Zonder stuurt u haar zelf."
    )
    language: Taal = Field("nl", alias="taal", description="De taal van de mail.")


class Vragenlijstadres(Shape):
    """Wie een vragenlijst beter krijgt, en waar."""

    recipient: Human = Field(alias="gevraagdAan", description="Wie u vraagt.")
    email: Email | None = Field(
        None, description="De nieuwe koppeling gaat daarheen. Zonder stuurt u haar zelf."
    )


class Vragenlijstterugname(Shape):
    """Waarom iemand toch niet hoeft te antwoorden."""

    reason: Prose = Field(alias="reden")
