"""The figures of a year beside those of the years before it, as far as they count the same."""

from collections.abc import Sequence

from openkader.base.text import Text
from openkader.evaluation.comparing import Cell as Met
from openkader.evaluation.comparing import Column as YearColumn
from openkader.evaluation.comparing import Comparison, Line, Origin
from openkader.evaluation.comparison_words import say_cell
from openkader.evaluation.document import Cell, Column, Picture, Table
from openkader.evaluation.explaining import say_range
from openkader.evaluation.years import years_of
from openkader.publication.charts.svg import Caption, Setting, drawing, inside, text
from openkader.publication.charts.years import YearMark, years_chart
from openkader.publication.yearly.source import YearSource
from openkader.register.selectors.known_years import known_years

_MOST_YEARS, _MOST_LINES = 6, 8
_HIGH = 150
_TITLE = Text(nl="Cijfers van {first} tot en met {last}", en="Figures of {first} up to and including {last}")
_SAID = Text(
    nl="Per cijfer een kolom voor elk jaar: gevuld tot wat zeker is, gestreept tot wat kan. {figures}.",
    en="For each figure a column a year: filled up to what is certain, broken up to what is possible. {figures}.",
)
_FIGURE = Text(nl="Cijfer", en="Figure")
_MADE_UP = Text(nl="* (deels) verzonnen, als voorbeeld.", en="* made up (in part), as an example.")


def years_picture(source: YearSource) -> Picture | None:
    """Small drawings of the figures that lead the evaluation; with one year there is nothing to lay beside it."""
    found = _compared(source)
    lines = [one for one in found.lines if one.is_counted_now]
    leading = source.kader.report[0].figures if source.kader.report else ()
    shown = [one for one in lines if one.figure.id in leading][:_MOST_LINES] or lines[:_MOST_LINES]
    if len(found.columns) < 2 or not shown:
        return None
    first, last = found.columns[0].year, found.columns[-1].year
    said = "; ".join(
        f"{one.figure.text.in_(source.language)}: "
        + ", ".join(f"{cell.year} {say_cell(cell, source.language)}" for cell in one.cells)
        for one in shown
    )
    caption = Caption(
        name="years",
        title=source.say(_TITLE, first=first, last=last),
        description=source.say(_SAID, figures=said),
    )
    return Picture(
        id="years",
        title=caption.title,
        description=caption.description,
        svg=_drawn(source, found.columns, shown, caption),
        table=_table(source, found.columns, lines, caption.title),
    )


def _compared(source: YearSource) -> Comparison:
    """This year and those before it; what was made up is laid beside what was made up only."""
    year, known = source.asked.year, known_years()
    is_real = any(one.year == year and one.is_real for one in known)
    years = [one.year for one in known if one.year <= year and one.is_real is is_real]
    return years_of(years[-_MOST_YEARS:], known).comparison()


def _drawn(source: YearSource, columns: Sequence[YearColumn], lines: Sequence[Line], caption: Caption) -> str:
    """Two beside each other, each under its name."""
    parts = []
    for place, line in enumerate(lines):
        left, top = 52.0 * (place % 2), _HIGH * (place // 2)
        marks = [_mark(source, *pair) for pair in zip(columns, line.cells, strict=True)]
        parts.append(text(left, top + 14, line.figure.text.in_(source.language), Setting(sort="head")))
        parts.append(inside(years_chart(marks, caption), left, 46.0, top + 22))
    return drawing("years", _HIGH * -(-len(lines) // 2), caption, parts)


def _mark(source: YearSource, column: YearColumn, cell: Met) -> YearMark:
    counted = cell.count.range if cell.count else None
    return YearMark(
        label=_label(column),
        words=say_range(counted, source.language) if counted else "–",
        low=counted.low if counted else None,
        high=counted.high if counted else None,
        is_made_up=column.origin is Origin.MADE_UP,
    )


def _label(column: YearColumn) -> str:
    return f"{column.year}{'' if column.origin is Origin.REAL else '*'}"


def _table(source: YearSource, columns: Sequence[YearColumn], lines: Sequence[Line], title: str) -> Table:
    is_starred = any(column.origin is not Origin.REAL for column in columns)
    return Table(
        id="years-table",
        caption=title,
        columns=(
            Column(source.say(_FIGURE), 40),
            *(Column(_label(column), 60 // len(columns), is_number=True) for column in columns),
        ),
        rows=tuple(
            (
                Cell(line.figure.text.in_(source.language)),
                *(Cell(say_cell(cell, source.language)) for cell in line.cells),
            )
            for line in lines
        ),
        note=source.say(_MADE_UP) if is_starred else None,
    )
