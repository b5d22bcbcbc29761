"""What organisations give each other in one signed file: kader, lines to take, lists, and figures without names."""

from openkader.publication.exchange.content import Exchange, GivenFigure, GivenYear
from openkader.publication.exchange.envelope import MOST_BYTES, SUFFIX, packed
from openkader.publication.exchange.receiving import Given, content_of, received

__all__ = [
    "MOST_BYTES",
    "SUFFIX",
    "Exchange",
    "Given",
    "GivenFigure",
    "GivenYear",
    "content_of",
    "packed",
    "received",
]
