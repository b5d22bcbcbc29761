"""Reading a register from a spreadsheet: a file of any form that can be read, into rows that are whole or wrong."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from openkader.base.collecting import keeping_all
from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation.cells import Bounds, Grid
from openkader.casework.delegation.cleaning import folded
from openkader.casework.delegation.forms import read_grid
from openkader.casework.delegation.sheet import Form
from openkader.casework.period import Period
from openkader.casework.spreadsheet.fields import TAKEN_ONCE, Field
from openkader.casework.spreadsheet.judging import Judged
from openkader.casework.spreadsheet.layout import Mapping, SheetLayout, lay_out
from openkader.casework.spreadsheet.rows import Signed, Standard, TakenRow
from openkader.casework.spreadsheet.words import KINDS, OUTCOMES, Outcome
from openkader.casework.vocabulary import Kind

# Twenty thousand cases with some thirty columns, and room; of a workbook whose parts are larger nothing is unpacked.
BOUNDS = Bounds(content=24 << 20, text=24 << 20, unpacked=160 << 20, rows=30_000, elements=3_000_000)
# The words of the guard speak of lists of people.
_SAID_HERE = {
    "delegation.another-form": "spreadsheet.another-form",
    "delegation.too-many-rows": "spreadsheet.too-many-rows",
    "delegation.too-many-columns": "spreadsheet.too-many-columns",
    "delegation.too-many-cells": "spreadsheet.too-many-cells",
    "delegation.no-such-sheet": "spreadsheet.no-such-sheet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What came of a sheet: its columns, the rows that can be taken over, and every problem of the others.

    A problem has the cell for its place, such as C17. `bad` are the rows that have one, `sheets` the other sheets
    with anything in them.
    """

    name: str
    sheet: str
    sheets: tuple[str, ...]
    layout: SheetLayout
    rows: tuple[TakenRow, ...]
    problems: tuple[Problem, ...]
    bad: tuple[int, ...]
    columns_wrong: tuple[Problem, ...] = ()

    @property
    def by_year(self) -> dict[int, int]:
        """How many cases there are of each year."""
        return dict(sorted(Counter(row.year for row in self.rows).items()))


def open_sheet(content: bytes, name: str, sheet: str | None = None) -> Grid:
    """The cells of one sheet; `Invalid` says what else the file is, and what to do."""
    try:
        with keeping_all():
            grid = read_grid(content, name, sheet, BOUNDS)
    except Invalid as error:
        raise Invalid(
            [replace(one, code=_SAID_HERE.get(one.code, one.code)) for one in error.problems]
        ) from error
    if grid.form is Form.NAMES:
        raise Invalid([Problem("spreadsheet.one-column", name)])
    return grid


def read_rows(grid: Grid, mapping: Mapping, standard: Standard) -> Read:
    """Every row judged by what its columns are; where that is not certain there are no rows."""
    layout = lay_out(grid, mapping)
    wrong = tuple(_wrong_columns(layout))
    with keeping_all():
        found, problems, bad = ([], [], ()) if wrong else _judged(layout, mapping, standard)
    unread = [replace(one, where=one.where.rpartition(":")[2]) for one in grid.problems]
    return Read(
        name=grid.name,
        sheet=grid.sheet,
        sheets=tuple(dict.fromkeys(one.detail["sheet"] for one in grid.ignored if "sheet" in one.detail)),
        layout=layout,
        rows=tuple(found),
        problems=(*unread, *problems),
        bad=(*(int(one.where) for one in unread), *bad),
        columns_wrong=wrong,
    )


def _wrong_columns(layout: SheetLayout) -> Iterable[Problem]:
    if not layout.of(Field.TITLE):
        yield Problem("spreadsheet.no-title-column", "1")
    if not any(layout.of(field) for field in (Field.RECEIVED, Field.HELD, Field.YEAR)):
        yield Problem("spreadsheet.no-date-column", "1")
    for field in sorted(TAKEN_ONCE):
        columns = layout.of(field)
        if len(columns) > 1:
            yield Problem("spreadsheet.column-twice", columns[1].letter, {"other": columns[0].letter})
    if not layout.rows:
        yield Problem("spreadsheet.no-rows", "1")


def _judged(
    layout: SheetLayout, mapping: Mapping, standard: Standard
) -> tuple[list[TakenRow], list[Problem], tuple[int, ...]]:
    found: list[TakenRow] = []
    problems: list[Problem] = []
    numbers: dict[str, int] = {}
    for row in layout.rows:
        judged = Judged(row, layout, mapping, standard)
        if not judged.cells and not judged.problems:
            continue  # nothing in the columns that are taken over
        taken = _taken(judged)
        number = folded(taken.number or "")
        if number and numbers.setdefault(number, row.number) != row.number:
            column = layout.of(Field.NUMBER)[0]
            judged.report("spreadsheet.number-twice", column, row=str(numbers[number]))
        problems += judged.problems
        if not judged.problems:
            found.append(taken)
    bad = dict.fromkeys(int("".join(filter(str.isdecimal, one.where))) for one in problems)
    return found, problems, tuple(bad)


def _taken(judged: Judged) -> TakenRow:
    title, column = judged.text(Field.TITLE), judged.layout.of(Field.TITLE)[0]
    if title is None and not judged.is_wrong(column):
        judged.report("spreadsheet.no-title", column)
    year = judged.year()
    received, held = judged.period(Field.RECEIVED, year), _held(judged, year)
    outcome = _outcome(judged)
    country = judged.country()
    kind = judged.code(Field.KIND, KINDS, "spreadsheet.no-kind")
    begun = _begun(judged, year, received, held)
    return TakenRow(
        row=judged.row.number,
        title=title or "",
        year=begun,
        words=judged.words(),
        number=judged.text(Field.NUMBER),
        kind=Kind(kind) if kind else None,
        country=country,
        programme=_programme(judged, country),
        received=received,
        held=held,
        outcome=outcome,
        outcome_words=judged.text(Field.OUTCOME),
        reason=judged.text(Field.REASON),
        aim=judged.text(Field.AIM),
        place=judged.text(Field.PLACE),
        office_holder=judged.truth(Field.OFFICE_HOLDER),
        parties=judged.listed(),
        held_year=_held_year(judged, held, year) if outcome is Outcome.CARRIED_OUT else None,
        signed=_signed(judged, year) if outcome is Outcome.CARRIED_OUT else None,
    )


def _signed(judged: Judged, year: int | None) -> Signed | None:
    """What was signed, where the row says of what form that is; its days are held to each other."""
    form = judged.code(Field.AGREEMENT_FORM, judged.standard.forms, "spreadsheet.no-form")
    on, until = judged.period(Field.SIGNED, year), judged.period(Field.RUNS_UNTIL, None)
    if on is not None and on.starts_on > judged.standard.today:
        judged.report("spreadsheet.signed-later", judged.layout.of(Field.SIGNED)[0])
    if until is not None and on is not None and until.ends_on < on.starts_on:
        judged.report("spreadsheet.ends-before", judged.layout.of(Field.RUNS_UNTIL)[0])
    return None if form is None else Signed(form=form, on=on, until=until.ends_on if until else None)


def _held(judged: Judged, year: int | None) -> Period | None:
    """When it took place; with a last day of its own, from the first to that."""
    first, last = judged.period(Field.HELD, year), judged.period(Field.HELD_UNTIL, year)
    if first is None or last is None:
        return first
    if last.ends_on < first.starts_on or first.precision is not last.precision:
        judged.report("spreadsheet.days-turned", judged.layout.of(Field.HELD_UNTIL)[0])
        return None
    return Period(first.starts_on, last.ends_on, first.precision)


def _outcome(judged: Judged) -> Outcome | None:
    """How it ended, as its cell says; or, where it has none, what the person said of all rows."""
    said = judged.code(Field.OUTCOME, OUTCOMES, "spreadsheet.no-outcome")
    if said is not None:
        return Outcome(said)
    is_silent = judged.text(Field.OUTCOME) is None
    return Outcome.CARRIED_OUT if judged.mapping.all_held and is_silent else None


def _begun(judged: Judged, year: int | None, received: Period | None, held: Period | None) -> int:
    """The year of the case; a day that has not come yet, or another year than its own column says, is wrong."""
    known = {one.starts_on.year for one in (received, held) if one}
    if year is not None and known and year not in known:
        judged.report("spreadsheet.another-year", judged.layout.of(Field.YEAR)[0], year=str(year))
    if received is not None and received.starts_on > judged.standard.today:
        judged.report("spreadsheet.not-yet", judged.layout.of(Field.RECEIVED)[0])
    if year is None and not known and not judged.problems:
        judged.report("spreadsheet.no-year")
    first = received or held
    return first.starts_on.year if first else year or 0


def _held_year(judged: Judged, held: Period | None, year: int | None) -> int | None:
    """In which year it counts; only what is over took place."""
    if held is None:
        if year is None and not judged.problems:
            judged.report("spreadsheet.held-when")
        return year
    if held.starts_on > judged.standard.today:
        judged.report("spreadsheet.held-later", judged.layout.of(Field.HELD)[0])
    return held.starts_on.year


def _programme(judged: Judged, country: str | None) -> str | None:
    """The relation that the row names; where the sheet has no column for it, the one of its country."""
    standard = judged.standard
    if judged.layout.of(Field.PROGRAMME):
        return judged.code(Field.PROGRAMME, standard.relations, "spreadsheet.no-relation")
    return None if country is None else standard.by_country.get(country, standard.elsewhere)
