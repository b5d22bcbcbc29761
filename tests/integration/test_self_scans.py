"""Self-scans in the register: asked, saved half-way, handed in once, counted for later missions, waived."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from openkader.base.errors import NotFound, Refused
from openkader.casework.joining import Sameness
from openkader.casework.mission import ParticipantRole, ParticipantStatus
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.self_scan import Given, Reply
from openkader.casework.vocabulary import (
    ActivityStanding,
    Confidentiality,
    Kind,
    MeasureStatus,
    PartyKind,
)
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.activity_entries import HeldEntry
from openkader.register.entries import MeasureEntry, PartyJudgementEntry, RequestEntry
from openkader.register.intake_entries import LinkEntry, MailEntry
from openkader.register.scan_forms import scan_assessor, scan_form
from openkader.register.scanning import companies_of, why_not_start
from openkader.register.taking_part import taking_part
from tests.integration.mission_house import enrolled
from tests.integration.register_house import TITLE, everything, with_role
from tests.integration.self_scan_house import (
    COMPANY,
    COMPANY_HAND,
    DAY,
    DEPARTURE,
    HAND,
    MISSION,
    NOW,
    OTHER,
    TODAY,
    a_mission,
    a_party,
    a_session,
    a_waiver,
    asked,
    asked_before,
    handed_in,
    key_of,
    said,
    whole,
)

pytestmark = pytest.mark.django_db


def why(activity: str = MISSION, day: object = DEPARTURE) -> str | None:
    row = models.Activity.objects.get(reference=activity)
    found = why_not_start(row, scan_form(), scan_assessor(day), day=day)  # type: ignore[arg-type]
    return found.code if found else None


def refused(act: object, *values: object, **named: object) -> str:
    before = everything()
    with pytest.raises(Refused) as caught:
        act(*values, **named)  # type: ignore[operator]
    assert everything() == before
    return caught.value.refusal.code


def test_a_mission_waits_until_its_company_handed_in() -> None:
    a_mission(COMPANY)
    assert why() == "activity.scans-missing"
    asked()
    assert why() == "activity.scans-missing"
    handed_in()
    assert why() is None


def test_a_mission_is_not_held_before_each_company_is_ready(assessor: Assessor) -> None:
    a_mission(COMPANY, group=0, standing=ActivityStanding.PLANNED)
    entry = HeldEntry(activity=MISSION, period=Period.day(DEPARTURE))
    later = {**HAND, "now": NOW + 40 * DAY}

    def hold() -> None:
        services.hold_activity(entry, assessor=assessor, **later)

    assert refused(hold) == "activity.scans-missing"
    asked()
    handed_in()
    hold()
    assert models.Activity.objects.get().standing == "held"


def test_a_scan_that_came_after_departure_does_not_let_the_mission_be_held(assessor: Assessor) -> None:
    a_mission(COMPANY, standing=ActivityStanding.PLANNED)
    asked()
    handed_in(now=NOW + 35 * DAY)
    entry = HeldEntry(activity=MISSION, period=Period.day(DEPARTURE))
    act = lambda: services.hold_activity(entry, assessor=assessor, by=HAND["by"], now=NOW + 40 * DAY)  # noqa: E731
    assert refused(act) == "activity.scans-missing"
    waiver = services.waive_self_scan(
        a_waiver(expires_on=TODAY + 60 * DAY), by=HouseHand("cli:colleague"), now=NOW + 40 * DAY
    )
    services.agree_to_scan_waiver(waiver, by=HAND["by"], now=NOW + 40 * DAY)
    act()


def test_what_is_read_from_a_year_file_is_recorded_as_held_all_the_same() -> None:
    a_mission(group=18)
    assert models.Activity.objects.get().standing == "held"


def test_a_scan_counts_for_another_mission_until_it_ends() -> None:
    a_mission(COMPANY)
    asked()
    handed_in()
    a_mission(COMPANY, reference="X-2")
    assert why("X-2") is None
    assert why("X-2", TODAY + timedelta(days=365)) is None
    assert why("X-2", TODAY + timedelta(days=366)) == "activity.scans-missing"
    assert refused(asked, activity="X-2", email=None, link=None) == "self-scan.still-counts"


def test_a_scan_of_a_party_that_a_person_said_is_the_same_counts() -> None:
    a_mission(COMPANY)
    asked()
    handed_in()
    a_mission(OTHER, reference="X-2")
    assert why("X-2") == "activity.scans-missing"
    same = PartyJudgementEntry(leading=OTHER, other=COMPANY, verdict=Sameness.SAME, reason="Zelfde KVK.")
    services.judge_parties(same, **HAND)
    assert why("X-2") is None


def test_companies_known_as_a_number_keep_a_mission_here() -> None:
    a_mission(group=18)
    assert why() == "activity.scans-unnamed"


def test_who_dropped_out_is_not_waited_for() -> None:
    a_mission(COMPANY)
    models.Participation.objects.update(dropped_out=True)
    assert why() is None


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (PartyKind.ORGANISATION, "activity.scans-missing"),
        (PartyKind.KNOWLEDGE_INSTITUTION, None),
    ],
)
def test_only_what_is_certainly_no_company_needs_no_scan(kind: PartyKind, found: str | None) -> None:
    a_party(COMPANY, kind)
    a_mission(COMPANY)
    assert why() == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"kind": Kind.INCOMING_DELEGATION}, None),
        ({"kind": None}, "activity.scans-missing"),
        ({"country": "DE"}, None),  # the kader certainly does not ask it there
        ({"country": "JP"}, "activity.scans-missing"),
        ({"country": None}, "activity.scans-missing"),
    ],
)
def test_what_is_unknown_of_an_activity_needs_the_scan(changes: dict, found: str | None) -> None:
    a_mission(COMPANY, **changes)
    assert why() == found


def test_a_person_may_say_that_the_measure_does_not_apply() -> None:
    measure = MeasureEntry(reference="X-1-M", line="M3", code="M3.self_scan")
    a_mission(COMPANY, country="DE", measures=(measure,))
    assert why() == "activity.scans-missing"
    services.close_measure("X-1-M", MeasureStatus.NOT_APPLICABLE, reason="Alleen kennisreis.", **HAND)
    assert why() is None


def test_asked_twice_it_is_one_question_and_both_links_lead_to_it() -> None:
    a_mission(COMPANY)
    mail = MailEntry(purpose="self-scan", to="a@voorbeeld.example", subject="S {reference}", text="T")
    first = asked(mail=mail)
    second = asked(mail=mail, link=LinkEntry(digest="b" * 64, ends=NOW + DAY))
    assert first == second
    assert models.SelfScan.objects.count() == 1
    assert models.SelfScanLink.objects.count() == 2
    assert models.OutgoingMail.objects.count() == 1
    assert selectors.events(limit=1)[0].action == "self-scan.linked"


def test_the_mail_is_about_the_activity_also_without_a_request() -> None:
    a_mission(COMPANY)
    asked(mail=MailEntry(purpose="self-scan", to="a@voorbeeld.example", subject="S {reference}", text="T"))
    mail = models.OutgoingMail.objects.get()
    assert (mail.request, mail.subject) == (None, "S X-1")
    taken = services.take_mail("worker", now=NOW)
    assert taken is not None
    assert services.finish_mail(taken, None, **HAND)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"party": OTHER}, "self-scan.takes-no-part"),
        ({"party": "NOPE"}, "self-scan.takes-no-part"),
        ({"recipient": "  "}, "self-scan.no-recipient"),
        ({"due_on": TODAY - DAY}, "self-scan.due-in-the-past"),
    ],
)
def test_only_a_company_that_takes_part_is_asked(changes: dict, code: str) -> None:
    a_mission(COMPANY)
    a_party(OTHER)
    assert refused(asked, **changes) == code


def test_a_second_question_while_one_is_open_is_refused() -> None:
    a_mission(COMPANY)
    asked()
    assert refused(asked, recipient="B. Fictief") == "self-scan.already-asked"


def test_the_form_is_kept_as_it_was_asked() -> None:
    a_mission(COMPANY)
    asked()
    row = models.SelfScan.objects.get()
    assert row.form == json.loads(json.dumps(scan_form().written()))
    assert "niet de vragenlijst van RVO" in row.form["own_form"]["nl"]


def test_half_of_it_is_saved_and_the_other_half_later() -> None:
    a_mission(COMPANY)
    asked()
    services.save_self_scan(said(said={"policy": Given(Reply.PARTLY)}, given_by=""), by=COMPANY_HAND, now=NOW)
    row = models.SelfScanSave.objects.get()
    assert row.said == {"policy": {"reply": "partly", "reason": ""}}
    handed_in(seen=1)
    assert models.SelfScanResult.objects.get().counts["embed"]["in_place"] == 3


def test_of_two_browsers_the_second_is_told_that_the_first_saved() -> None:
    a_mission(COMPANY)
    asked()
    services.save_self_scan(said(said={"policy": Given(Reply.PARTLY)}), by=COMPANY_HAND, now=NOW)
    late = said(said={"policy": Given(Reply.NOT_YET)})
    assert refused(services.save_self_scan, late, by=COMPANY_HAND, now=NOW) == "self-scan.meanwhile"
    assert refused(services.hand_in_self_scan, said(), by=COMPANY_HAND, now=NOW) == "self-scan.meanwhile"


def test_saved_twice_with_the_same_words_it_is_saved_once() -> None:
    a_mission(COMPANY)
    asked()
    for _ in range(3):
        services.save_self_scan(said(), by=COMPANY_HAND, now=NOW)
    assert models.SelfScanSave.objects.count() == 1


def test_handed_in_twice_the_first_stays() -> None:
    a_mission(COMPANY)
    asked()
    handed_in()
    again = said(said=whole(Reply.NOT_YET))
    assert refused(services.hand_in_self_scan, again, by=COMPANY_HAND, now=NOW) == "self-scan.handed-in"
    assert refused(services.save_self_scan, again, by=COMPANY_HAND, now=NOW) == "self-scan.handed-in"
    assert models.SelfScanResult.objects.get().said["policy"]["reply"] == "in_place"


def test_what_is_not_whole_is_not_handed_in() -> None:
    a_mission(COMPANY)
    asked()
    half = said(said={"policy": Given(Reply.IN_PLACE)})
    assert refused(services.hand_in_self_scan, half, by=COMPANY_HAND, now=NOW) == "self-scan.unanswered"


def test_a_question_that_the_form_does_not_have_is_not_kept() -> None:
    a_mission(COMPANY)
    asked()
    handed_in(said={**whole(), "invented": Given(Reply.IN_PLACE, "x" * 10)})
    assert "invented" not in models.SelfScanResult.objects.get().said


def test_the_result_and_its_last_day_are_stored() -> None:
    a_mission(COMPANY)
    asked()
    handed_in(said=whole(Reply.NOT_APPLICABLE, "Geen keten."))
    row = models.SelfScanResult.objects.get()
    assert (row.handed_in_on, row.valid_until) == (TODAY, TODAY.replace(year=2031))
    assert {step: counts["not_applicable"] for step, counts in row.counts.items()}["embed"] == 3


def test_what_was_handed_in_cannot_be_changed_in_the_database() -> None:
    a_mission(COMPANY)
    asked()
    handed_in()
    with pytest.raises(Exception, match="keeps what was written"), transaction.atomic():
        models.SelfScanResult.objects.update(given_by="Iemand anders")
    row = models.SelfScanResult.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_company_is_reminded_once_a_week_with_a_link_of_its_own() -> None:
    a_mission(COMPANY)
    asked_before(8)
    link = LinkEntry(digest="c" * 64, ends=NOW + DAY)
    services.remind_company("X-1-Z1", link=link, **HAND)
    assert models.SelfScanLink.objects.count() == 2
    assert refused(services.remind_company, "X-1-Z1", **HAND) == "self-scan.told-this-week"


def test_after_a_question_was_taken_back_the_company_is_asked_anew() -> None:
    a_mission(COMPANY)
    asked()
    services.take_back_self_scan("X-1-Z1", "Verkeerd adres.", **HAND)
    assert refused(services.save_self_scan, said(), by=COMPANY_HAND, now=NOW) == "self-scan.taken-back"
    assert asked(recipient="B. Fictief", link=None) == "X-1-Z2"
    assert refused(services.take_back_self_scan, "X-1-Z1", "x", **HAND) == "self-scan.not-open"


def test_a_waiver_holds_once_a_second_person_agreed() -> None:
    a_mission(COMPANY)
    adviser, decider = with_role("anna", "adviser"), with_role("bert", "decider")  # type: ignore[arg-type]
    waiver = services.waive_self_scan(a_waiver(), by=adviser, now=NOW)
    assert services.waive_self_scan(a_waiver(), by=adviser, now=NOW) == waiver
    assert why() == "activity.scans-missing"
    with pytest.raises(Refused):
        services.agree_to_scan_waiver(waiver, by=adviser, now=NOW)
    services.agree_to_scan_waiver(waiver, by=decider, now=NOW)
    assert why() is None
    assert why(day=DEPARTURE + DAY) == "activity.scans-missing"


def test_nobody_agrees_to_their_own_waiver() -> None:
    a_mission(COMPANY)
    waiver = services.waive_self_scan(a_waiver(), **HAND)
    assert refused(services.agree_to_scan_waiver, waiver, **HAND) == "waiver.same-person"


def test_a_waiver_is_of_one_mission() -> None:
    a_mission(COMPANY)
    waiver = services.waive_self_scan(a_waiver(), by=HouseHand("cli:colleague"), now=NOW)
    services.agree_to_scan_waiver(waiver, **HAND)
    a_mission(COMPANY, reference="X-2")
    assert (why(), why("X-2")) == (None, "activity.scans-missing")


def test_a_session_is_noted_once_and_can_be_struck_out() -> None:
    a_mission(COMPANY, OTHER, group=18)
    entry = a_session(present={key_of(1): 1, key_of(2): 0, key_of(90): 12})
    for _ in range(2):
        services.note_briefing(entry, form=scan_form(), **HAND)
    assert models.Briefing.objects.count() == 1
    assert models.BriefingPresence.objects.count() == 3
    services.strike_out_briefing("X-1-VS1", "Verkeerde dag.", **HAND)
    assert refused(services.strike_out_briefing, "X-1-VS1", "x", **HAND) == "briefing.struck-out"
    assert services.note_briefing(entry, form=scan_form(), **HAND) == "X-1-VS2"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "nobody"}, "briefing.no-kind"),
        ({"held_on": TODAY + DAY}, "briefing.not-yet"),
    ],
)
def test_a_session_is_noted_as_it_was(changes: dict, code: str) -> None:
    a_mission(COMPANY)
    assert refused(services.note_briefing, a_session(**changes), form=scan_form(), **HAND) == code


@pytest.mark.parametrize(("number", "code"), [(2, "briefing.too-many"), (None, "briefing.no-attendance")])
def test_no_more_were_at_a_session_than_take_part(number: int | None, code: str) -> None:
    a_mission(COMPANY)
    entry = a_session(present={key_of(1): number})
    assert refused(services.note_briefing, entry, form=scan_form(), **HAND) == code


def test_a_person_on_the_list_stands_for_the_company_they_come_for() -> None:
    a_mission(COMPANY)
    enrolled(party=COMPANY, role=ParticipantRole.COMPANY)
    enrolled(seen=0, name="Ivo Reed", organisation="Bedacht BV", role=ParticipantRole.COMPANY)
    enrolled(name="Lena Moss", organisation="  bedacht  bv ", role=ParticipantRole.COMPANY)
    enrolled(name="Olaf Fern", role=ParticipantRole.EXPERT)
    found = taking_part(models.Activity.objects.get())
    assert [one.key for one in found.members] == ["P1", "P2", "P3", "P4"]
    assert [(one.party, one.name) for one in companies_of(models.Activity.objects.get())] == [
        (COMPANY, "Fictief P-1"),
        (None, "Bedacht BV"),
    ]
    asked()
    handed_in()
    assert why() == "activity.scans-unnamed"


def test_who_dropped_out_of_the_list_is_not_waited_for() -> None:
    a_mission()
    enrolled(party=a_party(COMPANY), role=ParticipantRole.COMPANY)
    assert why() == "activity.scans-missing"
    dropped = {"status": ParticipantStatus.DROPPED_OUT, "reason": "illness"}
    enrolled(number=1, seen=1, party=COMPANY, role=ParticipantRole.COMPANY, **dropped)
    assert why() is None


def test_people_on_the_list_are_noted_at_a_session_by_their_number() -> None:
    a_mission()
    enrolled(role=ParticipantRole.LEADER)
    services.note_briefing(a_session(present={"P1": 1}), form=scan_form(), **HAND)
    services.note_briefing(a_session(present={"P1": 1}), form=scan_form(), **HAND)
    assert models.BriefingPresence.objects.get().participant == 1


def test_nobody_was_at_a_session_who_does_not_take_part() -> None:
    a_mission(COMPANY)
    with pytest.raises(NotFound):
        services.note_briefing(a_session(present={"D999": 1}), form=scan_form(), **HAND)


def test_a_colleague_who_may_not_see_the_case_finds_no_scan_of_it() -> None:
    entry = RequestEntry(reference="V-1", year=2030, title=TITLE, confidentiality=Confidentiality.SECRET)
    services.record_request(entry, **HAND)
    a_mission(COMPANY)
    models.Activity.objects.update(request=models.Request.objects.get())
    asked()
    anna = with_role("anna", "adviser")  # type: ignore[arg-type]
    for act in (
        lambda: services.remind_company("X-1-Z1", by=anna, now=NOW),
        lambda: services.take_back_self_scan("X-1-Z1", "x", by=anna, now=NOW),
        lambda: services.waive_self_scan(a_waiver(), by=anna, now=NOW),
        lambda: services.note_briefing(a_session(), form=scan_form(), by=anna, now=NOW),
    ):
        with pytest.raises(NotFound):
            act()


def test_the_trail_names_no_person_of_a_company() -> None:
    a_mission(COMPANY)
    asked()
    handed_in(given_by="Geheime Persoon")
    told = str([event.detail for event in selectors.events()])
    assert "Geheime" not in told
    assert "voorbeeld.example" not in told


def test_companies_are_those_that_take_part() -> None:
    a_mission(COMPANY, OTHER, group=None)
    found = companies_of(models.Activity.objects.get())
    assert [(one.party, one.number) for one in found] == [(COMPANY, 1), (OTHER, 1), (None, None)]
