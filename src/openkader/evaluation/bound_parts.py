"""The tables and charts that a text binds, as plain data: to keep them, and to freeze them with the text."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from openkader.casework.prose import Binding, Bound, Passage, bindings_in
from openkader.evaluation.document import Block, Cell, Column, Notice, Picture, Table

Plain = Mapping[str, Any]
_OF_PICTURE = ("id", "title", "description", "svg")
_DRAWN = (Bound.TABLE, Bound.CHART)


def parts_in(passages: Iterable[Passage]) -> tuple[Binding, ...]:
    """The tables and charts that stand in a text, each once and in order; those of another year nobody has yet."""
    bindings = bindings_in(passages)
    return tuple(dict.fromkeys(one for one in bindings if one.sort in _DRAWN and one.year is None))


def as_plain(block: Block | None) -> dict[str, Any] | None:
    """A table, a chart or a notice as JSON takes it; of a part that there is not, nothing."""
    match block:
        case Table():
            return {"sort": "table", **_plain_table(block)}
        case Picture():
            told = {name: getattr(block, name) for name in _OF_PICTURE}
            return {"sort": "picture", **told, "table": _plain_table(block.table)}
        case Notice():
            return {"sort": "notice", "text": block.text}
    return None


def _plain_table(table: Table) -> dict[str, Any]:
    told = asdict(table)
    told["columns"] = [asdict(one) for one in table.columns]
    told["rows"] = [[[cell.text, cell.path] for cell in row] for row in table.rows]
    return told


def block_of(plain: Plain | None) -> Block | None:
    """The block again, from what was kept of it."""
    if plain is None:
        return None
    match plain["sort"]:
        case "table":
            return _table(plain)
        case "picture":
            told = {name: plain[name] for name in _OF_PICTURE}
            return Picture(**told, table=_table(plain["table"]))
    return Notice(plain["text"])


def _table(plain: Plain) -> Table:
    return Table(
        id=plain["id"],
        caption=plain["caption"],
        columns=tuple(Column(**one) for one in plain["columns"]),
        rows=tuple(tuple(Cell(text, path) for text, path in row) for row in plain["rows"]),
        note=plain["note"],
        empty=plain["empty"],
    )


def frozen_parts(content: Plain, language: str) -> dict[Binding, Block]:
    """The tables and charts as they were adopted; an evaluation that bound none, or is older than this, has none."""
    found = {}
    for written, plain in content.get("parts", {}).get(language, {}).items():
        sort, _colon, name = written.partition(":")
        block = block_of(plain)
        if block is not None:
            found[Binding(Bound(sort), name)] = block
    return found


def part_key(binding: Binding) -> str:
    """A part by its sort and name, as it is kept."""
    return f"{binding.sort}:{binding.name}"
