"""Measures of an activity: their last days, their reminders, and how they are closed, left undone and opened again."""

from datetime import date, timedelta

import pytest

from openkader.base.errors import Refusal
from openkader.casework import activities, measures
from openkader.casework.measures import ReminderStage, WaiverDraft
from openkader.casework.period import Period
from openkader.casework.vocabulary import ActivityStanding, EvidenceKind, MeasureStatus
from openkader.casework.waiving import Waiver

TODAY = date(2026, 5, 4)
DAY = timedelta(days=1)
MAY = Period.day(date(2026, 5, 23), date(2026, 5, 28))
PLANNED, HELD, CANCELLED = ActivityStanding
OPEN, REPORTED, DONE, NOT_APPLICABLE, WAIVED = MeasureStatus


def code(refusal: Refusal | None) -> str | None:
    return refusal.code if refusal else None


@pytest.mark.parametrize(
    ("days", "period", "expected"),
    [
        (-21, MAY, date(2026, 5, 2)),
        (0, MAY, date(2026, 5, 23)),
        (5, MAY, date(2026, 6, 2)),  # counted from the last day
        (-7, Period.month(2026, 5), date(2026, 4, 24)),  # as if it were on the first day of that month
        (5, Period.month(2026, 5), date(2026, 6, 5)),
        (None, MAY, None),
        (-7, None, None),
    ],
)
def test_a_last_day_counts_before_the_first_day_and_after_the_last(
    days: int | None, period: Period | None, expected: date | None
) -> None:
    assert measures.due_of(days, period) == expected


@pytest.mark.parametrize(
    ("days", "stage"),
    [(8, None), (7, ReminderStage.AHEAD), (0, ReminderStage.AHEAD), (-1, ReminderStage.LATE)],
)
def test_an_owner_is_reminded_a_week_ahead_and_once_it_is_late(
    days: int, stage: ReminderStage | None
) -> None:
    assert measures.stage_of(TODAY + timedelta(days=days), TODAY) is stage


@pytest.mark.parametrize(
    ("status", "evidence", "reason", "expected"),
    [
        (DONE, [], None, "measure.no-evidence"),
        (DONE, [EvidenceKind.FORM], None, None),
        (WAIVED, [EvidenceKind.FORM], "Geen tijd.", "measure.waiver-needs-two"),
        (NOT_APPLICABLE, [], " ", "measure.no-reason"),
        (NOT_APPLICABLE, [], None, "measure.no-reason"),
        (NOT_APPLICABLE, [], "Geen reis.", None),
        (OPEN, [], None, "measure.not-closed"),
        (REPORTED, [EvidenceKind.FORM], "x", "measure.not-closed"),
    ],
)
def test_a_measure_is_closed_by_evidence_or_by_a_reason(
    status: MeasureStatus, evidence: list[EvidenceKind], reason: str | None, expected: str | None
) -> None:
    assert code(measures.may_close(status, evidence, reason)) == expected


def test_evidence_can_be_found_again() -> None:
    assert code(measures.may_prove(None, "", None)) == "measure.no-evidence"
    assert measures.may_prove(None, None, "V-1-B1") is None


def test_what_is_closed_or_called_off_is_left_alone_and_what_is_closed_can_be_opened() -> None:
    assert measures.may_change(OPEN, PLANNED) is None
    assert measures.may_change(REPORTED, HELD) is None
    assert code(measures.may_change(DONE, HELD)) == "measure.closed-already"
    assert code(measures.may_change(OPEN, CANCELLED)) == "activity.cancelled"
    assert measures.may_reopen(WAIVED) is None
    assert code(measures.may_reopen(REPORTED)) == "measure.not-closed-yet"


def test_a_waiver_that_passed_holds_no_longer_and_one_without_a_day_does() -> None:
    assert measures.is_lapsed(WAIVED, TODAY - DAY, TODAY)
    assert not measures.is_lapsed(WAIVED, TODAY, TODAY)
    assert not measures.is_lapsed(WAIVED, None, TODAY)
    assert not measures.is_lapsed(DONE, TODAY - DAY, TODAY)


def test_a_measure_is_left_undone_with_a_reason_and_for_a_time_and_is_proposed_once() -> None:
    draft = WaiverDraft(reason="De reis is ingekort.", expires_on=TODAY)
    proposed = Waiver(by="anna", expires_on=TODAY, is_agreed=False)
    passed = Waiver(by="anna", expires_on=TODAY - DAY, is_agreed=False)
    assert measures.may_waive(draft, OPEN, [passed], TODAY) is None
    assert code(measures.may_waive(draft, OPEN, [proposed], TODAY)) == "measure.waiver-proposed"
    assert code(measures.may_waive(draft, DONE, [], TODAY)) == "measure.closed-already"
    nothing = WaiverDraft(reason=" ", expires_on=TODAY)
    assert code(measures.may_waive(nothing, OPEN, [], TODAY)) == "measure.no-reason"
    late = WaiverDraft(reason="x", expires_on=TODAY - DAY)
    assert code(measures.may_waive(late, OPEN, [], TODAY)) == "waiver.expired"


def test_an_activity_is_held_once_its_first_day_has_come() -> None:
    assert activities.may_hold(PLANNED, Period.day(TODAY), TODAY) is None
    assert activities.may_hold(PLANNED, None, TODAY) is None
    assert code(activities.may_hold(PLANNED, MAY, TODAY)) == "activity.not-begun"
    assert code(activities.may_hold(HELD, MAY, TODAY)) == "activity.not-planned"
    assert code(activities.may_move(CANCELLED)) == "activity.not-planned"
    assert activities.may_move(PLANNED) is None


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        (MAY, Period.day(date(2026, 6, 2)), 10),
        (MAY, Period.day(date(2026, 5, 20)), -3),
        (None, MAY, 0),
        (Period.month(2026, 4), MAY, 0),
        (MAY, Period.month(2026, 6), 0),
    ],
)
def test_it_moves_by_days_only_where_both_days_are_known(
    before: Period | None, after: Period, days: int
) -> None:
    assert activities.days_between(before, after) == days


def test_an_activity_is_called_off_with_a_reason_while_it_is_planned() -> None:
    assert activities.may_cancel(PLANNED, "Geen visum.") is None
    assert code(activities.may_cancel(PLANNED, " ")) == "activity.no-reason"
    assert code(activities.may_cancel(HELD, "x")) == "activity.not-planned"


@pytest.mark.parametrize(
    ("status", "refused"),
    [
        (None, "measure.not-set-out"),
        (OPEN, None),
        (REPORTED, None),
        (DONE, "measure.closed-already"),
        (NOT_APPLICABLE, "measure.closed-already"),
        (WAIVED, "measure.closed-already"),
    ],
)
def test_a_record_closes_what_was_set_out_and_is_not_closed(
    status: MeasureStatus | None, refused: str | None
) -> None:
    assert code(measures.may_close_with(status)) == refused


def test_an_activity_lies_in_a_year_in_which_one_can_be() -> None:
    for year in (1900, 2200):
        assert activities.may_fall(Period.day(date(year, 1, 1), date(year, 12, 31))) is None
    for first, last in ((date(1899, 12, 31), date(1900, 1, 1)), (date(2200, 12, 31), date(2201, 1, 1))):
        assert code(activities.may_fall(Period.day(first, last))) == "activity.odd-year"
