"""Where everything stands in the drawing: questions at the bottom, each decision above what it needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_WIDTH, _HEIGHT, _APART, _BETWEEN, _MARGIN = 180, 60, 30, 90, 40
_MOST_ABREAST = 8


@dataclass(frozen=True, slots=True)
class Box:
    """Where one shape stands, in points from the upper left."""

    x: int
    y: int
    width: int = _WIDTH
    height: int = _HEIGHT

    @property
    def top(self) -> tuple[int, int]:
        """Where a line leaves upwards."""
        return self.x + self.width // 2, self.y

    @property
    def bottom(self) -> tuple[int, int]:
        """Where a line arrives from below."""
        return self.x + self.width // 2, self.y + self.height


def drawn(needs: Mapping[str, Sequence[str]]) -> dict[str, Box]:
    """A box for each name; `needs` names what it needs, in an order in which that comes first."""
    rows = _rows(needs)
    height = len(rows) * (_HEIGHT + _BETWEEN)
    widest = max((len(row) for row in rows), default=0) * (_WIDTH + _APART)
    boxes: dict[str, Box] = {}
    for place, row in enumerate(rows):
        left = _MARGIN + (widest - len(row) * (_WIDTH + _APART)) // 2
        y = _MARGIN + height - (place + 1) * (_HEIGHT + _BETWEEN)
        for at, name in enumerate(row):
            boxes[name] = Box(left + at * (_WIDTH + _APART), y)
    return boxes


def _rows(needs: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The names from the bottom upwards; a layer that is too wide takes more rows."""
    layer: dict[str, int] = {}
    for name, below in needs.items():
        layer[name] = 1 + max((layer[one] for one in below), default=-1)
    rows = []
    for height in range(max(layer.values(), default=-1) + 1):
        abreast = [name for name, found in layer.items() if found == height]
        rows += [abreast[at : at + _MOST_ABREAST] for at in range(0, len(abreast), _MOST_ABREAST)]
    return rows
