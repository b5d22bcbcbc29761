"""An activity from plan to account, in the register: its measures, their evidence, and what counts in the figures."""

import argparse
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from openkader.base.errors import Invalid, NotFound, Unavailable
from openkader.casework.life_cycle import State
from openkader.casework.measures import ReminderStage
from openkader.casework.mission import SlotDraft
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE, NOBODY
from openkader.casework.vocabulary import AccountRole, Confidentiality, MeasureStatus, PartyKind, Role
from openkader.cli import documents
from openkader.cli.words import Screen
from openkader.evaluation.covering import Cover
from openkader.evaluation.matrix import cells_of
from openkader.kader import Assessor
from openkader.register import audit, models, selectors, services
from openkader.register.activity_entries import MoveEntry
from openkader.register.documents import DocumentEntry
from openkader.register.entries import ParticipantEntry, PartyEntry
from openkader.register.mission_entries import SlotEntry
from openkader.register.shelf import FileState, folder, shelf
from tests.integration.activity_house import (
    ACTIVITY,
    IN_JUNE,
    LATER,
    MAIL,
    REPORT,
    RISK_LIST,
    SCREENING,
    TODAY,
    held,
    planned,
    planning,
    waiving,
)
from tests.integration.register_house import (
    EVIDENCE,
    HAND,
    NOW,
    a_request,
    assessed,
    decided,
    refused,
    with_role,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def measure(reference: str = SCREENING) -> models.Measure:
    return models.Measure.objects.get(reference=reference)


def cover(assessor: Assessor, line: str, today: date = TODAY) -> Cover:
    found = selectors.covered_one(selectors.activity_file(ACTIVITY, reader=HOUSE), reader=HOUSE, today=today)
    return cells_of(found, assessor)[line].cover


def state(request: str = "V-1") -> str:
    return models.CaseLine.objects.get(request__reference=request).state


def test_a_plan_opens_the_measures_that_the_kader_certainly_asks_for_each_with_its_last_day(
    assessor: Assessor,
) -> None:
    assert planned(assessor) == ACTIVITY
    dues = dict(models.Measure.objects.values_list("code", "due_on"))
    assert dues == {
        "E1.risk_list": None,
        "E1.technology": None,
        "E2.experts": date(2030, 5, 13),
        "E5.raised": None,
        "E5.aligned": date(2030, 5, 27),
        "M2.analysis": date(2030, 5, 20),
        "M2.screening": date(2030, 5, 20),
        "M2.responsible_business": None,
        "M2.informal": None,
        "M4.public_account": date(2030, 6, 10),
    }


def test_nothing_is_planned_without_green_light(assessor: Assessor) -> None:
    assessed(assessor)
    refused("activity.no-green-light", lambda: services.plan_activity(planning(), assessor=assessor, **HAND))


def test_a_second_click_plans_no_second_activity_and_who_saw_the_first_may(assessor: Assessor) -> None:
    planned(assessor)
    assert services.plan_activity(planning(), assessor=assessor, **HAND) == ACTIVITY
    assert services.plan_activity(planning(seen=1), assessor=assessor, **HAND) == "V-1-A2"


def test_the_named_parties_of_the_request_come_along_and_who_only_asked_does_not(assessor: Assessor) -> None:
    decided(assessor)
    for role in (Role.COUNTERPART, Role.REQUESTER):
        entry = ParticipantEntry(request="V-1", role=role, name=f"Verzonnen {role}", kind=PartyKind.COMPANY)
        services.add_participant(entry, **HAND)
    services.plan_activity(planning(), assessor=assessor, **HAND)
    taking = models.Participation.objects.filter(activity__reference=ACTIVITY)
    assert list(taking.values_list("party__name", "role")) == [("Verzonnen counterpart", "counterpart")]


def test_what_is_planned_counts_nowhere_until_it_was_held(assessor: Assessor) -> None:
    planned(assessor)
    collections = ("activities", "measures", "participations", "agreements")
    assert [len(selectors.rows(name, reader=HOUSE)) for name in collections] == [0, 0, 0, 0]
    assert selectors.counted("activities", 2030, reader=HOUSE) == []
    assert state() == State.GRANTED
    services.hold_activity(held(), assessor=assessor, **HAND)
    assert [len(selectors.rows(name, reader=HOUSE)) for name in collections[:2]] == [1, 10]
    assert state() == State.CARRIED_OUT


def test_the_public_does_not_see_what_is_planned(assessor: Assessor) -> None:
    planned(assessor)
    models.Request.objects.update(confidentiality=Confidentiality.PUBLIC)
    assert selectors.dossier("V-1", reader=NOBODY).activities == ()
    services.hold_activity(held(), assessor=assessor, **HAND)
    assert len(selectors.dossier("V-1", reader=NOBODY).activities) == 1


def test_other_days_move_the_last_days_of_what_is_open_and_of_nothing_else(assessor: Assessor) -> None:
    planned(assessor)
    services.close_measure(SCREENING, MeasureStatus.NOT_APPLICABLE, reason="Niemand komt.", **HAND)
    services.move_activity(MoveEntry(activity=ACTIVITY, period=LATER), assessor=assessor, **HAND)
    assert measure(f"{ACTIVITY}-M2.analysis").due_on == date(2030, 6, 17)
    assert measure().due_on == date(2030, 5, 20)
    before = selectors.event_count()
    services.move_activity(MoveEntry(activity=ACTIVITY, period=LATER), assessor=assessor, **HAND)
    assert selectors.event_count() == before


def test_the_programme_moves_along_with_whom_one_meets_there(assessor: Assessor) -> None:
    planned(assessor)
    services.record_party(PartyEntry(reference="P-9", kind=PartyKind.GOVERNMENT, name="Verzonnen"), **HAND)
    draft = SlotDraft(title="Ontvangst", day=date(2030, 6, 4), parties=("P-9",))
    services.plan_slot(SlotEntry(activity=ACTIVITY, draft=draft), **HAND)
    services.move_activity(MoveEntry(activity=ACTIVITY, period=LATER), assessor=assessor, **HAND)
    first, second = models.ProgrammeSlot.objects.order_by("version")
    assert (first.day, second.day, second.version) == (date(2030, 6, 4), date(2030, 7, 2), 2)
    assert [one.party.reference for one in second.met.all()] == ["P-9"]
    services.move_activity(
        MoveEntry(activity=ACTIVITY, period=Period.month(2030, 8)), assessor=assessor, **HAND
    )
    assert models.ProgrammeSlot.objects.count() == 2  # on which day is not known, so nothing can follow it


def test_an_activity_that_moves_to_another_year_belongs_to_that_year(assessor: Assessor) -> None:
    planned(assessor)
    services.move_activity(
        MoveEntry(activity=ACTIVITY, period=Period.day(date(2031, 1, 2))), assessor=assessor, **HAND
    )
    assert {row.year for row in (*models.Activity.objects.all(), *models.Measure.objects.all())} == {2031}


def test_it_is_not_held_before_it_began_nor_twice(assessor: Assessor) -> None:
    planned(assessor)
    early = replace(held(), period=IN_JUNE)
    refused("activity.not-begun", lambda: services.hold_activity(early, assessor=assessor, **HAND))
    services.hold_activity(held(), assessor=assessor, **HAND)
    refused("activity.not-planned", lambda: services.hold_activity(held(), assessor=assessor, **HAND))


def test_what_was_called_off_stays_as_it_was_and_is_covered_by_nobody(assessor: Assessor) -> None:
    planned(assessor)
    refused("activity.no-reason", lambda: services.cancel_activity(ACTIVITY, " ", **HAND))
    services.cancel_activity(ACTIVITY, "Geen visum.", **HAND)
    assert selectors.covered(2030, reader=HOUSE, today=TODAY) == ([], 0)
    services.record_evidence(SCREENING, EVIDENCE, **HAND)
    refused("activity.cancelled", lambda: services.close_measure(SCREENING, MeasureStatus.DONE, **HAND))
    assert selectors.activity_page(reader=HOUSE, today=TODAY).rows == ()


def test_what_took_place_otherwise_than_planned_asks_for_more(assessor: Assessor) -> None:
    decided(assessor)
    services.plan_activity(planning(office_holder=False), assessor=assessor, **HAND)
    assert not models.Measure.objects.filter(code="M4.public_account").exists()
    services.hold_activity(held(office_holder=True), assessor=assessor, **HAND)
    account = models.Measure.objects.get(code="M4.public_account")
    assert account.due_on == TODAY + timedelta(days=5)


def test_a_case_is_closed_once_each_measure_is(assessor: Assessor) -> None:
    planned(assessor)
    services.hold_activity(held(), assessor=assessor, **HAND)
    for one in models.Measure.objects.all():
        services.record_evidence(one.reference, EVIDENCE, **HAND)
        services.close_measure(one.reference, MeasureStatus.DONE, **HAND)
    assert state() == State.CLOSED
    services.reopen_measure(SCREENING, **HAND)
    assert state() == State.CARRIED_OUT


def test_a_waiver_holds_once_another_person_agreed_and_until_its_last_day(assessor: Assessor) -> None:
    planned(assessor)
    services.record_evidence(SCREENING, REPORT, **HAND)
    waiver = services.waive_measure(waiving(), by=with_role("anna", AccountRole.ADVISER), now=NOW)
    assert measure().status == MeasureStatus.OPEN
    refused("measure.waiver-proposed", lambda: services.waive_measure(waiving(), **HAND))
    refused("role.waive-measure", lambda: services.agree_to_measure_waiver(waiver, by="anna", now=NOW))
    services.agree_to_measure_waiver(waiver, **HAND)
    assert (measure().status, measure().waived_until) == (MeasureStatus.WAIVED, TODAY + 30 * DAY)
    refused("waiver.agreed", lambda: services.agree_to_measure_waiver(waiver, **HAND))
    assert services.lapse_measures(by=HAND["by"], now=NOW + 30 * DAY) == 0
    assert services.lapse_measures(by=HAND["by"], now=NOW + 31 * DAY) == 1
    assert (measure().status, measure().waived_until) == (MeasureStatus.OPEN, None)
    assert services.lapse_measures(by=HAND["by"], now=NOW + 31 * DAY) == 0


def test_who_proposed_a_waiver_does_not_agree_to_it(assessor: Assessor) -> None:
    planned(assessor)
    waiver = services.waive_measure(waiving(), **HAND)
    refused("waiver.same-person", lambda: services.agree_to_measure_waiver(waiver, **HAND))


def test_a_waiver_that_passed_covers_nothing_also_before_the_house_has_noticed(assessor: Assessor) -> None:
    planned(assessor)
    line = f"{ACTIVITY}-M4.public_account"
    waiver = services.waive_measure(waiving(line), by=with_role("anna", AccountRole.ADVISER), now=NOW)
    services.agree_to_measure_waiver(waiver, **HAND)
    assert cover(assessor, "M4", TODAY + 30 * DAY) is Cover.WAIVED
    assert cover(assessor, "M4", TODAY + 31 * DAY) is Cover.OPEN


def test_a_waiver_of_somebody_elses_case_is_not_there(assessor: Assessor) -> None:
    planned(assessor)
    waiver = services.waive_measure(waiving(), **HAND)
    with pytest.raises(NotFound):
        services.agree_to_measure_waiver("V-9-A1-O1", **HAND)
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    with pytest.raises(NotFound):
        services.give_measure(SCREENING, "anna", by=with_role("boris", AccountRole.ADVISER), now=NOW)
    assert models.MeasureWaiver.objects.get().reference == waiver


FILE = DocumentEntry(name="verslag.txt", content=b"Verslag van het gesprek.")


def test_a_file_is_kept_with_its_digest_and_handed_out_as_it_came(assessor: Assessor) -> None:
    planned(assessor)
    for _ in range(2):  # the same file twice is one evidence
        services.record_evidence(SCREENING, REPORT, file=FILE, **HAND)
    evidence = models.Evidence.objects.get()
    assert (evidence.name, evidence.size, evidence.url) == ("verslag.txt", 24, REPORT.url)
    name, media_type, content = selectors.evidence_file(ACTIVITY, evidence.pk, reader=HOUSE)
    assert (name, media_type, content) == ("verslag.txt", "text/plain", FILE.content)
    with pytest.raises(NotFound):
        selectors.evidence_file("V-1", evidence.pk, reader=HOUSE)
    with pytest.raises(NotFound):
        selectors.evidence_file(ACTIVITY, evidence.pk, reader=NOBODY)


def test_a_file_that_carries_a_program_is_no_evidence(assessor: Assessor) -> None:
    planned(assessor)
    with pytest.raises(Invalid):
        services.record_evidence(
            SCREENING, REPORT, file=DocumentEntry(name="x.pdf", content=b"MZ program"), **HAND
        )
    assert not models.Evidence.objects.exists()


def test_evidence_without_a_place_is_none(assessor: Assessor) -> None:
    planned(assessor)
    nowhere = replace(REPORT, url=None)
    refused("measure.no-evidence", lambda: services.record_evidence(SCREENING, nowhere, **HAND))


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_evidence_that_vanished_from_disk_is_shown_as_missing_and_proves_nothing(
    assessor: Assessor, damage: str
) -> None:
    planned(assessor)
    account = f"{ACTIVITY}-M4.public_account"
    services.record_evidence(account, replace(REPORT, url=None), file=FILE, **HAND)
    services.close_measure(account, MeasureStatus.DONE, **HAND)
    assert cover(assessor, "M4") is Cover.FULL
    digest = models.Evidence.objects.get().sha256 or ""
    place = folder().path / digest[:2] / digest
    if damage == "gone":
        place.unlink()
    else:
        place.write_bytes(b"Iets anders.")
    assert cover(assessor, "M4") is Cover.OPEN
    (shown,) = selectors.activity_file(ACTIVITY, reader=HOUSE).evidence[account]
    assert shown["state"] == FileState(damage)
    with pytest.raises(Unavailable):
        selectors.evidence_file(ACTIVITY, models.Evidence.objects.get().pk, reader=HOUSE)


def test_a_file_that_was_changed_and_kept_its_length_is_found_when_it_is_read_whole(
    assessor: Assessor,
) -> None:
    digest = shelf().put(b"abc")
    (folder().path / digest[:2] / digest).write_bytes(b"abd")
    assert shelf().state(digest, 3) is FileState.HERE
    assert shelf().state(digest, 3, whole=True) is FileState.CHANGED


def test_a_reminder_goes_once_for_each_last_day_and_stage(assessor: Assessor) -> None:
    planned(assessor)

    def remind(stage: ReminderStage) -> bool:
        return services.remind_owner(SCREENING, stage, MAIL, **HAND)

    assert [remind(ReminderStage.AHEAD), remind(ReminderStage.AHEAD)] == [True, False]
    assert remind(ReminderStage.LATE)
    services.move_activity(MoveEntry(activity=ACTIVITY, period=LATER), assessor=assessor, **HAND)
    assert remind(ReminderStage.AHEAD)
    assert models.OutgoingMail.objects.count() == 3
    assert not services.remind_owner(RISK_LIST, ReminderStage.LATE, MAIL, **HAND)  # no day to remind of
    assert audit.verify() is None


def test_a_list_shows_what_is_due_first_and_what_is_late(assessor: Assessor) -> None:
    planned(assessor)
    planned(assessor, "V-2", period=Period.day(date(2030, 5, 10)))
    lines = selectors.activity_page(reader=HOUSE, today=TODAY).rows
    assert [(one.reference, one.open, one.late) for one in lines] == [("V-2-A1", 10, 3), (ACTIVITY, 10, 0)]
    late = selectors.activity_page(reader=HOUSE, today=TODAY, late_only=True).rows
    assert [one.reference for one in late] == ["V-2-A1"]
    models.Request.objects.filter(reference="V-2").update(confidentiality=Confidentiality.SECRET)
    mine = selectors.activity_page(reader=NOBODY, today=TODAY).rows
    assert mine == ()


def test_measures_are_given_to_somebody(assessor: Assessor) -> None:
    planned(assessor)
    services.give_measure(SCREENING, "anna", **HAND)
    before = selectors.event_count()
    services.give_measure(SCREENING, "anna", **HAND)
    assert (measure().owner, selectors.event_count()) == ("anna", before)
    services.give_measure(SCREENING, None, **HAND)
    assert measure().owner is None


@pytest.mark.parametrize("name", ["plan_activity", "remind_owner"])
def test_a_change_of_two_leaves_two_events(name: str, assessor: Assessor, tmp_path: Any) -> None:
    from tests.integration.activity_house import PREPARED

    act = PREPARED[name](assessor, tmp_path)
    before = selectors.event_count()
    act()
    assert selectors.event_count() == before + 2


def test_a_request_without_a_plan_has_no_activity(assessor: Assessor) -> None:
    a_request()
    with pytest.raises(NotFound):
        selectors.activity_file(ACTIVITY, reader=HOUSE)


def test_every_file_is_read_and_what_is_gone_or_changed_is_named(
    assessor: Assessor, capsys: pytest.CaptureFixture[str]
) -> None:
    planned(assessor)
    services.record_evidence(SCREENING, replace(REPORT, url=None), file=FILE, **HAND)
    services.keep_document("V-1", DocumentEntry(name="brief.txt", content=b"Bedachte brief."), **HAND)
    assert selectors.lost_files() == (2, [])
    digest = models.Evidence.objects.get().sha256 or ""
    (folder().path / digest[:2] / digest).write_bytes(FILE.content[::-1])
    number, (lost,) = selectors.lost_files()
    assert (number, lost.place, lost.name, lost.state) == (2, ACTIVITY, "verslag.txt", FileState.CHANGED)
    assert selectors.lost_evidence(2030) == []  # as long as it was: a page does not read it to its end
    (folder().path / digest[:2] / digest).unlink()
    assert [one.state for one in selectors.lost_evidence(2030)] == [FileState.GONE]
    assert selectors.lost_evidence(2029) == []
    files, newest = selectors.lost_evidence_and_newest(2030)
    assert [one.place for one in files] == [ACTIVITY]
    assert newest == selectors.events(limit=1)[0]
    screen = Screen("nl")
    assert documents.run(argparse.Namespace(verb="verify"), screen) == 3
    told = capsys.readouterr()
    assert "V-1-A1  verslag.txt  weg" in told.out
    assert "Van 1 bestanden is de inhoud weg of veranderd." in told.err
