"""What a program sends when it works on cases: parties, questions for advice, who treats it, and what is screened."""

from typing import Annotated

from ninja import Field

from openkader.api.sent import Account, AtMost, Code, Day, Email, Human, Prose, Words
from openkader.api.shapes import Shape
from openkader.api.words import Partijsoort, Rol
from openkader.api.work_words import Adviesoordeel
from openkader.casework.naming import LONGEST_NAME

Reference = Annotated[str, Field(min_length=1, max_length=80)]
PartyName = Annotated[Words, AtMost(LONGEST_NAME)]


class NieuweRelatie(Shape):
    """Een partij die in een verzoek genoemd is en nog niet in het register staat."""

    name: PartyName = Field(alias="naam")
    kind: Partijsoort = Field(alias="soort")
    request: Reference = Field(
        alias="verzoek", description="Bij welk verzoek zij hoort; wie dat mag zien, ziet haar."
    )
    role: Rol = Field(alias="rol", description="Als wat zij daarin meedoet.")


class NieuwKenmerk(Shape):
    """Een nummer waaronder een partij elders bekend is."""

    scheme: Code = Field(alias="stelsel", description="`kvk`, `rsin`, `uscc`, `lei`, `inn`, `ogrn` of `imo`.")
    value: Code = Field(
        alias="waarde", description="Punten en spaties tellen niet; het controlecijfer wordt nagerekend."
    )


class Relatieaanvulling(Shape):
    """Namen en nummers die erbij komen; wat er al staat, blijft."""

    names: list[PartyName] = Field([], alias="andereNamen", max_length=50)
    identifiers: list[NieuwKenmerk] = Field([], alias="kenmerken", max_length=50)


class Adviesvraag(Shape):
    """Een vraag aan een loket. Het ziet deze vraag en de feiten die het kader laat zien, en verder niets."""

    desk: Code = Field(alias="loket", description="Een van `loketten`.")
    question: Prose = Field(alias="vraag")
    recipient: Human = Field(alias="gevraagdAan", description="Wie u vraagt.")
    email: Email | None = Field(
        None, description="De koppeling naar de vraag gaat daarheen. Zonder stuurt u haar zelf."
    )
    due_on: Day = Field(alias="uiterlijkOp", description="Niet voor vandaag.")


class NieuweVerklaring(Shape):
    """Wat de partner van een investering bij zijn advies zegt."""

    said_on: Day = Field(alias="gezegdOp", description="Niet na vandaag.")
    grounds: list[Code] = Field([], alias="gronden", max_length=50)
    valid_until: Day | None = Field(None, alias="geldigTot")
    number: Annotated[str, Field(max_length=80)] = Field("", alias="nummer")


class NieuwAdvies(Shape):
    """Het antwoord van een loket; een eerder blijft bewaard, en het laatste telt."""

    verdict: Adviesoordeel = Field(alias="oordeel")
    explanation: Prose | None = Field(
        None, alias="toelichting", description="Nodig bij een bezwaar, of als het niet te beoordelen is."
    )
    conditions: list[Prose] = Field([], alias="voorwaarden", max_length=50)
    given_by: Human = Field(alias="gegevenDoor", description="De mens bij het loket die dit zegt.")
    statement: NieuweVerklaring | None = Field(
        None, alias="verklaring", description="Alleen waar dit loket de partner van een investering is."
    )


class Terugname(Shape):
    """Waarom niemand meer op een antwoord wacht."""

    reason: Prose = Field(alias="reden")


class NieuweToewijzing(Shape):
    """Wie een zaak voortaan behandelt; null: niemand, of geen team."""

    assignee: Account | None = Field(alias="behandelaar")
    team: Annotated[str, Field(min_length=1, max_length=60)] | None


class Bevestiging(Shape):
    """Wie bij de andere partij bevestigde de zaak te hebben."""

    confirmed_by: Human = Field(alias="bevestigdDoor", description="Naam, functie of organisatie.")


class Screeningvraag(Shape):
    """Wie opnieuw met de lijsten vergeleken wordt."""

    parties: list[Reference] = Field(
        alias="relaties", min_length=1, max_length=500, description="Nummers van partijen van dit verzoek."
    )
