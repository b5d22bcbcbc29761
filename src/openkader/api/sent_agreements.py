"""What a program sends of agreements: all that is known of one, what becomes of it, and who sees to it."""

from typing import Annotated, Literal, Self

from ninja import Field
from pydantic import AfterValidator, StrictBool, StrictInt, model_validator

from openkader.api.sent import Account, AtMost, Code, Day, Name, Words
from openkader.api.sent_acts import Page
from openkader.api.shapes import Shape
from openkader.api.words import (
    Aktesoort,
    Kant,
    Looptijdsoort,
    Nauwkeurigheid,
    Overeenkomststatus,
    Partijrol,
    VanWie,
    to_house,
)
from openkader.casework.agreements import LONGEST_TEXT, LONGEST_TITLE, MOST_PARTIES, MOST_YEARS
from openkader.casework.period import Period
from openkader.casework.vocabulary import Precision
from openkader.screening.lists.countries import country_code


def _country(value: str) -> str:
    if country_code(value) != value.lower():
        raise ValueError("no country")
    return value


Country = Annotated[str, Field(pattern="^[A-Z]{2}$"), AfterValidator(_country)]
Title = Annotated[Words, AtMost(LONGEST_TITLE)]
Long = Annotated[Words, AtMost(LONGEST_TEXT)]
_WHEN = "Een dag, of met `nauwkeurigheid` een hele maand of een heel jaar."


class Moment(Shape):
    """Een dag, of de eerste en de laatste dag van de maand of het jaar waarin hij ligt."""

    starts_on: Day = Field(alias="van")
    ends_on: Day = Field(alias="tot")
    precision: Nauwkeurigheid = Field(alias="nauwkeurigheid")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        first = self.starts_on
        known = {
            Nauwkeurigheid.DAY: Period.day(first),
            Nauwkeurigheid.MONTH: Period.month(first.year, first.month),
            Nauwkeurigheid.YEAR: Period.year(first.year),
        }
        if self.period != known[self.precision]:
            raise ValueError("no day, month or year")
        return self

    @property
    def period(self) -> Period:
        """The same as the rules know it."""
        return Period(self.starts_on, self.ends_on, to_house(self.precision, Precision))


class LooptijdGesteld(Shape):
    """Van wanneer tot wanneer zij geldt, zoals zij het zelf zegt; null: niet bekend."""

    starts_on: Day | None = Field(None, alias="van")
    kind: Looptijdsoort | None = Field(alias="soort")
    until: Day | None = Field(None, alias="tot")
    years: Annotated[StrictInt, Field(ge=1, le=MOST_YEARS)] | None = Field(None, alias="jaren")


class PartijGesteld(Shape):
    """Een partij in een overeenkomst: een van het register, of een die beschreven is."""

    party: Code | None = Field(None, alias="relatie", description="Het nummer van de partij.")
    name: Name | None = Field(None, alias="naam", description="In woorden; een van beide.")
    side: Kant | None = Field(alias="kant", description="Null: niet bekend.")
    role: Partijrol = Field(alias="rol")


class WaardeGesteld(Shape):
    """Of een waarde in een overeenkomst staat, en met welke woorden."""

    topic: Code = Field(alias="onderwerp")
    is_in: StrictBool = Field(alias="staatErin")
    words: Long | None = Field(None, alias="woorden")


class Overeenkomstinhoud(Shape):
    """Alles wat van een overeenkomst bekend is. Wat de bron niet zegt, is null en blijft onbekend."""

    title: Title = Field(alias="titel")
    form: Code = Field(alias="vorm", description="Zoals het kader haar noemt.")
    status: Overeenkomststatus = Field(
        description="Bij een akte die ondertekent of verlengt volgt zij daaruit."
    )
    whose: VanWie | None = Field(alias="vanWie")
    country: Country | None = Field(alias="land", description="ISO 3166-1, twee letters; null: niet bekend.")
    about: Long | None = Field(None, alias="onderwerp")
    on: Moment | None = Field(alias="vastgelegd", description=f"Getekend of het laatst verlengd. {_WHEN}")
    term: LooptijdGesteld = Field(alias="looptijd")
    parties: list[PartijGesteld] = Field(alias="partijen", max_length=MOST_PARTIES)
    clauses: list[WaardeGesteld] = Field(
        alias="waarden", max_length=100, description="Een waarde die ontbreekt, is niet bekend."
    )


class _Gronden(Shape):
    """Where what is stated can be read."""

    url: Page | None = Field(None, alias="adres")
    passage: Long | None = Field(None, description="De zin in de bron die het zegt.")
    document: Code | None = Field(
        None,
        description="Het nummer van een document van het verzoek van de activiteit: de overeenkomst zelf.",
    )


class NieuweOvereenkomst(_Gronden):
    """Een overeenkomst die in het register komt."""

    stated: Overeenkomstinhoud = Field(alias="inhoud")
    activity: Code | None = Field(
        None, alias="activiteit", description="Null: zij hoort bij geen activiteit."
    )
    owner: Account | None = Field(None, alias="eigenaar", description="Het account dat ernaar omkijkt.")


class Einde(Shape):
    """Hoe en wanneer zij eindigde."""

    status: Overeenkomststatus
    on: Moment = Field(alias="vastgelegd", description=_WHEN)


class NieuweAkte(_Gronden):
    """Wat er van een overeenkomst werd. Elke akte schrijft op wat dan bekend is; eerdere blijven te lezen."""

    kind: Literal[Aktesoort.SIGNED, Aktesoort.RENEWED, Aktesoort.CORRECTED, Aktesoort.ENDED] = Field(
        alias="soort",
        description="`ondertekend`, `verlengd` en `verbeterd` vragen om `inhoud`, `geeindigd` om `einde`.",
    )
    stated: Overeenkomstinhoud | None = Field(None, alias="inhoud")
    end: Einde | None = Field(None, alias="einde")
    evaluation: Long | None = Field(None, alias="evaluatie", description="Wat ermee gedaan is.")
    reason: Long | None = Field(None, alias="reden", description="Waarom zij verbeterd wordt.")


class OvereenkomstWijziging(Shape):
    """Wie naar een overeenkomst omkijkt."""

    owner: Account | None = Field(
        alias="eigenaar", description="Een account; null: wie aan de zaak werkt, of anders elke adviseur."
    )
