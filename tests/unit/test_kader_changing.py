"""What would change a proposal is told in full, and every answer that is told does what it says."""

from hypothesis import given

from openkader.kader import Assessment, Assessor, Outcome, load_kader
from openkader.kader.changing import changes
from openkader.kader.facts import FactType
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.unit.kader_strategies import partial_facts

ASSESSOR = Assessor(load_kader(ZUID_HOLLAND))
ASKED = {fact.id: fact for fact in ASSESSOR.kader.asked}
MILD = next(scenario for scenario in ASSESSOR.kader.scenarios if scenario.outcome is Outcome.TAKE_UP).facts


def mild(**facts: object) -> Assessment:
    return ASSESSOR.assess({**MILD, **facts})  # type: ignore[dict-item]


def told(found: Assessment, **more: frozenset[str]) -> dict[tuple[str, Outcome], tuple[object, ...]]:
    return {(one.fact.id, one.outcome): one.values for one in changes(found, **more)}


@given(partial_facts(ASKED, answered=4))
def test_every_answer_that_is_told_leads_where_it_says(facts: dict) -> None:
    found = ASSESSOR.assess(facts)
    for change in changes(found):
        assert change.outcome is not found.outcome
        for value in change.values:
            assert ASSESSOR.assess({**facts, change.fact.id: value}).outcome is change.outcome


def test_the_other_answer_of_a_truth_and_of_a_choice_is_tried() -> None:
    found = told(mild())
    assert found["own_line", Outcome.REFUSE] == (False,)
    assert found["sanctions", Outcome.REFUSE] == ("hit",)
    assert found["sanctions", Outcome.HOLD] == ("nobody", "possible")


def test_of_several_options_each_further_one_is_tried_and_none_at_all() -> None:
    listed = frozenset({"listed_party"})
    assert told(mild(abuse_findings=listed))["abuse_findings", Outcome.TAKE_UP] == (frozenset(),)
    assert listed in told(mild())["abuse_findings", Outcome.REFUSE]
    assert told(mild(abuse_findings=None))["abuse_findings", Outcome.TAKE_UP] == (frozenset(),)


def test_the_gravest_outcome_comes_first() -> None:
    severities = [change.outcome.severity for change in changes(mild())]
    assert severities == sorted(severities, reverse=True)


def test_what_is_fixed_is_left_alone_and_so_is_what_has_no_end() -> None:
    assert not [key for key in told(mild(), fixed=frozenset({"own_line"})) if key[0] == "own_line"]
    endless = {name for name, fact in ASKED.items() if fact.type in (FactType.COUNTRY, FactType.DATE)}
    assert not [key for key in told(mild()) if key[0] in endless]
