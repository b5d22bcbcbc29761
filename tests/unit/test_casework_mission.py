"""What may stand in a programme and on a list of participants, and how one programme begins as another."""

from datetime import date, time
from typing import Any

import pytest

from openkader.base.messages import MESSAGES
from openkader.casework.mission import (
    ParticipantDraft,
    ParticipantRole,
    ParticipantStatus,
    SlotDraft,
    in_order,
    is_for,
    may_change,
    may_copy,
    may_enrol,
    may_note_lesson,
    may_plan,
    shifted,
    zone_of,
)
from openkader.casework.vocabulary import Setting

DAY = date(2030, 5, 23)
REASONS = {"illness", "costs"}


def slot(**changes: Any) -> SlotDraft:
    plain = {"title": "Gesprek", "day": DAY, "begins": time(9), "ends": time(10), "zone": "Asia/Shanghai"}
    return SlotDraft(**{**plain, **changes})


def person(**changes: Any) -> ParticipantDraft:
    return ParticipantDraft(**{"name": "Hazel Wren", **changes})


def code(refusal: Any) -> str | None:
    assert refusal is None or refusal.code in MESSAGES
    return None if refusal is None else refusal.code


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, None),
        ({"begins": None, "ends": None, "zone": None}, None),
        ({"ends": None}, None),
        ({"title": "  "}, "programme.no-title"),
        ({"title": "x" * 301}, "programme.no-title"),
        ({"day": date(2031, 5, 23)}, None),
        ({"day": date(2032, 5, 23)}, "programme.other-year"),
        ({"day": date(2028, 5, 23)}, "programme.other-year"),
        ({"zone": "Asia/Nergens"}, "programme.unknown-zone"),
        ({"zone": "asia/shanghai"}, "programme.unknown-zone"),  # whoever asks has it written out first
        ({"begins": None}, "programme.no-begin"),
        ({"zone": None}, "programme.no-zone"),
        ({"ends": time(9)}, "programme.ends-first"),
        ({"ends": time(0, 30)}, "programme.ends-first"),
    ],
)
def test_a_part_has_a_title_a_near_day_and_times_on_the_clock_of_a_place(
    changes: dict[str, Any], found: str | None
) -> None:
    assert code(may_plan(slot(**changes), 2030)) == found


def test_an_hour_that_summer_time_skips_does_not_exist_there_and_does_elsewhere() -> None:
    skipped = slot(day=date(2030, 3, 31), begins=time(2, 30), ends=time(4), zone="Europe/Amsterdam")
    assert code(may_plan(skipped, 2030)) == "programme.no-such-time"
    assert may_plan(slot(day=date(2030, 3, 31), begins=time(2, 30), ends=time(4)), 2030) is None
    twice = slot(day=date(2030, 10, 27), begins=time(2, 30), ends=time(4), zone="Europe/Amsterdam")
    assert may_plan(twice, 2030) is None


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Asia/Shanghai", "Asia/Shanghai"),
        (" asia/hong kong ", "Asia/Hong_Kong"),
        ("UTC", "UTC"),
        ("China", None),
        ("", None),
        ("../../etc/passwd", None),
        ("Asia/Shanghai\x00", None),
    ],
)
def test_a_zone_is_one_that_the_world_knows(typed: str, zone: str | None) -> None:
    assert zone_of(typed) == zone


def test_what_somebody_else_changed_or_removed_is_read_first() -> None:
    assert may_change(2, 2, is_removed=False) is None
    assert code(may_change(1, 2, is_removed=False)) == "mission.meanwhile"
    assert code(may_change(2, 2, is_removed=True)) == "mission.removed"


def test_the_order_is_that_of_the_days_and_what_has_no_time_comes_first() -> None:
    late, early = slot(title="laat"), slot(title="vroeg", begins=time(8))
    whole = slot(title="hele dag", begins=None, ends=None)
    before = slot(title="ervoor", day=date(2030, 5, 22), begins=time(23), ends=None)
    found = in_order([late, early, whole, before], lambda one: one)
    assert [one.title for one in found] == ["ervoor", "hele dag", "vroeg", "laat"]


def test_a_part_is_for_everybody_or_for_whom_it_names() -> None:
    assert is_for(slot(), None)
    leaders = slot(roles=(ParticipantRole.LEADER,))
    assert is_for(leaders, ParticipantRole.LEADER)
    assert not is_for(leaders, ParticipantRole.COMPANY)
    assert not is_for(leaders, None)


def test_a_copy_keeps_the_time_of_day_and_the_order_of_days_and_meets_nobody() -> None:
    parts = [
        slot(title="een", parties=("P-1",), counterparts=("een bedrijf",), note="meenemen"),
        slot(title="twee", day=date(2030, 5, 25), setting=Setting.INFORMAL),
    ]
    first, second = shifted(parts, date(2031, 2, 27))
    assert (first.day, second.day) == (date(2031, 2, 27), date(2031, 3, 1))
    assert (second.begins, second.zone, second.setting) == (time(9), "Asia/Shanghai", Setting.INFORMAL)
    assert (first.parties, first.counterparts, first.note) == ((), (), "")
    assert shifted([], DAY) == []


def test_only_an_empty_programme_begins_as_another_and_only_as_one_with_parts() -> None:
    assert may_copy([slot()], 0) is None
    assert code(may_copy([slot()], 1)) == "programme.not-empty"
    assert code(may_copy([], 0)) == "programme.nothing-there"


@pytest.mark.parametrize(
    ("changes", "begun", "found"),
    [
        ({}, False, None),
        ({"name": ""}, True, "name.empty"),
        ({"status": ParticipantStatus.TOOK_PART}, True, None),
        ({"status": ParticipantStatus.TOOK_PART}, False, "participants.not-begun"),
        ({"status": ParticipantStatus.DROPPED_OUT}, True, "participants.no-reason"),
        ({"status": ParticipantStatus.DROPPED_OUT, "reason": "illness"}, False, None),
        ({"status": ParticipantStatus.DROPPED_OUT, "reason": "unknown"}, False, None),
        ({"status": ParticipantStatus.DROPPED_OUT, "reason": "zomaar"}, True, "participants.unknown-reason"),
        ({"reason": "illness"}, True, "participants.reason-for-nothing"),
    ],
)
def test_a_participant_has_a_name_and_who_dropped_out_a_reason_of_the_kader(
    changes: dict[str, Any], begun: bool, found: str | None
) -> None:
    assert code(may_enrol(person(**changes), REASONS, has_begun=begun)) == found


def test_the_same_person_is_known_again_however_it_is_typed() -> None:
    one = person(organisation="Tuin BV", email="h@example.org")
    assert (
        one.fingerprint
        == person(name=" hazel  WREN", organisation="TUIN bv", email="H@example.org").fingerprint
    )
    assert one.fingerprint != person(organisation="Zoon BV", email="h@example.org").fingerprint
    assert one.fingerprint == person(organisation="Tuin BV", email="h@example.org", note="x").fingerprint


def test_a_lesson_is_of_what_has_begun_and_says_something() -> None:
    assert may_note_lesson("Meer tijd voor de tolk.", has_begun=True) is None
    assert code(may_note_lesson("x", has_begun=False)) == "lesson.too-early"
    assert code(may_note_lesson("  ", has_begun=True)) == "lesson.no-text"
    assert code(may_note_lesson("x" * 2001, has_begun=True)) == "lesson.no-text"
