"""Beheer shows which other systems do not hear what happens with cases, and lets them be told again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from openkader.casework.subscribing import MOST_FAILURES, Silence
from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor
from openkader.register import models
from openkader.web.operation.house_figures import HouseFigures
from tests.integration.register_house import a_request, answered
from tests.integration.subscription_house import WORLD, a_subscription
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = pytest.mark.django_db
PLACE = "/beheer/"


@pytest.fixture
def administrator(db: None) -> Client:
    return colleague("beheer", AccountRole.ADMINISTRATOR)


def failing(failures: int, answer: str) -> None:
    since = timezone.now() - timedelta(hours=40)
    models.EventSubscription.objects.update(
        failures=failures, failing_since=since, answer=answer, answered_at=timezone.now()
    )


def test_where_nobody_subscribes_nothing_of_it_stands_there(administrator: Client) -> None:
    assert "Ontvangers van gebeurtenissen" not in text(administrator.get(PLACE))


def test_a_receiver_that_is_held_is_said_first_and_told_again(
    administrator: Client, assessor: Assessor
) -> None:
    a_subscription(WORLD + "?key=verborgen")
    answered(assessor, a_request("V-GEHEIM-1"))
    failing(MOST_FAILURES, "503")
    shown = text(administrator.get(PLACE))
    assert "1 ontvanger van gebeurtenissen antwoordt niet" in shown
    assert "staat stil: 20 keer tevergeefs geprobeerd" in shown
    assert "503, op" in shown
    assert "1.1.1.1" in shown
    assert "V-GEHEIM-1" not in shown
    assert "verborgen" not in administrator.get(PLACE).content.decode()
    assert queries_of(PLACE, administrator) <= MOST_QUERIES
    done = text(administrator.post(PLACE, {"act": "tell_again"}, follow=True))
    assert "1 ontvanger wordt nu opnieuw geprobeerd" in done
    assert "hoort alles" in done
    assert "onbekend" not in done[done.index('id="receivers"') : done.index('id="room"')]
    again = administrator.post(PLACE, {"act": "tell_again"}, follow=True)
    assert "Er is geen ontvanger die opnieuw moet worden geprobeerd" in text(again)


def test_one_that_is_tried_again_by_itself_asks_for_nobody(administrator: Client, assessor: Assessor) -> None:
    a_subscription()
    answered(assessor, a_request())
    failing(3, Silence.UNREACHABLE)
    shown = text(administrator.get(PLACE))
    assert "wordt vanzelf opnieuw geprobeerd" in shown
    assert "niet bereikbaar, op" in shown
    assert "antwoordt niet" not in shown
    assert "Er wacht werk" not in shown  # it waits for the receiver, and not for a worker


def test_of_a_receiver_that_was_told_nothing_yet_that_is_said(administrator: Client) -> None:
    a_subscription()
    shown = text(administrator.get(PLACE))
    assert "er wacht niets" in shown
    assert "nog niets verteld" in shown


def test_events_that_nobody_tells_wait_for_a_worker(administrator: Client, assessor: Assessor) -> None:
    a_subscription()
    answered(assessor, a_request())
    models.OutgoingEvent.objects.update(at=timezone.now() - timedelta(hours=2))
    assert "Kijk of de opdracht openkader work draait" in text(administrator.get(PLACE))


def test_nobody_else_lets_receivers_be_told_again(assessor: Assessor) -> None:
    assert colleague("anna", AccountRole.ADVISER).post(PLACE, {"act": "tell_again"}).status_code == 403


def test_the_figures_for_prometheus_say_how_many_wait_and_are_held(assessor: Assessor) -> None:
    a_subscription()
    answered(assessor, a_request())
    failing(MOST_FAILURES, "503")
    figures = [one for one in HouseFigures(timezone.now()).collect() if one.samples]
    found = {one.name: one.samples[0].value for one in figures}
    assert (found["openkader_events_waiting"], found["openkader_receivers_held"]) == (1, 1)
