"""How the cost of a page grows with the register, and which queries take long."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.web.house import House

FAMILIES = ("list", "search", "dossier")  # that may not grow faster than a logarithm


def inside(house: House, times: int) -> dict[str, Any]:
    """What the pages of one register cost."""
    families = house.told("benchmarks.load.inside", "--times", str(times))
    return {"database": house.database, "cases": house.size, "families": families}


def curves(measured: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Of each kind of page the cost at each size, and how fast it grows."""
    ordered = sorted(measured, key=lambda one: int(one["cases"]))
    return [
        curve(name, [(one["cases"], one["families"][name]["cost_ms"]) for one in ordered])
        for name in (ordered[0]["families"] if ordered else ())
    ]


def curve(name: str, points: Sequence[tuple[int, float]]) -> dict[str, Any]:
    """The growth between the smallest and the largest size, beside that of a pure logarithm.

    The exponent is the slope in a plot with two logarithmic scales: 1 is a cost that grows as the register does.
    """
    (small, least), (large, most) = points[0], points[-1]
    grown = most / least
    logarithm = math.log(large) / math.log(small)
    return {
        "page": name,
        "points": list(points),
        "grown": round(grown, 2),
        "logarithm": round(logarithm, 2),
        "exponent": round(math.log(grown) / math.log(large / small), 3) if large > small else 0.0,
        "is_reached": grown <= logarithm or name not in FAMILIES,
    }
