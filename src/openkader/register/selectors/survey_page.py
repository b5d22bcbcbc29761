"""A survey as the participant sees it that was asked, and the surveys that the house asks or reminds of today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.effect import (
    Answered,
    SurveyForm,
    Wave,
    is_asked_by_itself,
    is_survey_reminder_due,
)
from openkader.casework.effect.form import restored_survey
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.asking import leading
from openkader.register.cases import is_made_up
from openkader.register.models import Activity, EffectSurvey, SurveyLink
from openkader.register.surveying import asked_in, invited_in, newest_address, said_of, window_in

_SLACK = 31  # a month is at most so many days, and days off may put the day off by as much


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPage:
    """The form as it was asked; `said` is what was answered, once that was."""

    reference: str
    activity: Text
    recipient: str
    form: SurveyForm
    wave: Wave
    due_on: date
    answered_on: date | None
    said: Answered | None
    is_fictional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyDue:
    """One that took part and is asked today, or that is reminded of `reference`; and at which address."""

    activity: str
    title: Text
    member: str
    wave: Wave
    recipient: str
    email: str | None
    language: str
    due_on: date
    reference: str = ""


def survey_by_link(digest: str, now: datetime, today: date) -> SurveyPage:
    """The survey that a link leads to while it does; of one that ended, was taken back or never was, there is none.

    A link from before the address was corrected leads nowhere: it went to somebody else.
    """
    open_ones = Q(survey__answer__isnull=False) | Q(survey__due_on__gte=today)
    links = SurveyLink.objects.filter(open_ones, survey__withdrawal__isnull=True)
    link = leading(links, digest, now, "survey")
    query = EffectSurvey.objects.select_related("answer", "activity__request__source", "activity__source")
    row = query.prefetch_related("addresses").get(pk=link.survey_id)
    last = newest_address(row)
    if last is not None and link.at < last.at:
        raise NotFound("survey", "")
    form, answer = restored_survey(row.form), getattr(row, "answer", None)
    activity = row.activity
    return SurveyPage(
        reference=row.reference,
        activity=_title(activity),
        recipient=last.recipient if last else row.recipient,
        form=form,
        wave=form.waves[0],
        due_on=row.due_on,
        answered_on=answer.answered_on if answer else None,
        said=said_of(answer) if answer else None,
        is_fictional=is_made_up(activity),
    )


def surveys_due(form: SurveyForm, today: date, language: str) -> Sequence[SurveyDue]:
    """Whom the house asks today: whoever took part in what was held, with an address, once in each wave."""
    return [due for wave in form.waves for due in _of_wave(wave, form, today, language)]


def _of_wave(wave: Wave, form: SurveyForm, today: date, language: str) -> Iterator[SurveyDue]:
    last = today - timedelta(days=wave.months * 28)
    first = today - timedelta(days=wave.months * 31 + form.term.ask_within + _SLACK)
    held = Activity.objects.filter(
        standing=ActivityStanding.HELD, ends_on__gte=first, ends_on__lte=last
    ).order_by("id")
    activities = {activity.pk: activity for activity in held}
    if not activities:
        return
    invited = invited_in(Q(activity__in=list(activities)))
    due_on = today + timedelta(days=form.term.answer_within)
    for key, activity in activities.items():
        window = window_in(activity, wave, form)
        for one in invited.get(key, ()):
            if is_asked_by_itself(one.taker, window, form, today):
                before = one.asked[-1] if one.asked else None
                yield SurveyDue(
                    activity=activity.reference,
                    title=_title(activity),
                    member=one.key,
                    wave=wave,
                    recipient=before.recipient if before else one.taker.name[:200],
                    email=one.taker.email or "",
                    language=before.row.language if before else language,
                    due_on=due_on,
                )


def surveys_to_remind(today: date) -> Sequence[SurveyDue]:
    """The surveys that went by mail, are not answered, and of which nobody reminded the participant yet."""
    waiting = Q(due_on__gte=today, answer__isnull=True, withdrawal__isnull=True, reminders__isnull=True)
    due = [
        one
        for one in asked_in(waiting)
        if one.email is not None and is_survey_reminder_due(one.survey, one.form.term, today)
    ]
    activities = Activity.objects.in_bulk({one.row.activity_id for one in due})
    return [
        SurveyDue(
            activity=activities[one.row.activity_id].reference,
            title=_title(activities[one.row.activity_id]),
            member="",
            wave=one.form.waves[0],
            recipient=one.recipient,
            email=one.email or "",
            language=one.row.language,
            due_on=one.row.due_on,
            reference=one.row.reference,
        )
        for one in due
    ]


def _title(activity: Activity) -> Text:
    return Text(nl=activity.title_nl, en=activity.title_en)
