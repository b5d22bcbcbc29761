"""Who is asked what came of an activity, when, and what an answer has to be."""

from datetime import date
from typing import Any

import pytest

from openkader.base.errors import Refusal
from openkader.casework.deadlines import Calendar
from openkader.casework.effect import (
    Answered,
    Survey,
    SurveyDraft,
    SurveyState,
    Taker,
    WaveState,
    Window,
    at_odds,
    is_asked_by_itself,
    is_survey_reminder_due,
    may_answer_survey,
    may_ask_survey,
    may_hand_in_survey,
    may_readdress_survey,
    may_remind_survey,
    may_take_back_survey,
    unanswered,
    window_of,
)
from openkader.casework.mission import ParticipantRole
from openkader.casework.period import Period, months_after
from openkader.casework.vocabulary import ActivityStanding
from tests.unit.surveys import (
    ANSWERED,
    DAY,
    ENDED,
    MONTH,
    OPEN,
    TAKEN_BACK,
    TODAY,
    a_form,
    a_group,
    a_survey,
    a_taker,
    said,
)

FORM = a_form()
WEEKENDS = Calendar()


def code(refusal: Refusal | None) -> str | None:
    return refusal.code if refusal else None


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 5, 28), 1, date(2024, 6, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 12, 31), 1, date(2025, 1, 31)),
    ],
)
def test_a_month_without_that_day_ends_earlier(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_a_wave_opens_so_many_months_after_the_last_day_on_a_day_on_which_people_work() -> None:
    mission = Period.day(date(2024, 5, 23), date(2024, 5, 29))  # the 29th of June is a Saturday
    window = window_of(mission, MONTH, FORM.term, WEEKENDS)
    assert window.opens_on == date(2024, 7, 1)
    assert window.closes_on == date(2024, 7, 29)
    off = window_of(mission, MONTH, FORM.term, Calendar(fixed=frozenset({(7, 1)})))
    assert off.opens_on == date(2024, 7, 2)


def test_of_a_month_its_last_day_counts_so_that_nobody_is_asked_too_early() -> None:
    window = window_of(Period.month(2024, 9), MONTH, FORM.term, WEEKENDS)
    assert window.opens_on == date(2024, 10, 30)


def test_of_an_activity_without_a_date_nobody_knows_when_to_ask() -> None:
    assert window_of(None, MONTH, FORM.term, WEEKENDS) == Window(wave=MONTH)


@pytest.mark.parametrize(
    ("window", "state"),
    [
        (Window(wave=MONTH), WaveState.UNKNOWN),
        (Window(wave=MONTH, opens_on=TODAY + DAY, closes_on=TODAY + 2 * DAY), WaveState.TO_COME),
        (Window(wave=MONTH, opens_on=TODAY, closes_on=TODAY), WaveState.OPEN),
        (Window(wave=MONTH, opens_on=TODAY - 2 * DAY, closes_on=TODAY - DAY), WaveState.PAST),
    ],
)
def test_a_wave_stands_between_its_days(window: Window, state: WaveState) -> None:
    assert window.state(TODAY) is state


@pytest.mark.parametrize(
    ("survey", "state"),
    [
        (a_survey(), SurveyState.ASKED),
        (a_survey(due_on=TODAY), SurveyState.ASKED),
        (ENDED, SurveyState.ENDED),
        (TAKEN_BACK, SurveyState.TAKEN_BACK),
        (ANSWERED, SurveyState.ANSWERED),
    ],
)
def test_a_survey_stands_somewhere(survey: Survey, state: SurveyState) -> None:
    assert survey.state(TODAY) is state


def a_draft(**changes: Any) -> SurveyDraft:
    plain = {
        "standing": ActivityStanding.HELD,
        "taker": a_taker(),
        "recipient": "A. Fictief",
        "window": OPEN,
    }
    return SurveyDraft(**{**plain, **changes})


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({}, None),
        ({"standing": ActivityStanding.PLANNED}, "survey.not-held"),
        ({"standing": ActivityStanding.CANCELLED}, "survey.not-held"),
        ({"taker": None}, "survey.took-no-part"),
        ({"taker": a_taker(took_part=None)}, "survey.took-no-part"),
        ({"taker": a_taker(took_part=False)}, "survey.took-no-part"),
        ({"taker": a_group()}, "survey.group"),
        ({"taker": a_group(1)}, "survey.group"),
        ({"taker": a_taker(a_survey())}, "survey.already-asked"),
        ({"taker": a_taker(TAKEN_BACK)}, "survey.already-asked"),
        ({"taker": a_taker(a_survey(wave="year"))}, None),
        ({"taker": a_taker(email=None)}, None),
        ({"recipient": "  "}, "survey.no-recipient"),
        ({"window": Window(wave=MONTH)}, "survey.no-day"),
        ({"window": Window(wave=MONTH, opens_on=TODAY + DAY, closes_on=TODAY + DAY)}, "survey.too-early"),
        ({"window": Window(wave=MONTH, opens_on=TODAY - DAY, closes_on=TODAY - DAY)}, "survey.too-late"),
    ],
)
def test_one_that_took_part_is_asked_once_in_each_wave(changes: dict[str, Any], refused: str | None) -> None:
    assert code(may_ask_survey(a_draft(**changes), TODAY)) == refused


@pytest.mark.parametrize(
    ("taker", "is_asked"),
    [
        (a_taker(), True),
        (a_taker(role=ParticipantRole.COMPANY), True),
        (a_taker(role=ParticipantRole.OFFICE_HOLDER), False),
        (a_taker(email=None), False),
        (a_taker(took_part=None), False),
        (a_taker(a_survey()), False),
        (a_taker(a_survey(wave="year", is_taken_back=True)), False),
        (a_group(), False),
    ],
)
def test_the_house_asks_by_itself_whom_it_can_reach_and_who_did_not_object(
    taker: Taker, is_asked: bool
) -> None:
    assert is_asked_by_itself(taker, OPEN, FORM, TODAY) is is_asked


@pytest.mark.parametrize(
    ("survey", "refused"),
    [
        (a_survey(), None),
        (a_survey(reminded_on=TODAY - DAY), "survey.reminded-already"),
        (ANSWERED, "survey.not-open"),
        (TAKEN_BACK, "survey.not-open"),
        (ENDED, "survey.not-open"),
    ],
)
def test_somebody_is_reminded_once_while_it_is_open(survey: Survey, refused: str | None) -> None:
    assert code(may_remind_survey(survey, TODAY)) == refused


def test_the_house_reminds_when_its_days_have_passed() -> None:
    longer = a_survey(asked_on=TODAY, due_on=TODAY + 28 * DAY)
    assert [is_survey_reminder_due(longer, FORM.term, TODAY + n * DAY) for n in (13, 14, 28, 29)] == [
        False,
        True,
        True,
        False,
    ]


def test_it_is_taken_back_with_a_reason_and_an_answer_stays() -> None:
    assert may_take_back_survey(a_survey(), "Wil niet.", TODAY) is None
    assert code(may_take_back_survey(a_survey(), " ", TODAY)) == "survey.no-reason"
    assert code(may_take_back_survey(ANSWERED, "Wil niet.", TODAY)) == "survey.not-open"


def test_the_address_is_corrected_while_it_is_open() -> None:
    assert may_readdress_survey(a_survey(), "B. Fictief", TODAY) is None
    assert code(may_readdress_survey(a_survey(), "", TODAY)) == "survey.no-recipient"
    assert code(may_readdress_survey(ENDED, "B. Fictief", TODAY)) == "survey.not-open"


@pytest.mark.parametrize(
    ("survey", "refused"),
    [
        (a_survey(), None),
        (ANSWERED, "survey.answered"),
        (TAKEN_BACK, "survey.taken-back"),
        (ENDED, "survey.ended"),
    ],
)
def test_it_is_answered_once_and_in_time(survey: Survey, refused: str | None) -> None:
    assert code(may_answer_survey(survey, TODAY)) == refused


@pytest.mark.parametrize(
    ("answer", "refused"),
    [
        (said("talk", "contract"), None),
        (said("nothing"), None),
        (said(), "survey.unanswered"),
        (Answered(chosen={}), "survey.unanswered"),
        (Answered(chosen={"enabled": ("door",)}), "survey.unanswered"),
        (said("nothing", "contract"), "survey.at-odds"),
        (said("millions"), "survey.unknown-answer"),
        (Answered(chosen={"outcome": ("talk",), "hindered": ("nothing", "rules")}), "survey.at-odds"),
    ],
)
def test_an_answer_is_whole_and_agrees_with_itself(answer: Answered, refused: str | None) -> None:
    assert code(may_hand_in_survey(FORM, answer)) == refused


def test_which_questions_lack_or_are_at_odds_is_known() -> None:
    assert unanswered(FORM, Answered(chosen={})) == ("outcome",)
    assert at_odds(FORM, said("nothing", "talk")) == ("outcome",)
