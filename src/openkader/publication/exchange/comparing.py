"""What another organisation gives beside one's own: line by line what is new, says otherwise, or is only here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, Self, TypeVar

from openkader.publication.exchange.content import GivenFigure
from openkader.publication.exchange.entries import ListIn


class Standing(StrEnum):
    """How something of theirs stands beside ours."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ONLY_HERE = "only_here"


class _Alike(Protocol):
    def is_same(self, other: Self) -> bool: ...


T = TypeVar("T", bound=_Alike)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside(Generic[T]):
    """Theirs and ours of one name; one of the two can be missing."""

    name: str
    standing: Standing
    theirs: T | None
    ours: T | None


def beside(theirs: Mapping[str, T], ours: Mapping[str, T]) -> list[Beside[T]]:
    """Each name once, in their order; what is only here comes last."""
    names = dict.fromkeys((*theirs, *ours))
    return [
        Beside(
            name=name,
            standing=_standing(theirs.get(name), ours.get(name)),
            theirs=theirs.get(name),
            ours=ours.get(name),
        )
        for name in names
    ]


def _standing(theirs: T | None, ours: T | None) -> Standing:
    if theirs is None:
        return Standing.ONLY_HERE
    if ours is None:
        return Standing.NEW
    return Standing.SAME if theirs.is_same(ours) else Standing.CHANGED


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsBeside:
    """The codes of a list that came, went, and are called otherwise."""

    more: tuple[str, ...]
    less: tuple[str, ...]
    other: tuple[str, ...]


def items_beside(theirs: ListIn, ours: ListIn) -> ItemsBeside:
    """What their list has beside ours, in the words of who has it."""
    one = {item.code: item.text for item in theirs.listing.items}
    two = {item.code: item.text for item in ours.listing.items}
    return ItemsBeside(
        more=tuple(code for code in one if code not in two),
        less=tuple(code for code in two if code not in one),
        other=tuple(code for code in one if code in two and one[code] != two[code]),
    )


class Way(StrEnum):
    """Whether a figure of theirs and one of ours can be set beside each other."""

    SAME = "same"  # counted the same way
    OTHER = "other"  # of the same name, counted otherwise
    ONLY_THEIRS = "only_theirs"
    ONLY_OURS = "only_ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBeside:
    """One figure: theirs, ours, and whether the numbers compare."""

    way: Way
    theirs: GivenFigure | None
    ours: GivenFigure | None


def figures_beside(theirs: tuple[GivenFigure, ...], ours: tuple[GivenFigure, ...]) -> list[FigureBeside]:
    """Each figure once: first by how it is counted, then by its name; what only one of the two counts comes last."""
    left = {one.id: one for one in ours}
    pairs = {one.id: _same_way(one, left) for one in theirs}
    for one in theirs:
        if pairs[one.id] is None and one.id in left:
            pairs[one.id] = left.pop(one.id)
    return [*_lines(theirs, pairs), *(_only_ours(one) for one in left.values())]


def _same_way(one: GivenFigure, left: dict[str, GivenFigure]) -> GivenFigure | None:
    """Ours that counts the same way, of that name where there are two."""
    same = [ours for ours in left.values() if ours.definition == one.definition]
    found = next((ours for ours in same if ours.id == one.id), same[0] if same else None)
    return left.pop(found.id) if found else None


def _lines(
    theirs: tuple[GivenFigure, ...], pairs: Mapping[str, GivenFigure | None]
) -> Iterator[FigureBeside]:
    for one in theirs:
        ours = pairs[one.id]
        yield FigureBeside(way=_way(one, ours), theirs=one, ours=ours)


def _way(theirs: GivenFigure, ours: GivenFigure | None) -> Way:
    if ours is None:
        return Way.ONLY_THEIRS
    return Way.SAME if ours.definition == theirs.definition else Way.OTHER


def _only_ours(one: GivenFigure) -> FigureBeside:
    return FigureBeside(way=Way.ONLY_OURS, theirs=None, ours=one)
