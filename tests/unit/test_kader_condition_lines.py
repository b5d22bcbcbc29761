"""A condition as lines of a form: what has lines says the same when they are written, and what is deeper has none."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.base.flowing import Plain, flowing
from openkader.kader import Condition, FactType
from openkader.kader.condition_lines import HOWS, How, Joint, Line, Lines, lines_of, written
from openkader.kader.conditions import AllOf, AnyOf, Not, parts_of
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.program import Program
from tests.unit.kader_factories import FACTS, condition
from tests.unit.kader_strategies import complete_facts, conditions, fact_tests, partial_facts
from tests.unit.written_kaders import condition_said


def read(said: Plain) -> Condition:
    return condition(flowing(said))


def truth(what: Condition, facts: dict) -> bool | None:
    return Program([what], ()).run(facts).truth(what)


one_test = st.sampled_from(sorted(FACTS)).flatmap(lambda name: fact_tests(FACTS[name]))
one_line = one_test | st.builds(Not, one_test)
one_group = one_line | st.builds(AnyOf, st.lists(one_line, min_size=1, max_size=3).map(tuple))
flat = st.one_of(
    one_line,
    st.builds(AllOf, st.lists(one_line, min_size=1, max_size=4).map(tuple)),
    st.builds(AnyOf, st.lists(one_line, min_size=1, max_size=4).map(tuple)),
    st.builds(AllOf, st.lists(one_group, min_size=1, max_size=4).map(tuple)),
)


@given(flat, partial_facts(FACTS) | complete_facts(FACTS), st.booleans())
def test_lines_that_are_written_hold_where_the_condition_held(what, facts, alike) -> None:
    said = condition_said(what)
    found = lines_of(said, FACTS)
    assert found is not None
    assert all(line.how in HOWS[FACTS[line.fact].type] for line in found.lines)
    again = written(found, said if alike else None)
    assert found.is_same(lines_of(again, FACTS))
    assert truth(read(again), facts) is truth(what, facts)


@given(conditions(FACTS), partial_facts(FACTS))
def test_of_any_condition_lines_say_the_same_or_there_are_none(what, facts) -> None:
    if not _has_empty(what) and (found := lines_of(condition_said(what), FACTS)) is not None:
        assert truth(read(written(found)), facts) is truth(what, facts)


def _has_empty(what: Condition) -> bool:
    parts = parts_of(what)
    return not (parts or isinstance(what, FactTest)) or any(map(_has_empty, parts))


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"demand": True}, ("demand", How.IS, (True,))),
        ({"not": {"demand": True}}, ("demand", How.IS, (False,))),
        ({"not": {"kind": ["talk", "event"]}}, ("kind", How.IS_NOT, ("talk", "event"))),
        ({"topics": {"at_least": 2}}, ("topics", How.COUNTS, (2,))),
        ({"jobs": {"at_least": 2}}, ("jobs", How.AT_LEAST, (2,))),
        ({"not": {"jobs": {"at_least": 2}}}, ("jobs", How.LESS, (2,))),
        (
            {"not": {"received_on": {"since": date(2024, 1, 1)}}},
            ("received_on", How.BEFORE, (date(2024, 1, 1),)),
        ),
        (
            {"not": {"received_on": {"before": date(2024, 1, 1)}}},
            ("received_on", How.SINCE, (date(2024, 1, 1),)),
        ),
        ({"topics": {"has_all": ["water"]}}, ("topics", How.HAS_ALL, ("water",))),
        ({"country": {"in_list": "neighbours"}}, ("country", How.ON_LIST, ("neighbours",))),
        ({"gone": {"at_least": 2}}, ("gone", How.AT_LEAST, (2,))),
        ({"gone": ["x", "w"]}, ("gone", How.IS, ("x", "w"))),
        ({"not": {"gone": True}}, ("gone", How.IS_NOT, (True,))),
    ],
)
def test_one_test_is_one_line(said: Plain, wanted: tuple[str, How, tuple]) -> None:
    fact, how, values = wanted
    assert lines_of(said, FACTS) == Lines(joint=Joint.ALL, lines=(Line(fact=fact, how=how, values=values),))


def test_an_alternative_stands_with_the_line_before_it() -> None:
    said: Plain = {"all": [{"demand": True}, {"any": [{"kind": "talk"}, {"country": "CN"}]}, {"jobs": 2}]}
    found = lines_of(said, FACTS)
    assert found is not None
    assert [line.is_or for line in found.lines] == [False, False, True, False]
    assert [len(group) for group in found.groups()] == [1, 2, 1]
    assert written(found) == said
    other = Lines(joint=Joint.ALL, lines=tuple(replace(line, is_or=False) for line in found.lines))
    assert not found.is_same(other)
    assert lines_of({"any": [{"kind": "talk"}, {"country": "CN"}], "demand": True}, FACTS) is not None


def test_where_all_are_alternatives_one_is_enough() -> None:
    lines = lines_of({"any": [{"kind": "talk"}, {"country": "CN"}]}, FACTS)
    assert lines is not None
    assert (lines.joint, [line.is_or for line in lines.lines]) == (Joint.ANY, [False, False])
    typed = Lines(joint=Joint.ALL, lines=(lines.lines[0], replace(lines.lines[1], is_or=True)))
    assert typed.is_same(lines)
    assert written(typed) == written(lines) == {"any": [{"kind": "talk"}, {"country": "CN"}]}


def test_two_bounds_are_two_lines_and_parts_in_parts_are_flat() -> None:
    found = lines_of({"all": [{"jobs": {"at_least": 1, "at_most": 3}}, {"all": [{"demand": True}]}]}, FACTS)
    assert found is not None
    assert [line.how for line in found.lines] == [How.AT_LEAST, How.AT_MOST, How.IS]


@pytest.mark.parametrize(
    "said",
    [
        None,
        {},
        [],
        "kind",
        {"any": [{"kind": "talk", "demand": True}]},
        {"any": []},
        {"any": {"kind": "talk"}},
        {"any": [{"any": [{"kind": "talk"}, {"demand": True}]}, {"kind": "event"}]},
        {"any": [{"all": [{"kind": "talk"}, {"demand": True}]}, {"kind": "event"}]},
        {"all": {"kind": "talk"}},
        {"all": ["kind"]},
        {"not": {"kind": "talk", "demand": True}},
        {"not": {"any": [{"kind": "talk"}, {"demand": True}]}},
        {"kind": "talk", "any": [{"demand": True, "kind": "event"}]},
        {"kind": "talk", "any": []},
        {"jobs": [1, 2]},
        {"not": {"jobs": {"at_least": 1, "at_most": 3}}},
        {"jobs": {"has": 1}},
        {"jobs": {"at_least": [1]}},
        {"jobs": {}},
        {"topics": {"has_all": "water"}},
        {"topics": {"has_all": []}},
        {"kind": []},
        {"kind": [["talk"]]},
        {"kind": None},
    ],
)
def test_what_is_deeper_or_no_condition_has_no_lines(said: Plain) -> None:
    assert lines_of(said, FACTS) is None


def test_lines_are_written_in_the_manner_of_what_stood_there() -> None:
    a = Line(fact="demand", how=How.IS, values=(True,))
    b = Line(fact="kind", how=How.IS_NOT, values=("talk",))
    both = Lines(joint=Joint.ALL, lines=(a, Line(fact="jobs", how=How.AT_LEAST, values=(1,))))
    assert written(both) == {"demand": True, "jobs": {"at_least": 1}}
    assert written(both, {"all": [{"demand": True}]}) == {
        "all": [{"demand": True}, {"jobs": {"at_least": 1}}]
    }
    assert written(Lines(joint=Joint.ALL, lines=(a, b))) == {
        "all": [{"demand": True}, {"not": {"kind": "talk"}}]
    }
    assert written(Lines(joint=Joint.ALL, lines=(a, a))) == {"all": [{"demand": True}, {"demand": True}]}
    assert written(Lines(joint=Joint.ANY, lines=(a, b))) == {
        "any": [{"demand": True}, {"not": {"kind": "talk"}}]
    }
    assert written(Lines(joint=Joint.ANY, lines=(b,))) == {"not": {"kind": "talk"}}


def test_lines_differ_by_their_joint_only_where_there_are_more() -> None:
    draw = Random(1)  # noqa: S311
    a = Line(fact="kind", how=How.IS, values=("talk", "event"))
    b = Line(fact="jobs", how=How.IS, values=(draw.randint(2, 9),))
    assert Lines(joint=Joint.ALL, lines=(a,)).is_same(Lines(joint=Joint.ANY, lines=(a,)))
    assert not Lines(joint=Joint.ALL, lines=(a, b)).is_same(Lines(joint=Joint.ANY, lines=(a, b)))
    assert not Lines(joint=Joint.ALL, lines=(a, b)).is_same(Lines(joint=Joint.ALL, lines=(b, a)))
    assert not Lines(joint=Joint.ALL, lines=(a,)).is_same(None)
    turned = Line(fact="kind", how=How.IS, values=("event", "talk"))
    assert Lines(joint=Joint.ALL, lines=(a,)).is_same(Lines(joint=Joint.ALL, lines=(turned,)))
    number, truth_ = (Line(fact="x", how=How.IS, values=(value,)) for value in (1, True))
    assert not Lines(joint=Joint.ALL, lines=(number,)).is_same(Lines(joint=Joint.ALL, lines=(truth_,)))


def test_every_type_has_its_ways() -> None:
    assert set(HOWS) == set(FactType)
