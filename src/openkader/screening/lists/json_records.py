"""JSON lists record by record: objects in one array, or one object a line."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openkader.base.errors import Invalid, Problem

_CHUNK = 1 << 20
_MOST = 1 << 24
_OPENING = re.compile(r'"results"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


def read_results(path: Path) -> Iterator[tuple[Any, str]]:
    """Every element of the array `results`, with its number (``csl.json:record 12``)."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from _elements(iter(lambda: file.read(_CHUNK), ""), path.name)
    except UnicodeDecodeError as error:
        raise Invalid([Problem("document.not-utf8", path.name)]) from error


def _elements(chunks: Iterator[str], name: str) -> Iterator[tuple[Any, str]]:
    text, position = _opened(chunks, name)
    decoder, number = json.JSONDecoder(), 0
    while True:
        position = _after(_BETWEEN, text, position)
        if text[position : position + 1] == "]":
            return
        try:
            element, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            text, position = _more(text[position:], chunks, f"{name}:record {number + 1}", error), 0
            continue
        number += 1
        yield element, f"{name}:record {number}"
        position = end


def _after(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def _opened(chunks: Iterator[str], name: str) -> tuple[str, int]:
    """The text up to and past the opening of the array."""
    text = ""
    for chunk in chunks:
        text += chunk
        if found := _OPENING.search(text):
            return text, found.end()
        if len(text) > _MOST:
            break
    raise Invalid([Problem("list.no-results", name)])


def _more(rest: str, chunks: Iterator[str], where: str, error: Exception) -> str:
    """The element that was not whole, with more text behind it; it may really be broken."""
    if len(rest) > _MOST or isinstance(error, RecursionError):
        raise Invalid([Problem("list.record-too-large", where)]) from error
    chunk = next(chunks, "")
    if not chunk:
        is_open = rest.count("{") > rest.count("}") or not rest.strip()
        code = "list.cut" if is_open else "list.syntax"
        raise Invalid([Problem(code, where, {"reason": str(error)[:80]})]) from error
    return rest + chunk
