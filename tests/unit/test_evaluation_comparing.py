"""Years side by side: matched by what is counted, and a difference only where there certainly is one."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.evaluation.comparing import Change, Column, Comparison, Difference, Origin, Place, compare
from openkader.evaluation.comparing_json import as_json
from openkader.evaluation.comparison_words import say_cell, say_difference, say_year
from openkader.evaluation.counting import Count, Range
from openkader.evaluation.definition_words import fields_of, say_definition, tables_of
from openkader.kader import Kader, conditions, load_kader
from openkader.kader.conditions import AllOf, Operator
from openkader.kader.model import Figure
from tests.unit.kader_factories import ZUID_HOLLAND, text

CHINA = conditions.Test("programme", Operator.ONE_OF, frozenset({"china"}))
OTHER = conditions.Test("programme", Operator.ONE_OF, frozenset({"other_countries"}))
MISSION = conditions.Test("kind", Operator.ONE_OF, frozenset({"outgoing_mission"}))


@pytest.fixture(scope="module")
def pack() -> Kader:
    return load_kader(ZUID_HOLLAND)


def figure(name: str = "visits", where: Any = CHINA, **more: Any) -> Figure:
    known: dict[str, Any] = {"text": text(name), "definition": text(name), "counts": "activities"}
    return Figure(id=name, where=where, **(known | more))


def kader(pack: Kader, digest: str, *figures: Figure) -> Kader:
    return replace(pack, digest=digest, figures=figures)


def counted(spec: Figure, low: int, high: int | None, whole: Range | None = None) -> Count:
    return Count(figure=spec, range=Range(low, high), rows=(), total=whole, total_rows=(), gaps=False)


def column(year: int, found: Kader, ranges: dict[str, Any], **more: Any) -> Column:
    """A year with a number, or two bounds, for each figure."""
    counts = {
        spec.id: counted(
            spec, *(ranges[spec.id] if isinstance(ranges[spec.id], tuple) else (ranges[spec.id],) * 2)
        )
        for spec in found.figures
    }
    return Column(year=year, kader=found, counts=counts, **more)


def two_years(pack: Kader, old: Any, new: Any, **more: Any) -> Difference | None:
    mine = kader(pack, "a", figure())
    found = compare([column(2023, mine, {"visits": old}), column(2024, mine, {"visits": new}, **more)])
    return found.lines[0].cells[1].difference


@pytest.mark.parametrize(
    ("old", "new", "change", "by", "is_least"),
    [
        (4, 6, Change.MORE, 2, False),
        (6, 4, Change.LESS, 2, False),
        (6, 6, Change.SAME, 0, False),
        (0, 0, Change.SAME, 0, False),
        ((18, 37), 27, Change.CANNOT_SAY, 0, False),
        ((18, 37), (20, 40), Change.CANNOT_SAY, 0, False),
        ((18, 37), 38, Change.MORE, 1, True),
        ((18, 37), (38, None), Change.MORE, 1, True),
        (40, (18, 37), Change.LESS, 3, True),
        ((40, None), (18, 37), Change.LESS, 3, True),
        ((3, None), (3, None), Change.CANNOT_SAY, 0, False),
        ((3, None), 2, Change.LESS, 1, True),
        (2, (0, None), Change.CANNOT_SAY, 0, False),
    ],
)
def test_a_difference_is_said_where_the_ranges_do_not_meet(
    pack: Kader, old: Any, new: Any, change: Change, by: int, is_least: bool
) -> None:
    assert two_years(pack, old, new) == Difference(since=2023, change=change, by=by, is_least=is_least)


@given(
    old=st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted),
    new=st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted),
)
def test_whatever_is_said_holds_for_every_number_within_the_bounds(
    pack: Kader, old: list[int], new: list[int]
) -> None:
    said = two_years(pack, tuple(old), tuple(new))
    steps = {b - a for a in range(old[0], old[1] + 1) for b in range(new[0], new[1] + 1)}
    assert said is not None
    match said.change:
        case Change.MORE:
            assert min(steps) == said.by > 0
        case Change.LESS:
            assert max(steps) == -said.by < 0
        case Change.SAME:
            assert steps == {0}
        case _:
            assert min(steps) < max(steps)
            assert min(steps) <= 0 <= max(steps)


def test_nought_of_nobody_knows_how_many_is_no_number_to_compare(pack: Kader) -> None:
    spec = figure(of=CHINA)
    mine = kader(pack, "a", spec)
    unknown = Column(year=2023, kader=mine, counts={"visits": counted(spec, 0, 0, Range(0, None))})
    known = Column(year=2024, kader=mine, counts={"visits": counted(spec, 2, 2, Range(4, 4))})
    (line,) = compare([unknown, known]).lines
    assert line.cells[1].difference == Difference(since=2023, change=Change.CANNOT_SAY)
    assert say_cell(line.cells[0], "nl") == "0 van onbekend"


@pytest.mark.parametrize("origin", [Origin.MADE_UP, Origin.MIXED])
def test_a_made_up_year_is_compared_with_no_real_one(pack: Kader, origin: Origin) -> None:
    assert two_years(pack, 4, 6, origin=origin) == Difference(since=2023, change=Change.OTHER_ORIGIN)


def test_two_made_up_years_are_compared(pack: Kader) -> None:
    mine = kader(pack, "a", figure())
    columns = [column(year, mine, {"visits": year}, origin=Origin.MADE_UP) for year in (2025, 2026)]
    assert compare(columns).lines[0].cells[1].difference == Difference(since=2025, change=Change.MORE, by=1)


def test_a_year_without_register_is_empty_and_never_nought(pack: Kader) -> None:
    mine = kader(pack, "a", figure())
    found = compare([Column(year=2022), column(2023, mine, {"visits": 4}), Column(year=2024)])
    assert [cell.place for cell in found.lines[0].cells] == [
        Place.NO_REGISTER,
        Place.COUNTED,
        Place.NO_REGISTER,
    ]
    assert say_cell(found.lines[0].cells[0], "nl") == "geen register"
    assert found.lines[0].cells[0].status is None


def test_the_difference_reaches_over_a_year_without_register(pack: Kader) -> None:
    mine = kader(pack, "a", figure())
    found = compare([column(2022, mine, {"visits": 4}), Column(year=2023), column(2024, mine, {"visits": 5})])
    assert say_difference(found.lines[0].cells[2].difference, "nl") == "1 meer dan in 2022"


def test_years_of_which_none_is_known_have_no_lines() -> None:
    assert compare([Column(year=2022), Column(year=2023)]).lines == ()


def across(pack: Kader, old: list[Figure], new: list[Figure]) -> Comparison:
    first, second = kader(pack, "a", *old), kader(pack, "b", *new)
    return compare(
        [column(2023, first, {x.id: 1 for x in old}), column(2024, second, {x.id: 2 for x in new})]
    )


def test_the_same_definition_in_another_order_is_one_line(pack: Kader) -> None:
    (line,) = across(
        pack, [figure(where=AllOf((CHINA, MISSION)))], [figure(where=AllOf((MISSION, CHINA)))]
    ).lines
    assert not line.is_changed
    assert line.cells[1].difference == Difference(since=2023, change=Change.MORE, by=1)


def test_the_same_definition_under_another_name_is_matched_and_said(pack: Kader) -> None:
    (line,) = across(pack, [figure("receptions")], [figure("visits")]).lines
    assert line.figure.id == "visits"
    assert line.other_names == ("receptions",)
    assert line.cells[0].figure is not None
    assert line.cells[0].figure.id == "receptions"
    assert line.cells[1].difference == Difference(since=2023, change=Change.MORE, by=1)


def test_the_same_name_with_another_definition_shows_both(pack: Kader) -> None:
    (line,) = across(pack, [figure(where=OTHER)], [figure(where=CHINA)]).lines
    assert line.is_changed
    assert [one.years for one in line.definitions] == [(2024,), (2023,)]
    said = [say_definition(one.figure, one.kader, "nl") for one in line.definitions]
    assert "de relatie is ‘China’" in said[0]
    assert said[0] != said[1]
    assert line.cells[0].place is Place.CHANGED
    assert "(anders gedefinieerd)" in say_cell(line.cells[0], "nl")
    assert line.cells[1].difference == Difference(since=2023, change=Change.OTHER_DEFINITION)


@pytest.mark.parametrize("change", [{"distinct": True}, {"of": CHINA}, {"absence_is_unknown": True}])
def test_whatever_changes_the_number_changes_the_definition(pack: Kader, change: dict[str, Any]) -> None:
    (line,) = across(pack, [figure()], [figure(**change)]).lines
    assert line.is_changed


def test_a_name_that_moved_on_to_something_else_follows_its_definition(pack: Kader) -> None:
    """Last year `visits` counted what is now called `receptions`, and `visits` counts something new."""
    found = across(pack, [figure("visits", CHINA)], [figure("visits", OTHER), figure("receptions", CHINA)])
    lines = {line.figure.id: line for line in found.lines}
    assert lines["receptions"].cells[0].figure == figure("visits", CHINA)
    assert lines["visits"].cells[0].place is Place.NOT_YET
    assert not lines["visits"].is_changed


def test_a_figure_that_last_year_used_is_not_counted_any_more(pack: Kader) -> None:
    found = across(pack, [figure("visits"), figure("gone", OTHER)], [figure("visits")])
    gone = found.lines[1]
    assert gone.figure.id == "gone"
    assert not gone.is_counted_now
    assert say_cell(gone.cells[1], "nl") == "niet meer geteld"
    assert found.lines[0].is_counted_now


def test_one_kader_never_has_two_figures_on_one_line(pack: Kader) -> None:
    same = [figure("visits"), figure("twin")]
    found = across(pack, same, same)
    assert [line.figure.id for line in found.lines] == ["visits", "twin"]
    assert [line.other_names for line in found.lines] == [(), ()]


def test_a_counting_rule_that_changes_is_another_definition_and_is_said(pack: Kader) -> None:
    spec = next(one for one in pack.figures if one.id == "incoming_delegations")
    stricter = tuple(
        replace(table, rows=table.rows[:1]) if table.gives == "counts_as_incoming" else table
        for table in pack.tables
    )
    first, second = kader(pack, "a", spec), replace(kader(pack, "b", spec), tables=stricter)
    ranges = {spec.id: 4}
    (line,) = compare([column(2023, first, ranges), column(2024, second, ranges)]).lines
    assert line.is_changed
    now, before = (say_definition(one.figure, one.kader, "nl") for one in line.definitions)
    assert len(before) > len(now)
    assert "buitenlandse delegatie" in before
    assert "buitenlandse delegatie" not in now


def test_a_definition_says_each_part_of_it(pack: Kader) -> None:
    spec = figure(counts="participations", of=CHINA, distinct=True, absence_is_unknown=True)
    said = say_definition(spec, pack, "en")
    assert said.startswith("participations: the relation is")
    assert "out of: " in said
    assert "each party once" in said
    assert "may have been done all the same" in said


def test_what_is_derived_is_known_from_what_it_is_derived_from(pack: Kader) -> None:
    spec = next(one for one in pack.figures if one.id == "incoming_delegations")
    assert [table.gives for table in tables_of(spec, pack)] == ["counts_as_incoming"]
    assert fields_of(spec, pack) == {"programme", "kind", "foreign_delegation"}


def test_the_words_of_a_year_say_that_it_was_made_up() -> None:
    assert say_year(2026, Origin.MADE_UP, "nl") == "2026 (verzonnen)"
    assert say_year(2024, Origin.REAL, "nl") == "2024"
    assert say_difference(None, "nl") == ""
    least = Difference(since=2023, change=Change.MORE, by=3, is_least=True)
    assert say_difference(least, "en") == "at least 3 more than in 2023"


def test_as_data_what_is_not_counted_has_no_number(pack: Kader) -> None:
    found = across(pack, [figure("visits", of=CHINA)], [])
    data: Any = as_json(replace(found, columns=(*found.columns, Column(year=2025))), "en")
    assert [one["origin"] for one in data["years"]] == ["real", "real", None]
    counted_cell, gone = data["figures"][0]["cells"]
    assert (counted_cell["low"], counted_cell["high"], counted_cell["difference"]) == (1, 1, None)
    assert (gone["state"], gone["low"], gone["high"], gone["status"]) == ("no_more", None, None, None)
    both: Any = as_json(across(pack, [figure()], [figure()]), "en")
    assert both["figures"][0]["cells"][1]["difference"] == {
        "since": 2023,
        "is": "more",
        "by": 1,
        "at_least": False,
    }
