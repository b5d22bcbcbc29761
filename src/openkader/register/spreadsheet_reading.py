"""A sheet read by what this house knows, and the form in which its mapping is kept."""

import hashlib
from collections.abc import Mapping as Named
from datetime import date
from typing import Any

from openkader.casework.delegation.cells import Grid
from openkader.casework.spreadsheet import Field, Mapping, Read, read_rows
from openkader.register.spreadsheet_entries import SpreadsheetEntry
from openkader.register.spreadsheets import standard_here


def read_here(grid: Grid, mapping: Mapping, today: date) -> Read:
    """The rows of a sheet, judged by the relations and countries of this house."""
    return read_rows(grid, mapping, standard_here(grid.day_zero, today))


def entry_of(read: Read, mapping: Mapping, content: bytes, *, leaves_out: bool) -> SpreadsheetEntry:
    """What the service takes, with the columns as they were taken for in the end."""
    fields = {column.position: column.field for column in read.layout.columns}
    kept = Mapping(fields=fields, words=mapping.words, sheet=read.sheet or None, all_held=mapping.all_held)
    return SpreadsheetEntry(
        file_name=read.name[-200:],
        sheet=read.sheet[:200],
        digest=hashlib.sha256(content).hexdigest(),
        mapping=told(kept),
        rows=read.rows,
        bad=len(read.bad),
        leaves_out=leaves_out,
    )


def told(mapping: Mapping) -> dict[str, Any]:
    """A mapping as it is kept."""
    return {
        "fields": {str(place): str(field) for place, field in mapping.fields.items()},
        "words": {str(field): dict(words) for field, words in mapping.words.items()},
        "sheet": mapping.sheet,
        "all_held": mapping.all_held,
    }


def mapping_from(kept: Named[str, Any]) -> Mapping:
    """The same, read again."""
    return Mapping(
        fields={int(place): Field(field) for place, field in kept["fields"].items()},
        words={Field(field): words for field, words in kept["words"].items()},
        sheet=kept["sheet"],
        all_held=kept["all_held"],
    )
