"""Whether a text names a member: what somebody typed as by whom a session was held, or who gave an advice."""

import re
from collections.abc import Iterable

_SHORTEST = 3  # below that a name is found in anything


def is_named(names: Iterable[str], text: str) -> bool:
    """Whether one of the names stands in the text as whole words, however it is capitalised and spaced."""
    folded = " ".join(text.split())
    return any(_stands_in(" ".join(name.split()), folded) for name in names)


def _stands_in(name: str, text: str) -> bool:
    if len(name) < _SHORTEST:
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
