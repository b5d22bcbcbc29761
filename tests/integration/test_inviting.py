"""A colleague has an activity in the calendar by mail: what goes out, when it goes again, and when it does not."""

from datetime import date
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from icalendar import Calendar

from openkader.base.errors import NotFound, Refused
from openkader.casework.period import Period
from openkader.casework.vocabulary import ActivityStanding, Confidentiality
from openkader.cli import mailing
from openkader.cli.mailing import send_waiting_mail
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.activity_entries import MoveEntry
from openkader.register.mail_names import mail_named
from tests.integration import activity_house, mission_house
from tests.integration.inviting_house import FROM, HAND, NOW, a_colleague, invited
from tests.integration.mail_server import serving_mail

pytestmark = pytest.mark.django_db
ACTIVITY = activity_house.ACTIVITY
WORD = (
    "Café-bezoek; aan het Drechterlandse tuinbouwinnovatiecentrum, met \\ en 深圳市虚构大厦 en nog veel meer"
)


@pytest.fixture(autouse=True)
def _mails(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.OPENKADER_MAIL_FROM = settings.DEFAULT_FROM_EMAIL = FROM
    settings.OPENKADER_ADDRESS = "https://kader.example.nl"
    monkeypatch.setattr(mailing, "now", lambda: NOW)


@pytest.fixture
def visit(assessor: Assessor) -> Assessor:
    """A visit to which anna is invited; the mail went out."""
    activity_house.planned(assessor, place="Shenzhen")
    invited("anna")
    assert sent()
    return assessor


def sent() -> list[tuple[str, Any]]:
    """What goes out now: of each mail the method and the event."""
    mail.outbox = []
    send_waiting_mail("w", Stop())
    return [told(one.message()) for one in mail.outbox]


def told(message: Any) -> tuple[str, Any]:
    found = message_from_bytes(message.as_bytes(), policy=policy.default)
    (part,) = (one for one in found.walk() if one.get_content_type() == "text/calendar")
    calendar = Calendar.from_ical(part.get_content())
    (event,) = calendar.walk("VEVENT")
    assert part.get_param("method") == calendar["method"]
    return str(calendar["method"]), event


def moved(assessor: Assessor, *days: int) -> None:
    for day in days:
        period = Period.day(date(2030, 7, day))
        services.move_activity(MoveEntry(activity=ACTIVITY, period=period), assessor=assessor, **HAND)


def public(level: Confidentiality = Confidentiality.PUBLIC) -> None:
    models.Request.objects.update(confidentiality=level)


def on_the_wire(settings: Any) -> Any:
    """The one mail that waits, as a mail server gets it."""
    with serving_mail() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        assert send_waiting_mail("w", Stop()) == 1
    return message_from_bytes(server.texts[0].encode(), policy=policy.default)


def test_an_invitation_is_a_mail_that_calendars_know(assessor: Assessor, settings: Any) -> None:
    activity_house.planned(assessor, place="Zaal; 4e, verdieping")
    public()
    models.Activity.objects.update(title_nl=WORD)
    invited("anna")
    found = on_the_wire(settings)
    alternative, file = found.iter_parts()
    words, calendar = alternative.iter_parts()
    kinds = [one.get_content_type() for one in (found, alternative, words, calendar, file)]
    assert kinds[:3] == ["multipart/mixed", "multipart/alternative", "text/plain"]
    assert kinds[3:] == ["text/calendar", "application/ics"]
    assert dict(calendar["content-type"].params) == {"method": "REQUEST", "charset": "utf-8"}
    assert file.get_filename() == "invite.ics"
    assert WORD in words.get_content()
    raw = file.get_payload(decode=True)
    assert raw == calendar.get_payload(decode=True).replace(b"\n", b"\r\n")
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    event: Any = Calendar.from_ical(raw).walk("VEVENT")[0]
    assert event.errors == []
    assert event["summary"].endswith(WORD)
    assert event["location"] == "Zaal; 4e, verdieping"
    assert (event["sequence"], event["status"], event["dtstamp"].dt) == (0, "CONFIRMED", NOW)
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2030, 6, 3), date(2030, 6, 6))
    who, to = event["organizer"], event["attendee"]
    assert (who, who.params["cn"]) == ("mailto:provincie@example.nl", "Provincie")
    assert (to, to.params["rsvp"]) == ("mailto:anna@example.nl", "FALSE")


def test_of_what_is_not_public_no_word_goes_out(assessor: Assessor) -> None:
    activity_house.planned(assessor, place="Shenzhen")
    mission_house.planned(ACTIVITY, title="Rondleiding", place="Haven", day=date(2030, 6, 3))
    invited("anna")
    invited("anna", part=1)
    assert len(sent()) == 2
    for one in mail.outbox:
        text = one.message().as_bytes().decode() + one.subject + one.body
        assert "V-1-A1" in text
        assert not [word for word in ("Bezoek", "Shenzhen", "Rondleiding", "Haven") if word in text]


def test_a_move_is_told_once_and_the_same_days_are_no_move(visit: Assessor) -> None:
    (before,) = models.CalendarInvitation.objects.values_list("uid", "sequence")
    moved(visit, 1)
    ((method, event),) = sent()
    assert (method, event["uid"], event["sequence"]) == ("REQUEST", before[0], before[1] + 1)
    assert event["dtstart"].dt == date(2030, 7, 1)
    moved(visit, 1)
    assert sent() == []


def test_of_two_moves_before_anything_is_sent_only_what_is_so_then_goes(visit: Assessor) -> None:
    moved(visit, 1, 2)
    ((_, event),) = sent()
    assert (event["dtstart"].dt, event["sequence"]) == (date(2030, 7, 2), 2)
    assert sent() == []


def test_a_move_while_a_worker_holds_the_mail_is_told_after_it(visit: Assessor) -> None:
    moved(visit, 1)
    held = services.take_mail("slow", now=NOW)
    moved(visit, 2)
    assert held is not None
    assert held.invitation is not None
    assert held.invitation.sequence == 1
    services.finish_mail(held, None, **HAND)
    ((_, event),) = sent()
    assert (event["dtstart"].dt, event["sequence"]) == (date(2030, 7, 2), 2)


def test_what_could_not_be_sent_says_later_what_is_so_then_and_once(visit: Assessor) -> None:
    moved(visit, 1)
    held = services.take_mail("slow", now=NOW)
    moved(visit, 2)
    assert held is not None
    services.finish_mail(held, "mail.not-sent", **HAND)
    models.OutgoingMail.objects.update(not_before=NOW)
    ((_, event),) = sent()
    assert event["dtstart"].dt == date(2030, 7, 2)
    assert not models.OutgoingMail.objects.filter(finished_at=None).exists()


def test_a_mail_comes_again_under_its_name_unless_it_says_something_else_by_then(visit: Assessor) -> None:
    moved(visit, 1)
    names = []
    for _ in range(2):
        mail.outbox = []
        taken = services.take_mail("dies", now=NOW)
        assert taken is not None
        mailing._send(taken)
        names.append(mail.outbox[0].extra_headers["Message-ID"])
        models.OutgoingMail.objects.filter(finished_at=None).update(lease_ends=NOW)
    assert names[0] == names[1]
    assert mail_named(names[:1]) == models.OutgoingMail.objects.latest("pk")  # an answer or a report finds it
    moved(visit, 2)
    sent()
    assert names[0] not in [one.extra_headers["Message-ID"] for one in mail.outbox]


def test_what_is_called_off_leaves_the_calendar(visit: Assessor) -> None:
    services.cancel_activity(ACTIVITY, "Geen visum.", **HAND)
    ((method, event),) = sent()
    assert (method, event["status"], event["sequence"]) == ("CANCEL", "CANCELLED", 1)
    assert "Geen visum" not in mail.outbox[0].message().as_string()


def test_what_took_place_is_told_no_more(visit: Assessor) -> None:
    models.Activity.objects.update(standing=ActivityStanding.HELD)
    mission_house.planned(ACTIVITY, day=date(2030, 6, 3))
    models.Activity.objects.update(starts_on=date(2030, 6, 2))
    mission_house.planned(ACTIVITY, title="Nog iets", day=date(2030, 6, 3))
    assert sent() == []


def test_without_a_day_it_leaves_the_calendar_until_there_is_one(visit: Assessor) -> None:
    services.move_activity(MoveEntry(activity=ACTIVITY, period=Period.month(2030, 9)), assessor=visit, **HAND)
    ((method, event),) = sent()
    assert (method, event["dtstart"].dt) == ("CANCEL", date(2030, 6, 3))
    moved(visit, 1)
    ((method, event),) = sent()
    assert (method, event["sequence"]) == ("REQUEST", 2)


def test_who_is_taken_off_hears_so_once_and_can_be_invited_again(visit: Assessor) -> None:
    for _ in range(2):
        services.uninvite_colleague(ACTIVITY, 0, "anna", **HAND)
    ((method, off),) = sent()
    moved(visit, 1)
    assert (method, sent()) == ("CANCEL", [])
    invited("anna")
    ((method, event),) = sent()
    assert (method, event["uid"]) == ("REQUEST", off["uid"])
    assert event["sequence"] > off["sequence"]


def test_who_is_taken_off_before_anything_was_sent_hears_nothing(assessor: Assessor) -> None:
    activity_house.planned(assessor)
    invited("anna")
    services.uninvite_colleague(ACTIVITY, 0, "anna", **HAND)
    assert sent() == []


def test_a_second_click_invites_nobody_again_and_all_share_a_name(visit: Assessor) -> None:
    assert invited("anna") == ()
    assert invited("anna", "bert") == ("bert",)
    assert len(sent()) == 1
    assert models.CalendarInvitation.objects.values("uid").distinct().count() == 1


def test_who_may_not_see_it_any_more_hears_that_it_is_out_and_nothing_else(visit: Assessor) -> None:
    public(Confidentiality.CONFIDENTIAL_HIGH)
    moved(visit, 1)
    ((method, event),) = sent()
    assert (method, event["dtstart"].dt) == ("CANCEL", date(2030, 6, 3))
    assert event["summary"] == "V-1-A1 · activiteit"
    moved(visit, 2)
    assert sent() == []
    assert "calendar.uninvited" in [one.action for one in selectors.events(limit=9)]


def test_whose_rights_end_while_the_mail_waits_gets_no_word_of_it(visit: Assessor) -> None:
    moved(visit, 1)
    models.HeldRole.objects.filter(account__username="anna").delete()
    ((method, event),) = sent()
    assert (method, event["summary"]) == ("CANCEL", "V-1-A1 · activiteit")
    moved(visit, 2)
    assert sent() == []


def test_whose_address_is_gone_is_mailed_nothing(visit: Assessor) -> None:
    User.objects.update(email="")
    moved(visit, 1)
    assert sent() == []


def test_a_part_of_the_programme_moves_with_its_time_and_leaves_when_it_is_taken_out(
    assessor: Assessor,
) -> None:
    activity_house.planned(assessor)
    part = mission_house.planned(ACTIVITY, title="Rondleiding", day=date(2030, 6, 3))
    invited("anna", part=part)
    ((_, event),) = sent()
    assert event["dtstart"].dt.isoformat() == "2030-06-03T01:00:00+00:00"
    assert "3-6-2030 om 03:00 (Europe/Amsterdam)" in mail.outbox[0].body
    mission_house.planned(ACTIVITY, part, 1, title="Rondleiding", day=date(2030, 6, 4), note="Alleen hier.")
    ((_, event),) = sent()
    assert (event["dtstart"].dt.date(), event["sequence"]) == (date(2030, 6, 4), 1)
    mission_house.planned(ACTIVITY, part, 2, title="Rondleiding", day=date(2030, 6, 4), note="Iets anders.")
    assert sent() == []
    services.remove_slot(ACTIVITY, part, 3, **HAND)
    ((method, _),) = sent()
    assert method == "CANCEL"


def test_who_may_not_see_it_or_has_no_address_is_not_invited_and_nobody_with_them(assessor: Assessor) -> None:
    activity_house.planned(assessor)
    for name in ("anna", "bert"):
        a_colleague(name)
    User.objects.filter(username="bert").update(email="")
    with pytest.raises(Refused, match=r"invitation\.no-address"):
        invited("anna", "bert")
    public(Confidentiality.CONFIDENTIAL_HIGH)
    with pytest.raises(Refused, match=r"invitation\.may-not-see"):
        invited("anna")
    assert not models.CalendarInvitation.objects.exists()


def test_there_is_no_part_that_was_never_planned_and_no_colleague_without_an_account(
    assessor: Assessor,
) -> None:
    activity_house.planned(assessor)
    with pytest.raises(NotFound):
        invited("anna", part=7)
    with pytest.raises(NotFound):
        services.invite_colleagues(ACTIVITY, 0, ["niemand"], **HAND)
