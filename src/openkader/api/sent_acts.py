"""What a program sends of the work after a decision: activities, their measures, and who takes part."""

from typing import Annotated, Any, Literal, Self

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from ninja import Field
from pydantic import AfterValidator, StrictBool, model_validator

from openkader.api.sent import AtMost, Code, Day, Email, Line, Name, Prose, Words
from openkader.api.shapes import Shape
from openkader.api.words import (
    Activiteitstand,
    Bewijssoort,
    Deelnemerrol,
    Deelnemerstatus,
    Maatregelstatus,
    Rol,
)
from openkader.base.text import Text
from openkader.casework.period import Period

_is_page = URLValidator()


def _page(value: str) -> str:
    try:
        _is_page(value)
    except ValidationError as error:
        raise ValueError("no address of a page") from error
    return value


Page = Annotated[str, Field(max_length=500, json_schema_extra={"format": "uri"}), AfterValidator(_page)]
Place = Annotated[Words, AtMost(200)]
Note = Annotated[Words, AtMost(5000)]
_HOLDER = "Of een eigen bestuurder meedoet; null: nog niet bekend."
_FOREIGN = "Of er een buitenlandse delegatie is; null: nog niet bekend."
_LEFT: Any = None  # of what cannot be null: it was not named, and stays as it was


def _without_default(form: dict[str, Any]) -> None:
    form.pop("default", None)


def left(**more: Any) -> Any:
    """A value that may be left out, and is not null."""
    return Field(_LEFT, json_schema_extra=_without_default, **more)


class Dagen(Shape):
    """De eerste en de laatste dag."""

    starts_on: Day = Field(alias="van")
    ends_on: Day | None = Field(None, alias="tot", description="Zonder: dezelfde dag.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise ValueError("the last day is before the first")
        return self

    @property
    def period(self) -> Period:
        """The same as the rules know it."""
        return Period.day(self.starts_on, self.ends_on)


class NieuweActiviteit(Shape):
    """Een activiteit zoals zij gepland wordt; soort en land zijn die van het verzoek."""

    title: Line = Field(alias="titel")
    period: Dagen = Field(alias="periode")
    place: Place | None = Field(None, alias="plaats")
    aim: Prose | None = Field(None, alias="doel")
    office_holder: StrictBool | None = Field(alias="metBestuurder", description=_HOLDER)
    foreign_delegation: StrictBool | None = Field(alias="metBuitenlandseDelegatie", description=_FOREIGN)


class ActiviteitWijziging(Shape):
    """Andere dagen, of wat ervan werd. Wat niet genoemd is, blijft zoals het gepland was."""

    standing: Activiteitstand = Field(
        alias="stand",
        description="`gepland` vraagt om `periode`: de activiteit krijgt andere dagen. `gehouden` neemt ook `periode`,"
        " `plaats`, `metBestuurder` en `metBuitenlandseDelegatie`. `afgezegd` vraagt om `reden`.",
    )
    period: Dagen | None = Field(None, alias="periode")
    place: Place | None = Field(None, alias="plaats")
    office_holder: StrictBool | None = Field(None, alias="metBestuurder", description=_HOLDER)
    foreign_delegation: StrictBool | None = Field(
        None, alias="metBuitenlandseDelegatie", description=_FOREIGN
    )
    reason: Prose | None = Field(None, alias="reden", description="Waarom zij niet doorgaat.")


class MaatregelWijziging(Shape):
    """Een van beide: hoe ver een maatregel is, of wie ervoor zorgt."""

    model_config = {"json_schema_extra": {"minProperties": 1, "maxProperties": 1}}

    status: Literal[Maatregelstatus.OPEN, Maatregelstatus.DONE] = left(
        description="`gedaan` vraagt om bewijs; `open` opent een gesloten maatregel weer.",
    )
    owner: Annotated[Words, AtMost(150)] | None = Field(
        None,
        alias="eigenaar",
        description="Een account, of in woorden wie ervoor zorgt; null: wie het kader noemt.",
    )


class NieuwBewijsstuk(Shape):
    """Een pagina, of een document van het verzoek, die laat zien dat een maatregel is uitgevoerd."""

    kind: Bewijssoort = Field(alias="soort")
    title: Line = Field(alias="titel")
    url: Page | None = Field(None, alias="adres")
    document: Code | None = Field(
        None,
        description="Het nummer van een document van het verzoek; naast `adres` de kopie van die pagina.",
    )


class NieuweDeelname(Shape):
    """Een partij van het register die aan een verzoek meedoet; een nieuwe komt er bij de relaties bij."""

    role: Rol = Field(alias="rol")
    party: Code = Field(alias="partij", description="Het nummer van de partij.")


class _Deelnemer(Shape):
    """What is known of a participant beside name and status."""

    function: Name | None = Field(None, alias="functie")
    email: Email | None = Field(None)
    organisation: Name | None = Field(None, alias="organisatie", description="In eigen woorden.")
    party: Code | None = Field(
        None, alias="partij", description="Het nummer van een partij van deze activiteit of haar verzoek."
    )
    role: Deelnemerrol | None = Field(None, alias="rol", description="Null: niet bekend.")
    reason: Code | None = Field(
        None, alias="reden", description="Waarom iemand afviel, zoals het kader het noemt, of `unknown`."
    )
    note: Note | None = Field(None, alias="notitie")


class NieuweDeelnemer(_Deelnemer):
    """Iemand op de deelnemerslijst."""

    name: Name = Field(alias="naam")
    status: Deelnemerstatus


class DeelnemerWijziging(_Deelnemer):
    """Wat er van een deelnemer anders is; wat niet genoemd is, blijft zoals het was."""

    model_config = {"json_schema_extra": {"minProperties": 1}}

    name: Name = left(alias="naam")
    status: Deelnemerstatus = left()


def text_in(words: str | None, before: Text | None = None) -> Text | None:
    """What was sent in one language; what stands as it was keeps its other language."""
    if words is None:
        return None
    return before if before is not None and words in (before.nl, before.en) else Text(nl=words, en=words)
