"""The page of the benchmark of matching says what was measured, also when that is too little."""

import pytest

from benchmarks.matching.page import TARGET, page


def a_row(rate: float) -> dict[str, float]:
    return {"names_per_s": rate, "names_per_processor_s": rate, "p50_ms": 1.0, "p99_ms": 2.0}


@pytest.mark.parametrize(("rate", "said"), [(TARGET, "| yes |"), (TARGET - 1, "| **no** |")])
def test_the_target_is_that_of_a_batch_of_a_hundred(rate: float, said: str) -> None:
    found = {
        "names": 10,
        "lists": {"fictional": 2000},
        "is_invented": True,
        "load": 0.1,
        "engine_alone_names_per_processor_s": 600,
        "peak_mb": 1,
        "through_http": {"1": a_row(10 * TARGET), "100": a_row(rate)},
    }
    last = next(line for line in page(found).splitlines() if line.startswith("| 100 |"))
    assert said in last
    assert "a made-up list (2,000)" in page(found)
