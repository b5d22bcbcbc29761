"""Years side by side as plain data for other programs; the form is documented in the reference."""

from openkader.evaluation.comparing import Cell, Column, Comparison, Difference, Line
from openkader.evaluation.definition_words import say_definition


def as_json(found: Comparison, language: str) -> dict[str, object]:
    """The columns from left to right, and a line for each figure."""
    return {
        "years": [_column(column) for column in found.columns],
        "figures": [_line(line, language) for line in found.lines],
    }


def _column(column: Column) -> dict[str, object]:
    return {
        "year": column.year,
        "kader": column.kader.id if column.kader else None,
        "kader_digest": column.kader.digest if column.kader else None,
        "origin": column.origin if column.kader else None,
    }


def _line(line: Line, language: str) -> dict[str, object]:
    return {
        "id": line.figure.id,
        "text": line.figure.text.in_(language),
        "definitions": [
            {"years": list(one.years), "says": say_definition(one.figure, one.kader, language)}
            for one in line.definitions
        ],
        "cells": [_cell(cell) for cell in line.cells],
    }


def _cell(cell: Cell) -> dict[str, object]:
    """What is not counted has no number, and no nought."""
    count = cell.count
    return {
        "year": cell.year,
        "state": cell.place,
        "figure": cell.figure.id if cell.figure else None,
        "low": count.range.low if count else None,
        "high": count.range.high if count else None,
        "of": {"low": count.total.low, "high": count.total.high} if count and count.total else None,
        "status": cell.status,
        "difference": _difference(cell.difference),
    }


def _difference(one: Difference | None) -> dict[str, object] | None:
    if one is None:
        return None
    return {"since": one.since, "is": one.change, "by": one.by, "at_least": one.is_least}
