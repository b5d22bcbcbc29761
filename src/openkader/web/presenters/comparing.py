"""Years beside each other as their page shows them: drawings, tables, and what asks for attention."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.text import capital
from openkader.evaluation.comparing import Cell, Change, Column, Comparison, Line, Origin, Place
from openkader.evaluation.comparison_words import say_cell, say_difference, say_year
from openkader.evaluation.definition_words import say_definition
from openkader.evaluation.explaining import say_range
from openkader.publication.charts.years import YearMark
from openkader.web.presenters.figures import figure_url
from openkader.web.shell import language, said
from openkader.web.year_choice import YearChoice

_STAR = "*"


def shown_multiples(found: Comparison) -> list[dict[str, Any]]:
    """A drawing and a table for each figure."""
    return [_multiple(line, found) for line in found.lines]


def _multiple(line: Line, found: Comparison) -> dict[str, Any]:
    pairs = list(zip(found.columns, line.cells, strict=True))
    return {
        "id": line.figure.id,
        "label": said(line.figure.text),
        "marks": [_mark(column, cell) for column, cell in pairs],
        "rows": [_row(column, cell) for column, cell in pairs],
        "also": ", ".join(line.other_names),
        "definitions": [
            {
                "years": ", ".join(map(str, one.years)),
                "said": capital(say_definition(one.figure, one.kader, language())),
            }
            for one in (line.definitions if line.is_changed else ())
        ],
    }


def _mark(column: Column, cell: Cell) -> YearMark:
    star = _STAR if column.origin is not Origin.REAL else ""
    counted = cell.count.range if cell.count else None
    return YearMark(
        label=f"{column.year}{star}",
        words=_short(cell),
        low=counted.low if counted else None,
        high=counted.high if counted else None,
        is_made_up=column.origin is Origin.MADE_UP,
    )


def _short(cell: Cell) -> str:
    """As much as fits above a column."""
    if cell.count is None:
        return "–"
    counted = cell.count.range
    return f"≥ {counted.low}" if counted.high is None else say_range(counted, language())


def _row(column: Column, cell: Cell) -> dict[str, Any]:
    return {
        "year": said_year(column),
        "url": figure_url(cell.year, cell.figure.id) if cell.figure else "",
        "value": say_cell(cell, language()),
        "status": cell.status,
        "is_counted": cell.count is not None,
        "difference": _step(cell),
    }


def _step(cell: Cell) -> str:
    """How it differs from the year before; that made-up years are compared with no real one, the page says once."""
    if cell.difference is None or cell.difference.change is Change.OTHER_ORIGIN:
        return ""
    return capital(say_difference(cell.difference, language()))


def said_year(column: Column) -> str:
    """The year with the label of one that was made up."""
    return say_year(column.year, column.origin, language())


def shown_notes(found: Comparison, choice: YearChoice) -> list[dict[str, str]]:
    """What a reader has to know before the numbers, the gravest first."""
    makers: tuple[Callable[[Comparison], Iterator[str]], ...] = (_changed, _gone, _unsaid)
    notes = [{"words": words, "tone": "warning"} for maker in makers for words in maker(found)]
    return [*misread_notes(choice, found.columns), *notes]


def misread_notes(
    choice: YearChoice, columns: Sequence[Column], wrong: Sequence[str] = ()
) -> list[dict[str, str]]:
    """What was asked and is not there: words that are no number or year, years of which nothing is known."""
    empty = [{"words": words, "tone": "warning"} for words in _empty(columns)]
    numbers = [
        {
            "words": _("This is no number from 1 to 99, and does not count: %(word)s.") % {"word": word},
            "tone": "negative",
        }
        for word in wrong
    ]
    return [*_misread(choice), *numbers, *empty]


def _misread(choice: YearChoice) -> list[dict[str, str]]:
    notes = []
    if choice.wrong:
        words = _("This is no year, and was left out: %(words)s.") % {"words": ", ".join(choice.wrong)}
        notes.append({"words": words, "tone": "negative"})
    if choice.left_out:
        words = ngettext(
            "The newest years fit on this page. %(count)s older year is left out: %(years)s.",
            "The newest years fit on this page. %(count)s older years are left out: %(years)s.",
            len(choice.left_out),
        ) % {"count": len(choice.left_out), "years": _span(choice.left_out)}
        notes.append({"words": words, "tone": ""})
    return notes


def _span(years: Sequence[int]) -> str:
    whole = years[-1] - years[0] == len(years) - 1 and len(years) > 2
    return f"{years[0]}–{years[-1]}" if whole else ", ".join(map(str, years))


def _empty(columns: Sequence[Column]) -> Iterator[str]:
    years = [str(x.year) for x in columns if x.kader is None]
    if years:
        yield _("Of %(years)s the register knows nothing. What stands there is empty, and no nought.") % {
            "years": ", ".join(years)
        }


def _changed(found: Comparison) -> Iterator[str]:
    yield from _named(
        [line for line in found.lines if line.is_changed],
        _("Defined otherwise in one of the years, so that they cannot be compared: %(names)s."),
    )


def _gone(found: Comparison) -> Iterator[str]:
    yield from _named(
        [line for line in found.lines if not line.is_counted_now], _("Not counted any more: %(names)s.")
    )


def _unsaid(found: Comparison) -> Iterator[str]:
    """The step to the newest year of which nothing can be said."""
    last = [line.cells[-1].difference for line in found.lines if line.cells[-1].place is Place.COUNTED]
    open_ = [line for line in found.lines if _is_unsaid(line)]
    since = next((one.since for one in last if one is not None), None)
    if open_ and since is not None:
        words = _("Whether it became more or fewer since %(since)s cannot be said of: %(names)s.")
        yield from _named(open_, words.replace("%(since)s", str(since)))


def _is_unsaid(line: Line) -> bool:
    difference = line.cells[-1].difference
    return difference is not None and difference.change is Change.CANNOT_SAY


def _named(lines: Sequence[Line], words: str) -> Iterator[str]:
    if lines:
        yield words % {"names": "; ".join(said(line.figure.text) or "" for line in lines)}


def framing_year(columns: Sequence[Column]) -> int:
    """The year in whose frame the page stands: the newest that happened, or else the newest that was made up."""
    known = [x for x in columns if x.kader is not None]
    return max([x.year for x in known if x.origin is Origin.REAL] or [x.year for x in known])


def practised(found: Sequence[Column]) -> str:
    """The sentence above years that were made up, in whole or in part."""
    whole = [str(x.year) for x in found if x.origin is Origin.MADE_UP]
    partly = [str(x.year) for x in found if x.origin is Origin.MIXED]
    parts = []
    if whole:
        parts.append(
            _("Made up to practise with, and compared with no real year: %(years)s.")
            % {"years": ", ".join(whole)}
        )
    if partly:
        words = _("Partly made up, so that its numbers tell of no real year: %(years)s.")
        parts.append(words % {"years": ", ".join(partly)})
    return " ".join(parts)
