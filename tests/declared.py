"""Whoever takes a file apart asks only for keys that were declared: of others nobody hears what is wrong."""

import sys
from collections.abc import Collection
from functools import wraps
from typing import Any

from openkader.base.reading import Fields, Reader


def hold_to_what_was_declared() -> None:
    """From now on a key that casework did not declare is a mistake of ours, also where it merely asks for its place."""
    mapping, entry, place = Reader.mapping, Fields.entry, Fields.place

    @wraps(mapping)
    def declaring(
        self: Reader, found: Any, required: Collection[str], optional: Collection[str] = ()
    ) -> Fields:
        fields = mapping(self, found, required, optional)
        if str(sys._getframe(1).f_globals["__name__"]).startswith("openkader.casework"):
            fields.__dict__["declared"] = {*required, *optional}
        return fields

    def held(fields: Fields, key: str) -> None:
        known = fields.__dict__.get("declared")
        assert known is None or key in known, f"{key} is asked for, and {sorted(known)} were declared"

    @wraps(entry)
    def held_entry(self: Fields, key: str) -> Any:
        held(self, key)
        return entry(self, key)

    @wraps(place)
    def held_place(self: Fields, key: str) -> str:
        held(self, key)
        return place(self, key)

    Reader.mapping = declaring  # type: ignore[method-assign,assignment]
    Fields.entry = held_entry  # type: ignore[method-assign]
    Fields.place = held_place  # type: ignore[method-assign]
