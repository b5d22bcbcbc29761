"""Each of the fourteen example requests reaches, through the services, the decision that it states."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from openkader.casework.life_cycle import State
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import DecisionOutcome
from openkader.kader import Assessor
from openkader.kader.model import Scenario
from openkader.register import models, services
from openkader.register.entries import AnswerEntry
from tests.integration.examples_house import ENDS, EXAMPLES, as_proposed, consulted, proposed, state, taken_in
from tests.integration.register_house import HAND, NOW, taken

pytestmark = pytest.mark.django_db


def test_there_are_fourteen_examples() -> None:
    assert len(EXAMPLES) == 14


@pytest.mark.parametrize("scenario", EXAMPLES, ids=lambda scenario: scenario.id)
def test_an_example_reaches_the_decision_that_it_states(scenario: Scenario, assessor: Assessor) -> None:
    request = taken_in(scenario, assessor)
    desks = consulted(request, assessor, DecisionOutcome(scenario.outcome))
    assert set(scenario.consultations) - {"innovationquarter"} <= set(desks)
    taken(as_proposed(request, proposed(request, assessor)))
    decision = models.Decision.objects.get(reference=f"B-{request}")
    assert decision.outcome == scenario.outcome
    assert decision.departs_from_proposal is False
    assert state(request, assessor) is ENDS[scenario.outcome]
    if "decider_with_second" in scenario.mandates:
        assert decision.seconded_by == "second"


def test_a_decision_is_not_the_end(assessor: Assessor) -> None:
    scenario = next(one for one in EXAMPLES if one.id == "FX-MOU-3")
    request = taken_in(scenario, assessor)
    consulted(request, assessor, DecisionOutcome.REFER)
    taken(as_proposed(request, proposed(request, assessor)))
    assert state(request, assessor) is State.REFERRED
    services.hand_over(f"B-{request}", "B. Verzonnen, gemeente Fictiefdam", **HAND)
    assert state(request, assessor) is State.CLOSED
    later: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW + timedelta(days=30)}
    services.answer_facts(request, [AnswerEntry(fact="demand", value=True)], kader=assessor.kader, **later)
    assert state(request, assessor) is State.WEIGHING
    services.assess_request(request, assessor=assessor, **later)
    again = as_proposed(request, proposed(request, assessor))
    services.decide_request(replace(again, reference="B-2"), **later)
    assert models.Decision.objects.filter(request__reference=request).count() == 2
    assert state(request, assessor) is State.REFERRED
