"""The benchmark of a department at work counts every wait and every failure, and says what missed its target."""

import math
from typing import Any

import pytest

from benchmarks.load.forms import forms_in
from benchmarks.load.growth import curve, curves
from benchmarks.load.journeys import Target, is_reached, memory, steps
from benchmarks.load.page import page, plans
from benchmarks.load.wrk import read

TARGET = Target(officials=20, p95_ms=200, p99_ms=500)
PAGE = """
<form action="/weg/" method="post"><input type="hidden" name="mark" value="m">
<input type="radio" name="a" value="true"><input type="radio" name="a" value="false" checked>
<input type="checkbox" name="b" value="1"><input type="text" name="c" value="wat er stond">
<select name="d"><option value="">Kies</option><option value="x" selected>X</option></select>
<select name="e"><option value="first">F</option><option value="second">S</option></select>
<textarea name="f">een &amp; ander</textarea><input type="file" name="g"><button name="h" value="1">Weg</button></form>
<input name="outside" value="1"><form action="/elders/"><input name="c" value="anders"></form>
"""


def found(*times: float, status: int = 200, failure: str = "") -> list[tuple[str, float, int, str, float]]:
    return [("dossier", took, status, failure, 0.0) for took in times]


def test_a_form_is_sent_as_a_browser_sends_it() -> None:
    form = forms_in(PAGE)["/weg/"]
    assert form.filled(c="nieuw") == {
        "mark": ["m"],
        "a": ["false"],
        "c": ["nieuw"],
        "d": ["x"],
        "e": ["first"],
        "f": ["een & ander"],
    }
    assert form.choices["a"] == ["true", "false"]
    assert forms_in(PAGE)["/elders/"].values == {"c": ["anders"]}


@pytest.mark.parametrize(
    ("rows", "reached"),
    [
        (found(*[100] * 95, *[190] * 5), True),
        (found(*[100] * 90, *[300] * 10), False),  # one in ten waits for longer than 95 % may
        (found(*[100] * 98, *[600] * 2), False),  # one in fifty for longer than 99 % may
        ([*found(*[100] * 99), *found(100, status=500, failure="500")], False),
        ([*found(*[100] * 99), *found(100, status=409)], True),  # somebody else was first: no failure
    ],
)
def test_a_step_is_within_its_target_by_both_percentiles_and_without_errors(
    rows: list[tuple[str, float, int, str, float]], *, reached: bool
) -> None:
    (step,) = steps(rows, TARGET)
    assert step["is_reached"] is reached
    assert step["times"] == 100


def test_a_lock_or_growing_memory_misses_the_target() -> None:
    one: dict[str, Any] = {
        "steps": steps(found(*[100] * 100), TARGET),
        "locked": 0,
        "memory": {"is_flat": True},
    }
    assert is_reached(one)
    assert not is_reached(one | {"locked": 1})
    assert not is_reached(one | {"memory": {"is_flat": False}})
    assert not is_reached(one | {"steps": []})


def test_memory_is_flat_when_the_end_is_what_it_was_after_warming_up() -> None:
    warmed = [(float(second), 100.0 + min(second, 30)) for second in range(600)]
    assert memory(warmed, 30)["is_flat"]
    assert not memory([(at, held + at / 10) for at, held in warmed], 30)["is_flat"]
    assert memory(warmed[:1], 30)["is_flat"] is None


def test_growing_as_a_logarithm_is_within_the_target_and_as_the_square_root_is_not() -> None:
    sizes = (1_000, 10_000, 100_000)
    slow = curve("search", [(size, 10 * math.log(size)) for size in sizes])
    fast = curve("search", [(size, math.sqrt(size)) for size in sizes])
    assert slow["is_reached"]
    assert not fast["is_reached"]
    assert fast["exponent"] == 0.5
    assert curve("parties", [(size, math.sqrt(size)) for size in sizes])["is_reached"]  # no target was set
    assert curve("list", [(1_000, 5.0)])["exponent"] == 0.0
    assert curves([]) == []


def test_what_wrk_says_is_read_in_every_unit() -> None:
    said = "  50%  812.00us\n  75%   2.00ms\n  99%    1.31s \nNon-2xx or 3xx responses: 3\nRequests/sec:    514.20\n"
    assert read(said) == {"pages_per_s": 514.2, "p50_ms": 0.8, "p99_ms": 1310.0, "errors": 3}


def test_the_page_shows_a_miss_a_plan_and_what_was_lost() -> None:
    journey = {
        **dict.fromkeys(("officials", "seconds", "cores", "load", "requests", "parties", "events"), 5),
        "locked": 2,
        "database": "sqlite",
        "server": "2 workers of 4 threads",
        "p95_target_ms": 200,
        "p99_target_ms": 500,
        "steps": steps(found(*[300.0] * 100), TARGET),
        "errors": ["/werk/: 500"],
        "memory": {"start_mb": 1, "end_mb": 9, "most_mb": 9, "is_flat": False},
        "kept": False,
        "holds": True,
        "verified_in_s": 1.5,
    }
    slow = {"path": "/werk/", "ms": 7.5, "sql": "SELECT 1", "plan": "Seq Scan"}
    family = {"cost_ms": 20.0, "queries": 9, "slow": [slow]}
    measured = [{"cases": size, "families": {"list": family}} for size in (1_000, 100_000)]
    growth = {"database": "postgresql", "measured": measured, "curves": curves(measured)}
    text = page({"journeys": [journey], "growth": growth})
    assert "| dossier | 100 | 300.0 | 300.0 | 300.0 | 300.0 | 0 | 0 | **no** |" in text
    assert "**Requests that were entered are gone**" in text
    assert "**it grows**" in text
    assert "Queries over 5 ms: 2, [with their plans](benchmark-load-plans.md)." in text
    assert "Seq Scan" not in text
    assert "100000 cases, `/werk/`: 7.5 ms.\n\n```\nSELECT 1\n\nSeq Scan\n```" in plans(growth)
