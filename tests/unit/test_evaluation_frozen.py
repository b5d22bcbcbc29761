"""What was adopted beside what is counted now: other figures, with the rows that came and went."""

from pathlib import Path
from typing import Any

import pytest

from openkader.evaluation.counting import CountedRow, Range, Row, Withheld
from openkader.evaluation.frozen import (
    changed_figures,
    differences,
    numbers_in,
    readings_in,
    rows_beside,
    say_reading,
    thawed,
)
from openkader.kader import Kader, load_kader

PACK = Path(__file__).parents[2] / "src/openkader/packs/zuid-holland/2024-01-01"


@pytest.fixture(scope="module")
def kader() -> Kader:
    return load_kader(PACK)


def figure(
    low: int, high: int | None, *rows: Any, of: Any = None, declared: int | None = None
) -> dict[str, Any]:
    return {
        "value": low if low == high else None,
        "low": low,
        "high": high,
        "of": of,
        "declared": declared,
        "rows": list(rows),
    }


def row(name: str, number: int | None = 1, counts: bool | None = True) -> dict[str, Any]:
    return {"id": name, "dossier": name, "number": number, "party": None, "counts": counts}


def account(**figures: dict[str, Any]) -> dict[str, Any]:
    return {"figures": figures}


def test_a_figure_that_counts_otherwise_says_which_rows_came_and_went() -> None:
    then = account(talks=figure(2, 2, row("T-1"), row("T-2"), row("•3")))
    now = account(talks=figure(3, 3, row("T-1"), row("T-4"), row("T-5"), row("•3"), row("•4")))
    (found,) = differences(then, now)
    assert (found.figure, found.came, found.went, found.nameless) == ("talks", ("T-4", "T-5"), ("T-2",), 1)
    assert (found.was["low"], found.became["low"]) == (2, 3)


def test_a_row_that_stands_for_another_number_came_and_went() -> None:
    (found,) = differences(
        account(talks=figure(1, 1, row("T-1"))), account(talks=figure(5, 5, row("T-1", 5)))
    )
    assert found.came == found.went == ("T-1",)


def test_what_counts_the_same_or_is_not_counted_any_more_is_no_difference() -> None:
    then = account(same=figure(1, 1, row("T-1")), gone=figure(1, 1))
    now = account(same=figure(1, 1, row("T-2")), new=figure(2, 2))
    assert differences(then, now) == ()
    assert changed_figures(then, now) == frozenset()


def test_a_reading_is_the_figure_without_its_rows() -> None:
    found = readings_in(account(a=figure(0, 0, row("x"), of={"low": 4, "high": 4})))
    assert found == {"a": {"low": 0, "high": 0, "of": {"low": 4, "high": 4}}}
    assert say_reading(found["a"], "nl") == "0 van 4"
    assert say_reading(found["a"], "en") == "0 of 4"
    assert say_reading({"low": 18, "high": 37, "of": None}, "nl") == "18–37"


def test_a_figure_stands_for_what_is_counted_and_for_what_was_declared() -> None:
    found = numbers_in(account(a=figure(4, 4), b=figure(18, 37, declared=27), c=figure(0, None)))
    assert found == {"a": {4}, "b": {27}, "c": frozenset()}


def test_what_was_adopted_thaws_with_its_rows_and_other_years_without(kader: Kader) -> None:
    whole = {"low": 4, "high": 4}
    told = account(activities=figure(1, 2, row("A-1"), row("A-2", counts=None)), unknown=figure(1, 1))
    content = {
        "year": 2024,
        "account": told,
        "figures": {
            **readings_in(told),
            "activities@2023": {"low": 0, "high": 0, "of": whole},
            "embassy_talks": {"low": 1, "high": 1, "of": None},
        },
    }
    found = thawed(content, kader)
    assert set(found) == {2023, 2024}
    assert set(found[2024]) == {"activities", "embassy_talks"}
    activities = found[2024]["activities"]
    assert (activities.range, activities.gaps, len(activities.rows)) == (Range(1, 2), True, 2)
    assert (found[2023]["activities"].total, found[2023]["activities"].rows) == (Range(4, 4), ())


def counted(name: str, number: int | None = 1, *, withheld: Withheld | None = None) -> CountedRow:
    row = Row(
        reference=name, dossier=name, number=number, facts={}, group=name, party=None, withheld=withheld
    )
    return CountedRow(row, True)


def test_each_frozen_row_stands_beside_that_of_today_and_what_differs_first() -> None:
    before = [
        {"id": name, "dossier": name, "number": 1, "party": None, "counts": True}
        for name in ("same", "gone", "more")
    ]
    now = [
        counted("same"),
        counted("more", 3),
        counted("new"),
        counted("•4", withheld=Withheld.CONFIDENTIAL_CASE),
    ]
    found = rows_beside(before, now)
    assert [one.reference for one in found] == ["more", "new", "gone", "same"]
    assert [one.is_same for one in found] == [False, False, False, True]
    assert [(one.then is None, one.now is None) for one in found] == [
        (False, False),
        (True, False),
        (False, True),
        (False, False),
    ]
    assert [one.row.number for one in found] == [1, 1, 1, 1]
