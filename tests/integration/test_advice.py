"""A desk is asked on frozen facts, answers once, and the case waits for it where the kader says so."""

from dataclasses import replace

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from openkader.base.errors import NotFound
from openkader.casework.advice import AdviceVerdict, Advised
from openkader.casework.permissions import HouseHand
from openkader.kader import Assessor
from openkader.register import advising, models, services
from openkader.register.cases import newest_assessment, proposal_of
from openkader.register.entries import AnswerEntry
from openkader.register.intake_entries import LinkEntry
from tests.integration.advice_house import (
    DAY,
    HAND,
    NOW,
    TODAY,
    a_question,
    a_waiver,
    an_answer,
    answered,
    asked,
    waived,
)
from tests.integration.register_house import assessed, refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(assessor: Assessor) -> str:
    """A case that touches the risk list, so that the national desk has to be asked."""
    return assessed(assessor, risk_areas=["robotics_autonomous"])


def advised(request: str, assessor: Assessor) -> Advised:
    row = models.Request.objects.get(reference=request)
    return advising.advised_of(row, advising.assessed_now(row, assessor), TODAY)


def test_a_desk_sees_the_facts_that_the_kader_shows_it_and_no_others(case: str, assessor: Assessor) -> None:
    row = models.AdviceRequest.objects.get(reference=asked(assessor, case))
    shows = {
        "kind",
        "country",
        "initiative",
        "risk_areas",
        "sensitive_part",
        "participants",
        "informative_lists",
    }
    assert set(row.facts) == shows
    assert row.facts["risk_areas"] == ["robotics_autonomous"]
    assert row.mandatory is True
    assert len(row.facts_digest) == 64


def test_a_desk_that_the_kader_does_not_name_sees_what_is_asked_only(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case, desk="provincial_council", link=None)
    row = models.AdviceRequest.objects.get(reference=advice)
    assert set(row.facts) == {"kind", "country", "initiative"}
    assert row.mandatory is False


def test_a_second_click_asks_nothing_twice(case: str, assessor: Assessor) -> None:
    assert asked(assessor, case) == asked(assessor, case)
    assert models.AdviceRequest.objects.count() == models.AdviceLink.objects.count() == 1
    other = a_question(case, question="Iets anders?")
    refused("advice.already-asked", lambda: services.ask_advice(other, assessor=assessor, **HAND))


def test_the_register_keeps_no_link_that_opens_anything(case: str, assessor: Assessor) -> None:
    asked(assessor, case)
    with pytest.raises(IntegrityError), transaction.atomic():
        asked(assessor, case, desk="embassy")  # the same link opens one question only


def test_advice_is_lacking_until_the_desk_answers(case: str, assessor: Assessor) -> None:
    assert [need.desk for need in advised(case, assessor).lacking()] == ["nctv"]
    advice = asked(assessor, case)
    assert advised(case, assessor).is_awaited
    answered(advice)
    assert advised(case, assessor).lacking() == ()
    assert not advised(case, assessor).is_awaited


def test_what_is_said_of_anything_else_leaves_the_advice_fresh(case: str, assessor: Assessor) -> None:
    answered(asked(assessor, case))
    say(assessor, case, "national_advice", "negative")
    assert advised(case, assessor).lacking() == ()


def test_a_fact_that_the_desk_saw_and_that_changed_makes_its_advice_stale(
    case: str, assessor: Assessor
) -> None:
    answered(asked(assessor, case))
    say(assessor, case, "risk_areas", ["robotics_autonomous", "biotechnology"])
    assert [need.desk for need in advised(case, assessor).lacking()] == ["nctv"]
    assert advised(case, assessor).asked[0].is_stale
    asked(assessor, case, link=None)  # and so it may be asked again
    # What changes back is again what the desk was asked about.
    say(assessor, case, "risk_areas", ["robotics_autonomous"])
    assert not advised(case, assessor).asked[0].is_stale


def say(assessor: Assessor, request: str, fact: str, value: object) -> None:
    services.answer_facts(request, [AnswerEntry(fact=fact, value=value)], kader=assessor.kader, **HAND)


def test_an_answer_handed_in_twice_counts_once_and_another_reads_the_first(
    case: str, assessor: Assessor
) -> None:
    advice = asked(assessor, case)
    answered(advice)
    answered(advice)
    assert models.Advice.objects.count() == 1
    late = an_answer(advice, verdict=AdviceVerdict.OBJECTION, explanation="Bezwaar.")
    refused("advice.meanwhile", lambda: services.give_advice(late, by=HouseHand("cli:link"), now=NOW))


def test_an_answer_is_corrected_until_it_was_due_and_the_first_stays(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    answered(advice)
    better = an_answer(advice, seen=1, verdict=AdviceVerdict.CONDITIONS, conditions=(" Geen demo. ", ""))
    services.give_advice(better, by=HouseHand("cli:link"), now=NOW + 5 * DAY)
    rows = models.Advice.objects.order_by("number")
    assert [row.verdict for row in rows] == ["no_objection", "conditions"]
    assert rows[1].conditions == ["Geen demo."]
    again = replace(better, seen=2, verdict=AdviceVerdict.NO_OBJECTION)
    refused(
        "advice.no-longer-corrected",
        lambda: services.give_advice(again, by=HouseHand("cli:link"), now=NOW + 6 * DAY),
    )


def test_a_first_answer_is_welcome_after_the_day_too(case: str, assessor: Assessor) -> None:
    services.give_advice(an_answer(asked(assessor, case)), by=HouseHand("cli:link"), now=NOW + 9 * DAY)
    assert models.Advice.objects.count() == 1


def test_a_question_that_was_taken_back_is_waited_for_no_longer(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    for _ in range(2):
        services.withdraw_advice_request(advice, "Verkeerd loket.", **HAND)
    assert models.AdviceWithdrawal.objects.count() == 1
    assert not advised(case, assessor).is_awaited
    assert advised(case, assessor).lacking()
    refused("advice.withdrawn", lambda: answered(advice))
    refused("advice.not-open", lambda: services.remind_adviser(advice, **HAND))


def test_a_desk_is_reminded_once_a_day_with_a_link_of_its_own(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    services.remind_adviser(advice, by=HouseHand("cli:adviser"), now=NOW, link=replace_digest("b"))
    refused("advice.reminded-today", lambda: services.remind_adviser(advice, **HAND))
    services.remind_adviser(advice, by=HouseHand("cli:adviser"), now=NOW + DAY, link=replace_digest("c"))
    assert models.AdviceLink.objects.count() == 3


def replace_digest(letter: str) -> LinkEntry:
    link = a_question("x").link
    assert link is not None
    return replace(link, digest=letter * 64)


def test_a_waiver_holds_once_a_second_person_agreed(case: str, assessor: Assessor) -> None:
    waiver = waived(assessor, case)
    assert waived(assessor, case) == waiver
    assert advised(case, assessor).lacking()
    refused("waiver.same-person", lambda: services.agree_to_waiver(waiver, **HAND))
    for _ in range(2):
        services.agree_to_waiver(waiver, by=HouseHand("cli:manager"), now=NOW)
    assert models.WaiverAgreement.objects.count() == 1
    assert advised(case, assessor).lacking() == ()
    refused("waiver.agreed", lambda: services.agree_to_waiver(waiver, by=HouseHand("cli:another"), now=NOW))


def test_only_what_lacks_can_be_waived(case: str, assessor: Assessor) -> None:
    elsewhere = a_waiver(case, desk="embassy")
    refused("waiver.not-needed", lambda: services.waive_advice(elsewhere, assessor=assessor, **HAND))
    answered(asked(assessor, case))
    late = a_waiver(case)
    refused("waiver.not-needed", lambda: services.waive_advice(late, assessor=assessor, **HAND))


@pytest.mark.parametrize("reference", ["", "V-1-ADV9", "V-1-ADV1' OR 1=1", "../V-1-ADV1", "V" * 10_000])
def test_advice_that_was_never_asked_is_not_found(reference: str) -> None:
    for act in (
        lambda: services.give_advice(an_answer(reference), **HAND),
        lambda: services.remind_adviser(reference, **HAND),
        lambda: services.withdraw_advice_request(reference, "x", **HAND),
        lambda: services.agree_to_waiver(reference, **HAND),
    ):
        with pytest.raises(NotFound):
            act()


def test_nothing_of_advice_can_be_rewritten(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    services.remind_adviser(advice, **HAND)
    answered(advice)
    services.agree_to_waiver(
        waived(assessor, assessed(assessor, "V-2", risk_areas=["biotechnology"])),
        by=HouseHand("cli:manager"),
        now=NOW,
    )
    services.withdraw_advice_request(asked(assessor, case, desk="embassy", link=None), "Niet nodig.", **HAND)
    for model in (
        *(models.AdviceRequest, models.AdviceLink, models.AdviceReminder, models.AdviceWithdrawal),
        *(models.Advice, models.Waiver, models.WaiverAgreement),
    ):
        assert model._default_manager.exists()
        with (
            pytest.raises((DatabaseError, IntegrityError), match="keeps what was written"),
            transaction.atomic(),
        ):
            model._default_manager.update(by="somebody else")


def national(assessor: Assessor) -> tuple[object, str | None]:
    """What the register answers of the advice of central government, and on what that rests."""
    row = models.Answer.objects.filter(request__reference="V-1", fact="national_advice").order_by("-id")[0]
    return row.value, row.basis


def test_an_advice_answers_the_question_that_the_kader_says_with_the_advice_as_source(
    case: str, assessor: Assessor
) -> None:
    assert national(assessor) == ("positive", None)
    advice = asked(assessor, case)
    assert national(assessor) == ("pending", advice)
    answered(advice, verdict=AdviceVerdict.CONDITIONS, conditions=("Geen demo.",))
    assert national(assessor) == ("positive_with_conditions", advice)
    better = an_answer(advice, seen=1, verdict=AdviceVerdict.OBJECTION, explanation="Toch niet.")
    services.give_advice(better, by=HouseHand("cli:link"), now=NOW)
    assert national(assessor) == ("negative", advice)
    services.assess_request(case, assessor=assessor, **HAND)
    assert models.Assessment.objects.order_by("-id")[0].facts["national_advice"] == "negative"


def test_an_advice_on_other_facts_or_that_was_taken_back_answers_nothing_any_more(
    case: str, assessor: Assessor
) -> None:
    answered(asked(assessor, case))
    assert national(assessor) == ("positive", "V-1-ADV1")
    say(assessor, case, "risk_areas", ["biotechnology"])
    assert national(assessor) == (None, "V-1-ADV1")
    again = asked(assessor, case, link=None)
    assert national(assessor) == ("pending", again)
    services.withdraw_advice_request(again, "Niet nodig.", **HAND)
    assert national(assessor) == (None, again)
    say(assessor, case, "risk_areas", ["robotics_autonomous"])
    assert national(assessor) == ("positive", "V-1-ADV1")


def test_an_answer_by_hand_stands_until_an_advice_says_something_new(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    answered(advice)
    entry = AnswerEntry(fact="national_advice", value="negative", basis="Gebeld met het loket.")
    services.answer_facts(case, [entry], kader=assessor.kader, **HAND)
    services.assess_request(case, assessor=assessor, **HAND)
    assert national(assessor) == ("negative", "Gebeld met het loket.")
    say(assessor, case, "demand", False)
    assert national(assessor) == ("negative", "Gebeld met het loket.")
    asked(assessor, case, desk="embassy", link=None)
    assert national(assessor) == ("pending", "V-1-ADV2")


def test_what_an_advice_changed_has_to_be_weighed_again(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    services.assess_request(case, assessor=assessor, **HAND)
    answered(advice)
    row = models.Request.objects.get(reference=case)
    proposal = proposal_of(row, newest_assessment(row))
    assert proposal is not None
    assert proposal.is_stale


def test_the_advice_of_a_desk_that_the_kader_does_not_name_answers_nothing(
    case: str, assessor: Assessor
) -> None:
    answered(asked(assessor, case, desk="rvo"))
    assert national(assessor) == ("positive", None)


def test_the_trail_says_which_advice_gave_an_answer_and_by_whose_hand(case: str, assessor: Assessor) -> None:
    answered(asked(assessor, case))
    event = models.AuditEvent.objects.filter(action="facts.answered").order_by("-sequence")[0]
    assert '"advice":"V-1-ADV1"' in event.detail.replace(" ", "")
    assert event.actor == "cli:link"
