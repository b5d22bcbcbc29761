"""The programme of an activity, its participants and its lessons in the register."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from openkader.base.errors import NotFound
from openkader.casework.mission import ParticipantRole, ParticipantStatus
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE, Person
from openkader.casework.vocabulary import AccountRole, Confidentiality, PartyKind, Role, Setting
from openkader.register import audit, models, selectors, services
from openkader.register.entries import ActivityEntry, ParticipationEntry, PartyEntry, RequestEntry
from openkader.register.mission_entries import ParticipantsEntry
from openkader.register.models import Lesson, Participant, ProgrammeSlot
from openkader.register.selectors import Mission
from tests.integration.mission_house import DAY, copied, enrolled, handed_in, person, planned, slot
from tests.integration.register_house import (
    HAND,
    LONG_AGO,
    NOW,
    TITLE,
    a_plan,
    an_activity,
    refused,
    with_role,
)

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def activity() -> str:
    """An activity that lies a month back."""
    return services.record_activity(LONG_AGO, **HAND)


def found(reference: str = "X-1", reader: Person = HOUSE, today: date = TODAY) -> Mission:
    return selectors.mission_of(selectors.mission_activity(reference, today, reader=reader), reader=reader)


def a_party(reference: str = "P-1", name: str = "Tuin BV") -> str:
    return services.record_party(PartyEntry(reference=reference, kind=PartyKind.COMPANY, name=name), **HAND)


def test_a_part_stands_in_the_programme_with_whom_one_meets_there() -> None:
    a_party()
    planned(
        place="Stadhuis",
        setting=Setting.INFORMAL,
        parties=("P-1", "P-1"),
        counterparts=("een bedrijf",),
        roles=(ParticipantRole.LEADER,),
        note="Tolk nodig",
    )
    (row,) = found().slots
    assert (row.number, row.version, row.by) == (1, 1, HAND["by"])
    assert row.draft == slot(
        place="Stadhuis",
        setting=Setting.INFORMAL,
        parties=("P-1",),
        counterparts=("een bedrijf",),
        roles=(ParticipantRole.LEADER,),
        note="Tolk nodig",
    )
    assert found().labels["P-1"].nl == "Tuin BV"


def test_a_second_click_plans_nothing_again_and_two_meetings_of_one_name_are_two() -> None:
    assert [planned(), planned(), planned(begins=time(14), ends=None)] == [1, 1, 2]
    assert [row.number for row in found().slots] == [1, 2]


def test_a_change_is_another_version_and_who_did_not_see_it_is_told() -> None:
    planned()
    planned(number=1, seen=1, title="Gesprek met de burgemeester")
    refused("mission.meanwhile", lambda: planned(number=1, seen=1, title="Anders"))
    planned(number=1, seen=1, title="Gesprek met de burgemeester")  # a second click
    (row,) = found().slots
    assert (row.version, row.draft.title) == (2, "Gesprek met de burgemeester")
    assert ProgrammeSlot.objects.count() == 2
    assert [event.action for event in selectors.events(limit=2)] == ["programme.changed", "programme.planned"]


def test_what_was_removed_is_gone_keeps_its_number_and_is_changed_no_more() -> None:
    planned()
    services.remove_slot("X-1", 1, 1, **HAND)
    services.remove_slot("X-1", 1, 1, **HAND)  # a second click
    assert found().slots == ()
    assert [row.version for row in found().removed] == [2]
    refused("mission.removed", lambda: planned(number=1, seen=2, title="Toch"))
    assert planned() == 2


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("programme.no-title", {"title": " "}),
        ("programme.no-zone", {"zone": None}),
        ("programme.unknown-zone", {"zone": "Mars/Olympus"}),
        ("programme.ends-first", {"ends": time(8)}),
        ("programme.other-year", {"day": date(2024, 5, 23)}),
    ],
)
def test_what_the_rules_forbid_is_not_stored(code: str, changes: dict[str, Any]) -> None:
    refused(code, lambda: planned(**changes))


def test_a_party_or_a_number_that_is_not_there_is_not_found_and_nothing_is_stored() -> None:
    with pytest.raises(NotFound), transaction.atomic():
        planned(parties=("NOPE",))
    with pytest.raises(NotFound), transaction.atomic():
        planned(number=7, seen=1)
    with pytest.raises(NotFound), transaction.atomic():
        services.remove_participant("X-1", 7, 1, **HAND)
    assert ProgrammeSlot.objects.count() == 0


def test_a_number_of_another_activity_is_not_there() -> None:
    planned()
    an_activity(reference="X-2")
    with pytest.raises(NotFound), transaction.atomic():
        planned("X-2", number=1, seen=1)


def test_a_participant_is_put_on_the_list_once() -> None:
    a_party()
    first = enrolled(email="h@example.org", role=ParticipantRole.COMPANY, party="P-1", function="Directeur")
    again = enrolled(name="HAZEL  wren", email="H@example.org", party="P-1")
    assert (first, again) == (1, 1)
    (row,) = found().participants
    assert (row.draft.party, row.draft.role, row.draft.status) == (
        "P-1",
        ParticipantRole.COMPANY,
        ParticipantStatus.INVITED,
    )


def test_who_dropped_out_has_a_reason_that_the_kader_knows_and_stays_on_the_list() -> None:
    enrolled()
    out: dict[str, Any] = {"number": 1, "seen": 1, "status": ParticipantStatus.DROPPED_OUT}
    refused("participants.no-reason", lambda: enrolled(**out))
    refused("participants.unknown-reason", lambda: enrolled(**out, reason="zomaar"))
    enrolled(**out, reason="illness")
    (row,) = found().participants
    assert (row.draft.reason, row.version) == ("illness", 2)
    assert selectors.mission_counts(found().activity.key) == {"dropped_out": 1, "slots": 0, "lessons": 0}
    assert "Hazel" not in str([event.detail for event in selectors.events(limit=3)])


def test_who_came_on_the_list_by_mistake_is_taken_off_it_and_can_come_back() -> None:
    enrolled()
    refused("mission.meanwhile", lambda: services.remove_participant("X-1", 1, 0, **HAND))
    services.remove_participant("X-1", 1, 1, **HAND)
    services.remove_participant("X-1", 1, 1, **HAND)
    assert found().participants == ()
    refused("mission.removed", lambda: enrolled(number=1, seen=2, note="x"))
    assert enrolled() == 2


def test_nobody_took_part_in_what_has_not_begun() -> None:
    tomorrow = Period.day(TODAY + timedelta(days=1))
    a_plan("X-9", period=tomorrow)
    refused("participants.not-begun", lambda: enrolled("X-9", status=ParticipantStatus.TOOK_PART))
    assert enrolled("X-1", status=ParticipantStatus.TOOK_PART) == 1
    a_plan("X-8")  # nobody knows when it will be
    refused("participants.not-begun", lambda: enrolled("X-8", status=ParticipantStatus.TOOK_PART))
    a_plan("X-7", period=Period.day(TODAY))
    assert enrolled("X-7", status=ParticipantStatus.TOOK_PART) == 1
    services.cancel_activity("X-8", "Geen vergunning.", **HAND)
    refused("participants.not-begun", lambda: enrolled("X-8", status=ParticipantStatus.TOOK_PART))
    services.note_lesson("X-8", "Vraag de vergunning eerder aan.", **HAND)


def test_a_list_that_is_handed_in_twice_is_on_it_once() -> None:
    enrolled(name="Al Bekend")
    assert handed_in("Hazel Wren", "Wang Bedacht", "Al Bekend", "hazel wren") == (2, 2)
    assert handed_in("Hazel Wren", "Wang Bedacht") == (0, 2)
    assert [row.draft.name for row in found().participants] == ["Al Bekend", "Hazel Wren", "Wang Bedacht"]
    event = selectors.events(limit=1)[0]
    assert event.detail == {"added": 2, "file": "a" * 64, "unreadable": 2}
    refused("participants.nobody", handed_in)


def test_five_thousand_participants_come_in_at_once() -> None:
    names = [f"Persoon {number}" for number in range(5000)]
    assert handed_in(*names) == (5000, 0)
    assert handed_in(*names) == (0, 5000)
    assert Participant.objects.count() == 5000


def test_one_who_may_not_stand_there_keeps_the_whole_list_out() -> None:
    drafts = (person(name="Goed"), person(name=""))
    entry = ParticipantsEntry(activity="X-1", drafts=drafts, digest="a" * 64)
    refused("name.empty", lambda: services.enrol_participants(entry, **HAND))


def test_a_participant_counts_in_no_figure_and_is_beside_the_party_that_does() -> None:
    a_party("P-1")
    a_party("P-2", "Zoon BV")
    mine = ParticipationEntry(reference="D-1", role=Role.OWN_PARTY, party="P-1")
    entry = ActivityEntry(reference="X-2", year=2030, title=TITLE, participations=(mine,))
    services.record_activity(entry, **HAND)
    before = selectors.rows("participations", 2030, reader=HOUSE)
    enrolled("X-2", party="P-1")
    enrolled("X-2", name="Wang Bedacht", party="P-2")
    assert selectors.rows("participations", 2030, reader=HOUSE) == before
    there = found("X-2")
    assert there.in_account == {"P-1"}
    assert there.offered == ("P-1",)
    assert set(there.labels) == {"P-1", "P-2"}


def test_a_new_programme_begins_as_an_earlier_one_and_shows_what_was_learned_there() -> None:
    planned(counterparts=("een bedrijf",))
    planned(title="Terugreis", day=date(2030, 5, 28), begins=time(18), ends=None)
    services.note_lesson("X-1", " Meer tijd voor de tolk. ", **HAND)
    services.note_lesson("X-1", "Meer tijd voor de tolk.", **HAND)  # a second click
    an_activity(reference="X-2")
    assert copied("X-1", "X-2", date(2031, 3, 1)) == 2
    first, second = found("X-2").slots
    assert (first.draft.day, first.draft.begins, first.draft.counterparts) == (date(2031, 3, 1), time(9), ())
    assert second.draft.day == date(2031, 3, 6)
    (template,) = selectors.templates_for(found("X-2").activity, reader=HOUSE)
    assert (template.reference, template.slots, template.lessons) == ("X-1", 2, 1)
    assert [one.text for one in found().lessons] == ["Meer tijd voor de tolk."]
    assert [(one.text, one.activity) for one in found("X-2").heeded] == [("Meer tijd voor de tolk.", "X-1")]
    refused("programme.not-empty", lambda: copied("X-1", "X-2", date(2031, 3, 1)))
    an_activity(reference="X-3")
    refused("programme.other-year", lambda: copied("X-1", "X-3", date(2040, 3, 1)))
    an_activity(reference="X-4")
    refused("programme.nothing-there", lambda: copied("X-4", "X-3", DAY))


def test_a_copy_that_falls_in_an_hour_that_is_skipped_is_refused_whole() -> None:
    planned(zone="Europe/Amsterdam", begins=time(2, 30))
    an_activity(reference="X-2")
    refused("programme.no-such-time", lambda: copied("X-1", "X-2", date(2030, 3, 31)))


def test_of_what_has_not_begun_nothing_was_learned() -> None:
    a_plan("X-2")
    refused("lesson.too-early", lambda: services.note_lesson("X-2", "x", **HAND))
    refused("lesson.no-text", lambda: services.note_lesson("X-1", " ", **HAND))
    assert Lesson.objects.count() == 0


def test_whose_task_it_is_not_changes_nothing() -> None:
    by = with_role("lezer", AccountRole.EVALUATOR)
    entry = ParticipantsEntry(activity="X-1", drafts=(person(),), digest="a" * 64)
    refused("role.work", lambda: services.enrol_participants(entry, by=by, now=NOW))
    refused("role.work", lambda: services.note_lesson("X-1", "x", by=by, now=NOW))


def test_a_confidential_mission_is_not_there_for_whom_it_is_not() -> None:
    secret = RequestEntry(
        reference="V-1", year=2030, title=TITLE, confidentiality=Confidentiality.SECRET, team="andere"
    )
    services.record_request(secret, **HAND)
    models.Activity.objects.filter(reference="X-1").update(
        request=models.Request.objects.get(reference="V-1")
    )
    planned()
    by = with_role("anna", AccountRole.ADVISER)
    anna = Person(name=by, roles=frozenset({AccountRole.ADVISER}))
    with pytest.raises(NotFound):
        found(reader=anna)
    with pytest.raises(NotFound), transaction.atomic():
        services.note_lesson("X-1", "x", by=by, now=NOW)
    an_activity(reference="X-2")
    assert selectors.templates_for(found("X-2", anna).activity, reader=anna) == ()
    assert len(selectors.templates_for(found("X-2").activity, reader=HOUSE)) == 1


def test_a_party_of_a_confidential_case_is_left_out_for_whom_it_is_not() -> None:
    a_party()
    there = ParticipationEntry(reference="D-1", role=Role.OWN_PARTY, party="P-1")
    secret = RequestEntry(
        reference="V-1",
        year=2030,
        title=TITLE,
        confidentiality=Confidentiality.SECRET,
        team="andere",
        participations=(there,),
    )
    services.record_request(secret, **HAND)
    planned(parties=("P-1",))
    enrolled(party="P-1")
    anna = Person(name=with_role("anna", AccountRole.ADVISER), roles=frozenset({AccountRole.ADVISER}))
    mission = found(reader=anna)
    assert (mission.slots[0].draft.parties, mission.participants[0].draft.party) == ((), None)
    assert mission.labels == {}
    assert found().participants[0].draft.party == "P-1"


def test_the_database_keeps_each_version_as_it_was_written() -> None:
    planned()
    enrolled()
    for table in ("programmeslot", "participant"):
        with pytest.raises(DatabaseError, match="keeps what was written"), transaction.atomic():
            connection.cursor().execute(f"UPDATE register_{table} SET version = 9")  # noqa: S608
    assert audit.missing_guards() == set()
    assert audit.verify() is None


def test_the_database_holds_what_belongs_together() -> None:
    row = models.Activity.objects.get(reference="X-1")
    base: dict[str, Any] = {"activity": row, "number": 1, "version": 1, "at": NOW, "by": "x"}
    with pytest.raises(IntegrityError, match="reason"), transaction.atomic():
        Participant.objects.create(**base, name="x", status="dropped_out", fingerprint="x")
    with pytest.raises(IntegrityError, match="times"), transaction.atomic():
        ProgrammeSlot.objects.create(**base, title="x", day=DAY, begins=time(9))
