"""What the screening of a delegation answers to the questions of a kader.

A kader that asks for these facts by these words gets them from the register; nobody
then types that there was no hit.
"""

from collections.abc import Collection, Sequence

from openkader.casework.screening.standing import Standing
from openkader.casework.screening.words import HitState

SANCTIONS = "sanctions"
SANCTIONS_WORDS = frozenset({"clear", "nobody", "possible", "hit"})
WARNINGS = "informative_lists"


def sanctions(standings: Sequence[Standing], warning_lists: Collection[str]) -> str | None:
    """The answer on binding lists: clear, nobody, possible, hit; unknown while somebody is not screened.

    A list that the kader does not name as a mere warning counts as binding.
    """
    states = {state for name, state in _hits(standings) if name not in warning_lists}
    if HitState.CONFIRMED in states:
        return "hit"
    if not all(standing.is_screened for standing in standings):
        return None
    if states - {HitState.CLEARED}:
        return "possible"
    return "clear" if standings else "nobody"


def warnings(standings: Sequence[Standing], warning_lists: Collection[str]) -> frozenset[str]:
    """The warning lists that name a participant, or of which two persons could not exclude it."""
    return frozenset(
        name
        for name, state in _hits(standings)
        if state in (HitState.CONFIRMED, HitState.UNDECIDED) and name in warning_lists
    )


def _hits(standings: Sequence[Standing]) -> list[tuple[str, HitState]]:
    """Every hit with its list, written as a kader writes codes."""
    return [(name.replace("-", "_"), state) for standing in standings for name, state in standing.hits]
