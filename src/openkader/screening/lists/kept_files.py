"""The files of a list: written whole or not at all, and read as strictly as they were written."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from openkader.base.errors import Unavailable
from openkader.base.on_disk import settle

Shape = TypeVar("Shape")


def shaped(path: Path, make: Callable[[Mapping[str, Any]], Shape]) -> Shape:
    """What a file of a list says; one that says something else than we wrote is damaged."""
    try:
        return read_shape(path.read_text(encoding="utf-8"), path, make)
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(path, getattr(error, "strerror", None) or str(error)) from error


def read_shape(text: str, place: Path, make: Callable[[Mapping[str, Any]], Shape]) -> Shape:
    """The same of a text that stands in the stead of that file."""
    try:
        return make(json.loads(text))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise damaged(place, str(error)) from error


def damaged(path: Path, reason: str) -> Unavailable:
    """Why a list is not used: a file of it is not as we wrote it."""
    where = "/".join(path.parts[-3:])
    return Unavailable(
        "list.damaged", {"file": where, "reason": "".join(filter(str.isprintable, reason))[:80]}
    )


def write_data(path: Path, data: Mapping[str, Any]) -> None:
    """Write what a list is, or how it went, for people to read too."""
    replace_whole(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def replace_whole(path: Path, text: str) -> None:
    """Write beside the file and rename: nobody ever sees half of it, not even after a power cut."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        settle(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    settle(path.parent)
