"""Numbers of the register as drawings: a number between two bounds, a share of a whole."""

from dataclasses import dataclass

from openkader.publication.charts.svg import Caption, Setting, across, bar, diamond, down, drawing, text

_BLOCKS = 12  # more than these nobody counts at a glance
# Log-odds from which a bar is full: four hundred times as likely, or as unlikely.
_HEAVIEST = 6.0
_STEPS = (4, 8, 20, 40, 80, 200, 400, 800, 2000, 4000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A number of which the register can only say that it lies between two others."""

    low: int
    high: int
    declared: int | None = None

    @property
    def scale(self) -> int:
        """Where the line from nought ends."""
        return _round_up(max(self.high, self.declared or 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundWords:
    """The words beside the two ends and beside the declared number."""

    at_least: str
    at_most: str
    declared: str


def interval(bounds: Bounds, words: BoundWords, caption: Caption) -> str:
    """A bar from the lower to the upper bound on a line from nought, with the declared number marked."""
    end = bounds.scale
    low, high = _place(bounds.low, end), _place(bounds.high, end)
    parts = [
        across(0, 100, 110, "axis"),
        *(_tick(value, end) for value in range(0, end + 1, end // 4)),
        bar(low, high, 36, 24, "range"),
        _bound(low, bounds.low, words.at_least),
        _bound(high, bounds.high, words.at_most),
    ]
    if bounds.declared is not None:
        parts.append(_declared(bounds.declared, _place(bounds.declared, end), words.declared))
    return drawing("interval", 136, caption, parts)


def range_bar(bounds: Bounds, caption: Caption) -> str:
    """The same bar without words, small enough for a card."""
    end = bounds.scale
    parts = [
        across(0, 100, 8, "axis"),
        bar(_place(bounds.low, end), _place(bounds.high, end), 3, 10, "range"),
    ]
    if bounds.declared is not None:
        parts.append(diamond(_place(bounds.declared, end), 8, 6))
    return drawing("range-bar", 16, caption, parts)


def share_bar(part: int, whole: int, caption: Caption) -> str:
    """So many of so many: blocks while they can be counted at a glance, one bar beyond that."""
    if whole > _BLOCKS:
        parts = [bar(0, 100, 2, 8, "rest"), bar(0, _place(part, whole), 2, 8, "part")]
    else:
        width = 100 / max(whole, 1)
        parts = [
            bar(place * width, (place + 0.9) * width, 2, 8, "part" if place < part else "rest")
            for place in range(whole)
        ]
    return drawing("share-bar", 12, caption, parts)


def weight_bar(weight: float) -> str:
    """How far a piece of evidence points: to the right for, to the left against; the words stand beside it."""
    end = 50 + 50 * max(-1.0, min(1.0, weight / _HEAVIEST))
    sort = "part" if weight > 0 else "against"
    parts = [across(0, 100, 6, "rule"), down(50, 0, 12, "axis"), bar(min(50, end), max(50, end), 2, 8, sort)]
    return (
        '<svg class="chart chart--weight" xmlns="http://www.w3.org/2000/svg" width="100%" height="12"'
        f' aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )


def _round_up(number: int) -> int:
    """The first round number above, so that a quarter of it is whole as well."""
    step = next((step for step in _STEPS if number <= step * 5), 10 ** len(str(number)))
    return max(step, -(-number // step) * step)


def _place(part: float, whole: float) -> float:
    return 100 * part / whole


def _tick(value: int, end: int) -> str:
    place = _place(value, end)
    return down(place, 110, 116, "axis") + text(
        place, 131, str(value), Setting(sort="tick", anchor=_anchor(place))
    )


def _bound(place: float, value: int, words: str) -> str:
    anchor = _anchor(place)
    number = text(place, 80, str(value), Setting(sort="bound", anchor=anchor))
    return number + text(place, 97, words, Setting(sort="word", anchor=anchor))


def _declared(value: int, place: float, words: str) -> str:
    above = text(place, 18, f"{words} {value}", Setting(sort="bound", anchor=_anchor(place)))
    return down(place, 26, 110, "declared") + diamond(place, 48, 8) + above


def _anchor(place: float) -> str:
    """Words stand under their place, except at the edges, where they would leave the drawing."""
    return "start" if place < 8 else "end" if place > 92 else "middle"
