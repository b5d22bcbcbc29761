"""Green light rests on a proposal that still stands; departing from it is said, reasoned and counted."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from openkader.base.errors import Invalid
from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import (
    DecisionOutcome,
)
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.entries import (
    AnswerEntry,
)
from tests.integration.register_house import HAND, a_decision, a_request, answered, assessed, decided, refused

pytestmark = pytest.mark.django_db


def test_a_settled_proposal_is_followed_without_a_motivation(assessor: Assessor) -> None:
    dossier = selectors.dossier(decided(assessor), reader=HOUSE)
    assert dossier.assessments[-1]["settled"] is True
    decision = dossier.decisions[-1]
    assert decision["departs_from_proposal"] is False
    assert (decision["decided_by"], str(decision["decided_on"])) == ("adviser", "2030-05-01")
    assert decision["assessment__reference"] == "V-1-B1"


def test_a_decision_falls_on_the_day_of_the_organisation(assessor: Assessor) -> None:
    late = datetime(2030, 5, 1, 23, 30, tzinfo=UTC)  # half past one at night in Amsterdam
    services.decide_request(a_decision(assessed(assessor)), by="x", now=late)
    assert str(selectors.dossier("V-1", reader=HOUSE).decisions[-1]["decided_on"]) == "2030-05-02"


def test_departing_from_the_proposal_needs_a_motivation(assessor: Assessor) -> None:
    request = assessed(assessor, sanctions="hit")
    refused("decision.no-motivation", lambda: services.decide_request(a_decision(request), **HAND))
    services.decide_request(a_decision(request, motivation="Een ander beeld."), **HAND)
    assert selectors.dossier(request, reader=HOUSE).decisions[-1]["departs_from_proposal"] is True


def test_green_light_while_questions_are_open_needs_a_motivation(assessor: Assessor) -> None:
    request = assessed(assessor, sanctions=None)
    refused("decision.no-motivation", lambda: services.decide_request(a_decision(request), **HAND))


def test_a_decision_without_an_assessment_is_refused(assessor: Assessor) -> None:
    request = a_request()
    refused("decision.no-assessment", lambda: services.decide_request(a_decision(request), **HAND))


def test_a_withdrawn_request_needs_no_assessment(assessor: Assessor) -> None:
    request = a_request()
    services.decide_request(a_decision(request, outcome=DecisionOutcome.WITHDRAWN), **HAND)
    assert selectors.rows("requests", 2030, reader=HOUSE)[0]["outcome"] == "withdrawn"


def test_new_answers_make_the_assessment_stale(assessor: Assessor) -> None:
    request = answered(assessor, assessed(assessor), sanctions="possible")
    refused("decision.stale-assessment", lambda: services.decide_request(a_decision(request), **HAND))
    assert services.assess_request(request, assessor=assessor, **HAND) == "V-1-B2"


def test_an_assessment_is_decided_on_once(assessor: Assessor) -> None:
    request = decided(assessor)
    again = a_decision(request, reference="B-2")
    refused("decision.already-decided", lambda: services.decide_request(again, **HAND))


def test_refusing_needs_a_ground(assessor: Assessor) -> None:
    request = assessed(assessor, sanctions="hit")
    no = a_decision(request, outcome=DecisionOutcome.REFUSE)
    refused("decision.no-ground", lambda: services.decide_request(no, **HAND))
    services.decide_request(replace(no, ground="sanctions"), **HAND)


def test_an_answer_outside_the_question_is_refused(assessor: Assessor) -> None:
    request = a_request()
    wrong = [AnswerEntry(fact="sanctions", value="maybe"), AnswerEntry(fact="weather", value=True)]
    with pytest.raises(Invalid) as caught:
        services.answer_facts(request, wrong, kader=assessor.kader, **HAND)
    assert [problem.code for problem in caught.value.problems] == [
        "facts.not-an-answer",
        "facts.unknown-fact",
    ]


def test_the_newest_answer_counts_and_the_older_one_stays(assessor: Assessor) -> None:
    request = answered(assessor, a_request())
    services.answer_facts(request, [AnswerEntry(fact="demand", value=None)], kader=assessor.kader, **HAND)
    dossier = selectors.dossier(request, reader=HOUSE)
    assert dossier.facts["demand"] is None
    assert [row["value"] for row in dossier.answers if row["fact"] == "demand"] == [True, None]
