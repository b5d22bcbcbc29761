"""How the parts of a file between organisations stand beside ours, and what a figure of others says, in words."""

from openkader.base.text import Text
from openkader.evaluation.counting import Range
from openkader.evaluation.explaining import say_range
from openkader.publication.exchange.anonymous import SMALLEST
from openkader.publication.exchange.comparing import Standing, Way
from openkader.publication.exchange.content import Bounds, GivenFigure

STANDINGS = {
    Standing.NEW: Text(nl="nieuw", en="new"),
    Standing.CHANGED: Text(nl="anders", en="different"),
    Standing.SAME: Text(nl="gelijk", en="the same"),
    Standing.ONLY_HERE: Text(nl="alleen hier", en="only here"),
}
_FEW = Text(nl="minder dan {0}, of af te leiden", en="fewer than {0}, or to be derived")
_NONE = Text(nl="niet geteld", en="not counted")
WAYS = {
    Way.SAME: Text(nl="zelfde definitie", en="same definition"),
    Way.OTHER: Text(nl="andere definitie: niet te vergelijken", en="other definition: cannot be compared"),
    Way.ONLY_THEIRS: Text(nl="alleen daar", en="only there"),
    Way.ONLY_OURS: Text(nl="alleen hier", en="only here"),
}


def say_figure(figure: GivenFigure | None, language: str) -> str:
    """The number in words: ``4``, ``18–37``, ``0 van 4``, or that it is withheld."""
    if figure is None:
        return _NONE.in_(language)
    if figure.found is None:
        return _FEW.in_(language).format(SMALLEST)
    said = say_range(_range(figure.found), language)
    if figure.of is None:
        return said
    return f"{said} {'van' if language == 'nl' else 'of'} {say_range(_range(figure.of), language)}"


def _range(found: Bounds) -> Range:
    return Range(found.low, found.high)
