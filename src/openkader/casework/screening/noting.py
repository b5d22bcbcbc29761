"""Noting what a source beside the lists says of a party."""

import re

from openkader.base.errors import Refusal

_ADDRESS = re.compile(r"https?://\S+")


def may_note(title: str, says: str, url: str | None) -> Refusal | None:
    """A note names its source and what that says; an address leads to a page and to nothing else."""
    if not title.strip() or not says.strip():
        return Refusal("note.incomplete")
    return Refusal("note.bad-address") if url and not _ADDRESS.fullmatch(url) else None
