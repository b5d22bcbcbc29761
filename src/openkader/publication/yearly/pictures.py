"""The charts of an evaluation, by the names by which a chapter or a writer asks for them; each with its table."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from openkader.base.text import Text, capital
from openkader.casework.period import Period
from openkader.evaluation.covering import Cover
from openkader.evaluation.document import Cell, Column, Notice, Picture, Table
from openkader.evaluation.matrix import Covered
from openkader.publication.charts import timeline as drawn
from openkader.publication.charts.coverage import MOST_ROWS, CoverageRow, coverage
from openkader.publication.charts.flow import Stream, flow
from openkader.publication.charts.svg import Caption
from openkader.publication.yearly.core import core_picture
from openkader.publication.yearly.outcomes import Reached, reached, received
from openkader.publication.yearly.over_years import years_picture
from openkader.publication.yearly.source import YearSource
from openkader.publication.yearly.wording import COVERS, LETTERS, TOO_MANY, UNKNOWN
from openkader.register.selectors import Row

Maker = Callable[[YearSource], Picture | Notice | None]
_MOST_MOMENTS = 40
_SHORT = 34
_ACTIVITY = Text(nl="Activiteit", en="Activity")


def timeline_picture(source: YearSource) -> Picture | Notice | None:
    """The activities of the year by month and kind."""
    own = [row for row in source.activities if row["number"] == 1]
    if not own:
        return None
    if len(own) > _MOST_MOMENTS:
        return Notice(source.say(TOO_MANY, number=len(own)))
    caption = Caption(
        name="timeline",
        title=source.say(_TIMELINE, year=source.asked.year),
        description=source.say(_TIMELINE_SAID, number=len(own), names=_when(source, own)),
    )
    months = [capital(source.day(date(2024, month, 1), "LLL").rstrip(".")) for month in range(1, 13)]
    moments = [_moment(source, row, mark) for mark, row in enumerate(own, 1)]
    return _picture(caption, drawn.timeline(moments, months, caption), _timeline_table(source, own))


_TIMELINE = Text(
    nl="Activiteiten van {year} naar maand en soort", en="Activities of {year} by month and kind"
)
_TIMELINE_SAID = Text(
    nl="Een lijn van twaalf maanden met {number} activiteiten. {names}. Wat gevuld is, is op de dag bekend; wat "
    "gestreept is, alleen op de maand.",
    en="A line of twelve months with {number} activities. {names}. What is filled is known to the day; what is "
    "broken only to the month.",
)
_KIND_UNKNOWN = Text(nl="Soort onbekend", en="Kind unknown")
_NUMBER = Text(nl="Nr.", en="No.")
_WHEN = Text(nl="Wanneer", en="When")
_KIND = Text(nl="Soort", en="Kind")


def _when(source: YearSource, rows: Sequence[Row]) -> str:
    named = (
        f"{source.said(row, 'label')}: {source.period(row['period']) or source.say(UNKNOWN)}" for row in rows
    )
    return "; ".join(named)


def _moment(source: YearSource, row: Row, mark: int) -> drawn.Moment:
    period = row["period"] if isinstance(row["period"], Period) else Period.year(source.asked.year)
    title = source.said(row, "label")
    return drawn.Moment(
        track=_kind(source, row),
        mark=str(mark),
        label=title if len(title) <= _SHORT else title[: _SHORT - 1].rsplit(" ", 1)[0] + " …",
        start=period.starts_on,
        end=period.ends_on,
        precision=drawn.Precision(period.precision),
    )


def _kind(source: YearSource, row: Row) -> str:
    return source.option("activities", "kind", row["kind"]) or source.say(_KIND_UNKNOWN)


def _timeline_table(source: YearSource, rows: Sequence[Row]) -> Table:
    names = ((_NUMBER, 8), (_WHEN, 24), (_ACTIVITY, 44), (_KIND, 24))
    return Table(
        id="timeline-table",
        caption=source.say(_TIMELINE, year=source.asked.year),
        columns=tuple(Column(source.say(name), share) for name, share in names),
        rows=tuple(
            (
                Cell(str(mark)),
                Cell(source.period(row["period"]) or source.say(UNKNOWN)),
                Cell(source.said(row, "label"), f"/dossiers/{row['id']}/"),
                Cell(_kind(source, row)),
            )
            for mark, row in enumerate(rows, 1)
        ),
    )


def flow_picture(source: YearSource) -> Picture | None:
    """From the requests that came in to what became of each."""
    if not source.requests:
        return None
    found, whole = reached(source), received(source)
    said = "; ".join(f"{one.label}: {one.said(source)}" for one in found)
    caption = Caption(
        name="flow",
        title=source.say(_FLOW, year=source.asked.year),
        description=source.say(_FLOW_SAID, whole=whole.said(source), outcomes=said),
    )
    streams = [
        Stream(label=one.label, number=one.number, said=one.said(source), has_unknown=one.has_unknown)
        for one in found
    ]
    svg = flow(source.say(_RECEIVED, whole=whole.said(source)), streams, caption)
    return _picture(caption, svg, _flow_table(source, found, whole))


_FLOW = Text(nl="Wat er van de verzoeken van {year} werd", en="What became of the requests of {year}")
_FLOW_SAID = Text(
    nl="Ontvangen: {whole}. {outcomes}. Een gevulde stroom is zo breed als het aantal; een gestreepte lijn is een "
    "aantal dat niemand kent.",
    en="Received: {whole}. {outcomes}. A filled stream is as wide as its number; a broken line is a number that "
    "nobody knows.",
)
_RECEIVED = Text(nl="Ontvangen: {whole}", en="Received: {whole}")
_OUTCOME = Text(nl="Uitkomst", en="Outcome")
_REQUESTS = Text(nl="Verzoeken", en="Requests")
_ALL = Text(nl="Ontvangen", en="Received")


def _flow_table(source: YearSource, found: Sequence[Reached], whole: Reached) -> Table:
    rows = [(Cell(one.label), Cell(one.said(source))) for one in found]
    rows.append((Cell(source.say(_ALL)), Cell(whole.said(source))))
    return Table(
        id="flow-table",
        caption=source.say(_FLOW, year=source.asked.year),
        columns=(Column(source.say(_OUTCOME), 60), Column(source.say(_REQUESTS), 40, is_number=True)),
        rows=tuple(rows),
    )


def coverage_picture(source: YearSource) -> Picture | None:
    """What the register shows of each action line, activity by activity."""
    matrix = source.matrix
    rows = [row for row in matrix.rows if row.cells]
    if not matrix.lines or not rows:
        return None
    codes = [line.id for line in matrix.lines]
    total = matrix.total
    said = "; ".join(f"{source.say(COVERS[cover])}: {total[cover]}" for cover in Cover)
    caption = Caption(
        name="coverage",
        title=source.say(_COVERAGE, year=source.asked.year),
        description=source.say(_COVERAGE_SAID, lines=len(codes), rows=len(rows), cells=said),
    )
    shown = _each(source, rows) if len(rows) <= MOST_ROWS else _together(source)
    return _picture(caption, coverage(codes, shown, caption), _coverage_table(source, codes))


_COVERAGE = Text(
    nl="Wat het register van elke actielijn laat zien, {year}",
    en="What the register shows of each action line, {year}",
)
_COVERAGE_SAID = Text(
    nl="{rows} rijen met activiteiten naast {lines} actielijnen. Over alle vakken: {cells}.",
    en="{rows} rows of activities beside {lines} action lines. Over all cells: {cells}.",
)
_MEANING = Text(nl="{letter} = {words}", en="{letter} = {words}")
_WITHHELD = Text(
    nl="Bij {number} activiteiten mag u niet zien wat er gevraagd is; zij staan er niet bij.",
    en="Of {number} activities you may not see what was asked; they are left out.",
)
_STATE = Text(nl="Stand", en="State")


def _each(source: YearSource, rows: Sequence[Covered]) -> list[CoverageRow]:
    return [
        CoverageRow(
            label=row.activity.label.in_(source.language),
            marks=[(cell.cover, source.say(LETTERS[cell.cover])) for cell in row.cells.values()],
        )
        for row in rows
    ]


def _together(source: YearSource) -> list[CoverageRow]:
    """How many activities each line is so for, where there are too many to draw each."""
    totals = source.matrix.totals()
    return [
        CoverageRow(
            label=capital(source.say(COVERS[cover])),
            marks=[(cover, str(totals[line.id][cover])) for line in source.matrix.lines],
        )
        for cover in Cover
    ]


def _coverage_table(source: YearSource, codes: Sequence[str]) -> Table:
    """How many activities each line is so for: the numbers of the drawing."""
    totals, withheld = source.matrix.totals(), source.matrix.withheld
    letters = "; ".join(
        source.say(_MEANING, letter=source.say(LETTERS[cover]), words=source.say(COVERS[cover]))
        for cover in Cover
    )
    note = f"{letters}. " + (source.say(_WITHHELD, number=withheld) if withheld else "")
    return Table(
        id="coverage-table",
        caption=source.say(_COVERAGE, year=source.asked.year),
        columns=(Column(source.say(_STATE), 20), *(Column(code, 8, is_number=True) for code in codes)),
        rows=tuple(
            (Cell(capital(source.say(COVERS[cover]))), *(Cell(str(totals[code][cover])) for code in codes))
            for cover in Cover
        ),
        note=note.strip(),
    )


def _picture(caption: Caption, svg: str, table: Table) -> Picture:
    return Picture(
        id=caption.name, title=caption.title, description=caption.description, svg=svg, table=table
    )


CHARTS: Mapping[str, Maker] = {
    "timeline": timeline_picture,
    "flow": flow_picture,
    "coverage": coverage_picture,
    "core_and_shell": core_picture,
    "years": years_picture,
}
