"""The page of the benchmark says what was measured, and what missed its target."""

from typing import Any

from benchmarks.web.measuring import FULL, LISTS, MOST_MS, MOST_QUERIES, PARTIES, SEARCHES, row
from benchmarks.web.page import page


def measured(times: list[float], queries: int = 12) -> dict[str, Any]:
    inside = {"queries": {"/werk/": queries}, "processor": {"/werk/": 0.02}}
    return row("list", times, inside, ("/werk/",))


def test_a_family_is_within_its_target_by_time_and_by_questions() -> None:
    fast, slow = [0.05] * 99 + [0.9], [0.05] * 90 + [0.9] * 10
    assert measured(fast)["is_reached"]
    assert not measured(slow)["is_reached"]
    assert not measured(fast, queries=MOST_QUERIES + 1)["is_reached"]
    assert (MOST_MS, MOST_QUERIES) == (200, 12)


def test_the_page_shows_a_miss_and_how_busy_the_machine_was() -> None:
    one = {
        "database": "sqlite",
        "cases": 1000,
        "server": "2 workers of 4 threads",
        "cores": 2,
        "load": 9.5,
        "readers": 20,
        "generated_in_s": 40.0,
        "most_pages_per_s": 20.7,
        "pages": [measured([0.5] * 20)],
    }
    text = page([one])
    assert "load 9.5" in text
    assert "| work list | 20 | 500.0 | 500.0 | 500.0 | 20.0 | 12 | **no** |" in text


def test_every_kind_of_page_is_read_and_the_whole_run_takes_longer() -> None:
    assert all(path.startswith("/") for path in (*LISTS, *SEARCHES, *PARTIES))
    assert FULL.seconds > FULL.looks
