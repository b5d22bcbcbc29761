"""What a text says otherwise than the one before it, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

AROUND = 3  # lines that are the same, before and after what differs
MOST_COMPARED = (
    4_000  # lines on a side that are held against each other; of more the old ones go and the new ones come
)
_Step = tuple[str, int, int, int, int]


class LineChange(StrEnum):
    """What became of a line."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"
    LEFT_OUT = "left_out"  # lines that are the same and not shown


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is shown, with its number in each text that has it; of lines left out how many there are."""

    change: LineChange
    text: str = ""
    before: int | None = None
    after: int | None = None
    number: int = 1


def lines_that_differ(before: str, after: str) -> list[Line]:
    """Every line that went or came, with some around it; nothing where the texts are the same."""
    old, new = before.splitlines(), after.splitlines()
    steps = _steps(old, new)
    if all(kind == "equal" for kind, *_rest in steps):
        return []
    return [line for place, step in enumerate(steps) for line in _told(step, old, new, _sides(place, steps))]


def _steps(old: Sequence[str], new: Sequence[str]) -> list[_Step]:
    """What is the same at both ends is set apart first, so that a small change in a long text takes no time."""
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    ends = len(old) - tail, len(new) - tail
    steps: list[_Step] = [("equal", 0, head, 0, head), *_middle(old, new, head, ends)]
    steps.append(("equal", ends[0], len(old), ends[1], len(new)))
    return [one for one in steps if one[1] < one[2] or one[3] < one[4]]


def _middle(old: Sequence[str], new: Sequence[str], head: int, ends: tuple[int, int]) -> Iterator[_Step]:
    if max(ends[0] - head, ends[1] - head) > MOST_COMPARED:
        yield "replace", head, ends[0], head, ends[1]
        return
    matcher = SequenceMatcher(None, old[head : ends[0]], new[head : ends[1]])
    for kind, a, b, c, d in matcher.get_opcodes():
        yield kind, a + head, b + head, c + head, d + head


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _sides(place: int, steps: Sequence[_Step]) -> tuple[int, int]:
    """How many lines that are the same are shown after what stands before them, and before what comes after."""
    return (AROUND if place else 0), (AROUND if place < len(steps) - 1 else 0)


def _told(step: _Step, old: Sequence[str], new: Sequence[str], sides: tuple[int, int]) -> Iterator[Line]:
    kind, a, b, c, d = step
    if kind != "equal":
        yield from (Line(LineChange.GONE, old[at], before=at + 1) for at in range(a, b))
        yield from (Line(LineChange.NEW, new[at], after=at + 1) for at in range(c, d))
        return
    first, last = sides
    shown = [at for at in range(a, b) if at - a < first or b - at <= last]
    told = 0
    for at in shown:
        if at - a > told:
            yield Line(LineChange.LEFT_OUT, number=at - a - told)
        yield Line(LineChange.SAME, old[at], before=at + 1, after=at - a + c + 1)
        told = at - a + 1
    if told < b - a:
        yield Line(LineChange.LEFT_OUT, number=b - a - told)
