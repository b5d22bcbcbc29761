"""How values stand in the lines of a text: where one begins and ends, and how a new one is laid out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openkader.base.flowing import Plain, flowing, word
from openkader.base.spans import Span


@dataclass(frozen=True, slots=True)
class Chunk:
    """The lines of one item of a block, or one item between brackets."""

    start: int
    end: int


def item_lines(value: Plain, indent: int, *, in_lines: bool) -> str:
    """An item behind its dash."""
    if not in_lines or not isinstance(value, dict):
        return flowing(value, is_flow=isinstance(value, dict | list))
    return ("\n" + " " * indent).join(lines_of_fields(value))


def lines_of_fields(value: Mapping[str, Plain]) -> Iterator[str]:
    """Each field on a line; two texts beside each other, and each mapping of a list, on a line of its own."""
    for key, one in value.items():
        if isinstance(one, dict) and one.keys() == {"nl", "en"}:
            yield f"{word(key)}:"
            yield from (f"  {name}: {flowing(said, is_flow=False)}" for name, said in one.items())
        elif isinstance(one, list) and any(isinstance(item, dict) for item in one):
            yield f"{word(key)}:"
            yield from (f"  - {flowing(item)}" for item in one)
        else:
            yield f"{word(key)}: {flowing(one, is_flow=False)}"


def without_comma(text: str, chunks: list[Chunk], place: int) -> str:
    """What stands between brackets, without one part and the comma that it no longer needs."""
    if place:
        return f"{text[: chunks[place - 1].end]}{text[chunks[place].end :]}"
    return f"{text[: chunks[0].start]}{text[chunks[1].start :]}"


def chunks_of(text: str, found: Span) -> list[Chunk]:
    """Of each item where it begins and ends; in a block these are whole lines, from its dash on."""
    if found.is_flow:
        return [Chunk(item.start, item.end) for item in found.items]
    column = column_of(text, found.start)
    return [Chunk(_dash(text, item.start, column), line_end(text, item.end)) for item in found.items]


def _dash(text: str, start: int, column: int) -> int:
    """Where the line begins that has the dash of an item."""
    line = start - column_of(text, start)
    while text[line : line + column + 1].strip(" ") != "-":
        line = text.rindex("\n", 0, line - 1) + 1
    return line


def column_of(text: str, place: int) -> int:
    """How far a letter stands from the beginning of its line."""
    return place - (text.rfind("\n", 0, place) + 1)


def line_end(text: str, place: int) -> int:
    """Where the line of a letter ends."""
    found = text.find("\n", place)
    return len(text) if found < 0 else found
