"""Where each value of a strict document stands in its text, letter by letter, for whoever changes one of them.

Only a text that `read_text` accepts has spans: it has no anchors, no tags, and is not nested without end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from openkader.base.document import parsed

Path: TypeAlias = tuple[str | int, ...]


@dataclass(slots=True)
class Span:
    """One value with its first letter and the one after its last; a block ends with what stands in it.

    `is_flow` is whether it is written between brackets. Of a mapping `keys` has where each key begins.
    """

    start: int
    end: int
    is_flow: bool = False
    fields: "dict[str, Span]" = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    items: "list[Span]" = field(default_factory=list)

    def at(self, path: Path) -> "Span":
        """What stands at a path; `KeyError` or `IndexError` where nothing does."""
        found = self
        for step in path:
            found = found.fields[step] if isinstance(step, str) else found.items[step]
        return found


@dataclass(slots=True)
class _Open:
    span: Span
    is_mapping: bool
    key: str | None = None


def spans_of(text: str) -> Span:
    """The whole document with everything that stands in it."""
    shift = 1 if text.startswith("\ufeff") else 0  # the parser does not count that mark
    stack: list[_Open] = []
    root = Span(0, 0)
    for event in _values(text):
        if isinstance(event, yaml.CollectionEndEvent):
            closed = stack.pop().span
            if closed.is_flow:
                closed.end = _place(event.end_mark) + shift
            _stretch(stack, closed.end)
            continue
        start, end = _place(event.start_mark) + shift, _place(event.end_mark) + shift
        is_key = bool(stack) and stack[-1].is_mapping and stack[-1].key is None
        if is_key and isinstance(event, yaml.ScalarEvent):  # the strict reader has no other keys
            stack[-1].key = event.value
            stack[-1].span.keys[event.value] = start
            continue
        span = Span(start, _without_blanks(text, start, end))
        root = _placed(stack, span) or root
        if isinstance(event, yaml.CollectionStartEvent):
            span.is_flow = bool(event.flow_style)
            stack.append(_Open(span, isinstance(event, yaml.MappingStartEvent)))
        else:
            _stretch(stack, span.end)
    return root


def _values(text: str) -> Iterator[yaml.Event]:
    kinds = (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.CollectionEndEvent)
    return (event for event in parsed(text) if isinstance(event, kinds))


def _place(mark: object) -> int:
    """The letter that a mark of either parser points at."""
    return int(mark.index)  # type: ignore[attr-defined]  # every event of a text has both marks


def _without_blanks(text: str, start: int, end: int) -> int:
    """The end of a value without the empty lines that a folded text takes along."""
    return start + len(text[start:end].rstrip())


def _placed(stack: list[_Open], span: Span) -> Span | None:
    """Put a value in the collection that is open; the first of all is the document."""
    if not stack:
        return span
    parent = stack[-1]
    if parent.key is None:
        parent.span.items.append(span)
    else:
        parent.span.fields[parent.key] = span
        parent.key = None
    return None


def _stretch(stack: list[_Open], end: int) -> None:
    """A block reaches as far as the last thing in it."""
    if stack:
        stack[-1].span.end = max(stack[-1].span.end, end)
