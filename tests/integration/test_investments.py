"""The partner states whether it could work with a company; the statement stands by what it rested on."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from openkader.base.errors import NotFound, Refused
from openkader.casework.advice import AdviceVerdict
from openkader.casework.investment import StatementSaid, StatementState
from openkader.casework.permissions import HOUSE, Person
from openkader.casework.vocabulary import AccountRole
from openkader.casework.work_list import Holder
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.entries import AnswerEntry, AssignmentEntry
from openkader.register.partners import partner_of_house
from openkader.register.selectors import InvestmentFile
from tests.integration.investment_house import (
    DAY,
    HAND,
    INVESTOR,
    REPORTED,
    TODAY,
    a_question,
    a_statement,
    an_investment,
    asked,
    carried_out,
    noted,
    stated,
)
from tests.integration.register_house import a_request, refused, with_role

pytestmark = pytest.mark.django_db
BLOCKED = StatementSaid(said_on=TODAY, grounds=("economic_security", "responsible_business"))


def file_of(assessor: Assessor, reader: Person = HOUSE, today: date = TODAY) -> InvestmentFile:
    return selectors.investment_file("V-1", partner_of_house(), assessor, today, reader=reader)


def states(assessor: Assessor, today: date = TODAY) -> list[StatementState]:
    return [one.state for one in file_of(assessor, today=today).statements]


def test_a_statement_is_the_advice_of_the_partner_with_its_ground_and_its_days(assessor: Assessor) -> None:
    an_investment()
    noted()
    said = replace(BLOCKED, valid_until=TODAY + DAY, number="Z-7")
    stated(asked(assessor), said, verdict=AdviceVerdict.OBJECTION, explanation="Fictief.")
    (one,) = file_of(assessor).statements
    assert (one.verdict, one.grounds, one.number) == (AdviceVerdict.OBJECTION, BLOCKED.grounds, "Z-7")
    assert (one.reference, one.advice, one.state) == ("V-1-ADV1-V1", "V-1-ADV1", StatementState.HOLDS)
    assert states(assessor, TODAY + 2 * DAY) == [StatementState.ENDED]


def test_who_could_not_work_with_a_company_gives_a_ground_and_nothing_is_kept_without(
    assessor: Assessor,
) -> None:
    an_investment()
    advice = asked(assessor)
    with pytest.raises(Refused) as caught:
        stated(advice, verdict=AdviceVerdict.OBJECTION, explanation="Fictief.")
    assert caught.value.refusal.code == "investment.no-ground"
    assert not models.Advice.objects.exists()


def test_the_partner_is_asked_back_after_the_case_was_referred_and_the_case_stays_closed(
    assessor: Assessor,
) -> None:
    from openkader.casework.vocabulary import DecisionOutcome, Level
    from tests.integration import register_house as house

    request = house.answered(assessor, an_investment())
    services.assess_request(request, assessor=assessor, **HAND)
    entry = house.a_decision(
        request,
        level=Level.REQUEST,
        outcome=DecisionOutcome.REFER,
        ground="other_authority",
        referred_to="Partner",
    )
    house.taken(entry)
    refused("advice.decided", lambda: services.ask_advice(a_question(), assessor=assessor, **HAND))
    stated(asked(assessor))
    assert states(assessor) == [StatementState.HOLDS]
    assert models.CaseLine.objects.get(request__reference="V-1").state == "referred"


def test_no_other_desk_and_no_other_sort_of_case_has_a_partner(assessor: Assessor) -> None:
    an_investment()
    refused("investment.not-one", lambda: asked(assessor, desk="nctv"))
    a_request("V-2")
    refused("investment.not-one", lambda: asked(assessor, request="V-2"))


def test_a_later_statement_stands_beside_the_former_and_nothing_is_edited(assessor: Assessor) -> None:
    an_investment()
    stated(asked(assessor))
    stated(asked(assessor), BLOCKED, verdict=AdviceVerdict.OBJECTION, explanation="Fictief.")
    assert states(assessor) == [StatementState.HOLDS, StatementState.FOLLOWED]
    with pytest.raises(DatabaseError), transaction.atomic():
        models.InvestmentStatement.objects.update(grounds=[])


def test_a_second_click_is_one_statement_and_another_ground_is_a_correction(assessor: Assessor) -> None:
    an_investment()
    advice = asked(assessor)
    for _ in range(2):
        stated(advice, BLOCKED, verdict=AdviceVerdict.OBJECTION, explanation="Fictief.")
    assert models.InvestmentStatement.objects.count() == 1
    less = replace(BLOCKED, grounds=("economic_security",))
    entry = a_statement(advice, less, seen=1, verdict=AdviceVerdict.OBJECTION, explanation="Fictief.")
    services.give_advice(entry, partner=partner_of_house(), **HAND)
    assert file_of(assessor).statements[0].grounds == ("economic_security",)


@pytest.mark.parametrize("change", ["facts", "case", "screening"])
def test_a_statement_is_stale_when_what_it_rested_on_changed(assessor: Assessor, change: str) -> None:
    an_investment()
    noted()
    stated(asked(assessor))
    assert states(assessor) == [StatementState.HOLDS]
    if change == "facts":
        answer = AnswerEntry(fact="risk_areas", value=["robotics_autonomous"])
        services.answer_facts("V-1", [answer], kader=assessor.kader, **HAND)
    elif change == "case":
        noted("Z-8")
    else:
        services.request_screening([INVESTOR], **HAND)
    assert states(assessor) == [StatementState.STALE]


def test_only_a_statement_that_stands_and_judges_shows_the_measure(assessor: Assessor) -> None:
    carried_out(assessor)
    found = file_of(assessor)
    assert ([one.reference[-12:] for one in found.measures], found.shows) == (["E4.statement"], True)
    noted()
    assert not file_of(assessor).shows
    stated(asked(assessor), verdict=AdviceVerdict.CANNOT_JUDGE, explanation="Fictief.")
    assert not file_of(assessor).shows


def test_a_case_is_noted_once_and_only_with_a_party_of_the_dossier(assessor: Assessor) -> None:
    an_investment()
    noted("", INVESTOR)
    noted("", INVESTOR)
    assert models.InvestmentCase.objects.count() == 1
    case = file_of(assessor).case
    assert case is not None
    assert case.investor is not None
    assert case.investor.reference == INVESTOR
    refused("investment.not-in-dossier", lambda: noted("Z-1", "P-9"))


def test_an_adviser_of_another_case_does_not_find_it_and_whose_case_it_is_does(assessor: Assessor) -> None:
    an_investment()
    with_role("stranger", AccountRole.ADVISER)
    stranger = Person(name="stranger", roles=frozenset({AccountRole.ADVISER}))
    with pytest.raises(NotFound):
        file_of(assessor, stranger)
    given = AssignmentEntry(request="V-1", to=Holder(assignee="stranger", team=None), seen=Holder())
    services.assign_request(given, **HAND)
    assert file_of(assessor, stranger).reference == "V-1"


@pytest.mark.parametrize(
    ("person", "sees"),
    [
        (Person(name="", roles=frozenset()), False),
        (Person(name="x", roles=frozenset({AccountRole.ADVISER}), team="economie"), True),
        (Person(name="x", roles=frozenset({AccountRole.ADVISER}), team="other"), False),
        (Person(name="x", roles=frozenset({AccountRole.REVIEWER})), True),
        (Person(name="x", roles=frozenset({AccountRole.DECIDER})), True),
        (Person(name="x", roles=frozenset({AccountRole.ADMINISTRATOR})), False),
    ],
)
def test_who_shares_a_business_secret(assessor: Assessor, person: Person, sees: bool) -> None:
    an_investment(team="economie")
    stated(asked(assessor))
    assert bool(selectors.investments_of(2030, reader=person).statements) is sees


def test_a_year_counts_the_newest_of_each_dossier_and_keeps_what_is_only_reported_apart(
    assessor: Assessor,
) -> None:
    an_investment()
    found = selectors.investments_of(2030, reader=HOUSE)
    assert (found.statements, found.silent) == ((), 1)
    stated(asked(assessor))
    stated(asked(assessor), BLOCKED, verdict=AdviceVerdict.OBJECTION, explanation="Fictief.")
    services.record_reported_statement(REPORTED, **HAND)
    found = selectors.investments_of(2030, reader=HOUSE)
    assert [one.verdict for one in found.statements] == [AdviceVerdict.OBJECTION]
    assert found.silent == 0
    assert [(one.number, one.passage) for one in found.reported] == [(None, "Fictief.")]
