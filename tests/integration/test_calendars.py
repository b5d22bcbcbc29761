"""The calendar of a colleague says what the work list says, and nothing that its reader may not see."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from openkader.base.errors import NotFound, Refused
from openkader.casework.agenda import MOST_ITEMS, AgendaItem, AgendaKind, FeedOf
from openkader.casework.period import Period
from openkader.casework.permissions import TokenHand
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.activity_entries import MoveEntry
from openkader.register.feeds import feed_of, open_feeds
from openkader.register.selectors import Choice
from tests.integration import activity_house, advice_house, mission_house, outlook_house
from tests.integration.calendar_house import HAND, NOW, OWN, a_feed, an_official, given_to
from tests.integration.register_house import assessed
from tests.web_pages import MOST_QUERIES

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
ACTIVITY = activity_house.ACTIVITY


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def agenda(secret: str, today: date = TODAY) -> tuple[AgendaItem, ...]:
    feed = feed_of(secret, today)
    assert feed is not None
    return selectors.agenda_of(feed, today)


def read(secret: str, **headers: str) -> Any:
    return Client(headers=headers).get(f"/agenda/{secret}/agenda.ics")


def events(secret: str) -> Mapping[str, Any]:
    """What a calendar reads, by its summary."""
    answer = read(secret)
    assert answer.status_code == 200
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(one["summary"]): one for one in found}


def a_mission(assessor: Assessor, level: Confidentiality = Confidentiality.PUBLIC, **more: Any) -> str:
    """A planned activity with its measures, worked on by the colleague, who has a calendar; its secret."""
    activity_house.planned(assessor, place="Shenzhen, 深圳市虚构大厦; 4e verdieping", **more)
    an_official(team="economie")
    given_to("colleague", "economie", confidentiality=level)
    return a_feed()


def test_what_takes_place_and_what_is_due_stands_in_it(assessor: Assessor) -> None:
    found = agenda(a_mission(assessor))
    assert {one.kind for one in found} == {AgendaKind.ACTIVITY, AgendaKind.MEASURE}
    (activity,) = (one for one in found if one.kind is AgendaKind.ACTIVITY)
    assert (activity.begins, activity.ends) == (date(2030, 6, 3), date(2030, 6, 6))
    due = models.Measure.objects.filter(due_on__isnull=False).values_list("reference", "due_on")
    assert {(one.key, one.begins) for one in found if one.kind is AgendaKind.MEASURE} == set(due)


def test_a_term_in_it_is_the_day_of_the_work_list(assessor: Assessor) -> None:
    assessed(assessor)
    an_official()
    given_to("colleague")
    models.CaseLine.objects.update(due_on=date(2030, 5, 20), state="weighing")
    feed = feed_of(a_feed(), TODAY)
    assert feed is not None
    assert feed.reader is not None
    listed = selectors.work_page(Choice(), feed.reader, TODAY).rows
    terms = [one for one in selectors.agenda_of(feed, TODAY) if one.kind is AgendaKind.TERM]
    assert [(one.record, one.begins) for one in terms] == [(row.reference, row.due_on) for row in listed]


def test_advice_that_is_waited_for_stands_in_it_until_it_is_given(assessor: Assessor) -> None:
    advice = advice_house.asked(assessor, assessed(assessor))
    an_official()
    given_to("colleague")
    secret = a_feed()
    assert AgendaKind.ADVICE in {one.kind for one in agenda(secret)}
    advice_house.answered(advice)
    assert AgendaKind.ADVICE not in {one.kind for one in agenda(secret)}


def test_a_part_of_the_programme_has_its_time_and_lasts_all_day_without_one(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    mission_house.planned(ACTIVITY, title="Rondleiding", place="Haven", day=date(2030, 6, 3))
    mission_house.planned(ACTIVITY, title="Reisdag", day=date(2030, 6, 4), begins=None, ends=None, zone=None)
    mission_house.planned(ACTIVITY, title="Open einde", day=date(2030, 6, 5), ends=None)
    found = events(secret)
    tour, travel, late = (
        next(event for words, event in found.items() if words.endswith(title))
        for title in ("Rondleiding", "Reisdag", "Open einde")
    )
    assert tour["dtstart"].dt.isoformat() == "2030-06-03T01:00:00+00:00"
    assert tour["location"] == "Haven"
    assert travel["dtstart"].dt == date(2030, 6, 4)
    assert "dtend" not in late


def test_of_what_is_not_public_the_number_and_the_kind_travel_and_no_word_more(assessor: Assessor) -> None:
    secret = a_mission(assessor, Confidentiality.INTERNAL)
    mission_house.planned(ACTIVITY, title="Rondleiding", place="Haven")
    text = read(secret).content.decode()
    unfolded = text.replace("\r\n ", "")
    assert "SUMMARY:V-1-A1 · inkomende delegatie" in unfolded
    assert "programmaonderdeel" in unfolded
    for word in ("Bezoek", "screening", "Shenzhen", "Rondleiding", "Haven", "LOCATION"):
        assert word not in unfolded


def test_every_line_leads_to_the_page_that_tells_more_of_it(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    found = {str(event["url"]) for event in events(secret).values()}
    assert f"http://testserver/activiteiten/{ACTIVITY}/" in found
    measure = activity_house.SCREENING
    assert f"http://testserver/activiteiten/{ACTIVITY}/maatregelen/{measure}/" in found
    assert any(words.startswith(f"{measure} · maatregel") for words in events(secret))


def test_lines_are_folded_at_75_octets_also_inside_chinese_names(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    models.Activity.objects.update(title_nl="深圳市虚构大厦代表团访问" * 12 + "; a, b\\ c\nd")
    content = read(secret).content
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no character was cut in two
    (visit,) = visits(secret)
    assert str(visit["summary"]).endswith("深圳市虚构大厦代表团访问; a, b\\ c\nd")
    assert str(visit["location"]) == "Shenzhen, 深圳市虚构大厦; 4e verdieping"


def a_feed_again() -> str:
    services.withdraw_calendar_feed(OWN, by="colleague", now=NOW)
    return a_feed()


def test_every_line_has_what_the_standard_asks(assessor: Assessor) -> None:
    calendar: Any = Calendar.from_ical(read(a_mission(assessor)).content)
    assert calendar["version"] == "2.0"
    assert calendar["refresh-interval"].to_ical() == b"PT1H"
    assert calendar["refresh-interval"].params["VALUE"] == "DURATION"
    assert calendar["name"] == calendar["x-wr-calname"] == "Open Kader · colleague"
    found = calendar.walk("VEVENT")
    assert len({str(one["uid"]) for one in found}) == len(found) > 1
    for one in found:
        assert {"DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "STATUS", "URL"} <= set(one)
        assert one["dtstamp"].dt == one["last-modified"].dt == NOW


def test_a_change_keeps_the_name_and_raises_the_number(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    (before,) = visits(secret)
    later = {"by": HAND["by"], "now": NOW + timedelta(days=1)}
    services.move_activity(
        MoveEntry(activity=ACTIVITY, period=Period.day(date(2030, 6, 10))), assessor=assessor, **later
    )
    (moved,) = visits(secret)
    assert moved["uid"] == before["uid"]
    assert moved["sequence"] > before["sequence"]
    assert moved["dtstart"].dt == date(2030, 6, 10)
    services.cancel_activity(ACTIVITY, "Het gaat niet door.", by=HAND["by"], now=NOW + timedelta(days=2))
    (gone,) = visits(secret)
    assert gone["sequence"] > moved["sequence"]
    assert (gone["status"], gone["transp"]) == ("CANCELLED", "TRANSPARENT")
    assert "Het gaat niet door" not in read(secret).content.decode()
    assert {one.kind for one in agenda(secret)} == {AgendaKind.ACTIVITY}  # of its measures nobody is reminded


def visits(secret: str) -> list[Any]:
    return [event for words, event in events(secret).items() if words.startswith(f"{ACTIVITY} · inkomende")]


def test_the_same_work_gives_the_same_bytes_and_is_not_sent_twice(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    first = read(secret)
    assert first.content == read(secret).content
    again = read(secret, if_none_match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    services.cancel_activity(ACTIVITY, "Nee.", by=HAND["by"], now=NOW + timedelta(days=1))
    assert read(secret, if_none_match=first["ETag"]).status_code == 200


def test_it_is_sent_packed_and_asked_for_without_its_content(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    packed = read(secret, accept_encoding="gzip")
    assert packed["Content-Encoding"] == "gzip"
    assert read(secret, if_none_match=packed["ETag"], accept_encoding="gzip").status_code == 304
    head = Client().head(f"/agenda/{secret}/agenda.ics")
    assert (head.status_code, head.content) == (200, b"")
    assert Client().post(f"/agenda/{secret}/agenda.ics").status_code == 405


def test_no_proxy_keeps_it_and_no_session_begins(assessor: Assessor) -> None:
    answer = read(a_mission(assessor))
    assert answer["Cache-Control"] == "private, no-cache"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer.cookies == {}


@pytest.mark.parametrize("wrong", ["x", "okc_" + "x" * 43, "x" * 4000, "okc_"])
def test_an_address_that_was_never_given_is_not_there(db: None, wrong: str) -> None:
    assert read(wrong).status_code == 404


def test_who_guesses_too_often_has_to_wait(db: None) -> None:
    assert [read(f"okc_{at}").status_code for at in range(21)] == [404] * 20 + [429]


def test_who_wants_everything_anew_all_the_time_has_to_wait(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    many_parts(201)
    first = read(secret)
    assert [read(secret).status_code for _ in range(30)] == [200] * 29 + [429]
    assert read(secret)["Retry-After"] == "600"
    assert read(secret, if_none_match=first["ETag"]).status_code == 304


def test_a_withdrawn_address_is_not_there_and_another_can_be_made(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    other = a_feed_again()
    assert read(secret).status_code == 404
    assert read(other).status_code == 200


@pytest.mark.parametrize("way", ["role", "closed"])
def test_who_loses_the_role_or_the_account_reads_an_empty_calendar(assessor: Assessor, way: str) -> None:
    secret = a_mission(assessor)
    if way == "role":
        models.HeldRole.objects.filter(account__username="colleague").delete()
    else:
        User.objects.filter(username="colleague").update(is_active=False)
    assert events(secret) == {}


def test_who_leaves_a_team_reads_nothing_of_it_any_more(assessor: Assessor) -> None:
    a_mission(assessor)
    given_to(None, "economie")
    secret = a_feed(FeedOf("colleague", "economie"))
    assert visits(secret)
    assert Calendar.from_ical(read(secret).content)["name"] == "Open Kader · team economie"
    models.TeamMember.objects.update(team="kennis")
    assert events(secret) == {}


def test_the_work_of_another_is_not_in_it(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    an_official("other")
    given_to("other")
    assert events(secret) == {}


def test_a_member_sees_of_the_team_only_as_far_as_the_role_reaches(assessor: Assessor) -> None:
    a_mission(assessor)
    given_to(None, "economie", confidentiality=Confidentiality.CONFIDENTIAL)
    secret = a_feed(FeedOf("colleague", "economie"))
    assert visits(secret)
    given_to(None, "economie", confidentiality=Confidentiality.SECRET)
    assert events(secret) == {}


def test_a_measure_stands_in_the_calendar_of_whoever_sees_to_it(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    given_to(None)
    models.Measure.objects.filter(reference=activity_house.SCREENING).update(owner="colleague")
    assert [one.key for one in agenda(secret)] == [activity_house.SCREENING]


def test_what_took_place_long_ago_or_on_no_known_day_is_not_in_it(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    kinds = {one.kind for one in agenda(secret, date(2030, 9, 5))}
    assert AgendaKind.ACTIVITY in kinds
    assert AgendaKind.ACTIVITY not in {one.kind for one in agenda(secret, date(2030, 9, 6))}
    models.Activity.objects.update(precision="month")
    assert AgendaKind.ACTIVITY not in {one.kind for one in agenda(secret)}


def test_it_is_in_the_language_in_which_it_was_opened(assessor: Assessor) -> None:
    a_mission(assessor)
    services.withdraw_calendar_feed(OWN, by="colleague", now=NOW)
    assert f"{ACTIVITY} · incoming delegation · Visit" in events(a_feed(language="en"))


def many_parts(number: int) -> None:
    activity = models.Activity.objects.get(reference=ACTIVITY)
    models.ProgrammeSlot.objects.bulk_create(
        models.ProgrammeSlot(
            activity=activity,
            number=at,
            version=1,
            title="Deel",
            day=TODAY + timedelta(days=at % 90),
            begins=time(9),
            zone="Asia/Shanghai",
            at=NOW,
            by="test",
        )
        for at in range(1, number + 1)
    )


def test_of_five_thousand_lines_it_holds_the_nearest_two_thousand(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    many_parts(5000)
    found = agenda(secret)
    assert len(found) == MOST_ITEMS
    assert [one.day for one in found] == sorted(one.day for one in found)
    assert MOST_ITEMS == 2000
    assert max(one.day for one in found) < TODAY + timedelta(days=40)
    assert len(Calendar.from_ical(read(secret).content).walk("VEVENT")) == MOST_ITEMS


def test_reading_asks_the_database_few_times_however_much_there_is(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    models.HeldRole.objects.filter(account__username="colleague").update(role=AccountRole.EVALUATOR)
    outlook_house.advised()
    outlook_house.addressed()
    read(secret)
    with CaptureQueriesContext(connection) as queries:
        assert read(secret).status_code == 200
    assert len(queries) <= MOST_QUERIES


def test_the_first_use_of_a_day_is_noted(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    assert open_feeds("colleague")[0].last_used_on is None
    feed_of(secret, TODAY)
    assert open_feeds("colleague")[0].last_used_on == TODAY


def test_the_secret_stands_nowhere(assessor: Assessor) -> None:
    secret = a_mission(assessor)
    kept = [*models.CalendarFeed.objects.values(), *models.AuditEvent.objects.values()]
    assert secret not in str(kept)
    assert secret.removeprefix("okc_") not in str(kept)


@pytest.mark.parametrize(
    ("of", "by", "code"),
    [
        (OWN, "other", "calendar.not-yours"),
        (OWN, TokenHand("colleague", "zaaksysteem", frozenset()), "token.out-of-scope"),
        (FeedOf("colleague", "economie"), "colleague", "calendar.no-team"),
        (FeedOf("zonder-rol"), "zonder-rol", "role.read-cases"),
    ],
)
def test_nobody_opens_what_is_not_theirs(db: None, of: FeedOf, by: str, code: str) -> None:
    for name in ("colleague", "other"):
        an_official(name)
    services.open_account("zonder-rol", None, **HAND)
    with pytest.raises(Refused) as stopped:
        services.open_calendar_feed(of, "nl", by=by, now=NOW)
    assert stopped.value.refusal.code == code


def test_there_is_one_of_each_and_what_is_withdrawn_is_gone(db: None) -> None:
    an_official()
    a_feed()
    with pytest.raises(Refused):
        a_feed()
    services.withdraw_calendar_feed(OWN, by="colleague", now=NOW)
    with pytest.raises(NotFound):
        services.withdraw_calendar_feed(OWN, by="colleague", now=NOW)


def test_an_administrator_withdraws_the_address_of_another_and_a_colleague_does_not(db: None) -> None:
    an_official()
    an_official("beheer", AccountRole.ADMINISTRATOR)
    an_official("other")
    a_feed()
    with pytest.raises(Refused):
        services.withdraw_calendar_feed(OWN, by="other", now=NOW)
    services.withdraw_calendar_feed(OWN, by="beheer", now=NOW)
    assert open_feeds("colleague") == []
