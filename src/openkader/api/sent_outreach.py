"""What a program sends of investments, of the network and of initiatives: what was done, and not what is judged."""

from typing import Annotated, Self

from ninja import Field
from pydantic import StrictBool, model_validator

from openkader.api.outreach_words import Bijdragesoort, Gesprekswijze, Stapsoort
from openkader.api.sent import AtMost, Code, Words
from openkader.api.sent_acts import Page
from openkader.api.sent_agreements import Country, Moment
from openkader.api.shapes import Shape
from openkader.casework.initiatives import LONGEST, LONGEST_NAME
from openkader.casework.network.rules import LONGEST_NAME as LONGEST_HUMAN

_WHEN = "Een dag, of met `nauwkeurigheid` een hele maand of een heel jaar"
_UNKNOWN = f"{_WHEN}; null: niet bekend."


Long = Annotated[Words, AtMost(LONGEST)]
Name = Annotated[Words, AtMost(LONGEST_NAME)]
Human = Annotated[Words, AtMost(LONGEST_HUMAN)]
Number = Annotated[Words, AtMost(80)]
Codes = Annotated[list[Code], Field(max_length=100)]
Countries = Annotated[list[Country], Field(max_length=250)]
Reference = Annotated[str, Field(min_length=1, max_length=80)]


class _Something(Shape):
    """Of which at least one value is named."""

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("nothing was said")
        return self


class ZaakWijziging(_Something):
    """De zaak bij de partner zoals zij nu bekend is; wat niet genoemd is, blijft zoals het was."""

    number: Number | None = Field(
        None, alias="zaaknummer", description="Alleen het nummer; null: niet bekend."
    )
    investor: Reference | None = Field(
        None,
        alias="investeerder",
        description="Het nummer van een partij van het verzoek; null: alleen de partner kent haar.",
    )


class NieuwLid(Shape):
    """Een partij van het register die in het netwerk komt."""

    party: Reference = Field(alias="relatie", description="Het nummer van de partij.")
    why: Long = Field(alias="waarom")
    since: Moment | None = Field(None, alias="sinds", description=_UNKNOWN)
    expertise: Codes = Field([], alias="kennis", description="Zoals het kader het noemt.")
    countries: Countries = Field([], alias="landen", description="De landen die het kent.")


class LidWijziging(_Something):
    """Wat een lid weet; wat niet genoemd is, blijft zoals het was."""

    expertise: Codes = Field([], alias="kennis", description="Zoals het kader het noemt.")
    countries: Countries = Field([], alias="landen", description="De landen die het kent.")


class Lidmaatschap(Shape):
    """Dat een lid stopt of terugkomt."""

    is_active: StrictBool = Field(alias="isActief")
    reason: Long = Field(alias="reden")


class NieuwGesprek(Shape):
    """Een gesprek dat gevoerd is."""

    period: Moment = Field(alias="periode", description=f"{_WHEN}.")
    purpose: Code = Field(alias="doel", description="Zoals het kader het noemt.")
    manner: Gesprekswijze | None = Field(None, alias="wijze", description="Null: niet bekend.")
    by_whom: Human = Field(alias="wieVanOns")
    about: Long = Field(alias="onderwerp", description="Elke collega leest dit.")
    whom: Human | None = Field(None, alias="metWie", description="Alleen als het ertoe doet.")
    is_withheld: StrictBool | None = Field(
        None,
        alias="namenAfgeschermd",
        description="Of zij vroegen niet genoemd te worden; null: niet gezegd.",
    )
    others: Annotated[list[Reference], Field(max_length=100)] = Field(
        [], alias="andereLeden", description="De nummers van andere leden in hetzelfde gesprek."
    )
    part_of: Reference | None = Field(
        None, alias="hoortBij", description="De gespreksgroep waarin dit gesprek al geteld is."
    )
    is_further: StrictBool = Field(
        False,
        alias="isExtra",
        description="Dat het in geen gespreksgroep geteld is; te zeggen waar er een is in dat jaar met dat doel.",
    )


class NieuweBijdrage(Shape):
    """Wat een lid bijdroeg."""

    kind: Bijdragesoort = Field(alias="soort")
    to: Code | None = Field(
        None,
        alias="waaraan",
        description="Het nummer, de naam van de boodschap of het jaar; null: aan het kader.",
    )
    what: Long = Field(alias="wat")
    period: Moment | None = Field(None, alias="periode", description=_UNKNOWN)


class Doorhaling(Shape):
    """Waarom iets fout genoteerd is; het blijft te lezen, en telt niet meer."""

    reason: Long = Field(alias="reden")


class InitiatiefpartijGesteld(Shape):
    """Een partij van het register, of wie het is in woorden; een van beide."""

    party: Reference | None = Field(None, alias="relatie", description="Het nummer van de partij.")
    name: Name | None = Field(None, alias="naam")


class _Step(Shape):
    """What was done, by whom, when, and what shows it."""

    what: Long = Field(alias="wat")
    seeker: InitiatiefpartijGesteld | None = Field(None, alias="vrager", description="Null: niet bekend.")
    period: Moment | None = Field(None, alias="periode", description=_UNKNOWN)
    shown_by: Name | None = Field(None, alias="blijktUit", description="Zoals een brief, met de datum.")
    url: Page | None = Field(None, alias="adres")


class NieuwInitiatief(_Step):
    """Iemand vroeg iets dat een ander misschien heeft: bij een verzoek of bij een activiteit."""

    title: Name = Field(alias="titel")
    request: Reference | None = Field(None, alias="verzoek", description="Het nummer; een van beide.")
    activity: Reference | None = Field(None, alias="activiteit", description="Het nummer; een van beide.")


class NieuweStap(_Step):
    """Wat er daarna kwam."""

    kind: Stapsoort = Field(alias="soort")
    partner: InitiatiefpartijGesteld | None = Field(
        None, alias="gekoppeldAan", description="Nodig bij `gekoppeld`."
    )
