"""What a program sends when it works on cases: parties, questions for advice, who treats it, and what is screened."""

from typing import Annotated

from ninja import Field

from openkader.api.sent import Code, Words
from openkader.api.shapes import Shape
from openkader.api.words import Partijsoort, Rol
from openkader.casework.naming import LONGEST_NAME

Reference = Annotated[str, Field(min_length=1, max_length=80)]
PartyName = Annotated[Words, Field(max_length=LONGEST_NAME)]


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
