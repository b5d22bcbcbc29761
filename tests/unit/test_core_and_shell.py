"""The core and the shell: who came often is named, and of those without a name only bounds are given."""

import re
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openkader.evaluation.breakdowns import Part, split
from openkader.evaluation.core_and_shell import Rule, Taking, by_year, core_and_shell
from openkader.evaluation.counting import Range
from openkader.publication.charts.participation import Band, Group, Lane, participation_chart
from openkader.publication.charts.svg import Caption
from openkader.publication.charts.years import YearMark, years_chart

SEED = (("a", 18), ("b", 1), ("c", 15), ("d", 3))


def nameless(activity: str, number: int | None, year: int = 2024) -> Taking:
    return Taking(activity=activity, year=year, number=number)


def named(party: str, *activities: str, year: int = 2024) -> list[Taking]:
    return [Taking(activity=one, year=year, party=party) for one in activities]


def test_of_the_seed_nobody_is_named_and_the_core_is_nought_to_eighteen() -> None:
    found = core_and_shell([nameless(*one) for one in SEED], Rule())
    assert found.takers == ()
    assert (found.unnamed, found.participations) == (37, 37)
    assert found.different == Range(18, 37)
    assert found.core == Range(0, 18)


def test_who_came_often_enough_is_core_and_stands_in_front() -> None:
    found = core_and_shell([*named("shell", "a"), *named("core", "a", "b")], Rule())
    assert [one.party for one in found.takers] == ["core", "shell"]
    assert [one.party for one in found.named_core] == ["core"]
    assert found.core == Range(1, 1)


def test_one_activity_counts_once_however_often_somebody_stands_there() -> None:
    found = core_and_shell([*named("x", "a"), *named("x", "a")], Rule())
    assert found.takers[0].participations == 1
    assert found.named_core == ()


def test_the_years_of_the_definition_count_beside_the_participations() -> None:
    twice_a_year = named("x", "a", "b")
    over_years = [*named("y", "a"), *named("y", "c", year=2025)]
    found = core_and_shell([*twice_a_year, *over_years], Rule(2, 2))
    assert [one.party for one in found.named_core] == ["y"]
    assert found.takers[0].years == (2024, 2025)


def test_an_unknown_number_without_a_name_leaves_the_core_without_upper_bound() -> None:
    found = core_and_shell([*named("x", "a", "b"), nameless("c", None)], Rule())
    assert found.core == Range(1, None)
    assert not found.is_numbered


def test_whoever_has_no_name_may_be_somebody_who_has_one() -> None:
    """The one without a name at b may be x, who then came twice."""
    assert core_and_shell([*named("x", "a"), nameless("b", 1)], Rule()).core == Range(0, 1)


def test_those_of_one_activity_are_others_than_each_other() -> None:
    assert core_and_shell([nameless("a", 5)], Rule()).core == Range(0, 0)
    assert core_and_shell([nameless("a", 5), nameless("b", 2)], Rule()).core == Range(0, 2)


def test_of_one_year_nobody_comes_over_two_years() -> None:
    takings = [nameless("a", 5), nameless("b", 5)]
    assert core_and_shell(takings, Rule(2, 2)).core == Range(0, 0)
    assert core_and_shell([*takings, nameless("c", 3, 2025)], Rule(2, 2)).core == Range(0, 3)


def test_of_nobody_there_is_no_core() -> None:
    found = core_and_shell([], Rule())
    assert (found.core, found.different) == (Range(0, 0), Range(0, 0))


@settings(max_examples=60, deadline=None)
@given(sizes=st.lists(st.integers(0, 3), min_size=1, max_size=3), times=st.integers(1, 3))
def test_no_way_of_giving_names_leads_outside_the_bounds(sizes: list[int], times: int) -> None:
    """Every way in which the nameless can be the same parties, tried out."""
    takings = [nameless(str(at), size) for at, size in enumerate(sizes) if size]
    found = core_and_shell(takings, Rule(times, 1))
    crowd = range(sum(sizes))
    ways = product(*(list(combinations(crowd, size)) for size in sizes))
    cores = {sum(sum(one in chosen for chosen in way) >= times for one in crowd) for way in ways}
    assert found.core.low <= min(cores)
    assert found.core.high is not None
    assert max(cores) <= found.core.high


def test_the_years_stand_in_order() -> None:
    assert list(by_year([nameless("b", 1, 2026), nameless("a", 1, 2024)])) == [2024, 2026]


def test_a_split_adds_up_and_puts_the_unknown_at_the_end() -> None:
    parts = [
        Part(year=2024, key=(None,), number=9),
        Part(year=2024, key=("JP",), number=1),
        Part(year=2024, key=("CN",), number=4),
        Part(year=2025, key=("CN",), number=None),
        Part(year=2025, key=("CN",), number=2),
    ]
    found = split(["country"], parts, [2024, 2025])
    assert list(found.lines) == [("CN",), ("JP",), (None,)]
    assert found.lines[("CN",)] == {2024: Range(4, 4), 2025: Range(2, None)}
    assert found.lines[("JP",)][2025] == Range(0, 0)
    assert found.is_known
    assert not split(["country"], parts[:1], [2024]).is_known


CAPTION = Caption(name="x", title="<Titel>", description="Wat er staat")


def test_the_years_are_drawn_up_to_what_is_certain_and_open_above_it() -> None:
    marks = [
        YearMark(label="2023", words="–"),
        YearMark(label="2024", words="18–37", low=18, high=37),
        YearMark(label="2025*", words="0", low=0, high=0, is_made_up=True),
        YearMark(label="2026", words="≥ 3", low=3, high=None),
    ]
    drawn = years_chart(marks, CAPTION)
    assert "&lt;Titel&gt;" in drawn
    assert drawn.count("chart__part") == 2
    assert drawn.count("chart__made-up") == 1
    assert drawn.count("chart__possible") == 2
    assert all(mark.label in drawn for mark in marks)


@pytest.mark.parametrize("marks", [[], [YearMark(label="2024", words="0", low=0, high=0)]])
def test_nothing_at_all_can_be_drawn(marks: list[YearMark]) -> None:
    assert years_chart(marks, CAPTION).startswith("<svg")


def test_the_picture_tells_core_shell_and_nameless_apart() -> None:
    bands = [Band(label="2024", marks=("1", "2")), Band(label="2025*", marks=("3",))]
    lanes = [
        Lane(mark="1", name="Verzonnen & een naam die veel te lang is", group=Group.CORE, counts=(1, 2, 0)),
        Lane(mark="2", name="Kort", group=Group.SHELL, counts=(0, 0, 3)),
        Lane(mark="–", name="Zonder naam", group=Group.NAMELESS, counts=(18, 0, 1)),
    ]
    drawn = participation_chart(bands, lanes, CAPTION)
    assert (drawn.count("chart__core"), drawn.count("chart__shell"), drawn.count("chart__nameless")) == (
        2,
        1,
        2,
    )
    assert re.search("Verzonnen &amp; een na[^<]*…<", drawn)
    assert ">18<" in drawn


def test_a_thousand_parties_at_forty_activities_can_be_drawn() -> None:
    bands = [Band(label="2024", marks=tuple(map(str, range(40))))]
    lanes = [Lane(mark=str(at), name="x", group=Group.SHELL, counts=(1,) * 40) for at in range(1000)]
    assert participation_chart(bands, lanes, CAPTION).count("<circle") == 40_000
