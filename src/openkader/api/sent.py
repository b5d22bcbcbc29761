"""The values that a program sends, in the forms in which the pages take them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from annotated_types import GroupedMetadata
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from ninja import Field
from pydantic import AfterValidator, BeforeValidator, StrictBool, StrictFloat, StrictInt

from openkader.api.shapes import Shape
from openkader.api.words import Binnenkomst, Soort
from openkader.base.text import typed_words
from openkader.casework.case_events import CaseEvent
from openkader.casework.subscribing import LONGEST_ADDRESS, LONGEST_NAME

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST = 10**15  # beyond it a number is no longer exact for whoever reads JSON


def _words(value: object) -> object:
    return typed_words(value) if isinstance(value, str) else value


def _day(value: object) -> object:
    if isinstance(value, str) and _DAY.fullmatch(value):
        return value
    raise ValueError("no day")


def _address(value: str) -> str:
    try:
        validate_email(value)
    except ValidationError as error:
        raise ValueError("no address") from error
    return value


@dataclass(frozen=True, slots=True)
class AtMost(GroupedMetadata):
    """As many letters as the description says, counted before what cannot be seen is taken out of them."""

    letters: int

    def __iter__(self) -> Iterator[object]:
        yield Field(max_length=self.letters)
        yield BeforeValidator(self._look)

    def _look(self, value: object) -> object:
        if isinstance(value, str) and len(value) > self.letters:
            raise ValueError("too long")
        return value


Words = Annotated[str, BeforeValidator(_words), Field(min_length=1)]
Line = Annotated[Words, AtMost(250)]
Prose = Annotated[Words, AtMost(10_000)]
Name = Annotated[Words, AtMost(300)]  # of a party, a function or an organisation
Human = Annotated[Words, AtMost(200)]  # a person, as they call themselves or are called
Account = Annotated[str, Field(min_length=1, max_length=150)]
Day = Annotated[date, BeforeValidator(_day)]
Email = Annotated[str, Field(max_length=254), AfterValidator(_address)]
Code = Annotated[str, Field(min_length=1, max_length=120)]
Number = (
    Annotated[StrictInt, Field(ge=-_MOST, le=_MOST)]
    | Annotated[StrictFloat, Field(ge=-_MOST, le=_MOST, allow_inf_nan=False)]
)
Value = StrictBool | Number | Code | Annotated[list[Code], Field(max_length=500)] | None


class Contactpersoon(Shape):
    """Wie meer kan vertellen, en hoort wat ervan komt."""

    name: Human | None = Field(None, alias="naam")
    email: Email | None = Field(None)
    phone: Annotated[Words, AtMost(40)] | None = Field(None, alias="telefoon")


class NieuwVerzoek(Shape):
    """Een verzoek zoals het binnenkwam. Null bij `initiatief` en `land` zegt: niet bekend."""

    kind: Soort = Field(alias="soort", description="Een soort die de voordeur van de organisatie aanbiedt.")
    subject: Line = Field(alias="onderwerp", description="Het verzoek in een paar woorden.")
    said: Annotated[Words, AtMost(100_000)] = Field(
        alias="gevraagd", description="Wat gevraagd is, woord voor woord."
    )
    initiative: Code | None = Field(
        alias="initiatief",
        description="Wie het initiatief nam, zoals het kader het noemt; null: niet bekend.",
    )
    channel: Binnenkomst = Field(alias="binnengekomenVia")
    received_on: Day = Field(alias="ontvangenOp", description="Niet na vandaag.")
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = Field(
        alias="land", description="ISO 3166-1, twee letters; null: niet bekend."
    )
    requester: Line | None = Field(None, alias="aanvrager", description="De organisatie die het vraagt.")
    contact: Contactpersoon | None = Field(None)


class NieuwAntwoord(Shape):
    """Een antwoord op een vraag van het kader."""

    fact: Code = Field(alias="vraag")
    value: Value = Field(
        alias="waarde",
        description="Ja of nee, een getal, een dag, een code of een lijst van codes; null: gevraagd, en nog onbekend.",
    )
    basis: Annotated[Words, AtMost(2000)] | None = Field(
        None, alias="grondslag", description="Waar het op rust."
    )


class NieuweAntwoorden(Shape):
    """Antwoorden die erbij komen; wat niet genoemd is, blijft zoals het was."""

    answers: list[NieuwAntwoord] = Field(alias="antwoorden", min_length=1, max_length=500)


class NieuwAbonnement(Shape):
    """Een ander systeem dat wil horen wat er met zaken gebeurt."""

    name: Annotated[Words, AtMost(LONGEST_NAME)] = Field(alias="naam")
    address: Annotated[str, Field(max_length=LONGEST_ADDRESS)] = Field(
        alias="adres",
        description="Waar de gebeurtenissen heen gaan; begint met https://.",
        json_schema_extra={"format": "uri"},
    )
    kinds: list[CaseEvent] = Field(
        alias="soorten",
        min_length=1,
        max_length=len(CaseEvent),
        description="Van welke gebeurtenissen het hoort.",
    )


def plain(shape: Shape) -> dict[str, Any]:
    """What was sent, as plain values: the same content is the same, in whatever order it came."""
    return shape.model_dump(mode="json")
