"""The shapes of the documents that stand with an agreement: each came with a deed."""

from datetime import datetime
from typing import Annotated

from ninja import Field

from openkader.api.sent import AtMost, Words
from openkader.api.shapes import Shape


class Aktestuk(Shape):
    """Het document dat met een akte kwam."""

    deed: int = Field(alias="akte", description="Het nummer van de akte; een akte heeft er ten hoogste een.")
    name: str = Field(alias="bestandsnaam")
    media_type: str = Field(alias="mediatype")
    size: int = Field(alias="bytes")
    sha256: str
    recorded_at: datetime = Field(alias="ontvangenOp")


class Aktestukken(Shape):
    """De documenten van een overeenkomst, in de volgorde van haar akten."""

    documents: list[Aktestuk] = Field(alias="documenten")


class Verbeterreden(Shape):
    """Waarom een overeenkomst met een document verbeterd wordt."""

    reason: Annotated[Words, AtMost(1000)] = Field(
        alias="reden", description="Waarom het document er nu bij komt; zo staat het bij de akte."
    )
