"""What a party may be called."""

from openkader.base.errors import Refusal

LONGEST_NAME = 300


def may_be_a_name(name: str) -> Refusal | None:
    """A name is there, can be read, and is no text."""
    fits = name and len(name) <= LONGEST_NAME and name.isprintable()
    return None if fits else Refusal("name.empty")
