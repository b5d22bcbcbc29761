"""Whoever sees to a measure hears of it a week ahead and once it is late; once, also when a worker dies half-way."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail

from openkader.casework.vocabulary import AccountRole, MeasureStatus
from openkader.casework.work_list import Holder
from openkader.cli import keeping_up
from openkader.cli.keeping_up import keep_up
from openkader.cli.mailing import send_waiting_mail
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.entries import AssignmentEntry
from tests.installation import Installation
from tests.integration.activity_house import ACTIVITY, IN_JUNE, SCREENING, planned, waiving
from tests.integration.dying_worker import killed_after, that_mails, two_at_once
from tests.integration.register_house import HAND, NOW, with_role
from tests.web_pages import colleague

DAY = timedelta(days=1)
FIRST = NOW.replace(year=IN_JUNE.starts_on.year, month=6, day=3)  # the day on which the activity begins


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, settings: Any) -> list[datetime]:
    settings.OPENKADER_MAIL_FROM = "provincie@example.nl"
    settings.OPENKADER_ADDRESS = "https://kader.example.org"
    at = [NOW]
    monkeypatch.setattr(keeping_up, "now", lambda: at[0])
    monkeypatch.setattr("openkader.cli.mailing.now", lambda: at[0])
    return at


def worked_on_by(name: str = "anna", address: str = "anna@example.nl") -> None:
    with_role(name, AccountRole.ADVISER)
    services.change_mail_address(name, address, by=name, now=NOW)
    entry = AssignmentEntry(request="V-1", to=Holder(assignee=name), seen=Holder())
    services.assign_request(entry, **HAND)


def on(clock: list[datetime], days: int) -> list[str]:
    """To whom the worker writes about the screening, so many days from the first day of the activity."""
    clock[0] = FIRST + days * DAY
    keep_up(Stop())
    sent = models.OutgoingMail.objects.filter(
        finished_at=None, purpose="measure", subject__contains="M2.screening"
    )
    told = list(sent.values_list("to", flat=True))
    models.OutgoingMail.objects.update(finished_at=clock[0], to="", subject="", text="")
    return told


@pytest.mark.django_db
def test_whoever_works_on_the_case_is_reminded_twice(assessor: Assessor, clock: list[datetime]) -> None:
    planned(assessor)
    worked_on_by()
    told = [on(clock, days) for days in (-22, -21, -20, -14, -13, -12, 0)]
    assert told == [[], ["anna@example.nl"], [], [], ["anna@example.nl"], [], []]


@pytest.mark.django_db
def test_whoever_got_the_measure_is_reminded_instead(assessor: Assessor, clock: list[datetime]) -> None:
    planned(assessor)
    worked_on_by()
    with_role("bea", AccountRole.ADVISER)
    services.change_mail_address("bea", "bea@example.nl", by="bea", now=NOW)
    services.give_measure(SCREENING, "bea", **HAND)
    assert on(clock, -20) == ["bea@example.nl"]
    User.objects.filter(username="bea").update(is_active=False)
    assert on(clock, -10) == ["anna@example.nl"]


@pytest.mark.django_db
def test_nobody_is_reminded_of_what_is_closed_waived_or_called_off(
    assessor: Assessor, clock: list[datetime]
) -> None:
    planned(assessor)
    worked_on_by()
    services.close_measure(SCREENING, MeasureStatus.NOT_APPLICABLE, reason="Niemand.", **HAND)
    assert on(clock, -20) == []
    services.reopen_measure(SCREENING, **HAND)
    waiver = services.waive_measure(waiving(days=25), by="anna", now=NOW)
    services.agree_to_measure_waiver(waiver, **HAND)
    assert on(clock, -18) == []
    assert on(clock, -1) == ["anna@example.nl"]  # the waiver has ended: it has to be done after all
    services.cancel_activity(ACTIVITY, "Geen visum.", **HAND)
    assert on(clock, 3) == []


@pytest.mark.django_db
def test_without_an_address_nobody_is_reminded_and_it_is_not_counted_as_done(
    assessor: Assessor, clock: list[datetime]
) -> None:
    planned(assessor)
    assert on(clock, -20) == []
    assert not models.MeasureReminder.objects.exists()
    worked_on_by()
    assert on(clock, -20) == ["anna@example.nl"]


@pytest.mark.django_db
def test_a_reminder_leads_to_the_measure_and_tells_nothing_of_the_case(
    assessor: Assessor, clock: list[datetime], year_2024: None
) -> None:
    planned(assessor)
    worked_on_by()
    clock[0] = FIRST - 20 * DAY
    keep_up(Stop())
    while send_waiting_mail("w", Stop()):
        pass
    (sent,) = (one for one in mail.outbox if "M2.screening" in one.subject)
    assert sent.subject == f"Maatregel M2.screening bij {ACTIVITY}: uiterlijk 20-5-2030"
    assert "Bezoek" not in sent.body + sent.subject
    (address,) = (line for line in sent.body.splitlines() if line.startswith("https://"))
    assert colleague().get(address.removeprefix("https://kader.example.org")).status_code == 200


@pytest.mark.django_db
def test_somebody_closed_it_since_the_worker_looked(assessor: Assessor, clock: list[datetime]) -> None:
    planned(assessor)
    worked_on_by()
    (due,) = (one for one in selectors.measures_due((FIRST - 20 * DAY).date()) if one.measure == SCREENING)
    services.close_measure(SCREENING, MeasureStatus.NOT_APPLICABLE, reason="Niemand.", **HAND)
    from tests.integration.activity_house import MAIL

    assert not services.remind_owner(SCREENING, due.stage, MAIL, **HAND)


SET_UP = """
from datetime import datetime, timedelta
from django.utils import timezone
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.register import models, services
from openkader.register.kaders import assessor_of
from tests.integration.activity_house import planned
from tests.integration.register_house import with_role
from tests.integration.test_measure_reminders import worked_on_by
planned(assessor_of("zuid-holland/2024-01-01"), period=Period.day(timezone.localdate() + timedelta(days=12)))
worked_on_by()
"""


def test_reminders_go_once_also_when_the_worker_is_killed_half_way(either: Installation) -> None:
    house = that_mails(either, SET_UP)
    for left in (2, 4, 2):
        killed_after(house, left)
    mails = "SELECT count(*) FROM register_outgoingmail WHERE purpose = 'measure'"
    told = "SELECT count(*) FROM register_measurereminder"
    # The first change looks for waivers that ended; of the reminders after it the last one written is lost each time.
    assert (house.sql(mails), house.sql(told)) == ([(2,)], [(2,)])
    two_at_once(house)
    assert house.sql("SELECT count(*) FROM register_measurereminder") == house.sql(mails)
    due = "SELECT count(*) FROM register_measure WHERE due_on IS NOT NULL AND code <> 'M4.public_account'"
    assert house.sql(told) == house.sql(due)
