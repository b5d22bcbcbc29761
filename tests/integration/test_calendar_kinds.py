"""Each sort of last day stands in the calendar as long as it is waited for, and no longer."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User

from openkader.casework.agenda import AgendaItem, AgendaKind, FeedOf
from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.feeds import feed_of
from tests.integration import (
    agreement_house,
    outlook_house,
    self_scan_house,
    survey_house,
    talk_house,
)
from tests.integration.calendar_house import HAND, NOW, OWN, a_feed, an_official, given_to
from tests.integration.register_house import a_request

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def in_a_case() -> str:
    """The activity of the test belongs to a case of the colleague; the secret of their calendar."""
    a_request("V-1")
    models.Activity.objects.update(request=models.Request.objects.get(reference="V-1"))
    an_official(team="economie")
    given_to("colleague", "economie")
    return a_feed()


def of_kind(secret: str, kind: AgendaKind, today: date = TODAY) -> list[AgendaItem]:
    feed = feed_of(secret, today)
    assert feed is not None
    return [one for one in selectors.agenda_of(feed, today) if one.kind is kind]


def test_a_self_scan_until_it_is_handed_in(db: None) -> None:
    self_scan_house.a_mission("P-1")
    scan = self_scan_house.asked()
    secret = in_a_case()
    (found,) = of_kind(secret, AgendaKind.SELF_SCAN)
    assert found.begins == models.SelfScan.objects.get(reference=scan).due_on
    assert of_kind(secret, AgendaKind.SELF_SCAN, TODAY + timedelta(days=150)) == []
    self_scan_house.handed_in(scan)
    assert of_kind(secret, AgendaKind.SELF_SCAN) == []


def test_a_survey_until_it_is_answered(db: None) -> None:
    survey_house.held_and_asked()
    secret = in_a_case()
    (found,) = of_kind(secret, AgendaKind.SURVEY)
    assert (found.record, found.begins) == ("X-1", TODAY + timedelta(days=28))
    survey_house.answered()
    assert of_kind(secret, AgendaKind.SURVEY) == []


def test_a_promise_until_it_is_kept(assessor: Assessor) -> None:
    talk_house.talk("G-1", talk_house.party())
    talk_house.noted(assessor, promise=talk_house.PROMISE)
    secret = in_a_case()
    (found,) = of_kind(secret, AgendaKind.FOLLOW_UP)
    assert (found.record, found.begins) == ("G-1", talk_house.PROMISE.due_on)
    services.finish_follow_up("G-1-V1", "Verstuurd.", **HAND)
    assert of_kind(secret, AgendaKind.FOLLOW_UP) == []


def test_an_agreement_that_ends_is_of_whom_the_work_list_says(assessor: Assessor) -> None:
    agreement_house.agreed(assessor)
    an_official()
    secret = a_feed()
    feed = feed_of(secret, TODAY)
    assert feed is not None
    assert feed.reader is not None
    listed = [row.reference for row in selectors.agreements_for(feed.reader, TODAY)]
    found = of_kind(secret, AgendaKind.AGREEMENT)
    assert [one.record for one in found] == listed == [agreement_house.ALONE]
    assert (found[0].begins, found[0].title) == (date(2030, 9, 30), None)
    models.Agreement.objects.update(owner="somebody else")
    User.objects.create_user("somebody else")
    assert of_kind(secret, AgendaKind.AGREEMENT) == []


def test_an_agreement_of_a_case_of_the_team_is_in_the_calendar_of_the_team(assessor: Assessor) -> None:
    self_scan_house.a_mission()
    agreement_house.agreed(assessor, activity="X-1")
    in_a_case()
    given_to(None, "economie")
    secret = a_feed(FeedOf("colleague", "economie"))
    assert [one.begins for one in of_kind(secret, AgendaKind.AGREEMENT)] == [date(2030, 9, 30)]


def test_a_recommendation_is_for_whoever_writes_the_evaluation(db: None) -> None:
    outlook_house.advised()
    outlook_house.addressed()
    an_official(role=AccountRole.EVALUATOR)
    secret = a_feed()
    (found,) = of_kind(secret, AgendaKind.RECOMMENDATION)
    assert found.record == "A-1"
    models.HeldRole.objects.filter(account__username=OWN.account).update(role=AccountRole.ADVISER)
    assert of_kind(secret, AgendaKind.RECOMMENDATION) == []
