"""What a program sends of what others say of a year: a figure of theirs, with its source."""

from decimal import Decimal
from typing import Annotated

from ninja import Field
from pydantic import AfterValidator, StrictInt, StrictStr, ValidationError

from openkader.api.bodies import strict_json
from openkader.api.problems import MISTAKES
from openkader.api.sent import AtMost, Words
from openkader.api.sent_acts import Page
from openkader.api.sent_agreements import Moment
from openkader.api.shapes import Shape
from openkader.base.errors import Invalid, Problem
from openkader.casework.context_figures import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST,
    LONGEST_NAME,
    LONGEST_UNIT,
    MOST_PARTS,
)

Named = Annotated[Words, AtMost(LONGEST_NAME)]
Unit = Annotated[Words, AtMost(LONGEST_UNIT)]
# As it is given on reading: a point, no signs between thousands, and so never two meanings.
Digits = Annotated[
    StrictStr,
    Field(
        pattern=r"^-?[0-9]{1,14}(\.[0-9]{1,4})?$",
        max_length=20,
        description="Een getal met een punt en hooguit vier cijfers daarachter, als tekst.",
    ),
    AfterValidator(lambda value: format(Decimal(value) + 0, "f")),
]
ASKED_FOR = "Null: niet bekend."
MOST_IN_ADDRESS = 4000  # an address has 8,190 bytes, and some signs take several there


class Contextdeelgegeven(Shape):
    """Een van de getallen waaruit het cijfer volgens de bron bestaat."""

    name: Named = Field(alias="naam")
    value: Digits = Field(alias="waarde")


class NieuwContextcijfer(Shape):
    """Wat anderen van de wereld om een jaar heen zeggen, met waar zij het zeggen."""

    name: Named = Field(alias="naam", description="Waarvan het een cijfer is.")
    value: Digits = Field(alias="waarde")
    unit: Unit | None = Field(None, alias="eenheid", description="Zoals `miljard euro`; null: zonder.")
    about: Annotated[StrictInt, Field(ge=FIRST_YEAR, le=LAST_YEAR)] = Field(
        alias="overJaar", description="Het jaar waarover het gaat."
    )
    parts: Annotated[list[Contextdeelgegeven], Field(max_length=MOST_PARTS)] = Field(
        [], alias="delen", description="Wat samen het cijfer moet zijn; of dat klopt, zegt `optelling`."
    )
    title: Named = Field(alias="bron", description="De titel van de bron.")
    publisher: Named | None = Field(None, alias="uitgever", description=ASKED_FOR)
    url: Page | None = Field(None, alias="bronadres", description="Begint met http:// of https://.")
    dated: Moment | None = Field(
        None,
        alias="bronVan",
        description="Wanneer de bron verscheen: een dag, of met `nauwkeurigheid` een hele maand of een heel jaar.",
    )


class Bestandscijfer(Shape):
    """Het cijfer waarvan de bron als bestand meekomt."""

    figure: Annotated[str, Field(max_length=MOST_IN_ADDRESS)] = Field(
        alias="cijfer",
        description="Wat `contextcijferNoteren` in zijn bericht vraagt, als JSON.",
        json_schema_extra={"contentMediaType": "application/json"},
    )

    @property
    def sent(self) -> NieuwContextcijfer:
        """The figure, read as strictly as in a message; `Invalid` names each value that is wrong."""
        try:
            return NieuwContextcijfer.model_validate(strict_json(self.figure))
        except ValidationError as error:
            raise Invalid([_wrong(one["type"], one["loc"]) for one in error.errors()]) from error
        except (ValueError, RecursionError) as error:
            raise Invalid([Problem("interface.wrong-value", "cijfer")]) from error


def _wrong(mistake: str, place: tuple[int | str, ...]) -> Problem:
    where = ".".join(("cijfer", *(str(one)[:60] for one in place)))
    return Problem(MISTAKES.get(mistake, "interface.wrong-value"), where)


class Contextdoorhaling(Shape):
    """Waarom een cijfer van anderen fout genoteerd is; collega's kunnen het blijven lezen."""

    reason: Annotated[Words, AtMost(LONGEST)] = Field(alias="reden")
