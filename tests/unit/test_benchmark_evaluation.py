"""The page of the benchmark of the evaluation says what was measured, and how it grows."""

from typing import Any

import pytest

from benchmarks.evaluation.page import exponents, page


def measured(dossiers: int, seconds: float) -> dict[str, Any]:
    took = {"s": seconds, "processor_s": seconds, "mb": 200.4, "queries": 11, "bytes": 35_000}
    return {"dossiers": dossiers, "load": 7.5, "deeds": {"account": took}}


@pytest.mark.parametrize(("seconds", "exponent"), [(10.0, 1.0), (1.0, 0.0), (100.0, 2.0)])
def test_the_exponent_is_one_where_the_time_grows_with_the_dossiers(seconds: float, exponent: float) -> None:
    (found,) = exponents([measured(1_000, 1.0), measured(10_000, seconds)], "account")
    assert found["exponent"] == pytest.approx(exponent)


def test_the_page_shows_the_time_the_memory_and_how_busy_the_machine_was() -> None:
    sizes = [measured(1_000, 0.5), measured(10_000, 5.0)]
    text = page([{"database": "sqlite", "cores": 2, "runs": 3, "sizes": sizes}])
    assert "load 7.5" in text
    assert "| every figure, with its rows | 5.00 | 5.00 | 200 | 11 | 35 |" in text
    assert "from 1,000 to 10,000: 1.00" in text
