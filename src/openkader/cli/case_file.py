"""Cases from a file, one a line: `{"reference": "Z-1", "facts": {"kind": "event"}}`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from openkader.base.errors import Invalid, Problem

MOST_BYTES = 1 << 20  # of one line
MOST_PROBLEMS = 50
_KEYS = {"reference", "facts"}


def read_cases(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each case of the file; where a line is wrong, all that are wrong are said."""
    problems: list[Problem] = []
    try:
        with path.open("rb") as file:
            for number, line in _lines(file, path.name):
                found = _case(line, f"{path.name}:{number}", problems)
                if found is not None and not problems:
                    yield found
                if len(problems) >= MOST_PROBLEMS:
                    break
    except OSError as error:
        detail = {"reason": error.strerror or ""}
        raise Invalid([Problem("document.unreadable", path.name, detail)]) from error
    if problems:
        raise Invalid(problems)


def _lines(file: IO[bytes], name: str) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(MOST_BYTES + 1):
        number += 1
        if len(line) > MOST_BYTES:
            raise Invalid([Problem("replay.long-line", f"{name}:{number}", {"most": str(MOST_BYTES >> 20)})])
        if line.strip():
            yield number, line


def _case(line: bytes, where: str, problems: list[Problem]) -> tuple[str, dict[str, Any]] | None:
    try:
        found = json.loads(line, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:  # of bytes that are no UTF-8 too
        problems.append(Problem("replay.no-json", where, {"reason": _said(error)}))
        return None
    if _is_case(found):
        return found["reference"], found["facts"]
    problems.append(Problem("replay.no-case", where))
    return None


def _is_case(found: object) -> bool:
    return (
        isinstance(found, dict)
        and found.keys() == _KEYS
        and isinstance(found["reference"], str)
        and isinstance(found["facts"], dict)
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(next(f"duplicate key: {name}" for name in names if names.count(name) > 1))
    return found


def _no_number(name: str) -> float:
    raise ValueError(f"no number: {name}")


def _said(error: Exception) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error)
