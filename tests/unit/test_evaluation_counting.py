"""Counting: exact where the register knows, a range where it does not."""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.evaluation.counting import Count, CountedRow, Counter, Range, Row, distinct, total
from openkader.kader import Kader, load_kader

PACK = Path(__file__).parents[2] / "src/openkader/packs/zuid-holland/2024-01-01"


@pytest.fixture(scope="module")
def kader() -> Kader:
    return load_kader(PACK)


def row(reference: str = "r", **values: Any) -> Row:
    known: dict[str, Any] = {"dossier": None, "number": 1, "group": None, "party": None, "facts": {}}
    return Row(reference=reference, **(known | values))


def own_party(group: str, number: int | None = 1, party: str | None = None, **facts: Any) -> Row:
    known: dict[str, Any] = {"programme": "china", "role": "own_party", "dropped_out": False} | facts
    return row(f"{group}-{party or number}", group=group, number=number, party=party, facts=known)


def count(kader: Kader, figure: str, **rows: list[Row]) -> Count:
    return Counter(kader).count(rows)[figure]


def test_the_sum_of_the_annex_is_37_participations(kader: Kader) -> None:
    rows = [own_party(name, number) for name, number in (("a", 18), ("b", 1), ("c", 15), ("d", 3))]
    assert count(kader, "participations", participations=rows).range == Range(37, 37)


def test_unnamed_parties_of_the_annex_are_18_to_37_different_ones(kader: Kader) -> None:
    rows = [own_party(name, number) for name, number in (("a", 18), ("b", 1), ("c", 15), ("d", 3))]
    assert count(kader, "parties_distinct", participations=rows).range == Range(18, 37)


def test_named_parties_are_counted_exactly(kader: Kader) -> None:
    rows = [own_party("a", party="x"), own_party("a", party="y"), own_party("b", party="x")]
    assert count(kader, "parties_distinct", participations=rows).range == Range(2, 2)


def test_unnamed_parties_beside_a_name_in_one_activity_are_others_than_that_name(kader: Kader) -> None:
    rows = [
        own_party("a", party="x"),
        own_party("a", 2),
        own_party("b", party="x"),
        own_party("b", party="y"),
    ]
    assert count(kader, "parties_distinct", participations=rows).range == Range(3, 4)


def test_more_names_than_the_largest_activity_raise_the_lower_bound(kader: Kader) -> None:
    rows = [
        own_party("a", party="x"),
        own_party("b", party="y"),
        own_party("c", party="z"),
        own_party("d", 2),
    ]
    assert count(kader, "parties_distinct", participations=rows).range == Range(3, 5)


def test_an_unknown_number_of_parties_has_no_upper_bound(kader: Kader) -> None:
    found = count(kader, "parties_distinct", participations=[own_party("a", None), own_party("b", 2)])
    assert found.range == Range(2, None)
    assert found.gaps


def test_a_row_of_which_it_is_unknown_whether_it_counts_raises_only_the_upper_bound(kader: Kader) -> None:
    rows = [own_party("a", 2), own_party("b", 3, role=None)]
    found = count(kader, "participations", participations=rows)
    assert (found.range, found.gaps) == (Range(2, 5), True)
    named = [own_party("a", party="x"), own_party("b", party="y", role=None)]
    assert count(kader, "parties_distinct", participations=named).range == Range(1, 2)


def test_who_dropped_out_does_not_count_among_those_who_took_part(kader: Kader) -> None:
    rows = [own_party("a", 18), own_party("a", 1, dropped_out=True)]
    assert count(kader, "participations", participations=rows).range == Range(18, 18)
    assert count(kader, "dropped_out", participations=rows).range == Range(1, 1)


def test_an_event_of_others_with_a_foreign_delegation_counts_as_incoming(kader: Kader) -> None:
    rows = [
        row("visit", facts={"programme": "china", "kind": "incoming_delegation"}),
        row("event", facts={"programme": "china", "kind": "event", "foreign_delegation": True}),
        row("fair", facts={"programme": "china", "kind": "event", "foreign_delegation": False}),
        row("maybe", facts={"programme": "china", "kind": "event", "foreign_delegation": None}),
    ]
    found = count(kader, "incoming_delegations", activities=rows)
    assert found.range == Range(2, 3)
    assert [item.row.reference for item in found.rows] == ["visit", "event", "maybe"]


def test_a_zero_shows_of_how_many_it_is_one(kader: Kader) -> None:
    facts = {"programme": "china", "level": "delegation", "outcome": "take_up"}
    found = count(kader, "refused_high_risk_sector", decisions=[row(str(n), facts=facts) for n in range(4)])
    assert (found.range, found.total, found.rows) == (Range(0, 0), Range(4, 4), ())
    assert len(found.total_rows) == 4


def test_a_year_without_rows_counts_nothing(kader: Kader) -> None:
    found = Counter(kader).count({})
    assert {item.range for item in found.values()} == {Range(0, 0)}
    assert list(found) == [figure.id for figure in kader.figures]


def test_a_range_with_two_ends_has_no_value() -> None:
    assert (Range(1, 2).value, Range(1, None).value, Range(3, 3).value) == (None, None, 3)


PARTIES = st.one_of(st.sampled_from("uvwxyz"), st.none())
ROWS = st.lists(
    st.builds(
        CountedRow,
        st.builds(
            lambda group, party, number: row("r", group=group, party=party, number=1 if party else number),
            st.sampled_from("abc"),
            PARTIES,
            st.integers(0, 4),
        ),
        st.sampled_from([True, None]),
    ),
    max_size=12,
)


@given(ROWS)
def test_the_bounds_of_different_parties_never_cross_and_never_exceed_the_sum(rows: list[CountedRow]) -> None:
    parties, everyone = distinct(rows), total(rows)
    assert parties.low <= (parties.high or 0) <= (everyone.high or 0)


@given(ROWS, ROWS)
def test_a_further_row_never_lowers_a_bound(rows: list[CountedRow], more: list[CountedRow]) -> None:
    before, after = distinct(rows), distinct(rows + more)
    assert before.low <= after.low
    assert (before.high or 0) <= (after.high or 0)


def every_way(named: dict[str, set[str]], strangers: dict[str, int]) -> Iterator[int]:
    """How many different parties there are, for every way to say who the unnamed ones were."""
    most = len(set().union(*named.values())) + sum(strangers.values())
    people = sorted(set().union(*named.values())) + [
        f"?{number}" for number in range(sum(strangers.values()))
    ]
    choices = [combinations([p for p in people if p not in named[g]], strangers[g]) for g in named]
    for chosen in product(*choices):
        yield min(most, len(set().union(*named.values(), *chosen)))


@given(
    st.fixed_dictionaries({group: st.sets(st.sampled_from("xyz")) for group in "abc"}),
    st.fixed_dictionaries({group: st.integers(0, 2) for group in "abc"}),
)
def test_the_bounds_are_those_of_every_way_in_which_it_can_have_been(
    named: dict[str, set[str]], strangers: dict[str, int]
) -> None:
    rows = [own_party(group, party=name) for group, names in named.items() for name in sorted(names)]
    rows += [own_party(group, number) for group, number in strangers.items()]
    found, possible = distinct([CountedRow(one, True) for one in rows]), set(every_way(named, strangers))
    assert (found.low, found.high) == (min(possible), max(possible))


def test_a_collection_without_any_row_is_not_recorded(kader: Kader) -> None:
    assert count(kader, "activities").unrecorded
    assert not count(kader, "activities", activities=[row("a", facts={"programme": "vs"})]).unrecorded
