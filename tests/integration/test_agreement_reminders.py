"""Whoever sees to an agreement hears in time that it ends; once, also when a worker dies half-way."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail

from openkader.casework.agreements import Term, TermKind, Whose
from openkader.casework.vocabulary import AccountRole, AgreementStatus, Confidentiality
from openkader.cli import keeping_up
from openkader.cli.keeping_up import keep_up
from openkader.cli.mailing import send_waiting_mail
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import models, services
from tests.installation import Installation
from tests.integration.agreement_house import ALONE, HAND, LONGER, MEMO, NOW, agreed, deed, end
from tests.integration.dying_worker import killed_after, that_mails, two_at_once
from tests.integration.register_house import a_request, an_activity, with_role
from tests.web_pages import colleague

DAY = timedelta(days=1)
ENDS = datetime(2030, 9, 30, 12, 0, tzinfo=NOW.tzinfo)  # its last day; six months before that is 30 March


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, settings: Any) -> list[datetime]:
    settings.OPENKADER_MAIL_FROM = "provincie@example.nl"
    settings.OPENKADER_ADDRESS = "https://kader.example.org"
    at = [NOW]
    monkeypatch.setattr(keeping_up, "now", lambda: at[0])
    monkeypatch.setattr("openkader.cli.mailing.now", lambda: at[0])
    return at


def reachable(name: str, role: AccountRole = AccountRole.ADVISER) -> str:
    with_role(name, role)
    services.change_mail_address(name, f"{name}@example.nl", by=name, now=NOW)
    return name


def on(clock: list[datetime], day: datetime) -> list[str]:
    """To whom the worker writes about an agreement on this day."""
    clock[0] = day
    keep_up(Stop())
    sent = models.OutgoingMail.objects.filter(finished_at=None, purpose="agreement")
    told = sorted(sent.values_list("to", flat=True))
    models.OutgoingMail.objects.update(finished_at=day, to="", subject="", text="")
    return told


@pytest.mark.django_db
def test_whoever_sees_to_it_is_reminded_once_months_ahead(assessor: Assessor, clock: list[datetime]) -> None:
    reachable("anna")
    reachable("bea", AccountRole.REVIEWER)
    agreed(assessor, owner="bea")
    days = (datetime(2030, 3, 29, tzinfo=NOW.tzinfo), datetime(2030, 3, 30, tzinfo=NOW.tzinfo), NOW, ENDS)
    assert [on(clock, day) for day in days] == [[], ["bea@example.nl"], [], []]
    assert on(clock, ENDS + 30 * DAY) == []


@pytest.mark.django_db
def test_where_nobody_sees_to_it_every_adviser_is_reminded(assessor: Assessor, clock: list[datetime]) -> None:
    reachable("anna")
    reachable("bea")
    reachable("dirk", AccountRole.DECIDER)
    agreed(assessor, owner="weg")
    assert on(clock, NOW) == ["anna@example.nl", "bea@example.nl"]
    assert on(clock, NOW + DAY) == []


@pytest.mark.django_db
def test_whoever_works_on_the_case_is_reminded_and_nobody_who_may_not_see_it(
    assessor: Assessor, clock: list[datetime]
) -> None:
    reachable("anna")
    reachable("bea")
    activity = an_activity()
    case = models.Request.objects.get(reference=a_request("V-7"))
    models.Activity.objects.filter(reference=activity).update(request=case)
    agreed(assessor, activity=activity)
    models.Request.objects.filter(pk=case.pk).update(confidentiality=Confidentiality.SECRET)
    assert on(clock, NOW) == []
    models.Request.objects.filter(pk=case.pk).update(assignee=User.objects.get(username="bea"))
    assert on(clock, NOW) == ["bea@example.nl"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"whose": Whose.OTHER_AUTHORITY},
        {"status": AgreementStatus.NOT_RENEWED},
        {"status": AgreementStatus.INTENDED, "on": None},
        {"term": Term()},
        {"term": Term(kind=TermKind.OPEN)},
        {"term": Term(kind=TermKind.UNTIL, until=date(2031, 1, 1))},
    ],
)
def test_nobody_is_reminded_of_what_does_not_end_here_or_not_yet(
    assessor: Assessor, clock: list[datetime], changes: dict[str, Any]
) -> None:
    reachable("anna")
    agreed(assessor, replace(MEMO, **changes))
    assert on(clock, NOW) == []


@pytest.mark.django_db
def test_one_of_which_nobody_said_whose_it_is_is_not_forgotten(
    assessor: Assessor, clock: list[datetime]
) -> None:
    reachable("anna")
    agreed(assessor, replace(MEMO, whose=None))
    assert on(clock, NOW) == ["anna@example.nl"]


@pytest.mark.django_db
def test_a_new_term_has_a_reminder_of_its_own_and_an_end_has_none(
    assessor: Assessor, clock: list[datetime]
) -> None:
    reachable("anna")
    agreed(assessor)
    assert on(clock, NOW) == ["anna@example.nl"]
    services.renew_agreement(deed(), kader=assessor.kader, **HAND)
    late = datetime(2035, 6, 1, tzinfo=NOW.tzinfo)
    assert [on(clock, NOW + DAY), on(clock, late), on(clock, late + DAY)] == [[], ["anna@example.nl"], []]
    services.correct_agreement(
        deed(
            replace(LONGER, term=Term(kind=TermKind.UNTIL, until=date(2035, 8, 1))), seen=2, reason="Tikfout."
        ),
        kader=assessor.kader,
        **HAND,
    )
    services.end_agreement(end(seen=3), **HAND)
    assert on(clock, late + 2 * DAY) == []


@pytest.mark.django_db
def test_without_an_address_it_is_not_counted_as_told(assessor: Assessor, clock: list[datetime]) -> None:
    with_role("anna", AccountRole.ADVISER)
    agreed(assessor)
    assert on(clock, NOW) == []
    assert not models.AgreementReminder.objects.exists()
    reachable("anna")
    assert on(clock, NOW) == ["anna@example.nl"]


@pytest.mark.django_db
def test_a_reminder_leads_to_the_agreement_and_tells_nothing_of_it(
    assessor: Assessor, clock: list[datetime], year_2024: None
) -> None:
    reachable("anna")
    agreed(assessor)
    keep_up(Stop())
    while send_waiting_mail("w", Stop()):
        pass
    (sent,) = (one for one in mail.outbox if ALONE in one.subject)
    assert sent.subject == f"Overeenkomst {ALONE} loopt af: 30-9-2030"
    assert "tuinbouw" not in sent.body + sent.subject
    (address,) = (line for line in sent.body.splitlines() if line.startswith("https://"))
    assert colleague().get(address.removeprefix("https://kader.example.org")).status_code == 200


SET_UP = """
from dataclasses import replace
from datetime import timedelta
from django.utils import timezone
from openkader.casework.agreements import Term, TermKind
from openkader.register import services
from openkader.register.kaders import assessor_of
from tests.integration.agreement_house import MEMO, NOW, agreed
from tests.integration.test_agreement_reminders import reachable
reachable("anna")
term = Term(kind=TermKind.UNTIL, until=timezone.localdate() + timedelta(days=30))
for number in range(3):
    agreed(assessor_of("zuid-holland/2024-01-01"), replace(MEMO, term=term), key=str(number))
"""


def test_a_reminder_goes_once_also_when_the_worker_is_killed_half_way(either: Installation) -> None:
    house = that_mails(either, SET_UP)
    mails = "SELECT count(*) FROM register_outgoingmail WHERE purpose = 'agreement'"
    told = "SELECT count(*) FROM register_agreementreminder"
    for left, kept in ((2, 0), (3, 1), (2, 1)):
        killed_after(house, left)
        # The first change looks for waivers that ended; of the reminders after it the last one written is lost.
        assert (house.sql(mails), house.sql(told)) == ([(kept,)], [(kept,)])
    two_at_once(house)
    assert (house.sql(mails), house.sql(told)) == ([(3,)], [(3,)])
