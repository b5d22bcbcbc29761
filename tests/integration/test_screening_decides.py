"""No list, no screening; no screening, no decision."""

from dataclasses import replace
from typing import Any

import pytest

from openkader.base.errors import Refused
from openkader.casework.permissions import HOUSE
from openkader.casework.screening import HitState, Standing, Verdict
from openkader.casework.vocabulary import DecisionOutcome, Level, PartyKind, Role
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.cases import facts_of_screening
from openkader.register.entries import (
    AnswerEntry,
    DecisionEntry,
    ParticipationEntry,
    PartyEntry,
    RequestEntry,
)
from tests.integration.register_house import GREEN_FACTS, TITLE
from tests.integration.screening_house import (
    HAND,
    LI,
    NEAR_WANG,
    NOBODY,
    WANG,
    Broken,
    Lists,
    a_delegation,
    a_hit,
    a_list,
    a_request,
    reviewed,
    the_hit,
    work,
)

pytestmark = pytest.mark.django_db


def answered(assessor: Assessor, **changes: object) -> None:
    facts = {name: value for name, value in (GREEN_FACTS | changes).items() if name in assessor.kader.facts}
    entries = [AnswerEntry(fact=name, value=value) for name, value in facts.items()]
    services.answer_facts("V-1", entries, kader=assessor.kader, **HAND)


def assessed(assessor: Assessor) -> dict[str, Any]:
    services.assess_request("V-1", assessor=assessor, **HAND)
    return dict(selectors.dossier("V-1", reader=HOUSE).assessments[-1])


def decide(outcome: DecisionOutcome = DecisionOutcome.TAKE_UP, **changes: Any) -> str:
    entry = DecisionEntry(reference="B-1", request="V-1", year=2030, level=Level.DELEGATION, outcome=outcome)
    return services.decide_request(replace(entry, **changes), **HAND)


def refused(**changes: Any) -> str:
    with pytest.raises(Refused) as caught:
        decide(**changes)
    return caught.value.refusal.code


def a_case(assessor: Assessor, screener: Lists | None = NOBODY) -> None:
    """A request that was answered in full, and whose delegation was then screened."""
    a_request()
    answered(assessor)
    a_list(WANG, LI)
    if screener is not None:
        work(screener)


def test_green_light_waits_until_everybody_was_screened(assessor: Assessor) -> None:
    a_case(assessor, screener=None)
    assessed(assessor)
    assert refused(motivation="Haast.") == "decision.not-screened"
    work()
    assessed(assessor)
    decide()


def test_a_screening_that_failed_is_none(assessor: Assessor) -> None:
    a_case(assessor, Broken())
    assessed(assessor)
    assert refused(motivation="Haast.") == "decision.not-screened"


def test_green_light_waits_until_every_hit_is_judged(assessor: Assessor) -> None:
    a_case(assessor, NEAR_WANG)
    assessed(assessor)
    assert refused(motivation="Haast.") == "decision.hits-to-review"
    reviewed(the_hit(), ("a", Verdict.FALSE))
    assessed(assessor)
    decide()


def test_closing_the_door_needs_no_screening(assessor: Assessor) -> None:
    a_case(assessor, screener=None)
    assessed(assessor)
    decide(DecisionOutcome.REFUSE, ground="sanctions", motivation="Fictief.")


def test_a_confirmed_hit_forbids_nothing_but_asks_for_a_motivation(assessor: Assessor) -> None:
    a_case(assessor, NEAR_WANG)
    reviewed(the_hit(), ("a", Verdict.TRUE), ("b", Verdict.TRUE))
    assert assessed(assessor)["facts"]["sanctions"] == "hit"
    assert refused() == "decision.no-motivation"
    decide(motivation="Na overleg met het Rijk (fictief).")


def test_the_screening_answers_the_kader_whatever_was_typed_before(assessor: Assessor) -> None:
    a_case(assessor, screener=None)
    assert assessed(assessor)["facts"]["sanctions"] is None
    work(NEAR_WANG)
    assert assessed(assessor)["facts"]["sanctions"] == "possible"
    reviewed(the_hit(), ("a", Verdict.FALSE))
    assert assessed(assessor)["facts"]["sanctions"] == "clear"


def test_a_confirmed_hit_on_a_warning_list_is_added_to_those_that_were_typed(assessor: Assessor) -> None:
    a_request()
    answered(assessor, informative_lists=["seven_sons"])
    a_list(WANG)
    work(Lists((WANG.name, a_hit(list="us-entity-list"))))
    reviewed(the_hit(), ("a", Verdict.TRUE), ("b", Verdict.TRUE))
    facts = assessed(assessor)["facts"]
    assert facts["informative_lists"] == ["seven_sons", "us_entity_list"]
    assert facts["sanctions"] == "clear"


def test_what_the_register_knows_is_not_typed(assessor: Assessor) -> None:
    a_delegation()
    with pytest.raises(Refused, match=r"facts\.from-screening"):
        answered(assessor)
    services.answer_facts("V-1", [AnswerEntry(fact="demand", value=True)], kader=assessor.kader, **HAND)


def test_an_assessment_is_stale_when_the_screening_moved_on(assessor: Assessor) -> None:
    a_case(assessor, NEAR_WANG)
    seen = assessed(assessor)["screening_seen"]
    assert selectors.delegation("V-1", reader=HOUSE).fingerprint == seen
    reviewed(the_hit(), ("a", Verdict.FALSE))
    assert selectors.delegation("V-1", reader=HOUSE).fingerprint != seen
    assert refused() == "decision.stale-assessment"


def test_a_list_that_comes_after_the_assessment_makes_it_stale(assessor: Assessor) -> None:
    a_request()
    answered(assessor)
    assessed(assessor)
    a_list(WANG)
    work()
    assert refused() == "decision.stale-assessment"


def test_a_named_participant_who_was_asked_for_is_waited_for(assessor: Assessor) -> None:
    services.record_party(PartyEntry(reference="P-1", kind=PartyKind.COMPANY, name="Fictief BV"), **HAND)
    place = ParticipationEntry(reference="V-1-P", role=Role.COUNTERPART, party="P-1")
    services.record_request(
        RequestEntry(reference="V-1", year=2030, title=TITLE, country="CN", participations=(place,)), **HAND
    )
    assert selectors.delegation("V-1", reader=HOUSE).parties == ()
    services.request_screening(["P-1"], **HAND)
    assert [party.reference for party in selectors.delegation("V-1", reader=HOUSE).parties] == ["P-1"]


def test_the_tally_counts_its_zeros(assessor: Assessor) -> None:
    a_case(assessor, NEAR_WANG)
    tally = selectors.delegation("V-1", reader=HOUSE).tally
    assert (tally.parties, tally.screened, tally.not_screened, tally.refused) == (3, 3, 0, 0)
    assert (tally.findings, tally.most_findings) == (0, 1)
    assessed(assessor)
    decide(DecisionOutcome.REFUSE, ground="sanctions", motivation="Fictief.")
    assert selectors.delegation("V-1", reader=HOUSE).tally.refused == 1


def test_a_kader_that_does_not_ask_gets_no_answer(assessor: Assessor) -> None:
    kader = replace(assessor.kader, facts={"demand": assessor.kader.facts["demand"]})
    screened = [Standing(is_current=True, hits=(("us-entity-list", HitState.CONFIRMED),))]
    assert facts_of_screening(kader, screened, {}) == {}
    assert facts_of_screening(assessor.kader, [], {}) == {}


def test_a_hit_of_somebody_who_no_longer_comes_along_keeps_nothing_closed(assessor: Assessor) -> None:
    a_case(assessor, NEAR_WANG)
    assessed(assessor)
    assert refused(motivation="Haast.") == "decision.hits-to-review"
    a_list(LI, seen=1)
    work()
    assessed(assessor)
    assert decide() == "B-1"
