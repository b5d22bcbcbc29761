"""Green light rests on a proposal that still stands; departing from it is said, reasoned and counted."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from openkader.base.errors import Invalid, Refused
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.vocabulary import (
    DecisionOutcome,
)
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.entries import (
    AnswerEntry,
)
from tests.integration.register_house import (
    HAND,
    a_decision,
    a_request,
    answered,
    assessed,
    decided,
    refused,
    taken,
)
from tests.web_pages import an_account

pytestmark = pytest.mark.django_db


def test_a_settled_proposal_is_followed_without_a_motivation(assessor: Assessor) -> None:
    dossier = selectors.dossier(decided(assessor), reader=HOUSE)
    assert dossier.assessments[-1]["settled"] is True
    decision = dossier.decisions[-1]
    assert decision["departs_from_proposal"] is False
    assert (decision["decided_by"], str(decision["decided_on"])) == (HAND["by"], "2030-05-01")
    assert decision["assessment__reference"] == "V-1-B1"


def test_a_decision_falls_on_the_day_of_the_organisation(assessor: Assessor) -> None:
    late = datetime(2030, 5, 1, 23, 30, tzinfo=UTC)  # half past one at night in Amsterdam
    services.decide_request(a_decision(assessed(assessor)), by=HouseHand("cli:x"), now=late)
    assert str(selectors.dossier("V-1", reader=HOUSE).decisions[-1]["decided_on"]) == "2030-05-02"


def test_departing_from_the_proposal_needs_a_motivation(assessor: Assessor) -> None:
    request = assessed(assessor, sanctions="hit")
    refused("decision.no-motivation", lambda: services.decide_request(a_decision(request), **HAND))
    taken(a_decision(request, motivation="Een ander beeld."))
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
    no = replace(no, ground="sanctions")
    refused("decision.no-instrument", lambda: services.decide_request(no, **HAND))
    unlisted = replace(no, instrument="gut feeling")
    refused("decision.not-listed", lambda: services.decide_request(unlisted, **HAND))
    taken(replace(no, instrument="kader"))


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


# --- a second click, and two people at once -----------------------------------------------


def counted(request: str) -> tuple[int, int, int]:
    dossier = selectors.dossier(request, reader=HOUSE)
    return len(dossier.answers), len(dossier.assessments), len(dossier.decisions)


def test_what_was_answered_already_is_no_new_answer(assessor: Assessor) -> None:
    request = assessed(assessor)
    before = counted(request)
    answered(assessor, request)
    assert counted(request) == before
    events = len(selectors.events([request]))
    answered(assessor, request)
    assert len(selectors.events([request])) == events


def test_an_answer_with_another_source_is_a_new_one(assessor: Assessor) -> None:
    request = answered(assessor, a_request())
    entry = AnswerEntry(fact="demand", value=True, basis="De brief van de koepel (fictief).")
    services.answer_facts(request, [entry], kader=assessor.kader, **HAND)
    assert (
        selectors.dossier(request, reader=HOUSE).answers[-1]["basis"] == "De brief van de koepel (fictief)."
    )


def test_who_did_not_see_the_last_answer_is_told_whose_it_is(assessor: Assessor) -> None:
    request = a_request()

    def say(value: bool, by: str, seen: int) -> None:
        entry = AnswerEntry(fact="demand", value=value, seen=seen)
        services.answer_facts(request, [entry], kader=assessor.kader, by=an_account(by), now=HAND["now"])

    say(True, "anna", 0)
    with pytest.raises(Refused) as caught:
        say(False, "berend", 0)
    assert (caught.value.refusal.code, caught.value.refusal.detail["by"]) == ("facts.meanwhile", "anna")
    assert selectors.dossier(request, reader=HOUSE).facts["demand"] is True
    say(True, "berend", 0)  # the same answer is no contradiction
    say(False, "berend", 1)
    assert selectors.dossier(request, reader=HOUSE).facts["demand"] is False


def test_an_assessment_that_still_stands_is_made_once(assessor: Assessor) -> None:
    request = assessed(assessor)
    assert services.assess_request(request, assessor=assessor, **HAND) == "V-1-B1"
    assert counted(request)[1] == 1


def test_a_case_that_was_decided_can_be_weighed_again(assessor: Assessor) -> None:
    request = decided(assessor)
    assert services.assess_request(request, assessor=assessor, **HAND) == "V-1-B2"
    services.decide_request(a_decision(request, reference="B-2"), **HAND)


def test_a_double_click_takes_one_decision(assessor: Assessor) -> None:
    request = decided(assessor)
    assert services.decide_request(a_decision(request), **HAND) == "B-V-1"
    assert counted(request)[2] == 1


@pytest.mark.parametrize("changes", [{"motivation": "Een ander beeld."}, {"instrument": "kader"}])
def test_another_decision_under_the_same_number_is_refused(assessor: Assessor, changes: dict) -> None:
    request = decided(assessor)
    refused("decision.meanwhile", lambda: services.decide_request(a_decision(request, **changes), **HAND))
    assert counted(request)[2] == 1


def test_of_two_who_decide_at_once_the_second_is_told_who_was_first(assessor: Assessor) -> None:
    request = decided(assessor)
    with pytest.raises(Refused) as caught:
        services.decide_request(a_decision(request), by=HouseHand("cli:berend"), now=HAND["now"])
    assert caught.value.refusal.detail == {"by": HAND["by"]}


@pytest.mark.usefixtures("year_2024")
def test_a_case_from_a_publication_is_not_weighed_anew(assessor: Assessor) -> None:
    before = counted("V-2024-02")
    refused("case.taken-over", lambda: answered(assessor, "V-2024-02"))
    refused("case.taken-over", lambda: services.assess_request("V-2024-02", assessor=assessor, **HAND))
    assert counted("V-2024-02") == before
