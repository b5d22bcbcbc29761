"""Reading what one sentence asserts: exactly one of six kinds, each with the keys that belong to it."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from openkader.base.document import Entry
from openkader.base.reading import Fields, Reader
from openkader.base.text import Text
from openkader.evaluation.claims.model import (
    AddsUp,
    Assertion,
    Compares,
    Outside,
    Refers,
    SameNumber,
    States,
    Trend,
    Way,
)
from openkader.kader.model import Figure, Kader
from openkader.kader.reading import nearest, read_word

_WAYS = tuple(way.value for way in Way)
# What opens each kind, with the keys that may stand beside it.
_KINDS: Mapping[str, tuple[str, ...]] = {
    "figure": (*_WAYS, "than_year", "says"),
    "sum": ("is",),
    "same_number": (),
    "refers": (),
    "outside": (),
}
ASSERTIONS = tuple(dict.fromkeys([*_KINDS, *(key for keys in _KINDS.values() for key in keys)]))
_NOTHING = Outside(needed=Text(nl="", en=""))  # stands in where the file is wrong, which has been reported
_FIRST_YEAR, _LAST_YEAR = 1, 9999
_FEWEST, _MOST = 2, 1000
_PATIENCE = 50  # problems; who has more wants no guess at what was meant
_LONG = 80


class Asserting:
    """Reads assertions on the figures of one kader."""

    def __init__(self, reader: Reader, kader: Kader) -> None:
        self.reader = reader
        self._figures: Mapping[str, Figure] = {figure.id: figure for figure in kader.figures}

    def read(self, fields: Fields) -> Assertion:
        """The one thing that the claim asserts."""
        opening = [key for key in _KINDS if fields.entry(key)]
        beside = [key for key in ASSERTIONS if key not in _KINDS and fields.entry(key)]
        if len(opening) != 1 or not set(beside) <= set(_KINDS[opening[0]]):
            return self._not_one(fields)
        kinds: dict[str, Callable[[Fields], Assertion]] = {
            "figure": self._figure,
            "sum": self._sum,
            "same_number": self._same_number,
            "refers": self._refers,
            "outside": self._outside,
        }
        return kinds[opening[0]](fields)

    def _not_one(self, fields: Fields) -> Assertion:
        self.reader.report("claims.assertion", fields.where)
        return _NOTHING

    def _figure(self, fields: Fields) -> Assertion:
        figure = self._known(fields)
        ways = [way for way in Way if fields.entry(way)]
        if fields.entry("than_year") and fields.entry("says") and not ways:
            trend = read_word(fields, "says", Trend, Trend.SAME)
            return Compares(figure=fields.words("figure"), year=year_of(fields, "than_year"), trend=trend)
        if len(ways) != 1 or fields.entry("than_year") or fields.entry("says"):
            return self._not_one(fields)
        way = ways[0]
        if way is Way.ALL:
            return self._all(fields, figure)
        number = fields.integer(way) or 0
        if number < 0:
            self.reader.report("claims.negative", fields.place(way), value=str(number))
        return States(figure=fields.words("figure"), way=way, number=number)

    def _known(self, fields: Fields) -> Figure | None:
        """The figure by its name; for the first problems with a guess at what was meant."""
        name = fields.words("figure")
        if name not in self._figures:
            guess = len(self.reader.problems) < _PATIENCE and len(name) < _LONG
            near = nearest(name, self._figures) if guess else "-"
            self.reader.report("claims.unknown-figure", fields.place("figure"), figure=name, near=near)
        return self._figures.get(name)

    def _all(self, fields: Fields, figure: Figure | None) -> Assertion:
        if fields.truth("all") is not True:
            return self._not_one(fields)
        if figure is not None and figure.of is None:
            self.reader.report("claims.no-whole", fields.place("all"), figure=figure.id)
        return States(figure=fields.words("figure"), way=Way.ALL)

    def _sum(self, fields: Fields) -> Assertion:
        entries, total = fields.items("sum"), fields.entry("is")
        if total is None:
            return self._not_one(fields)
        if not _FEWEST <= len(entries) <= _MOST:
            self.reader.report("claims.too-few", fields.place("sum"), most=str(_MOST))
        return AddsUp(parts=tuple(self._number(entry) for entry in entries), total=self._number(total))

    def _number(self, entry: Entry) -> Decimal:
        """A number as it is written: 59.4 is not the nearest binary fraction to it."""
        if isinstance(entry.value, float):
            return Decimal(repr(entry.value))
        return Decimal(self.reader.value(entry, int, 0))

    def _same_number(self, fields: Fields) -> Assertion:
        names = fields.codes("same_number")
        if not _FEWEST <= len(set(names)) <= _MOST:
            self.reader.report("claims.too-few", fields.place("same_number"), most=str(_MOST))
        return SameNumber(claims=names)

    def _refers(self, fields: Fields) -> Assertion:
        to = self.reader.mapping(fields.entry("refers") or Entry({}, fields.where), ("to",), ("title",))
        return Refers(part=to.words("to"), title=to.words_or_none("title"))

    def _outside(self, fields: Fields) -> Assertion:
        return Outside(needed=fields.text("outside"))


def year_of(fields: Fields, key: str) -> int:
    """A year that a calendar knows."""
    year = fields.integer(key) or 0
    if fields.entry(key) is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        fields.reader.report("claims.no-such-year", fields.place(key), value=str(year))
    return year
