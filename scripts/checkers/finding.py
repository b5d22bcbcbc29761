"""What a checker has to say about one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence with its place; a note is shown, and closes no gate."""

    text: str
    is_note: bool = False
