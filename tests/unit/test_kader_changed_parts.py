"""What a version says otherwise than the one before it, by name."""

from dataclasses import replace

from openkader.kader import Outcome, load_kader
from openkader.kader.changed_parts import PARTS, Change, changed_parts
from tests.unit.kader_factories import ZUID_HOLLAND

KADER = load_kader(ZUID_HOLLAND)


def test_a_kader_is_not_otherwise_than_itself() -> None:
    assert changed_parts(KADER, KADER) == []


def test_a_part_that_only_moved_to_another_line_is_the_same() -> None:
    moved = tuple(replace(one, where="elders.yaml:1") for one in KADER.scenarios)
    tables = tuple(replace(one, where="elders.yaml:1") for one in KADER.tables)
    assert changed_parts(KADER, replace(KADER, scenarios=moved, tables=tables)) == []


def test_a_rule_that_is_new_gone_or_other_is_named_once() -> None:
    first, second, *rest = KADER.proposal
    other = replace(second, outcome=Outcome.REFER if second.outcome is not Outcome.REFER else Outcome.HOLD)
    new = replace(first, id="new_one")
    found = changed_parts(KADER, replace(KADER, proposal=(other, *rest, new)))
    assert [(one.part, one.id, one.change) for one in found] == [
        ("proposal", first.id, Change.GONE),
        ("proposal", second.id, Change.OTHER),
        ("proposal", "new_one", Change.NEW),
    ]
    assert found[0].text == first.reason
    assert (found[1].before, found[1].after) == (second, other)


def test_a_measure_is_named_itself_and_with_its_line() -> None:
    line = next(one for one in KADER.action_lines if one.measures)
    shorter = replace(line, measures=line.measures[1:])
    lines = tuple(shorter if one.id == line.id else one for one in KADER.action_lines)
    found = changed_parts(KADER, replace(KADER, action_lines=lines))
    assert [(one.part, one.id) for one in found] == [
        ("action_lines", line.id),
        ("measures", line.measures[0].id),
    ]


def test_a_precondition_is_not_named_again_as_the_table_it_is_read_into() -> None:
    (first, *rest) = KADER.preconditions
    tables = tuple(one for one in KADER.tables if one.gives != first.id)
    found = changed_parts(KADER, replace(KADER, preconditions=tuple(rest), tables=tables))
    assert [(one.part, one.id) for one in found] == [("preconditions", first.id)]


def test_a_desk_that_is_asked_twice_is_known_by_its_number() -> None:
    (first, *_rest) = KADER.consultations
    again = replace(first, mandatory=not first.mandatory)
    found = changed_parts(
        replace(KADER, consultations=(first,)), replace(KADER, consultations=(first, again))
    )
    assert [(one.id, one.change) for one in found] == [(f"{first.desk} (2)", Change.NEW)]


def test_every_part_of_the_kader_is_compared() -> None:
    for part in PARTS:
        empty = replace(KADER, **{part: type(getattr(KADER, part))()}) if part != "measures" else KADER
        found = {one.part for one in changed_parts(empty, KADER)}
        assert part in found or not getattr(KADER, part) or part == "measures"
    assert changed_parts(KADER, replace(KADER, fillings=()))[0].text is None
