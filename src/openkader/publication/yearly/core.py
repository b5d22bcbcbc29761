"""Who took part, as a picture: who came often and who came once, and how many nobody can name."""

from collections.abc import Sequence

from openkader.base.text import Text
from openkader.evaluation.core_and_shell import Rule
from openkader.evaluation.document import Cell, Column, Picture, Table
from openkader.evaluation.explaining import say_range
from openkader.evaluation.taking_part import took_part
from openkader.publication.charts.participation import MOST_COLUMNS, Band, Group, Lane, participation_chart
from openkader.publication.charts.svg import Caption
from openkader.publication.taking_part import named_lanes, nameless_lane
from openkader.publication.yearly.source import YearSource
from openkader.publication.yearly.wording import UNKNOWN
from openkader.register.selectors.takings import TakingRow

_DRAWN = 20  # more lanes do not fit on a sheet of paper
_TITLE = Text(nl="Kern en schil van {year}", en="Core and shell of {year}")
_SAID = Text(
    nl="Verschillende partijen: {different}, waarvan kern: {core}. Kern is wie aan ten minste {times} activiteiten "
    "meedeed. Van {unnamed} deelnames kent het register geen naam.",
    en="Different parties: {different}, of which core: {core}. Core is who took part in at least {times} activities. "
    "Of {unnamed} participations the register has no name.",
)
_COLUMNS = (
    (Text(nl="Nr.", en="No."), 8),
    (Text(nl="Partij", en="Party"), 56),
    (Text(nl="Groep", en="Group"), 18),
    (Text(nl="Deelnames", en="Participations"), 18),
)
_GROUPS = {
    Group.CORE: Text(nl="kern", en="core"),
    Group.SHELL: Text(nl="schil", en="shell"),
    Group.NAMELESS: Text(nl="niet te zeggen", en="cannot be said"),
}
_NAMELESS = Text(nl="Zonder naam", en="Without a name")


def core_picture(source: YearSource) -> Picture | None:
    """Everybody of the own region in this year; without any activity that is seen there is nothing to draw."""
    year = source.asked.year
    took = took_part([year], Rule(), reader=source.asked.reader)
    rows = took.activities.get(year, ())
    if not rows or len(rows) > MOST_COLUMNS:
        return None
    places = [frozenset({row.activity}) for row in rows]
    lanes = [
        *named_lanes(took, places, range(_DRAWN), source.language),
        *nameless_lane(took, places, source.say(_NAMELESS)),
    ]
    whole = took.whole
    said = source.say(
        _SAID,
        different=say_range(whole.different, source.language),
        core=say_range(whole.core, source.language),
        times=whole.rule.participations,
        unnamed=whole.unnamed if whole.is_numbered else source.say(UNKNOWN),
    )
    caption = Caption(name="core", title=source.say(_TITLE, year=year), description=said)
    marks = tuple(str(place) for place in range(1, len(rows) + 1))
    svg = participation_chart([Band(label=str(year), marks=marks)], lanes, caption)
    table = _table(source, lanes, caption.title, f"{said} {_key(source, rows)}")
    return Picture(id="core", title=caption.title, description=said, svg=svg, table=table)


def _key(source: YearSource, rows: Sequence[TakingRow]) -> str:
    """What the numbers above the columns mean."""
    names = (
        f"{place} = {row.title.in_(source.language) if row.title else row.activity}"
        for place, row in enumerate(rows, 1)
    )
    return "; ".join(names) + "."


def _table(source: YearSource, lanes: Sequence[Lane], title: str, note: str) -> Table:
    return Table(
        id="core-table",
        caption=title,
        columns=tuple(
            Column(source.say(name), share, is_number=place == len(_COLUMNS))
            for place, (name, share) in enumerate(_COLUMNS, 1)
        ),
        rows=tuple(
            (
                Cell(lane.mark),
                Cell(lane.name),
                Cell(source.say(_GROUPS[lane.group])),
                Cell(str(sum(lane.counts))),
            )
            for lane in lanes
        ),
        note=note,
    )
