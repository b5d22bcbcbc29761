"""Asking a participant what came of an activity: when, of whom, once, and until which day it can be answered."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.deadlines import Calendar
from openkader.casework.effect.form import Consent, QuestionSort, SurveyForm, SurveyTerm, Wave
from openkader.casework.mission import ParticipantRole
from openkader.casework.period import Period, months_after
from openkader.casework.vocabulary import ActivityStanding


class WaveState(StrEnum):
    """Where a wave of an activity stands today."""

    UNKNOWN = "unknown"  # nobody knows when the activity was
    TO_COME = "to_come"
    OPEN = "open"
    PAST = "past"


class SurveyState(StrEnum):
    """Where a survey that was asked of somebody stands."""

    ASKED = "asked"
    ANSWERED = "answered"
    ENDED = "ended"  # its last day passed without an answer
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Between which days a wave is asked; None: nobody knows when the activity was."""

    wave: Wave
    opens_on: date | None = None
    closes_on: date | None = None

    def state(self, today: date) -> WaveState:
        """Where it stands today."""
        if self.opens_on is None or self.closes_on is None:
            return WaveState.UNKNOWN
        if today < self.opens_on:
            return WaveState.TO_COME
        return WaveState.OPEN if today <= self.closes_on else WaveState.PAST


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A survey that was asked of a participant, and what came of it."""

    wave: str
    asked_on: date
    due_on: date  # the last day on which it can be answered
    answered_on: date | None = None
    is_taken_back: bool = False
    reminded_on: date | None = None

    def state(self, today: date) -> SurveyState:
        """Where it stands today."""
        if self.answered_on is not None:
            return SurveyState.ANSWERED
        if self.is_taken_back:
            return SurveyState.TAKEN_BACK
        return SurveyState.ASKED if today <= self.due_on else SurveyState.ENDED

    def is_open(self, today: date) -> bool:
        """Whether it can still be answered."""
        return self.state(today) is SurveyState.ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """One that took part: a person on the list, a party, or a group of which only the number is known.

    `took_part` is None where nobody noted it of somebody on the list, `number` where nobody knows how many they were.
    `surveys` are those that were asked of it, for whichever wave.
    """

    name: str
    took_part: bool | None = True
    number: int | None = 1
    is_group: bool = False
    role: ParticipantRole | None = None
    email: str | None = None
    surveys: Sequence[Survey] = field(default=())

    def survey(self, wave: str) -> Survey | None:
        """What was asked of it in this wave."""
        return next((one for one in self.surveys if one.wave == wave), None)


def window_of(period: Period | None, wave: Wave, term: SurveyTerm, calendar: Calendar) -> Window:
    """When a wave is asked: so many months after the last day, on a day on which people work.

    Of an activity of which only the month or year is known, the last day that it can have been counts:
    nobody is asked too early.
    """
    if period is None:
        return Window(wave=wave)
    opens_on = calendar.next_working(months_after(period.ends_on, wave.months))
    return Window(wave=wave, opens_on=opens_on, closes_on=opens_on + timedelta(days=term.ask_within))


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyDraft:
    """Asking one that took part as somebody wants to: whom, and in which wave of what sort of activity."""

    standing: ActivityStanding
    taker: Taker | None
    recipient: str
    window: Window


def may_ask_survey(draft: SurveyDraft, today: date) -> Refusal | None:
    """One that took part in what was held is asked once in each wave, between the days of that wave."""
    if draft.standing is not ActivityStanding.HELD:
        return Refusal("survey.not-held")
    return _of_whom(draft.taker, draft) or _when(draft.window, today)


def _of_whom(taker: Taker | None, draft: SurveyDraft) -> Refusal | None:
    if taker is None or not taker.took_part:
        return Refusal("survey.took-no-part")
    if taker.is_group:
        return Refusal("survey.group")
    if taker.survey(draft.window.wave.id) is not None:
        return Refusal("survey.already-asked")
    return None if draft.recipient.strip() else Refusal("survey.no-recipient")


def _when(window: Window, today: date) -> Refusal | None:
    match window.state(today), window:
        case WaveState.TO_COME, Window(opens_on=date() as day):
            return Refusal("survey.too-early", {"day": day.isoformat()})
        case WaveState.PAST, Window(closes_on=date() as day):
            return Refusal("survey.too-late", {"day": day.isoformat()})
        case WaveState.OPEN, _:
            return None
    return Refusal("survey.no-day")


def is_asked_by_itself(taker: Taker, window: Window, form: SurveyForm, today: date) -> bool:
    """Whether the house asks this one today without anybody's doing.

    Only of whom an address is known and who is not left out; of whom a survey was taken back it asks no more.
    """
    draft = SurveyDraft(
        standing=ActivityStanding.HELD, taker=taker, recipient=taker.email or "", window=window
    )
    return (
        not is_left_out(taker, form.left_out)
        and not any(one.is_taken_back for one in taker.surveys)
        and may_ask_survey(draft, today) is None
    )


def is_left_out(taker: Taker, roles: Collection[ParticipantRole]) -> bool:
    """Whether it is not to be asked, as what it comes along."""
    return taker.role in roles


def may_remind_survey(survey: Survey, today: date) -> Refusal | None:
    """Who has not answered is reminded once, while it can still be answered."""
    if not survey.is_open(today):
        return Refusal("survey.not-open")
    return Refusal("survey.reminded-already") if survey.reminded_on is not None else None


def is_survey_reminder_due(survey: Survey, term: SurveyTerm, today: date) -> bool:
    """Whether somebody is reminded by itself today."""
    day = survey.asked_on + timedelta(days=term.remind_after)
    return today >= day and may_remind_survey(survey, today) is None


def may_take_back_survey(survey: Survey, reason: str, today: date) -> Refusal | None:
    """A question that is still open is taken back with a reason; what was answered stays."""
    if not survey.is_open(today):
        return Refusal("survey.not-open")
    return None if reason.strip() else Refusal("survey.no-reason")


def may_readdress_survey(survey: Survey, recipient: str, today: date) -> Refusal | None:
    """It goes to another address while it can still be answered; the links that went before lead nowhere then."""
    if not survey.is_open(today):
        return Refusal("survey.not-open")
    return None if recipient.strip() else Refusal("survey.no-recipient")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a participant answered: the options of each question, own words, and whether those may be public."""

    chosen: Mapping[str, Sequence[str]]
    words: str = ""
    consent: Consent = Consent.NONE


def may_answer_survey(survey: Survey, today: date) -> Refusal | None:
    """What was answered stays so; a survey that was taken back or has ended is closed."""
    match survey.state(today):
        case SurveyState.ANSWERED:
            day = survey.answered_on.isoformat() if survey.answered_on else ""
            return Refusal("survey.answered", {"day": day})
        case SurveyState.TAKEN_BACK:
            return Refusal("survey.taken-back")
        case SurveyState.ENDED:
            return Refusal("survey.ended", {"day": survey.due_on.isoformat()})
    return None


def unanswered(form: SurveyForm, said: Answered) -> tuple[str, ...]:
    """The questions that need an answer and have none."""
    return tuple(
        one.id for one in form.of(QuestionSort.SEVERAL) if one.needed and not said.chosen.get(one.id)
    )


def at_odds(form: SurveyForm, said: Answered) -> tuple[str, ...]:
    """The questions of which an answer that stands alone was chosen beside another."""
    return tuple(
        one.id
        for one in form.of(QuestionSort.SEVERAL)
        if len(said.chosen.get(one.id, ())) > 1
        and any(option.alone for option in one.options if option.id in said.chosen[one.id])
    )


def may_hand_in_survey(form: SurveyForm, said: Answered) -> Refusal | None:
    """What is handed in answers what has to be answered, with answers that the form has and that agree."""
    for one in form.of(QuestionSort.SEVERAL):
        if set(said.chosen.get(one.id, ())) - {option.id for option in one.options}:
            return Refusal("survey.unknown-answer")
    if unanswered(form, said):
        return Refusal("survey.unanswered")
    return Refusal("survey.at-odds") if at_odds(form, said) else None
