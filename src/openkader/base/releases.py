"""From which release to which: an installation goes by every second number of a version, and never back.

0.1.4 may become 0.1.9 or any 0.2, but not 0.3: what 0.2 did to a database is no longer in the code of 0.3.
"""

import re

from openkader.base.errors import Refusal

# What wrote databases before they said so.
FIRST = "0.1.0"
# The newest line of each first number, once there is a next one: 1.0 comes after it.
LAST_OF: dict[int, int] = {}
_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})(?:\.\d.*)?")


def is_newer(version: str, *, than: str) -> bool:
    """Whether a release is of a later line; one that cannot be read is no release of ours, and counts as later."""
    found, own = _line(version), _line(than)
    return found is None or own is None or found > own


def refuses_step(written_by: str, here: str) -> Refusal | None:
    """Why a database that this release wrote last may not be brought up by the one that is here."""
    if is_newer(written_by, than=here):
        return Refusal("release.newer", {"written": written_by[:40], "here": here})
    line = _next(_line(written_by) or (0, 0))
    if line < (_line(here) or line):
        between = f"{line[0]}.{line[1]}"
        return Refusal("release.skipped", {"written": written_by, "here": here, "between": between})
    return None


def _next(line: tuple[int, int]) -> tuple[int, int]:
    first, second = line
    return (first + 1, 0) if LAST_OF.get(first) == second else (first, second + 1)


def _line(version: str) -> tuple[int, int] | None:
    found = _VERSION.fullmatch(version)
    return (int(found[1]), int(found[2])) if found else None
