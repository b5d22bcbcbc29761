"""Years side by side: the same definition on one line, and a difference only where there certainly is one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from openkader.evaluation.counting import Count
from openkader.evaluation.defining import definition_digest
from openkader.evaluation.verdict import Status, judge_number
from openkader.kader.model import Figure, Kader


class Origin(StrEnum):
    """Whether the records of a year happened; they are never shown beside others without saying so."""

    REAL = "real"
    MADE_UP = "made_up"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One year: its kader and what its figures came to; without a kader the register knows nothing of it."""

    year: int
    kader: Kader | None = None
    origin: Origin = Origin.REAL
    counts: Mapping[str, Count] | None = None


class Place(StrEnum):
    """What stands where a figure and a year meet."""

    COUNTED = "counted"
    CHANGED = "changed"  # counted under the same name, by another definition
    NOT_YET = "not_yet"  # a later year counts it
    NO_MORE = "no_more"  # an earlier year counted it
    NO_REGISTER = "no_register"


class Change(StrEnum):
    """How a year differs from the one before it."""

    SAME = "same"
    MORE = "more"
    LESS = "less"
    CANNOT_SAY = "cannot_say"
    OTHER_DEFINITION = "other_definition"
    OTHER_ORIGIN = "other_origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How much it differs from which year; `is_least` where the two are only known between bounds."""

    since: int
    change: Change
    by: int = 0
    is_least: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One figure in one year, under the name that it has in the kader of that year."""

    year: int
    place: Place
    figure: Figure | None = None
    count: Count | None = None
    difference: Difference | None = None

    @property
    def status(self) -> Status | None:
        """How exact the number is."""
        return None if self.count is None else judge_number(self.count, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defined:
    """A definition with the years that count by it."""

    figure: Figure
    kader: Kader
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure over the years, called as the newest kader that counts it calls it."""

    figure: Figure
    cells: tuple[Cell, ...]
    definitions: tuple[Defined, ...]  # the newest first; more than one where it changed

    @property
    def is_changed(self) -> bool:
        """Whether years under this name count something else."""
        return len(self.definitions) > 1

    @property
    def other_names(self) -> tuple[str, ...]:
        """The names under which other years count the same."""
        names = (cell.figure.id for cell in self.cells if cell.place is Place.COUNTED and cell.figure)
        return tuple(dict.fromkeys(name for name in names if name != self.figure.id))

    @property
    def is_counted_now(self) -> bool:
        """Whether the newest year of which there is a register counts it."""
        known = [cell.place for cell in self.cells if cell.place is not Place.NO_REGISTER]
        return known[-1] in (Place.COUNTED, Place.CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The years from left to right, and a line for each figure that one of them counts."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def compare(columns: Sequence[Column]) -> Comparison:
    """The years side by side; they are handed in with the newest last."""
    kaders = list({x.kader.digest: x.kader for x in reversed(columns) if x.kader is not None}.values())
    drafts: list[_Draft] = []
    for kader in kaders:
        _match(kader, drafts)
    return Comparison(columns=tuple(columns), lines=tuple(_line(draft, columns) for draft in drafts))


@dataclass(slots=True)
class _Draft:
    """A line to be: the figure of each kader that stands on it, by the digest of that kader."""

    definition: str
    figures: dict[str, tuple[Figure, Kader, str]]

    @property
    def name(self) -> str:
        """As the newest kader calls it."""
        return next(iter(self.figures.values()))[0].id


def _match(kader: Kader, drafts: list[_Draft]) -> None:
    """Put each figure of a kader on the line where it belongs.

    First where the definition and the name are the same, then the definition alone, then the name alone; what
    is left begins a line. No line takes two figures of one kader.
    """
    left = {figure.id: (figure, definition_digest(figure, kader.tables)) for figure in kader.figures}
    for alike in (_same, _same_definition, _same_name):
        for draft in drafts:
            free = kader.digest not in draft.figures
            found = next((one for one in left.values() if free and alike(draft, *one)), None)
            if found is not None:
                draft.figures[kader.digest] = (found[0], kader, found[1])
                del left[found[0].id]
    drafts.extend(_Draft(what, {kader.digest: (figure, kader, what)}) for figure, what in left.values())


def _same(draft: _Draft, figure: Figure, what: str) -> bool:
    return _same_name(draft, figure, what) and _same_definition(draft, figure, what)


def _same_definition(draft: _Draft, _figure: Figure, what: str) -> bool:
    return draft.definition == what


def _same_name(draft: _Draft, figure: Figure, _what: str) -> bool:
    return draft.name == figure.id


def _line(draft: _Draft, columns: Sequence[Column]) -> Line:
    figure = next(iter(draft.figures.values()))[0]
    cells = tuple(_cells(draft, columns))
    return Line(figure=figure, cells=cells, definitions=tuple(_definitions(draft, columns)))


def _cells(draft: _Draft, columns: Sequence[Column]) -> Iterator[Cell]:
    counted = [x.year for x in columns if x.kader is not None and x.kader.digest in draft.figures]
    before: tuple[Column, Count, str] | None = None
    for column in columns:
        if column.kader is None or column.counts is None:
            yield Cell(year=column.year, place=Place.NO_REGISTER)
        elif column.kader.digest not in draft.figures:
            place = Place.NOT_YET if column.year < counted[0] else Place.NO_MORE
            yield Cell(year=column.year, place=place)
        else:
            figure, _kader, what = draft.figures[column.kader.digest]
            count = column.counts[figure.id]
            now = (column, count, what)
            yield Cell(
                year=column.year,
                place=Place.COUNTED if what == draft.definition else Place.CHANGED,
                figure=figure,
                count=count,
                difference=_difference(before, now) if before is not None else None,
            )
            before = now


def _difference(before: tuple[Column, Count, str], now: tuple[Column, Count, str]) -> Difference:
    (column, old, what), (other, new, what_now) = before, now
    if what != what_now:
        return Difference(since=column.year, change=Change.OTHER_DEFINITION)
    if column.origin is not other.origin or Origin.MIXED in (column.origin, other.origin):
        return Difference(since=column.year, change=Change.OTHER_ORIGIN)
    return _between(column.year, old, new)


def _between(since: int, old: Count, new: Count) -> Difference:
    """What is certain of the difference: of two numbers all, of two ranges only that they do not meet."""
    if not (_is_whole(old) and _is_whole(new)):
        return Difference(since=since, change=Change.CANNOT_SAY)
    is_least = old.range.value is None or new.range.value is None
    if old.range.high is not None and new.range.low > old.range.high:
        by = new.range.low - old.range.high
        return Difference(since=since, change=Change.MORE, by=by, is_least=is_least)
    if new.range.high is not None and new.range.high < old.range.low:
        by = old.range.low - new.range.high
        return Difference(since=since, change=Change.LESS, by=by, is_least=is_least)
    return Difference(since=since, change=Change.CANNOT_SAY if is_least else Change.SAME)


def _is_whole(count: Count) -> bool:
    """Whether it is known of how many it is a part: nought of nobody knows how many is no number to compare."""
    return count.total is None or count.total.high is not None


def _definitions(draft: _Draft, columns: Sequence[Column]) -> Iterator[Defined]:
    for what in dict.fromkeys(one[2] for one in draft.figures.values()):
        figure, kader, _ = next(one for one in draft.figures.values() if one[2] == what)
        mine = {digest for digest, one in draft.figures.items() if one[2] == what}
        years = tuple(x.year for x in columns if x.kader is not None and x.kader.digest in mine)
        yield Defined(figure=figure, kader=kader, years=years)
