"""Participants are asked once in each wave, reminded once, and answer once; the trail says nothing of what was said."""

import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Q

from openkader.base.errors import NotFound, Refused
from openkader.casework.effect import Answered, Consent, SurveyState
from openkader.casework.mission import ParticipantDraft, ParticipantStatus
from openkader.casework.permissions import Act, DoorHand, HouseHand
from openkader.casework.vocabulary import AccountRole, ActivityStanding
from openkader.register import models, selectors, services
from openkader.register.intake_entries import LinkEntry, MailEntry
from openkader.register.mission_entries import ParticipantEntry, Reasons
from openkader.register.survey_entries import SurveySaidEntry
from openkader.register.survey_forms import survey_form
from openkader.register.surveying import Invited, invited_in
from tests.integration.register_house import everything, refused, with_role
from tests.integration.survey_house import (
    COMPANY,
    DAY,
    HAND,
    HELD,
    LAST,
    LINK,
    NOW,
    SURVEY,
    TODAY,
    a_question,
    an_address,
    an_answer,
    answered,
    asked,
    held_and_asked,
    key_of,
    took_part,
    was_held,
)

pytestmark = pytest.mark.django_db
MAIL = MailEntry(purpose="survey", to="a@voorbeeld.example", subject="Wat kwam ervan?", text="…")


def invited(activity: str = HELD) -> list[Invited]:
    row = models.Activity.objects.get(reference=activity)
    return list(invited_in(Q(activity=row)).get(row.pk, ()))


def state(survey: str = SURVEY, day: date = TODAY) -> SurveyState:
    (found,) = (one for who in invited() for one in who.asked if one.row.reference == survey)
    return found.survey.state(day)


def test_who_took_part_is_asked_with_the_form_as_it_is_then() -> None:
    assert held_and_asked(mail=MAIL) == SURVEY
    row = models.EffectSurvey.objects.get()
    assert row.form == survey_form().written(survey_form().waves[0])
    assert (row.participant, row.participation, row.wave) == (1, None, "month")
    assert models.OutgoingMail.objects.get().to == MAIL.to


def test_asked_again_by_the_same_hand_a_second_link_leads_to_the_same_question() -> None:
    held_and_asked()
    assert asked(link=LinkEntry(digest="f" * 64, ends=NOW + DAY)) == SURVEY
    assert (models.EffectSurvey.objects.count(), models.SurveyLink.objects.count()) == (1, 2)


def test_asked_again_by_another_or_at_another_address_it_is_refused() -> None:
    held_and_asked()
    other = a_question(link=None)
    refused(
        "survey.already-asked",
        lambda: services.ask_survey(other, form=survey_form(), by=HouseHand("cli:other"), now=NOW),
    )
    refused("survey.already-asked", lambda: asked(email="b@voorbeeld.example", link=None))
    refused("survey.already-asked", lambda: asked(now=NOW + DAY, link=None))


def test_each_wave_asks_once() -> None:
    held_and_asked()
    later = NOW + 335 * DAY
    assert asked(now=later, wave="year", due_on=later.date() + 28 * DAY, link=None) == "X-1-E2"
    refused("survey.already-asked", lambda: asked(now=later + DAY, wave="year", link=None))


def test_the_database_holds_once_as_well() -> None:
    held_and_asked()
    row = models.EffectSurvey.objects.get()
    row.pk, row.reference = None, "X-1-E9"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.parametrize("model", ["EffectSurvey", "SurveyLink", "SurveyAnswer"])
def test_what_was_asked_and_answered_cannot_be_rewritten(model: str) -> None:
    held_and_asked()
    answered()
    with pytest.raises(DatabaseError), transaction.atomic():
        getattr(models, model).objects.update(by="somebody")


def test_too_early_too_late_and_before_it_was_held_nobody_is_asked() -> None:
    was_held(last=LAST + DAY)
    took_part()
    refused("survey.too-early", asked)
    refused("survey.too-late", lambda: asked(now=NOW + 60 * DAY))
    models.Activity.objects.update(standing=ActivityStanding.PLANNED)
    refused("survey.not-held", asked)


def test_who_was_only_invited_a_group_and_a_stranger_are_not_asked() -> None:
    was_held(group=18)
    took_part(status=ParticipantStatus.CONFIRMED)
    refused("survey.took-no-part", asked)
    refused("survey.group", lambda: asked(member=key_of(90)))
    for key in ("P9", "D0", "x"):
        with pytest.raises(NotFound):
            asked(member=key)
    with pytest.raises(NotFound):
        asked(wave="decade")


def test_a_party_is_asked_by_hand_at_an_address_that_somebody_knows() -> None:
    was_held(COMPANY)
    assert asked(member=key_of(1)) == SURVEY
    (one,) = invited()
    assert (one.taker.email, one.taker.name) == ("a@voorbeeld.example", "Fictief P-1")


def test_who_was_asked_and_left_the_list_since_still_counts() -> None:
    held_and_asked()
    services.remove_participant(HELD, 1, 1, **HAND)
    (one,) = invited()
    assert (one.member, one.taker.name) == (None, "A. Fictief")
    services.take_back_survey(SURVEY, "Deed niet mee.", **HAND)
    assert invited() == []


def test_a_person_is_asked_and_not_the_party_they_came_for_as_well() -> None:
    was_held(COMPANY)
    took_part(party=COMPANY)
    assert [one.key for one in invited()] == ["P1"]


def test_it_is_reminded_once_with_a_link_of_its_own() -> None:
    held_and_asked()
    services.remind_participant(SURVEY, link=LinkEntry("f" * 64, NOW + DAY), mail=MAIL, **HAND)
    assert (models.SurveyLink.objects.count(), models.SurveyReminder.objects.count()) == (2, 1)
    refused(
        "survey.reminded-already", lambda: services.remind_participant(SURVEY, by=HAND["by"], now=NOW + DAY)
    )


def test_answered_once_it_stays_so() -> None:
    held_and_asked()
    answered(said=an_answer("talk", "contract", words=" Goed. ", consent=Consent.UNNAMED))
    assert state() is SurveyState.ANSWERED
    row = models.SurveyAnswer.objects.get()
    assert (row.chosen, row.own_words, row.consent) == ({"outcome": ["talk", "contract"]}, "Goed.", "unnamed")
    refused("survey.answered", answered)
    refused("survey.not-open", lambda: services.take_back_survey(SURVEY, "Toch niet.", **HAND))
    refused("survey.not-open", lambda: services.remind_participant(SURVEY, **HAND))


def test_after_its_last_day_or_when_taken_back_no_answer_is_taken() -> None:
    held_and_asked()
    refused("survey.ended", lambda: answered(now=NOW + 29 * DAY))
    services.take_back_survey(SURVEY, "Wil niet.", **HAND)
    refused("survey.taken-back", answered)


def test_what_the_form_does_not_have_is_no_answer() -> None:
    held_and_asked()
    refused("survey.unknown-answer", lambda: answered(said=an_answer("millions")))
    refused("survey.unanswered", lambda: answered(said=Answered(chosen={})))


def test_a_link_leads_somewhere_until_it_ends_and_no_longer() -> None:
    held_and_asked()
    last = LINK.ends - timedelta(seconds=1)
    assert selectors.survey_by_link(LINK.digest, last, TODAY).reference == SURVEY
    with pytest.raises(NotFound):
        selectors.survey_by_link(LINK.digest, LINK.ends, TODAY)


def test_a_better_address_shuts_the_links_that_went_to_the_other() -> None:
    held_and_asked()
    now = NOW + DAY
    link = LinkEntry(digest="f" * 64, ends=NOW + 40 * DAY)
    services.readdress_survey(an_address(link=link), by=HAND["by"], now=now)
    with pytest.raises(NotFound):
        selectors.survey_by_link(LINK.digest, now, now.date())
    assert selectors.survey_by_link("f" * 64, now, now.date()).recipient == "B. Fictief"
    (one,) = invited()
    assert one.taker.email == "b@voorbeeld.example"


def test_the_trail_says_that_something_was_answered_and_not_what_nor_by_whom() -> None:
    held_and_asked(mail=MAIL)
    answered(said=an_answer("nothing", words="Geheimteken", consent=Consent.NAMED))
    trail = json.dumps([[one.action, one.actor, one.detail] for one in selectors.events(limit=50)])
    assert "survey.answered" in trail
    for told in ("Geheimteken", "nothing", "named", "A. Fictief", "voorbeeld.example", LINK.digest):
        assert told not in trail


def test_of_what_somebody_may_not_see_there_is_no_survey() -> None:
    from tests.integration.register_house import a_request

    a_request("V-1")
    models.Request.objects.update(confidentiality="top_secret")
    was_held(request=None)
    took_part()
    asked()
    models.Activity.objects.update(request=models.Request.objects.get())
    adviser = with_role("adviser", AccountRole.ADVISER)
    with pytest.raises(NotFound):
        services.take_back_survey(SURVEY, "Wil niet.", by=adviser, now=NOW)
    with pytest.raises(NotFound):
        services.ask_survey(a_question(), form=survey_form(), by=adviser, now=NOW)


def test_who_may_not_work_asks_nobody_and_a_door_does_only_what_it_is_for() -> None:
    held_and_asked()
    reader = with_role("reader", AccountRole.EVALUATOR)
    before = everything()
    with pytest.raises(Refused):
        services.take_back_survey(SURVEY, "Wil niet.", by=reader, now=NOW)
    with pytest.raises(Refused):
        services.answer_survey(
            SurveySaidEntry(survey=SURVEY, said=an_answer()),
            by=DoorHand(f"link:{SURVEY}", Act.GIVE_ADVICE),
            now=NOW,
        )
    assert everything() == before


def test_who_turns_out_not_to_have_taken_part_leaves_the_numbers_once_the_question_is_taken_back() -> None:
    held_and_asked()
    draft = ParticipantDraft(
        name="A. Fictief", status=ParticipantStatus.DROPPED_OUT, reason="other", email="a@voorbeeld.example"
    )
    entry = ParticipantEntry(activity=HELD, draft=draft, number=1, seen=1)
    services.enrol_participant(entry, Reasons(codes=("other",)), **HAND)
    assert [one.key for one in invited()] == ["P1"]
    services.take_back_survey(SURVEY, "Deed niet mee.", **HAND)
    assert invited() == []
