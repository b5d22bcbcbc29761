"""The house asks participants on the day, reminds once, and asks once, also when the worker is killed half-way."""

from datetime import datetime
from typing import Any

import pytest
from django.core import mail

from openkader.base.text import Text
from openkader.casework.mission import ParticipantRole, ParticipantStatus
from openkader.cli import keeping_up
from openkader.cli.keeping_up import keep_up
from openkader.cli.mailing import send_waiting_mail
from openkader.cli.stopping import Stop
from openkader.publication.survey_invitations import SurveyAddressee, survey_invitation, survey_reminder
from openkader.register import models, services
from tests.installation import Installation
from tests.integration.dying_worker import killed_after, that_mails, two_at_once
from tests.integration.survey_house import (
    COMPANY,
    DAY,
    HAND,
    NOW,
    SURVEY,
    TODAY,
    an_address,
    answered,
    asked,
    key_of,
    took_part,
    was_held,
)

SITE = "https://kader.example.org"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, settings: Any) -> list[datetime]:
    """The moment at which the worker works; a test moves it on."""
    settings.OPENKADER_MAIL_FROM = "provincie@example.nl"
    settings.OPENKADER_ADDRESS = SITE
    at = [NOW]
    monkeypatch.setattr(keeping_up, "now", lambda: at[0])
    monkeypatch.setattr("openkader.cli.mailing.now", lambda: at[0])
    return at


def on(clock: list[datetime], day: int) -> list[str]:
    """To whom the worker writes so many days after the first wave opened."""
    clock[0] = NOW + day * DAY
    keep_up(Stop())
    sent = models.OutgoingMail.objects.filter(finished_at=None, purpose="survey")
    told = sorted(sent.values_list("to", flat=True))
    models.OutgoingMail.objects.update(finished_at=clock[0], to="", subject="", text="")
    return told


@pytest.mark.django_db
def test_everybody_with_an_address_is_asked_on_the_day_and_reminded_once(clock: list[datetime]) -> None:
    was_held()
    took_part("A. Fictief")
    took_part("B. Fictief")
    told = {day: found for day in range(-3, 45) if (found := on(clock, day))}
    both = ["a@voorbeeld.example", "b@voorbeeld.example"]
    assert told == {0: both, 14: both}


@pytest.mark.django_db
def test_a_year_later_they_are_asked_again_at_the_address_that_was_corrected(clock: list[datetime]) -> None:
    was_held()
    took_part()
    assert on(clock, 0) == ["a@voorbeeld.example"]
    services.readdress_survey(an_address(), **HAND)
    answered()
    assert on(clock, 335) == ["b@voorbeeld.example"]  # a year after the 1st of April, a Tuesday
    assert models.EffectSurvey.objects.get(wave="year").recipient == "B. Fictief"


@pytest.mark.django_db
def test_the_own_executive_who_did_not_come_who_has_no_address_and_who_objected_are_not_asked(
    clock: list[datetime],
) -> None:
    was_held(COMPANY, group=18)
    took_part("A. Fictief", role=ParticipantRole.OFFICE_HOLDER)
    took_part("B. Fictief", status=ParticipantStatus.CONFIRMED)
    took_part("C. Fictief", email="")
    took_part("D. Fictief")
    assert on(clock, 0) == ["d@voorbeeld.example"]
    services.take_back_survey(SURVEY, "Wil niet gevraagd worden.", **HAND)
    assert (on(clock, 14), on(clock, 335)) == ([], [])


@pytest.mark.django_db
def test_what_was_long_ago_when_the_house_opened_is_not_asked_any_more(clock: list[datetime]) -> None:
    was_held()
    took_part()
    assert on(clock, 29) == []
    assert not models.EffectSurvey.objects.exists()


@pytest.mark.django_db
def test_who_answered_or_was_asked_along_another_way_is_not_reminded(clock: list[datetime]) -> None:
    was_held(COMPANY)
    took_part()
    on(clock, 0)
    answered()
    asked(member=key_of(1), email=None, link=None)
    assert on(clock, 14) == []


@pytest.mark.django_db
def test_without_mail_nobody_is_asked_by_itself(clock: list[datetime], settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = ""
    was_held()
    took_part()
    assert on(clock, 0) == []
    assert not models.EffectSurvey.objects.exists()


@pytest.mark.django_db
def test_an_organisation_without_a_survey_asks_nobody(
    clock: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_up, "survey_form_here", lambda: None)
    was_held()
    took_part()
    assert on(clock, 0) == []


@pytest.mark.django_db
def test_the_mail_leads_to_the_questions_and_tells_nothing_more(
    clock: list[datetime], client: Any, year_2024: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openkader.web.views.survey.timezone.now", lambda: NOW)
    was_held()
    took_part()
    keep_up(Stop())
    assert send_waiting_mail("w", Stop()) == 1
    (sent,) = mail.outbox
    assert sent.subject == "Wat kwam ervan? Fictieve missie"
    assert "U deed mee aan ‘Fictieve missie’" in sent.body
    assert "na 1 maand" in sent.body
    assert "tot en met 29-5-2030" in sent.body
    address = next(line for line in sent.body.splitlines() if line.startswith(SITE))
    assert client.get(address.removeprefix(SITE)).status_code == 200


def test_the_mail_is_in_the_language_of_the_participant_and_what_was_typed_fills_nothing_in() -> None:
    title = Text(nl="Missie {day}", en="Mission {address}\nBcc: x@example.org")
    to = SurveyAddressee(
        activity=title,
        wave=Text(nl="na 1 maand", en="after 1 month"),
        email="a@example.nl",
        language="en",
        due_on=TODAY,
    )
    asks = survey_invitation(to, lambda token: f"{SITE}/{token}", TODAY, mails=True).mail
    again = survey_reminder(to, lambda token: f"{SITE}/{token}", TODAY, mails=True).mail
    assert asks is not None
    assert again is not None
    assert "You took part in ‘Mission {address}" in asks.text
    assert asks.text.count(SITE) == 1
    assert "only reminder" in again.text
    assert survey_invitation(to, str, TODAY, mails=False).mail is None


SET_UP = """
from datetime import timedelta
from django.utils import timezone
from tests.integration import survey_house as house
last = timezone.localdate() - timedelta(days=40)
house.was_held(last=last)
for name in ("A. Fictief", "B. Fictief", "C. Fictief"):
    house.took_part(name)
"""


def test_participants_are_asked_once_also_when_the_worker_is_killed_half_way(either: Installation) -> None:
    house = that_mails(either, SET_UP)
    for left in (2, 3, 2):
        killed_after(house, left)
    mails = "SELECT count(*) FROM register_outgoingmail WHERE purpose = 'survey'"
    told = "SELECT count(*) FROM register_effectsurvey"
    # The first change looks for waivers that ended; of the questions after it the last one written is lost each time.
    assert (house.sql(mails), house.sql(told)) == ([(1,)], [(1,)])
    two_at_once(house)
    assert (house.sql(mails), house.sql(told)) == ([(3,)], [(3,)])
