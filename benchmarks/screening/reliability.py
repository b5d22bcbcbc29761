"""Whether a score of 0.8 means that four in five such hits are true.

The questions are those of the alias task: one name of an entity was taken off the list
and is asked, so that the truth is known. Every hit that an engine gives counts, true when
it is that entity. The table holds for questions of which the answer is on the list; among
people who are on no list every score would have to be lower.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.screening.knowing_more import lines

EDGES = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
Scored = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Bin:
    """The hits with a score between two edges: their mean score, and the share that is true."""

    low: float
    high: float
    hits: int
    score: float
    true: float

    @property
    def gap(self) -> float:
        """How far the score is from the truth."""
        return abs(self.score - self.true)


def reliability(asked: Path) -> dict[str, Any]:
    """The table of one engine over all its alias tasks, and the error that is expected of a hit."""
    answers = [hits for task in sorted(asked.glob("*/alias")) for hits in scored(task)]
    every = bins(hit for hits in answers for hit in hits)
    best = bins(hits[0] for hits in answers if hits)
    return {
        "bins": [{name: getattr(one, name) for name in Bin.__slots__} for one in every],
        "hits": sum(one.hits for one in every),
        "expected_error": expected_error(every),
        "expected_error_of_best": expected_error(best),
    }


def scored(task: Path) -> Iterator[list[Scored]]:
    """For each question the score of every hit, and whether it is true."""
    results, truths = lines(task / "results.jsonl"), lines(task / "truth.jsonl")
    for result, truth in zip(results, truths, strict=True):
        yield [(hit["score"], hit["entity"] == truth["entity"]) for hit in result["matches"]]


def bins(hits: Iterable[Scored]) -> list[Bin]:
    """The hits by score; a bin without hits is left out, and 1.0 belongs to the last."""
    held = list(hits)
    found = []
    for low, high in pairwise(EDGES):
        inside = [hit for hit in held if low <= hit[0] < high or (high == EDGES[-1] and hit[0] == high)]
        if inside:
            score, true = (sum(values) / len(inside) for values in zip(*inside, strict=True))
            found.append(Bin(low, high, len(inside), round(score, 4), round(true, 4)))
    return found


def expected_error(found: list[Bin]) -> float:
    """The gap between score and truth of a hit taken at random (expected calibration error)."""
    hits = sum(one.hits for one in found)
    return round(sum(one.gap * one.hits for one in found) / hits, 4) if hits else 0.0
