"""Where the table of a sheet begins, what its columns were taken for, and what a person says instead."""

from collections.abc import Mapping as Named
from dataclasses import dataclass, field

from openkader.casework.delegation.cells import Grid, Kind, Row
from openkader.casework.delegation.cleaning import clean
from openkader.casework.spreadsheet.fields import SEVERAL, Field, field_of

_LOOKED_AT = 40
_EXAMPLES = 3
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What a person says about a sheet, over what was recognised in it.

    `fields` says what a column holds, by its place from 0; `words` what a word in a field means, where the house
    does not know it; `all_held`: that each row is something that took place after a green light.
    """

    fields: Named[int, Field] = field(default_factory=dict)
    words: Named[Field, Named[str, str]] = field(default_factory=dict)
    sheet: str | None = None
    all_held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column with its heading, what it is taken for, and a few of its cells."""

    position: int
    heading: str
    field: Field
    examples: tuple[str, ...]
    is_guessed: bool

    @property
    def letter(self) -> str:
        """The name of the column in a spreadsheet."""
        return letter_of(self.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLayout:
    """The columns of a sheet and the rows under their headings."""

    headings: int | None  # the number of the row of headings
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def of(self, field: Field) -> tuple[Column, ...]:
        """The columns that hold it."""
        return tuple(column for column in self.columns if column.field is field)

    @property
    def taken(self) -> tuple[Column, ...]:
        """The columns that are taken over."""
        return tuple(column for column in self.columns if column.field is not Field.IGNORED)


def letter_of(position: int) -> str:
    """The name of a column: A, B, … Z, AA."""
    first, last = divmod(position, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


def lay_out(grid: Grid, mapping: Mapping) -> SheetLayout:
    """The columns as they are headed, or as a person says."""
    head = _heading_row(grid.rows)
    rows = grid.rows[grid.rows.index(head) + 1 :] if head else grid.rows
    texts = {place: clean(cell.text)[:_SHOWN] for place, cell in head.filled} if head else {}
    width = max((len(row.cells) for row in grid.rows), default=0)
    used = [place for place in range(width) if place in texts or any(row.at(place).is_filled for row in rows)]
    fields = _fields({place: texts.get(place, "") for place in used}, mapping)
    columns = tuple(
        Column(
            position=place,
            heading=texts.get(place, ""),
            field=fields[place],
            examples=_examples(rows, place),
            is_guessed=place not in mapping.fields,
        )
        for place in used
    )
    same = head.cells if head else None
    return SheetLayout(
        headings=head.number if head else None,
        columns=columns,
        rows=tuple(row for row in rows if row.cells != same),  # headings stand again on each printed page
    )


def _heading_row(rows: tuple[Row, ...]) -> Row | None:
    """The row with most headings that are known, at least two; else the first of several texts and nothing else."""
    beginning = rows[:_LOOKED_AT]
    best = max(beginning, key=_known, default=None)
    if best is not None and _known(best) > 1:
        return best
    texts = (row for row in beginning if len(row.filled) > 1)
    first = next(texts, None)
    plain = first is not None and all(cell.kind is Kind.TEXT for _, cell in first.filled)
    return first if plain else None


def _known(row: Row) -> int:
    return len({field_of(cell.text) for _, cell in row.filled if cell.kind is Kind.TEXT} - {None})


def _fields(texts: Named[int, str], mapping: Mapping) -> dict[int, Field]:
    """What each column holds: as said, else as headed; a second one of what there is once is not guessed about."""
    found = {place: mapping.fields[place] for place in texts if place in mapping.fields}
    for place, text in texts.items():
        if place not in found:
            guess = field_of(text) or Field.IGNORED
            is_free = guess in SEVERAL or guess not in found.values()
            found[place] = guess if is_free else Field.IGNORED
    return found


def _examples(rows: tuple[Row, ...], place: int) -> tuple[str, ...]:
    found: list[str] = []
    for row in rows:
        text = clean(row.at(place).text)[:_SHOWN]
        if text and text not in found:
            found.append(text)
        if len(found) == _EXAMPLES:
            break
    return tuple(found)
