"""A table, a chart or a quote in a text, as its component takes it."""

from django.utils.safestring import mark_safe

from openkader.evaluation.document import Block, Picture, Quote, Table

Shown = dict[str, object]
MOST_ROWS = 500  # a page of more is read by nobody; the document has them all
_ON_ONE_LINE = 3  # columns that fit on a line of a phone, below the name of the row


def shown_part(block: Block, place: str) -> Shown | None:
    """A part with names that are unique on the page; a passage of words has none."""
    match block:
        case Table():
            return {"sort": "table", "caption": block.caption, "table": _table(block, place)}
        case Picture():
            return {
                "sort": "chart",
                "caption": block.title,
                "description": block.description,
                "has_short_labels": block.id == "timeline",  # its labels leave where there is no room
                "svg": _drawing(block, place),
                "table": _table(block.table, place),
            }
        case Quote():
            told = {
                "text": block.text,
                "source": block.said_by,
                "url": block.path,
                "language": block.language,
            }
            return {"sort": "quote", "caption": block.said_by, "passage": told}
    return None


def _drawing(picture: Picture, place: str) -> str:
    """The chart as charts/ drew it, with its identifiers made this place's own."""
    svg = picture.svg
    for part in ("title", "desc"):
        svg = svg.replace(f"{picture.id}-{part}", f"{picture.id}{place}-{part}")
    return mark_safe(svg)  # noqa: S308 - drawn by charts/, which escapes what it is given


def _table(table: Table, place: str) -> Shown:
    return {
        "name": f"{table.id}{place}".replace(".", "-"),
        "caption": table.caption,
        "columns": [{"label": one.label, "number": one.is_number} for one in table.columns],
        "rows": [
            [
                {
                    "first": (cell.text.splitlines() or [""])[0],
                    "rest": cell.text.splitlines()[1:],
                    "url": cell.path,
                    "label": column.label,
                    "number": column.is_number,
                }
                for cell, column in zip(row, table.columns, strict=True)
            ]
            for row in table.rows[:MOST_ROWS]
        ],
        "sort": "lines" if len(table.columns) <= _ON_ONE_LINE else "stacked",
        "left": max(0, len(table.rows) - MOST_ROWS),
        "note": table.note,
        "empty": table.empty,
    }
