"""What is said where a figure and a year meet, and of the step from one year to the next."""

from openkader.base.text import Text
from openkader.evaluation.comparing import Cell, Change, Difference, Origin, Place
from openkader.evaluation.explaining import say_count

ORIGINS = {
    Origin.MADE_UP: Text(nl="verzonnen", en="made up"),
    Origin.MIXED: Text(nl="deels verzonnen", en="partly made up"),
}
PLACES = {
    Place.NO_REGISTER: Text(nl="geen register", en="no register"),
    Place.NOT_YET: Text(nl="nog niet geteld", en="not counted yet"),
    Place.NO_MORE: Text(nl="niet meer geteld", en="not counted any more"),
    Place.CHANGED: Text(nl="{said} (anders gedefinieerd)", en="{said} (defined otherwise)"),
}
_CHANGES = {
    Change.SAME: Text(nl="evenveel als in {since}", en="as many as in {since}"),
    Change.MORE: Text(nl="{by} meer dan in {since}", en="{by} more than in {since}"),
    Change.LESS: Text(nl="{by} minder dan in {since}", en="{by} fewer than in {since}"),
    Change.CANNOT_SAY: Text(
        nl="verschil met {since} is niet te zeggen", en="the difference with {since} cannot be said"
    ),
    Change.OTHER_DEFINITION: Text(
        nl="niet te vergelijken met {since}: anders gedefinieerd",
        en="cannot be compared with {since}: defined otherwise",
    ),
    Change.OTHER_ORIGIN: Text(
        nl="niet te vergelijken met {since}: een van de jaren is verzonnen",
        en="cannot be compared with {since}: one of the years is made up",
    ),
}
_LEAST = Text(nl="ten minste {said}", en="at least {said}")


def say_cell(cell: Cell, language: str) -> str:
    """The number with its range, or why there is none."""
    said = say_count(cell.count, language) if cell.count is not None else ""
    words = PLACES.get(cell.place)
    return said if words is None else words.in_(language).format(said=said)


def say_difference(difference: Difference | None, language: str) -> str:
    """How the year differs from the one before it; nothing of the first one."""
    if difference is None:
        return ""
    words = _CHANGES[difference.change].in_(language).format(by=difference.by, since=difference.since)
    return _LEAST.in_(language).format(said=words) if difference.is_least else words


def say_year(year: int, origin: Origin, language: str) -> str:
    """The year, and beside it that it was made up."""
    words = ORIGINS.get(origin)
    return str(year) if words is None else f"{year} ({words.in_(language)})"
