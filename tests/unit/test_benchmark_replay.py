"""The benchmark of replay says how it grows, and its peers replay the same cases."""

import pytest

from benchmarks.replay.cases import cases, draft_of, kader
from benchmarks.replay.page import exponents, page
from benchmarks.replay.peers import by_cel, by_zen, how_many_kinds, one_by_one, one_of_each
from openkader.kader import Assessor
from openkader.kader.replaying import Replay


def size(count: int, seconds: float) -> dict[str, float]:
    return {"cases": count, "s": seconds, "processor_s": seconds, "mb": 160.2, "changed": 7, "differences": 3}


@pytest.mark.parametrize(("seconds", "exponent"), [(10.0, 1.0), (1.0, 0.0), (100.0, 2.0)])
def test_the_exponent_is_one_where_the_time_grows_with_the_cases(seconds: float, exponent: float) -> None:
    assert exponents([size(1_000, 1.0), size(10_000, seconds)]) == [pytest.approx(exponent)]


def test_the_page_shows_the_time_the_memory_and_the_other_ways() -> None:
    ways = ("replay", "one by one", "one of each kind", "cel", "zen")
    peers = {name: {"us_per_case": 2.5, "ratio": 1.0, "kinds": 0.98} for name in ways}
    found = {"python": "3.11", "cores": 2, "load": 0.5, "idle_mb": 90, "equal": True, "peers": peers}
    text = page({**found, "sizes": [size(10_000, 0.03), size(1_000_000, 3.0)]})
    assert "| 1,000,000 | 3.00 | 3.00 | 160 | 7 | 3 |" in text
    assert "Growth exponent from each size to the next: 1.0." in text
    assert "All ways give the same outcomes: yes." in text


def test_every_way_gives_the_same_outcomes_where_everything_is_answered() -> None:
    old = kader()
    draft = draft_of(old)
    history = list(cases(old, 60, unknown=0))
    replay = Replay(Assessor(old), Assessor(draft))
    replay.take(history)
    facts = [one for _, one in history]
    for way in (one_by_one, one_of_each, by_cel, by_zen):
        assert way(old, draft)(facts) == replay.tally.matrix, way.__name__
    assert how_many_kinds(old, draft, [*facts, *facts]) <= len(facts)
