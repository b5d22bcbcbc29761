"""One place in the text of a document is written anew, and every letter around it stays as it was.

What already says what it must say is not touched: of a row whose outcome changes, only that word is
another. Afterwards the text is read again; where it does not say exactly what was asked (a layout that
nobody foresaw), nothing is changed and it is refused.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

from openkader.base.document import read_text
from openkader.base.errors import Invalid, Refusal, Refused
from openkader.base.flowing import Plain, flowing, plain, same, word
from openkader.base.spans import Path, spans_of
from openkader.kader.laying_out import (
    Chunk,
    chunks_of,
    column_of,
    item_lines,
    line_end,
    lines_of_fields,
    without_comma,
)

_Edit: TypeAlias = Callable[[str], str]


def said_at(text: str, path: Path) -> Plain:
    """What stands at a path, without the places."""
    return _at(_read(text), path)


def with_value(text: str, path: Path, value: Plain) -> str:
    """The text in which this place says this; `KeyError` or `IndexError` where there is no such place."""
    before = _read(text)
    edits = _edits(_at(before, path), value, path)
    return _checked(text, edits, _replaced(before, path, value))


def with_item(text: str, path: Path, value: dict[str, Plain], *, in_lines: bool) -> str:
    """The text with one thing more at the end of a list; `in_lines` writes each of its fields on a line."""
    before = _read(text)
    wanted = _replaced(before, path, [*_list(before, path), value])
    return _checked(text, [partial(_append, path=path, value=value, in_lines=in_lines)], wanted)


def with_section(text: str, section: str, value: dict[str, Plain]) -> str:
    """The text with a section that it has not, or that says nothing, and in it this one entry in lines."""
    before = _read(text)
    assert isinstance(before, dict)  # noqa: S101 - whoever writes a kader was there
    edits: list[_Edit] = [partial(_begin, section=section, value=value)]
    return _checked(text, edits, {**before, section: [value]})


def without_item(text: str, path: Path, place: int) -> str:
    """The text without one thing of a list; after the last one the list says that there is nothing."""
    before = _read(text)
    items = _list(before, path)
    if len(items) == 1:
        return with_value(text, path, [])
    wanted = _replaced(before, path, [*items[:place], *items[place + 1 :]])
    return _checked(text, [partial(_cut, path=path, place=place)], wanted)


def with_swapped(text: str, path: Path, place: int) -> str:
    """The text in which one thing of a list and the next have changed places; what stands between them stays."""
    before = _read(text)
    items = _list(before, path)
    items[place : place + 2] = items[place + 1], items[place]
    return _checked(text, [partial(_swap, path=path, place=place)], _replaced(before, path, items))


def with_moved(text: str, path: Path, place: int, to: int) -> str:
    """The text in which one thing of a list stands at another place, and the others in their order."""
    steps = range(place, to) if place < to else range(place - 1, to - 1, -1)
    for step in steps:
        text = with_swapped(text, path, step)
    return text


def _read(text: str) -> Plain:
    return plain(read_text(text, ""))


def _at(said: Plain, path: Path) -> Plain:
    for step in path:
        said = said[step]  # type: ignore[index]  # whoever names a path was there
    return said


def _list(said: Plain, path: Path) -> list[Plain]:
    found = _at(said, path)
    assert isinstance(found, list)  # noqa: S101 - whoever names a list was there
    return list(found)


def _replaced(said: Plain, path: Path, value: Plain) -> Plain:
    """The same with something else at one place."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = _list(said, ())
        items[step] = _replaced(items[step], rest, value)
        return items
    assert isinstance(said, dict)  # noqa: S101 - as above
    return {**said, step: _replaced(said[step], rest, value)}


def _checked(text: str, edits: "list[_Edit] | Iterator[_Edit]", wanted: Plain) -> str:
    """The text after all edits, if it says what was asked."""
    for edit in edits:
        text = edit(text)
    try:
        found = _read(text)
    except Invalid as error:
        raise Refused(Refusal("kader-draft.row-layout")) from error
    if not same(found, wanted):
        raise Refused(Refusal("kader-draft.row-layout"))
    return text


def _edits(was: Plain, becomes: Plain, path: Path) -> Iterator[_Edit]:
    """The smallest changes that make one thing say another, in an order in which every path stays right."""
    if same(was, becomes):
        return
    if isinstance(was, dict) and isinstance(becomes, dict) and was.keys() & becomes.keys():
        yield from _edits_of_mapping(was, becomes, path)
    elif isinstance(was, list) and isinstance(becomes, list) and was and becomes:
        yield from _edits_of_list(was, becomes, path)
    else:
        yield partial(_set, path=path, value=becomes)


def _edits_of_mapping(was: Mapping[str, Plain], becomes: Mapping[str, Plain], path: Path) -> Iterator[_Edit]:
    """Keys in both first, then what is new behind the key that it stands behind, then what is gone."""
    behind = next(key for key in becomes if key in was)
    for key, value in becomes.items():
        if key in was:
            yield from _edits(was[key], value, (*path, key))
        else:
            yield partial(_put, path=path, behind=behind, pair=(key, value))
        behind = key
    for key in was:
        if key not in becomes:
            yield partial(_drop, path=path, key=key)


def _edits_of_list(was: list[Plain], becomes: list[Plain], path: Path) -> Iterator[_Edit]:
    """Another order at once; else one by one, where they are not alike from the front or from the end.

    What is too many goes, of several that are alike at the end, and what is more comes behind.
    """
    order = _order_of(was, becomes)
    if order is not None:
        yield partial(_order, path=path, order=order)
        return
    head = _alike(was, becomes)
    tail = _alike(was[head:][::-1], becomes[head:][::-1]) if len(becomes) <= len(was) else 0
    old, new = was[head : len(was) - tail], becomes[head : len(becomes) - tail]
    gone = _gone(old, new)
    if gone:
        yield partial(_cut_all, path=path, places=[head + place for place in gone])
    left = [item for place, item in enumerate(old) if place not in gone]
    for place, (one, other) in enumerate(zip(left, new, strict=False)):
        yield from _edits(one, other, (*path, head + place))
    for value in new[len(left) :]:
        yield partial(_append, path=path, value=value, in_lines=False)


def _alike(one: list[Plain], other: list[Plain]) -> int:
    """How many are the same from the front on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, pair in pairs if not same(*pair)), min(len(one), len(other)))


def _order_of(was: list[Plain], becomes: list[Plain]) -> list[int] | None:
    """The places from which the same things come in another order; None where they are not the same things."""
    keys, wanted = [*map(repr, was)], [*map(repr, becomes)]
    if sorted(keys) != sorted(wanted) or keys == wanted:
        return None
    places: dict[str, list[int]] = {}
    for place in reversed(range(len(keys))):
        places.setdefault(keys[place], []).append(place)
    return [places[key].pop() for key in wanted]


def _gone(was: list[Plain], becomes: list[Plain]) -> list[int]:
    """The places of what went, where the list became shorter: first of all what is nowhere any more."""
    number = max(len(was) - len(becomes), 0)
    nowhere = [place for place, item in enumerate(was) if not any(same(item, one) for one in becomes)]
    others = [place for place in reversed(range(len(was))) if place not in nowhere]
    return sorted([*nowhere, *others][:number])


def _set(text: str, path: Path, value: Plain) -> str:
    """Write one value anew; a block becomes one line behind its key or dash."""
    root = spans_of(text)
    parent, span = root.at(path[:-1]), root.at(path)
    start = span.start
    if not parent.is_flow and not span.is_flow and (span.fields or span.items) and isinstance(path[-1], str):
        start = text.index(":", parent.keys[path[-1]] + len(path[-1])) + 1
    written = flowing(value, is_flow=parent.is_flow)
    blank = "" if text[start - 1] in " [{" else " "
    return f"{text[:start]}{blank}{written}{text[span.end :]}"


def _put(text: str, path: Path, behind: str, pair: tuple[str, Plain]) -> str:
    """One field more, behind another."""
    parent = spans_of(text).at(path)
    key, value = pair
    end = parent.fields[behind].end
    if parent.is_flow:
        return f"{text[:end]}, {word(key)}: {flowing(value)}{text[end:]}"
    end = line_end(text, end)
    indent = " " * column_of(text, parent.keys[behind])
    lines = "".join(f"\n{indent}{line}" for line in lines_of_fields({key: value}))
    return f"{text[:end]}{lines}{text[end:]}"


def _drop(text: str, path: Path, key: str) -> str:
    """One field less; of the first behind a dash that dash stays, for the next."""
    parent = spans_of(text).at(path)
    start, end = parent.keys[key], parent.fields[key].end
    if parent.is_flow:
        chunks = [Chunk(parent.keys[one], parent.fields[one].end) for one in parent.keys]
        return without_comma(text, chunks, list(parent.keys).index(key))
    line = start - column_of(text, start)
    if text[line:start].strip():
        following = min(place for place in parent.keys.values() if place > start)
        return f"{text[:start]}{text[following if text[end:following].isspace() else end :]}"
    return f"{text[:line]}{text[line_end(text, end) + 1 :]}"


def _append(text: str, path: Path, value: Plain, *, in_lines: bool) -> str:
    """One item more at the end of a list."""
    root = spans_of(text)
    found = root.at(path)
    if not found.items:
        return _first(text, path, value, in_lines=in_lines)
    end = found.items[-1].end
    if found.is_flow:
        return f"{text[:end]}, {flowing(value)}{text[end:]}"
    end = line_end(text, end)
    dash = " " * column_of(text, found.start)
    return f"{text[:end]}\n{dash}- {item_lines(value, len(dash) + 2, in_lines=in_lines)}{text[end:]}"


def _first(text: str, path: Path, value: Plain, *, in_lines: bool) -> str:
    """The first item of a list without any, on a line of its own where that is asked and fits."""
    root = spans_of(text)
    parent, found = root.at(path[:-1]), root.at(path)
    if parent.is_flow or not in_lines or not isinstance(path[-1], str):
        return f"{text[: found.start]}[{flowing(value)}]{text[found.end :]}"
    indent = column_of(text, parent.keys[path[-1]]) + 2
    item = item_lines(value, indent + 2, in_lines=True)
    return f"{text[: found.start].rstrip()}\n{' ' * indent}- {item}{text[found.end :]}"


def _begin(text: str, section: str, value: Plain) -> str:
    """A section at the end of a text, or in the place of the one that says nothing."""
    root = spans_of(text)
    if section in root.fields:
        text = _set(text, (section,), [])
        return _first(text, (section,), value, in_lines=True)
    if root.is_flow:
        return _put(text, (), list(root.fields)[-1], (section, [value]))
    end = "" if text.endswith("\n") else "\n"
    return f"{text}{end}\n{word(section)}:\n  - {item_lines(value, 4, in_lines=True)}\n"


def _cut(text: str, path: Path, place: int) -> str:
    """One item less."""
    found = spans_of(text).at(path)
    chunks = chunks_of(text, found)
    if found.is_flow:
        return without_comma(text, chunks, place)
    return f"{text[: chunks[place].start]}{text[chunks[place].end + 1 :]}"


def _order(text: str, path: Path, order: list[int]) -> str:
    """The things of a list in another order; what stands between them stays."""
    chunks = chunks_of(text, spans_of(text).at(path))
    written, end = "", 0
    for chunk, place in zip(chunks, order, strict=True):
        written += text[end : chunk.start] + text[chunks[place].start : chunks[place].end]
        end = chunk.end
    return written + text[end:]


def _cut_all(text: str, path: Path, places: list[int]) -> str:
    """Several items less, from the end on, so that the others stand where they stood."""
    found = spans_of(text).at(path)
    chunks = chunks_of(text, found)
    for place in reversed(places):
        if found.is_flow:
            text = _cut(text, path, place)
        else:
            text = f"{text[: chunks[place].start]}{text[chunks[place].end + 1 :]}"
    return text


def _swap(text: str, path: Path, place: int) -> str:
    """Two items that stand behind each other change places."""
    chunks = chunks_of(text, spans_of(text).at(path))
    one, other = chunks[place], chunks[place + 1]
    first, between, second = (
        text[one.start : one.end],
        text[one.end : other.start],
        text[other.start : other.end],
    )
    return f"{text[: one.start]}{second}{between}{first}{text[other.end :]}"
