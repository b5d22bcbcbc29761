"""The shapes of interviews as a program reads them: what a text may use, and nobody's name without consent."""

from ninja import Field

from openkader.api.read_shapes import Periode
from openkader.api.shapes import Shape, Tekst
from openkader.api.words import Partijsoort
from openkader.api.year_words import Interviewtoestemming


class Interviewthema(Shape):
    """Waarover gesproken is, en in hoeveel interviews die meetellen."""

    theme: str = Field(alias="thema")
    text: Tekst = Field(alias="omschrijving")
    number: int = Field(alias="aantalInterviews")


class Interviewcitaat(Shape):
    """Woorden die gebruikt mogen worden, met wie ze zei zover dat gezegd mag worden."""

    reference: str = Field(alias="nummer")
    theme: str = Field(alias="thema")
    words: str = Field(alias="woorden")
    said_of: Tekst = Field(
        alias="gezegdDoor",
        description="De naam alleen als elk citaat van dit interview dat gebruikt mag worden, met naam mag.",
    )


class Interview(Shape):
    """Dat er een interview was, en wat ervan gebruikt mag worden."""

    reference: str = Field(alias="nummer")
    period: Periode | None = Field(alias="periode")
    consent: Interviewtoestemming | None = Field(
        alias="toestemming", description="Null: niet bekend, en dus niet te gebruiken."
    )
    may_count: bool = Field(alias="teltMee", description="Anders is er ook geen soort, thema of citaat.")
    kind: Partijsoort | None = Field(
        alias="soortRelatie", description="Null: niet bekend, of niet voor u te zien."
    )
    themes: list[str] = Field(alias="themas")
    quotes: list[Interviewcitaat] = Field(alias="citaten")


class Interviews(Shape):
    """De interviews van een jaar, met hoe vaak elk thema voorkwam, het vaakste eerst."""

    themes: list[Interviewthema] = Field(alias="themas")
    rows: list[Interview] = Field(alias="interviews")
