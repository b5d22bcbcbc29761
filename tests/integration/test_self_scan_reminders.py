"""A company is asked by mail, and reminded once by the house while it does not answer."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core import mail

from openkader.base.text import Text
from openkader.cli import keeping_up
from openkader.cli.keeping_up import keep_up
from openkader.cli.mailing import send_waiting_mail
from openkader.cli.stopping import Stop
from openkader.publication.scan_invitations import ScanAddressee, scan_invitation, scan_reminder
from openkader.register import models, services
from tests.integration.self_scan_house import COMPANY, DAY, HAND, NOW, TODAY, a_mission, asked, handed_in

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


def on(clock: list[datetime], day: int) -> int:
    """How many the worker reminds so many days after the company was asked."""
    clock[0] = NOW + day * DAY
    return keep_up(Stop())


@pytest.mark.django_db
def test_a_company_is_reminded_once_after_a_week(clock: list[datetime]) -> None:
    a_mission(COMPANY)
    asked()
    assert [on(clock, day) for day in range(21)] == [int(day == 7) for day in range(21)]


@pytest.mark.django_db
def test_who_handed_in_or_is_asked_along_another_way_is_not_reminded(clock: list[datetime]) -> None:
    a_mission(COMPANY, "P-2", "P-3")
    asked()
    handed_in()
    asked(party="P-2", email=None, link=None)
    asked(party="P-3", link=None)
    services.take_back_self_scan("X-1-Z3", "Verkeerd adres.", **HAND)
    assert on(clock, 8) == 0


@pytest.mark.django_db
def test_once_the_mission_left_nobody_is_reminded(clock: list[datetime]) -> None:
    a_mission(COMPANY)
    asked()
    assert on(clock, 40) == 0


@pytest.mark.django_db
def test_a_reminder_holds_a_link_that_opens_the_scan(
    clock: list[datetime], client: Any, year_2024: None
) -> None:
    a_mission(COMPANY)
    asked(link=None)
    on(clock, 7)
    assert send_waiting_mail("w", Stop()) == 1
    (sent,) = mail.outbox
    assert sent.subject == "Herinnering aan de zelfscan: Fictieve missie"
    address = next(line for line in sent.body.splitlines() if line.startswith(SITE))
    assert client.get(address.removeprefix(SITE)).status_code == 200
    assert models.SelfScanReminder.objects.count() == 1


def test_the_mail_says_whose_form_it_is_in_the_language_of_the_company() -> None:
    title = Text(nl="Missie {day}", en="Mission {address}\nBcc: x@example.org")
    to = ScanAddressee(activity=title, email="a@example.nl", language="en", due_on=TODAY)
    sent = scan_invitation(to, lambda token: f"{SITE}/{token}/", TODAY, mails=True)
    assert sent.mail is not None
    assert "not that of RVO" in sent.mail.text
    assert sent.mail.text.count(SITE) == 1
    assert "Please do so by 1-5-2030" in sent.mail.text


def test_after_its_day_the_link_stays_open_two_weeks_more_and_the_mail_says_so() -> None:
    to = ScanAddressee(
        activity=Text(nl="M", en="M"), email="a@example.nl", language="nl", due_on=date(2030, 4, 1)
    )
    sent = scan_reminder(to, lambda token: token, TODAY, mails=True)
    assert sent.mail is not None
    assert "nog steeds inleveren" in sent.mail.text
    assert (sent.link.ends.date() - TODAY).days == 14
    assert scan_invitation(to, lambda token: token, TODAY, mails=False).mail is None
