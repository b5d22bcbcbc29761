"""A decision waits for advice, for a mandate, and for the second person whom the kader asks for."""

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User

from openkader.base.errors import NotFound
from openkader.casework.advice import AdviceVerdict
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import AccountRole, Confidentiality, DecisionOutcome, Level
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.accounts import Post
from openkader.register.entries import ActivityEntry, AnswerEntry, DecisionEntry
from tests.integration import advice_house
from tests.integration.register_house import (
    HAND,
    NOW,
    SIMPLE,
    TITLE,
    a_decision,
    assessed,
    decided,
    prepared_decision,
    refused,
    taken,
    with_role,
)

pytestmark = pytest.mark.django_db
SECOND: dict[str, Any] = {"by": "second", "now": NOW}


@pytest.fixture
def draft(assessor: Assessor) -> str:
    """A decision that `colleague` prepared, on a case that touches the risk list."""
    with_role("second")
    return prepared_decision(assessor)


def test_mandatory_advice_keeps_the_decision_closed(assessor: Assessor) -> None:
    request = assessed(assessor, risk_areas=["robotics_autonomous"], sensitive_part="core")
    green = a_decision(request, motivation="Haast.")
    no = replace(green, outcome=DecisionOutcome.REFUSE, ground="risk_sector", instrument="kader")
    refused("decision.open-advice", lambda: services.decide_request(green, **HAND))
    refused("decision.open-advice", lambda: services.decide_request(no, **HAND))
    hold = replace(green, outcome=DecisionOutcome.HOLD)
    services.decide_request(hold, **HAND)


def test_a_waiver_in_force_lets_the_decision_through(assessor: Assessor) -> None:
    request = assessed(assessor, risk_areas=["robotics_autonomous"], sensitive_part="core")
    waiver = advice_house.waived(assessor, request)
    green = a_decision(request, motivation="Haast.")
    refused("decision.open-advice", lambda: services.decide_request(green, **HAND))
    services.agree_to_waiver(waiver, by=HouseHand("cli:manager"), now=NOW)
    taken(green)
    assert models.Decision.objects.count() == 1


def test_green_light_against_advice_is_explained(assessor: Assessor) -> None:
    request = assessed(assessor)
    advice = advice_house.asked(assessor, request, desk="information_security")
    advice_house.answered(advice, verdict=AdviceVerdict.OBJECTION, explanation="Geen beveiligde apparaten.")
    green = a_decision(request)
    refused("decision.against-advice", lambda: services.decide_request(green, **HAND))
    taken(replace(green, motivation="Er gaan leenapparaten mee."))


@pytest.mark.parametrize("role", [role for role in AccountRole if role is not AccountRole.DECIDER])
def test_whoever_is_no_decider_does_not_decide(assessor: Assessor, role: AccountRole) -> None:
    request = assessed(assessor)
    by = with_role(f"a-{role}", role)
    refused("role.decide", lambda: services.decide_request(a_decision(request), by=by, now=NOW))


def test_a_stranger_does_not_decide(assessor: Assessor) -> None:
    request = assessed(assessor)
    refused("role.decide", lambda: services.decide_request(a_decision(request), by="nobody", now=NOW))


def test_a_prepared_decision_counts_for_nothing(draft: str) -> None:
    assert not models.Decision.objects.exists()
    activity = ActivityEntry(reference="X-1", year=2030, title=TITLE, request="V-1")
    refused("activity.no-green-light", lambda: services.record_activity(activity, **HAND))


def test_the_second_person_is_another_one(draft: str) -> None:
    refused("decision.same-person", lambda: services.agree_to_decision(draft, by="colleague", now=NOW))
    with_role("clerk", AccountRole.ADVISER)
    refused("decision.no-second", lambda: services.agree_to_decision(draft, by="clerk", now=NOW))
    for _ in range(2):  # a second click
        services.agree_to_decision(draft, **SECOND)
    (decision,) = models.Decision.objects.all()
    assert (decision.decided_by, decision.seconded_by) == ("colleague", "second")
    refused("decision.settled", lambda: services.return_decision(draft, "Toch niet.", **SECOND))


def test_a_draft_that_the_facts_overtook_cannot_be_agreed_to(draft: str, assessor: Assessor) -> None:
    services.answer_facts("V-1", [AnswerEntry(fact="demand", value=False)], kader=assessor.kader, **HAND)
    refused("decision.stale-assessment", lambda: services.agree_to_decision(draft, **SECOND))


def test_a_draft_is_sent_back_with_a_reason_and_stays_in_the_dossier(draft: str) -> None:
    refused("decision.no-reason", lambda: services.return_decision(draft, " ", **SECOND))
    services.return_decision(draft, "De motivering is te kort.", **SECOND)
    refused("decision.settled", lambda: services.agree_to_decision(draft, **SECOND))
    assert models.PreparedDecision.objects.count() == 1
    better = a_decision("V-1", reference="B-2", motivation="Beheersbaar, want apparaten blijven thuis.")
    assert taken(better, by="colleague") == "B-2"


def test_the_same_draft_is_prepared_once_and_another_is_told(draft: str) -> None:
    entry = a_decision("V-1", motivation="Beheersbaar.")
    assert services.decide_request(entry, by="colleague", now=NOW) == draft
    assert models.PreparedDecision.objects.count() == 1
    other = replace(entry, motivation="Anders.")
    refused("decision.meanwhile", lambda: services.decide_request(other, by="colleague", now=NOW))


def only_a_reviewer_besides(assessor: Assessor) -> DecisionEntry:
    """A decision that asks a second person, where the only other one is a reviewer of another team."""
    request = assessed(assessor, risk_areas=["robotics_autonomous"], sensitive_part="core")
    advice_house.answered(advice_house.asked(assessor, request))
    services.assess_request(request, assessor=assessor, **HAND)
    User.objects.update(is_active=False)
    with_role("ivo", AccountRole.REVIEWER)
    return a_decision(request, motivation="Beheersbaar.")


def test_a_second_person_who_may_not_see_the_case_does_not_count(assessor: Assessor) -> None:
    entry, by = only_a_reviewer_besides(assessor), with_role("colleague")
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    refused("decision.nobody-to-agree", lambda: services.decide_request(entry, by=by, now=NOW))
    models.Request.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    assert services.decide_request(entry, by=by, now=NOW) == entry.reference


def test_a_second_person_sees_a_case_of_their_own_and_of_their_team(assessor: Assessor) -> None:
    entry, by = only_a_reviewer_besides(assessor), with_role("colleague")
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    with_role("unseeing", AccountRole.REVIEWER)
    models.Request.objects.update(assignee=User.objects.get(username="ivo"))
    assert services.decide_request(entry, by=by, now=NOW) == entry.reference
    models.Request.objects.update(
        confidentiality=Confidentiality.CONFIDENTIAL_HIGH, assignee=None, team="china"
    )
    again = replace(entry, reference="B-2")
    refused("decision.nobody-to-agree", lambda: services.decide_request(again, by=by, now=NOW))
    services.change_roles("ivo", Post(roles=[AccountRole.REVIEWER], team="china"), **HAND)
    assert services.decide_request(again, by=by, now=NOW) == "B-2"


def test_whoever_decides_is_no_second_person_and_a_closed_account_is_none(assessor: Assessor) -> None:
    entry, by = only_a_reviewer_besides(assessor), with_role("colleague")
    User.objects.filter(username="ivo").update(is_active=False)
    refused("decision.nobody-to-agree", lambda: services.decide_request(entry, by=by, now=NOW))


def test_a_decision_that_a_command_prepared_can_be_agreed_to(assessor: Assessor) -> None:
    entry = only_a_reviewer_besides(assessor)
    by = HouseHand("cli:colleague")
    assert services.decide_request(entry, by=by, now=NOW) == entry.reference
    refused("decision.same-person", lambda: services.agree_to_decision(entry.reference, by=by, now=NOW))
    services.agree_to_decision(entry.reference, by="ivo", now=NOW)
    (decision,) = models.Decision.objects.all()
    assert (decision.decided_by, decision.seconded_by) == ("cli:colleague", "ivo")


def test_a_name_like_that_of_a_command_has_no_mandate_of_its_own(assessor: Assessor) -> None:
    entry = only_a_reviewer_besides(assessor)
    services.decide_request(entry, by=with_role("cli:colleague"), now=NOW)
    User.objects.filter(username="cli:colleague").update(is_active=False)
    refused("decision.no-mandate", lambda: services.agree_to_decision(entry.reference, by="ivo", now=NOW))


def test_a_command_agrees_where_no_colleague_could(assessor: Assessor) -> None:
    entry = only_a_reviewer_besides(assessor)
    services.decide_request(entry, by=with_role("colleague"), now=NOW)
    User.objects.filter(username="ivo").update(is_active=False)
    services.agree_to_decision(entry.reference, by=HouseHand("cli:manager"), now=NOW)
    assert models.Decision.objects.get().seconded_by == "cli:manager"


def test_one_case_is_decided_at_more_than_one_level(assessor: Assessor) -> None:
    request = decided(assessor)
    party = services.record_party(SIMPLE["record_party"], **HAND)
    out = a_decision(
        request,
        reference="B-2",
        level=Level.ORGANISATION,
        outcome=DecisionOutcome.REFUSE,
        ground="abuses",
        instrument="kader",
        motivation="Eén deelnemer gaat niet mee.",
    )
    refused("decision.no-organisation", lambda: services.decide_request(out, **HAND))
    taken(replace(out, party=party))
    again = replace(out, party=party, reference="B-3")
    refused("decision.already-decided", lambda: services.decide_request(again, **HAND))
    assert [row.level for row in models.Decision.objects.order_by("id")] == ["delegation", "organisation"]


def test_what_is_granted_under_conditions_names_them(assessor: Assessor) -> None:
    request = assessed(assessor, national_advice="positive_with_conditions")
    entry = a_decision(request, outcome=DecisionOutcome.TAKE_UP_WITH_CONDITIONS)
    refused("decision.no-conditions", lambda: services.decide_request(entry, **HAND))
    taken(replace(entry, conditions=(" Geen demonstratie van software. ", " ")))
    assert models.Decision.objects.get().conditions == ["Geen demonstratie van software."]


def test_a_referral_says_to_whom_and_is_handed_over_once(assessor: Assessor) -> None:
    request = assessed(assessor, competent_authority="municipality")
    entry = a_decision(request, outcome=DecisionOutcome.REFER, ground="other_authority")
    refused("decision.no-addressee", lambda: services.decide_request(entry, **HAND))
    decision = taken(replace(entry, referred_to="Gemeente Fictiefdam"))
    for _ in range(2):
        services.hand_over(decision, "B. Verzonnen", **HAND)
    assert models.HandOver.objects.count() == 1
    refused("decision.not-referred", lambda: services.hand_over(decision, "C. Verzonnen", **HAND))


@pytest.mark.parametrize("reference", ["", "B-9", "B-1' OR 1=1", "../B-1", "B" * 10_000])
def test_a_decision_that_there_is_not_is_not_found(reference: str) -> None:
    for act in (
        lambda: services.agree_to_decision(reference, **HAND),
        lambda: services.return_decision(reference, "x", **HAND),
        lambda: services.hand_over(reference, "x", **HAND),
    ):
        with pytest.raises(NotFound):
            act()
