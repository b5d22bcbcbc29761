"""What a program sends of the programme of an activity and of what was learned of it."""

import re
from datetime import time
from typing import Annotated

from ninja import Field
from pydantic import BeforeValidator, StrictStr

from openkader.api.mission_words import Onderdeelvorm
from openkader.api.sent import AtMost, Code, Day, Name, Words
from openkader.api.sent_acts import Note, left
from openkader.api.shapes import Shape
from openkader.api.words import Deelnemerrol
from openkader.casework.mission import zone_of
from openkader.casework.mission.lessons import LONGEST

MOST_COUNTERPARTS = 60  # and as many parties, as the page takes
_CLOCK = re.compile(r"\d\d:\d\d")


def _clock(value: object) -> object:
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        return time.fromisoformat(value)
    raise ValueError("no time of the clock")


def _zone(value: object) -> object:
    """The zone as the world writes it, however it was typed."""
    found = zone_of(value) if isinstance(value, str) and len(value) <= 64 else None
    if found is None:
        raise ValueError("no time zone")
    return found


Clock = Annotated[
    time,
    BeforeValidator(
        _clock,
        json_schema_input_type=Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")],
    ),
]
Zone = Annotated[StrictStr, BeforeValidator(_zone), Field(min_length=1, max_length=64)]
Several = Field(max_length=MOST_COUNTERPARTS)


class _Onderdeel(Shape):
    """What is known of a part beside its title, its day and whom one meets."""

    begins: Clock | None = Field(
        None, alias="begint", description="Op de klok van de plaats; null: de hele dag."
    )
    ends: Clock | None = Field(None, alias="eindigt", description="Dezelfde dag; null: niet bekend.")
    zone: Zone | None = Field(
        None, alias="tijdzone", description="Zoals `Asia/Shanghai`; nodig waar een tijd bekend is."
    )
    place: Name | None = Field(None, alias="plaats")
    setting: Onderdeelvorm | None = Field(None, alias="vorm", description="Null: niet bekend.")
    note: Note | None = Field(
        None, alias="notitie", description="Voor collega's; gaat in geen agenda en geen document."
    )


_PARTIES = "De nummers van de partijen van het register die men ontmoet."
_OTHERS = "Wie men verder ontmoet, in eigen woorden."
_ROLES = "Leeg: voor iedereen."


class NieuwOnderdeel(_Onderdeel):
    """Een onderdeel dat in het programma komt."""

    title: Name = Field(alias="titel")
    day: Day = Field(alias="dag")
    parties: Annotated[list[Code], Several] = Field([], alias="partijen", description=_PARTIES)
    counterparts: Annotated[list[Name], Several] = Field([], alias="gesprekspartners", description=_OTHERS)
    roles: Annotated[list[Deelnemerrol], Several] = Field([], alias="voorWie", description=_ROLES)


class OnderdeelWijziging(_Onderdeel):
    """Wat er van een onderdeel anders is; wat niet genoemd is, blijft zoals het was."""

    model_config = {"json_schema_extra": {"minProperties": 1}}

    title: Name = left(alias="titel")
    day: Day = left(alias="dag")
    parties: Annotated[list[Code], Several] = left(alias="partijen", description=_PARTIES)
    counterparts: Annotated[list[Name], Several] = left(alias="gesprekspartners", description=_OTHERS)
    roles: Annotated[list[Deelnemerrol], Several] = left(alias="voorWie", description=_ROLES)


class Programmaovername(Shape):
    """Van welke activiteit het programma wordt overgenomen, en wanneer het begint."""

    template: Code = Field(alias="activiteit", description="Een nummer uit de `programmavoorbeelden`.")
    first_day: Day = Field(alias="eersteDag")


class NieuweLes(Shape):
    """Wat men een volgende keer weer zo doet, of anders."""

    text: Annotated[Words, AtMost(LONGEST)] = Field(alias="tekst")
