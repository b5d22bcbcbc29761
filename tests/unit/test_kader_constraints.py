"""What no case can be: it is read, it tells of a case that is so, and it changes no proposal."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given

from openkader.kader import Assessor, Condition, Facts, load_kader
from openkader.kader.constraints import Constraint
from openkader.kader.library import uses_of
from openkader.kader.model import ProposalRow
from tests.unit.kader_factories import FACTS, ZUID_HOLLAND, load, text
from tests.unit.kader_strategies import conditions, kader_of, partial_facts, proposals

NEVER = """\
    constraints:
      - id: quiet_talk
        text: {nl: Een gesprek heeft geen vraag., en: A talk has no demand.}
        never: {kind: talk, demand: true}
        cites: [{source: LAW, place: art. 2}]
    """


def test_a_constraint_is_read_with_its_condition_and_its_passage(tmp_path: Path) -> None:
    kader = load(tmp_path, {"never.yaml": NEVER})
    assert [(item.id, item.text.en, item.cites[0].place) for item in kader.constraints] == [
        ("quiet_talk", "A talk has no demand.", "art. 2")
    ]
    assert "constraints" in [use.part for use in uses_of(kader, "LAW")]


def test_only_a_case_that_certainly_breaks_a_constraint_is_impossible(tmp_path: Path) -> None:
    assessor = Assessor(load(tmp_path, {"never.yaml": NEVER}))
    broken: Facts = {"kind": "talk", "demand": True}
    whole: list[Facts] = [{"kind": "talk"}, {"demand": True}, {}, {"kind": "visit", "demand": True}]
    assert [item.id for item in assessor.assess(broken).impossible] == ["quiet_talk"]
    assert [item.id for case in whole for item in assessor.assess(case).impossible] == []


def test_the_kader_of_zuid_holland_states_none_and_keeps_its_digest() -> None:
    kader = load_kader(ZUID_HOLLAND)
    assert (kader.constraints, kader.digest[:12]) == ((), "5c02a33e9249")


@given(proposals(FACTS), conditions(FACTS), partial_facts(FACTS))
def test_a_constraint_changes_no_proposal(
    rows: tuple[ProposalRow, ...], never: Condition, case: Facts
) -> None:
    kader = kader_of((), (), rows)
    bound = replace(kader, constraints=(Constraint(id="a", text=text("a"), never=never),))
    free, held = Assessor(kader).assess(case), Assessor(bound).assess(case)
    assert (held.outcome, held.fired, held.still_open) == (free.outcome, free.fired, free.still_open)
