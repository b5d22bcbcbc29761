"""Who took part, as the lanes of a drawing: those with a name one by one, all others together."""

from collections import Counter
from collections.abc import Sequence

from openkader.evaluation.taking_part import Took
from openkader.publication.charts.participation import Group, Lane

Place = frozenset[str]  # the activities of one column


def named_lanes(took: Took, places: Sequence[Place], numbers: range, language: str) -> list[Lane]:
    """A lane for each party whose number, counted from nought, is among `numbers`: who came most often first."""
    chosen = took.seen.takers[numbers.start : numbers.stop]
    return [
        Lane(
            mark=str(number),
            name=label.in_(language) if (label := took.labels.get(one.party)) else one.party,
            group=Group.CORE if took.is_core(one) else Group.SHELL,
            counts=tuple(sum(activity in place for activity in one.activities) for place in places),
        )
        for number, one in enumerate(chosen, numbers.start + 1)
    ]


def nameless_lane(took: Took, places: Sequence[Place], name: str) -> list[Lane]:
    """One lane for all who have no name, with how many there were of them; nobody is no lane."""
    sizes = Counter[str]()
    for row in took.nameless:
        sizes[row.activity] += row.number or 0
    counts = tuple(sum(sizes[activity] for activity in place) for place in places)
    return [Lane(mark="–", name=name, group=Group.NAMELESS, counts=counts)] if any(counts) else []
