"""The words by which the register keeps its choices: one that changes leaves every row of before without a meaning."""

import importlib
import pkgutil
from enum import StrEnum

from openkader import casework

_ROOM = "openkader.casework."


def words() -> dict[str, tuple[str, str]]:
    """Each word of each choice in the room, with its name."""
    found: dict[str, tuple[str, str]] = {}
    for module in pkgutil.walk_packages(casework.__path__, _ROOM):
        for kind in vars(importlib.import_module(module.name)).values():
            if isinstance(kind, type) and issubclass(kind, StrEnum) and kind.__module__.startswith(_ROOM):
                found |= {
                    f"{kind.__name__}.{one.name} of {kind.__module__}": (one.name, str(one)) for one in kind
                }
    return found


def test_a_word_that_is_kept_is_the_name_of_its_choice() -> None:
    """Tasks begin with a word of their own; what others have words for is called as they call it."""
    found = words()
    odd = {
        place: word
        for place, (name, word) in found.items()
        if word.removeprefix("role.").replace("-", "_") != name.lower()
        and not place.startswith(("DocumentForm.", "CaseEvent.", "Category.", "Vertrouwelijkheid."))
    }
    assert odd == {}
    assert len(found) > 400
