"""What a program sends of what was said in a talk, in public, and of what followed: what was done, by whom."""

from typing import Annotated

from ninja import Field
from pydantic import StrictBool

from openkader.api.sent import AtMost, Code, Day, Human, Name, Prose, Words
from openkader.api.sent_acts import Page
from openkader.api.sent_outreach import Reference
from openkader.api.shapes import Shape
from openkader.api.talk_words import Berichtsoort, Gespreksvorm
from openkader.casework.raising import NOTHING, Promise

MOST_KEPT = 200_000  # as the page takes


class NieuwVervolg(Shape):
    """Wat er volgt: wat, door wie, en voor welke dag."""

    what: Prose = Field(alias="wat")
    who: Human = Field(alias="wie")
    due_on: Day = Field(alias="uiterlijkOp")

    @property
    def promise(self) -> Promise:
        """The same as the rules know it."""
        return Promise(what=self.what, who=self.who, due_on=self.due_on)


class _Followed(Shape):
    """Of which something may follow."""

    follow_up: NieuwVervolg | None = Field(None, alias="vervolg", description="Null: er volgt niets.")

    @property
    def promise(self) -> Promise:
        """What will follow; nothing may follow."""
        return NOTHING if self.follow_up is None else self.follow_up.promise


class NieuweBoodschapnotitie(_Followed):
    """Of een boodschap aan de orde kwam, met wie, en wat zij antwoordden; van wie erbij was."""

    raised: StrictBool = Field(alias="isGezegd", description="Zo niet, dan hoort `waaromNiet` erbij.")
    party: Reference | None = Field(
        None, alias="gesprekspartner", description="Een nummer uit de `gesprekspartners`; null: niet bekend."
    )
    reason: Prose | None = Field(None, alias="waaromNiet")
    said_by: Human | None = Field(
        None, alias="gezegdDoor", description="Wie van ons het zei; null: niet bekend."
    )
    setting: Gespreksvorm | None = Field(None, alias="vorm", description="Null: niet bekend.")
    reaction: Prose | None = Field(None, alias="reactie", description="Wat zij antwoordden.")


class NieuwOpenbaarBericht(_Followed):
    """Wat er in het openbaar over een activiteit verscheen; met een adres, een tekst, of beide."""

    kind: Berichtsoort = Field(alias="soort")
    title: Name = Field(alias="titel")
    published_on: Day = Field(alias="verschenenOp", description="Niet na vandaag.")
    url: Page | None = Field(None, alias="adres")
    text: Annotated[Words, AtMost(MOST_KEPT)] | None = Field(
        None, alias="tekst", description="Om te bewaren; een adres kan verdwijnen."
    )
    topics: Annotated[list[Code], Field(max_length=100)] = Field(
        [], alias="onderwerpen", description="Zoals het kader ze noemt."
    )


class Vervolgafronding(Shape):
    """Wat een vervolg opleverde."""

    outcome: Prose = Field(alias="uitkomst")
