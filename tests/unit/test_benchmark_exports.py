"""The page of the exports says what each took, and what had no peer."""

from benchmarks.exports import EXPORTS, Cost, _page

COST = {"megabytes": 17, "before_mb": 188, "most_mb": 197, "own_mb": 42, "first_s": 0.25, "seconds": 8.2}


def test_the_page_shows_what_an_export_added_and_the_peer_beside_it() -> None:
    costs = [Cost(name="a", peer_mb=65, peer_s=3.1, **COST), Cost(name="b", **COST)]  # type: ignore[arg-type]
    text = _page({"cases": 100_000, "database": "postgresql", "load": 9.5}, costs)
    assert "| a | 17 | 188 | 197 | 9 | 42 | 0.25 | 8.2 | 65 | 3.1 |" in text
    assert "| b | 17 | 188 | 197 | 9 | 42 | 0.25 | 8.2 | – | – |" in text
    assert "load 9.5" in text


def test_every_export_is_asked_for_by_its_address() -> None:
    assert all(one.path.startswith("/") for one in EXPORTS)
    assert len({one.name for one in EXPORTS}) == len(EXPORTS)
