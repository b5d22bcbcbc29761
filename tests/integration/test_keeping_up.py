"""What a day asks for is done by the worker, once, however often and by however many it is asked."""

from datetime import datetime
from typing import Any

import pytest
from django.core import mail

from openkader.casework.life_cycle import State
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import DecisionOutcome
from openkader.cli import keeping_up, work
from openkader.cli.keeping_up import keep_up
from openkader.cli.mailing import send_waiting_mail
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.case_lines import keep_lapsed_lines
from openkader.register.models import AdviceLink, AdviceReminder, CaseLine, OutgoingMail
from tests.installation import Installation
from tests.integration.advice_house import DAY, NOW, a_waiver, answered, asked
from tests.integration.register_house import a_decision, assessed, taken, with_role


@pytest.fixture
def case(assessor: Assessor) -> str:
    return assessed(assessor, risk_areas=["robotics_autonomous"])


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, settings: Any) -> list[datetime]:
    """The moment at which the worker works; a test moves it on."""
    settings.OPENKADER_MAIL_FROM = "provincie@example.nl"
    settings.OPENKADER_ADDRESS = "https://kader.example.org"
    at = [NOW]
    for door in (keeping_up, work):
        monkeypatch.setattr(door, "now", lambda: at[0])
    monkeypatch.setattr("openkader.cli.mailing.now", lambda: at[0])
    return at


def on(clock: list[datetime], day: int) -> int:
    """How many desks the worker reminds so many days after the question is due."""
    clock[0] = NOW + 5 * DAY + day * DAY
    return keep_up(Stop())


@pytest.mark.django_db
def test_a_desk_is_reminded_on_the_days_that_the_organisation_agreed(
    case: str, assessor: Assessor, clock: list[datetime]
) -> None:
    asked(assessor, case)
    assert [on(clock, day) for day in range(-4, 10)] == [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0]


@pytest.mark.django_db
def test_a_worker_that_was_away_for_a_week_reminds_once(
    case: str, assessor: Assessor, clock: list[datetime]
) -> None:
    asked(assessor, case)
    assert (on(clock, 6), on(clock, 6), on(clock, 7)) == (1, 0, 0)


@pytest.mark.django_db
def test_a_reminder_holds_a_link_that_answers_and_not_the_question(
    case: str, assessor: Assessor, clock: list[datetime], client: Any, year_2024: None
) -> None:
    asked(assessor, case, question="Iets geheims?")
    on(clock, 1)
    assert send_waiting_mail("w", Stop()) == 1
    (sent,) = mail.outbox
    assert sent.subject == "Herinnering aan een adviesvraag: V-1"
    assert "Uw antwoord was gevraagd voor 6-5-2030" in sent.body
    assert "geheims" not in sent.body
    address = next(line for line in sent.body.splitlines() if line.startswith("https://"))
    assert client.get(address.removeprefix("https://kader.example.org")).status_code == 200


@pytest.mark.django_db
def test_who_answered_or_is_asked_along_another_way_is_not_reminded(
    case: str, assessor: Assessor, clock: list[datetime]
) -> None:
    answered(asked(assessor, case))
    asked(assessor, case, desk="embassy", email=None, link=None)
    withdrawn = asked(assessor, case, desk="rvo", link=None)
    services.withdraw_advice_request(withdrawn, "Niet nodig.", by=HouseHand("cli:adviser"), now=NOW)
    assert on(clock, 1) == 0


@pytest.mark.django_db
def test_of_what_was_decided_meanwhile_nobody_is_reminded(
    case: str, assessor: Assessor, clock: list[datetime]
) -> None:
    asked(assessor, case, desk="information_security")
    taken(a_decision(case, outcome=DecisionOutcome.HOLD, motivation="Eerst advies."))
    assert on(clock, 1) == 0


@pytest.mark.django_db
def test_without_a_mail_server_nobody_counts_as_reminded(
    case: str, assessor: Assessor, clock: list[datetime], settings: Any
) -> None:
    settings.OPENKADER_MAIL_FROM = ""
    asked(assessor, case)
    assert on(clock, 1) == 0
    assert not AdviceReminder.objects.exists()


@pytest.mark.django_db
def test_a_reminder_that_breaks_off_leaves_nothing_and_is_sent_the_next_time(
    case: str, assessor: Assessor, clock: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(assessor, case)

    def dies(*_: object, **_named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("openkader.register.audit.append", dies)
        with pytest.raises(KeyboardInterrupt):
            on(clock, 1)
    assert (AdviceReminder.objects.count(), AdviceLink.objects.count(), OutgoingMail.objects.count()) == (
        0,
        1,
        0,
    )
    assert on(clock, 1) == 1
    assert OutgoingMail.objects.count() == 1


@pytest.mark.django_db
def test_a_waiver_that_ended_lets_the_case_wait_for_the_advice_again(case: str, assessor: Assessor) -> None:
    waiver = services.waive_advice(a_waiver(case), assessor=assessor, by=HouseHand("cli:adviser"), now=NOW)
    services.agree_to_waiver(waiver, by=with_role("second"), now=NOW)
    assert CaseLine.objects.get().state == State.READY
    last = NOW + 10 * DAY
    assert keep_lapsed_lines(last, last.date()) == 0
    assert CaseLine.objects.get().state == State.READY
    after = last + DAY
    assert keep_lapsed_lines(after, after.date()) == 1
    assert CaseLine.objects.get().state == State.WEIGHING
    assert keep_lapsed_lines(after, after.date()) == 0


AT_ONCE = """
from django.conf import settings
settings.OPENKADER_MAIL_FROM = "a@example.nl"
from openkader.cli.keeping_up import keep_up
from openkader.cli.stopping import Stop
print(keep_up(Stop()))
"""
ASKED = """
from datetime import UTC, datetime, timedelta
from tests.integration.advice_house import asked
from tests.integration.register_house import assessed
from openkader.register.kaders import assessor_of
from openkader.register import services
from tests.integration import advice_house as house
house.HAND["now"] = datetime.now(UTC) - timedelta(days=3)
assessor = assessor_of("zuid-holland/2024-01-01")
case = assessed(assessor, risk_areas=["robotics_autonomous"])
asked(assessor, case, due_on=(datetime.now(UTC) - timedelta(days=1)).date())
"""


def test_workers_at_once_remind_a_desk_once(either: Installation) -> None:
    assert either.run("migrate").returncode == 0
    made = either.script(ASKED)
    _said, errors = made.communicate(timeout=60)
    assert made.returncode == 0, errors
    workers = [either.script(AT_ONCE) for _ in range(3)]
    counted = [worker.communicate(timeout=60) for worker in workers]
    assert sorted(out.strip() for out, _ in counted) == ["0", "0", "1"], counted
    assert either.sql("SELECT count(*) FROM register_outgoingmail") == [(1,)]


def test_the_lines_of_the_work_list_can_be_made_anew(loaded: Installation) -> None:
    before = loaded.sql("SELECT request_id, state, due_on FROM register_caseline ORDER BY request_id")
    loaded.sql("UPDATE register_caseline SET state = 'closed'")
    done = loaded.run("cases", "lines")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"The lines of {len(before)} cases" in done.stdout
    assert loaded.sql("SELECT request_id, state, due_on FROM register_caseline ORDER BY request_id") == before
