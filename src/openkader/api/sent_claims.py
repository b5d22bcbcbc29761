"""What a program sends to be held against the register: sentences about a year, each with the one thing it asserts."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from ninja import Field
from pydantic import StrictBool, StrictInt, model_validator

from openkader.api.sent import Code, Line, Number, Prose
from openkader.api.sent_acts import Page
from openkader.api.shapes import Shape
from openkader.api.words import to_house
from openkader.api.year_words import Beweringtrend
from openkader.base.document import Entry
from openkader.evaluation.claims.model import Trend

Count = Annotated[StrictInt, Field(ge=0, le=10**15)]
_SEVERAL = Field(min_length=2, max_length=1000)
_KINDS = frozenset(
    {
        *(frozenset({"figure", way}) for way in ("exact", "at_least", "at_most", "all")),
        frozenset({"figure", "than_year", "says"}),
        frozenset({"sum", "exact"}),
        frozenset({"same_number"}),
        frozenset({"outside"}),
    }
)
_ABOUT = ("reference", "sentence", "chapter")
_BESIDE: Mapping[str, str] = {"exact": "is"}  # where the file has another name than the field


class NaTeKijkenBewering(Shape):
    """Een zin, met het ene ding dat zij beweert.

    Dat is `cijfer` met `is`, `minstens`, `hoogstens` of `isAlles`; `cijfer` met `danJaar` en `zegt`; `som` met `is`;
    `zelfdeGetal`; of `buiten`.
    """

    reference: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$", max_length=80)] = Field(
        alias="bewering", description="Een eigen naam, in wat u stuurt een keer."
    )
    sentence: Prose = Field(alias="zin", description="Letterlijk, in de taal van de bron.")
    chapter: Line | None = Field(None, alias="hoofdstuk")
    figure: Code | None = Field(None, alias="cijfer", description="Een cijfer van het kader, zie `/cijfers`.")
    exact: Number | None = Field(None, alias="is")
    at_least: Count | None = Field(None, alias="minstens")
    at_most: Count | None = Field(None, alias="hoogstens")
    all: Literal[True] | None = Field(
        None, alias="isAlles", description="De zin zegt dat het om alle gaat waarvan het cijfer een deel is."
    )
    than_year: Annotated[StrictInt, Field(ge=1, le=9999)] | None = Field(None, alias="danJaar")
    says: Beweringtrend | None = Field(None, alias="zegt", description="Van dit jaar tegenover `danJaar`.")
    sum: Annotated[list[Number], _SEVERAL] | None = Field(
        None, alias="som", description="De delen; `is` is het totaal dat de zin noemt."
    )
    same_number: Annotated[list[Code], _SEVERAL] | None = Field(
        None, alias="zelfdeGetal", description="Beweringen die samen een getal noemen."
    )
    outside: Prose | None = Field(
        None, alias="buiten", description="Wat er nodig is, want het register heeft hier niets van."
    )

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if frozenset(self._asserts()) not in _KINDS:
            raise ValueError("not one thing")
        return self

    def _asserts(self) -> list[str]:
        return [
            name for name in type(self).model_fields if name not in _ABOUT and getattr(self, name) is not None
        ]

    def entry(self, where: str) -> Entry:
        """The same as a claims file has it, each value with where it stands in what was sent."""
        found = {}
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            if value is not None:
                place = f"{where}.{field.alias}"
                found[_BESIDE.get(name, name)] = _entry(_as_filed(name, value), place)
        return Entry(found, where)


class Beweringencontrole(Shape):
    """Beweringen over een jaar, om tegen het register te houden; er wordt niets van bewaard."""

    title: Line | None = Field(None, alias="titel", description="Van de tekst waar zij in staan.")
    kader: Code | None = Field(None, description="Waarmee geteld wordt; null: dat van het jaar.")
    source: Page | None = Field(None, alias="bronadres")
    is_made_up: StrictBool = Field(False, alias="isFictief")
    claims: list[NaTeKijkenBewering] = Field(alias="beweringen", min_length=1, max_length=300)

    def document(self, year: int, kader: str, organisation: Mapping[str, str]) -> Entry:
        """The same as a claims file."""
        title = self.title or f"Beweringen over {year}"
        header = {
            "organisation": dict(organisation),
            "title": {"nl": title, "en": self.title or f"Claims about {year}"},
            "year": year,
            "kader": self.kader or kader,
            "fictional": self.is_made_up,
            **({"source": self.source} if self.source else {}),
        }
        claims = [one.entry(f"beweringen.{place}") for place, one in enumerate(self.claims)]
        # Of what stands above the claims only the kader can be wrong.
        return Entry({"evaluation": _entry(header, "kader"), "claims": Entry(claims, "beweringen")}, "")


def _as_filed(name: str, value: object) -> object:
    if name == "says" and isinstance(value, Beweringtrend):
        return to_house(value, Trend).value
    return {"nl": value, "en": value} if name == "outside" else value


def _entry(value: object, where: str) -> Entry:
    """A value with all that is in it, at one place."""
    if isinstance(value, dict):
        return Entry({name: _entry(one, where) for name, one in value.items()}, where)
    if isinstance(value, list):
        return Entry([_entry(one, f"{where}.{place}") for place, one in enumerate(value)], where)
    return Entry(value, where)
