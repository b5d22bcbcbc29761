"""What no database keeps: a null character and half a letter. PostgreSQL refuses them, and SQLite takes some."""

import re
from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from openkader.base.errors import Invalid, Problem

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def watch_texts(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """From now on a text that cannot be kept is refused before the database is asked, on each kind alike."""
    if _asked not in connection.execute_wrappers:
        connection.execute_wrappers.append(_asked)


def is_storable(value: Any) -> bool:
    """Whether a database takes a value, and all that is in it."""
    if isinstance(value, str):
        return _UNSTORABLE.search(value) is None
    if isinstance(value, dict):
        return all(map(is_storable, value)) and all(map(is_storable, value.values()))
    if isinstance(value, (list, tuple)):
        return all(map(is_storable, value))
    return is_storable(value.obj) if hasattr(value, "obj") else True  # JSON, as PostgreSQL is given it


def _asked(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> object:
    if many:
        params = list(params)
    if not is_storable(params):
        raise Invalid([Problem("register.unstorable", "text")])
    return execute(sql, params, many, context)
