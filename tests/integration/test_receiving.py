"""A request comes in: whole, once, with its number, and mail that is never lost."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import DatabaseError, transaction

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.casework.intake import UNKNOWN, Stage
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.vocabulary import AccountRole
from openkader.cli import mailing
from openkader.cli.mailing import send_waiting_mail
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.mail_terms import HELD, MOST_ATTEMPTS
from openkader.register.services.take_mail import LEASE
from tests.installation import Installation
from tests.integration.front_door_house import MAIL, TOKEN, received
from tests.integration.register_house import (
    HAND,
    NOW,
    a_decision,
    answered,
    everything,
    refused,
    taken,
    with_role,
)
from tests.unit.documents import PDF, PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.OPENKADER_DATA = tmp_path
    settings.OPENKADER_MAIL_FROM = "provincie@example.nl"
    monkeypatch.setattr(mailing, "now", lambda: NOW)


def test_a_request_comes_in_whole() -> None:
    reference = received(documents=(DocumentEntry(name="brief.pdf", content=PDF),))
    assert reference == "FX-2030-00001"
    found = selectors.dossier(reference, reader=HOUSE)
    assert found.request is not None
    about = {name: found.request[name] for name in ("kind", "country", "programme", "initiative", "year")}
    assert about == {
        "kind": "incoming_delegation",
        "country": "CN",
        "programme": "china",
        "initiative": "company",
        "year": 2030,
    }
    (party,) = found.participations
    assert (party["role"], party["party"]) == ("requester", f"{reference}-P1")
    assert [row.name for row in selectors.documents_of(reference, reader=HOUSE)] == ["brief.pdf"]
    row = selectors.intake_of(reference, reader=HOUSE)
    assert row is not None
    assert (row.channel, row.contact_email, row.said[0]["text"]) == ("form", "a@example.nl", "Een ontvangst.")
    actions = [event.action for event in selectors.events()]
    assert actions == ["mail.queued", "request.received", "document.kept", "request.recorded"]


def test_the_same_form_sent_twice_is_one_request() -> None:
    before = (received(), everything())
    assert (received(), everything()) == before
    assert received(subject="anders getypt") == before[0]


def test_numbers_follow_each_other_within_a_year() -> None:
    references = [received(key=f"{number:064}", link=None) for number in range(3)]
    references.append(received(key="b" * 64, link=None, received_on=date(2029, 12, 31)))
    assert references == ["FX-2030-00001", "FX-2030-00002", "FX-2030-00003", "FX-2029-00001"]
    models.Reference.objects.create(reference="FX-2030-demo", object_kind="request", dossier="x")
    assert received(key="c" * 64, link=None) == "FX-2030-00004"


def test_an_unknown_initiative_is_recorded_as_an_answer() -> None:
    reference = received(initiative=UNKNOWN)
    found, row = (
        selectors.dossier(reference, reader=HOUSE).request,
        selectors.intake_of(reference, reader=HOUSE),
    )
    assert found is not None
    assert row is not None
    assert (found["initiative"], row.initiative) == (None, UNKNOWN)


def test_a_request_without_initiative_is_refused_and_leaves_nothing() -> None:
    refused("request.no-initiative", lambda: received(initiative=""))
    refused("request.not-yet", lambda: received(received_on=date(2030, 5, 2)))


def test_one_bad_document_holds_up_the_request_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    before = everything()
    documents = (DocumentEntry(name="a.pdf", content=PDF), DocumentEntry(name="b.pdf", content=PROGRAM))
    with pytest.raises(Invalid) as caught:
        received(documents=documents)
    assert [problem.where for problem in caught.value.problems] == ["b.pdf"]
    assert everything() == before
    assert not (tmp_path / "documents").exists()


def test_who_asks_for_nobody_else_is_a_person() -> None:
    received(requester=None)
    assert list(models.Party.objects.values_list("kind", "name")) == [("person", "A. Verzonnen")]


def test_how_a_request_came_in_is_not_rewritten() -> None:
    received()
    with pytest.raises(DatabaseError, match="cannot be changed"), transaction.atomic():
        models.Intake.objects.update(initiative="province")


def test_the_trail_names_nobody() -> None:
    received()
    details = " ".join(str(event.detail) for event in selectors.events())
    for word in ("Verzonnen", "a@example.nl", "ontvangst", "Baoding", TOKEN):
        assert word not in details


# --- where it stands -------------------------------------------------------------------------


def stage() -> Stage:
    return selectors.status_by_link(TOKEN, NOW).stage


def test_by_the_link_one_sees_where_it_stands_and_no_more(assessor: Assessor) -> None:
    reference = received()
    assert stage() is Stage.RECEIVED
    answered(assessor, reference)
    assert stage() is Stage.TREATED
    services.assess_request(reference, assessor=assessor, **HAND)
    taken(a_decision(reference))
    assert stage() is Stage.DECIDED
    shown = selectors.status_by_link(TOKEN, NOW)
    assert set(type(shown).__slots__) == {
        "reference",
        "kind",
        "received_on",
        "language",
        "stage",
        "link_ends",
    }


def test_a_link_is_kept_as_a_digest_ends_and_cannot_be_guessed() -> None:
    received()
    assert not models.Intake.objects.filter(link__contains="tttt").exists()
    selectors.status_by_link(TOKEN, NOW + timedelta(days=29))
    for token, now in ((TOKEN, NOW + timedelta(days=30)), (TOKEN[:-1] + "u", NOW), ("", NOW), ("\0", NOW)):
        with pytest.raises(NotFound):
            selectors.status_by_link(token, now)


# --- mail ------------------------------------------------------------------------------------


def test_mail_is_sent_once_and_forgotten() -> None:
    reference = received()
    assert send_waiting_mail("w", Stop()) == 1
    assert send_waiting_mail("w", Stop()) == 0
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (
        ["a@example.nl"],
        f"Uw verzoek {reference}",
        f"Kenmerk {reference}.",
    )
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
    row = models.OutgoingMail.objects.get()
    assert (row.to, row.subject, row.text, row.failure) == ("", "", "", None)
    assert selectors.events(limit=1)[0].action == "mail.sent"


def test_a_mail_server_that_is_out_loses_neither_request_nor_mail(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    received()
    assert send_waiting_mail("w", Stop()) == 0
    row = models.OutgoingMail.objects.get()
    assert (row.attempts, row.finished_at, row.to) == (1, None, "a@example.nl")
    assert row.not_before == NOW + timedelta(minutes=1)
    assert send_waiting_mail("w", Stop()) == 0  # it waits for its turn
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    models.OutgoingMail.objects.update(not_before=NOW)
    assert send_waiting_mail("w", Stop()) == 1


def failing(now: datetime, *, attempts: int = MOST_ATTEMPTS) -> bool:
    """The last attempt of the series fails; whether the mail is finished with that."""
    models.OutgoingMail.objects.update(attempts=attempts - 1, not_before=now)
    taken = services.take_mail("w", now=now)
    assert taken is not None
    return services.finish_mail(taken, "mail.not-sent", by=HouseHand("w"), now=now)


def test_mail_that_is_refused_for_hours_is_held_until_somebody_sends_it_again() -> None:
    received()
    assert failing(NOW) is False
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["code"]) == ("mail.failed", "mail.not-sent")
    for later in (timedelta(), timedelta(hours=1), timedelta(days=9)):
        assert services.take_mail("w", now=NOW + later) is None
    found = selectors.background(NOW)
    assert (found.mails, found.mails_held, found.held_since) == (0, 1, NOW)
    with_role("beheer", AccountRole.ADMINISTRATOR)
    assert services.send_mails_again(by="beheer", now=NOW + timedelta(days=2)) == 1
    assert selectors.events(limit=1)[0].action == "mail.tried-again"
    taken = services.take_mail("w", now=NOW + timedelta(days=2))
    assert taken is not None
    assert (taken.to, taken.attempt) == ("a@example.nl", 1)


def test_mail_that_a_worker_died_with_at_its_last_attempt_is_held_and_sent_again() -> None:
    received()
    models.OutgoingMail.objects.update(attempts=MOST_ATTEMPTS - 1)
    assert services.take_mail("dead", now=NOW) is not None
    with_role("beheer", AccountRole.ADMINISTRATOR)
    again = partial(services.send_mails_again, by="beheer")
    assert again(now=NOW) == 0  # whoever holds it may still be at it
    later = NOW + timedelta(hours=1)
    assert services.take_mail("w", now=later) is None
    assert selectors.background(later).mails_held == 1
    assert again(now=later) == 1
    assert services.take_mail("w", now=later) is not None


def test_mail_that_is_held_for_a_month_is_forgotten() -> None:
    received()
    assert failing(NOW) is False
    assert failing(NOW + HELD, attempts=MOST_ATTEMPTS + 1) is True
    row = models.OutgoingMail.objects.get()
    assert (row.to, row.subject, row.text, row.failure) == ("", "", "", "mail.not-sent")
    assert selectors.events(limit=1)[0].action == "mail.forgotten"
    assert selectors.background(NOW + HELD).mails_forgotten == 1


def test_only_what_was_tried_in_vain_is_sent_again_and_a_second_press_changes_nothing() -> None:
    received()
    with_role("beheer", AccountRole.ADMINISTRATOR)
    again = partial(services.send_mails_again, by="beheer", now=NOW)
    assert again() == 0  # it waits for its first attempt
    assert failing(NOW, attempts=3) is False
    assert selectors.background(NOW).mails_retrying == 1
    assert again() == 1
    assert models.OutgoingMail.objects.get().attempts == 3
    before = selectors.event_count()
    assert again() == 0
    assert selectors.event_count() == before


def test_who_looks_after_nothing_sends_no_mail_again() -> None:
    with_role("adviseur", AccountRole.ADVISER)
    with pytest.raises(Refused):
        services.send_mails_again(by="adviseur", now=NOW)


def test_what_a_dead_worker_held_is_sent_by_another_and_the_dead_one_is_too_late() -> None:
    received()
    first = services.take_mail("dead", now=NOW)
    assert services.take_mail("w", now=NOW) is None
    second = services.take_mail("w", now=NOW + LEASE)
    assert first is not None
    assert second is not None
    with pytest.raises(Refused):
        services.finish_mail(first, None, **HAND)
    assert services.finish_mail(second, None, **HAND) is True
    with pytest.raises(Refused):
        services.finish_mail(second, None, **HAND)
    with pytest.raises(NotFound):
        services.finish_mail(replace(second, mail=0), None, **HAND)


def test_a_subject_cannot_carry_another_header() -> None:
    received(mail=replace(MAIL, subject="Uw verzoek\r\nBcc: iedereen@example.nl"))
    send_waiting_mail("w", Stop())
    assert mail.outbox[0].subject == "Uw verzoek Bcc: iedereen@example.nl"


def test_without_a_mail_server_nothing_is_sent(settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = ""
    received(mail=None)
    assert send_waiting_mail("w", Stop()) == 0


# --- at once ---------------------------------------------------------------------------------


CLICK = """
from tests.integration.front_door_house import received
print(received())
"""


def test_clicks_at_once_are_one_request(either: Installation) -> None:
    assert either.run("migrate").returncode == 0
    clicks = [either.script(CLICK) for _ in range(4)]
    said = [click.communicate(timeout=60) for click in clicks]
    assert [out.strip() for out, _error in said] == ["FX-2030-00001"] * 4, said
    assert either.sql("SELECT count(*) FROM register_request") == [(1,)]
