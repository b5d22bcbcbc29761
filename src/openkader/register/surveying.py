"""Surveys as the rules want to see them: who took part, who was asked in which wave, and what they answered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min, Q, QuerySet

from openkader.base.errors import NotFound
from openkader.casework.effect import (
    Answered,
    Consent,
    Survey,
    SurveyForm,
    Taker,
    Wave,
    Window,
    window_of,
)
from openkader.casework.effect.form import restored_survey
from openkader.casework.mission import ParticipantStatus
from openkader.casework.permissions import HOUSE, Person
from openkader.register.columns import period_of
from openkader.register.deadlines import deadlines_here
from openkader.register.models import Activity, EffectSurvey, SurveyAddress, SurveyAnswer
from openkader.register.moments import day_of
from openkader.register.taking_part import Member, key_of, taking_part_in


@dataclass(frozen=True, slots=True)
class Asked:
    """A survey with what came of it, as it was read: who was asked last, at which address, on which form."""

    row: EffectSurvey
    form: SurveyForm
    survey: Survey
    recipient: str
    email: str | None
    said: Answered | None


@dataclass(frozen=True, slots=True)
class Invited:
    """One that took part as it stands among them, with its surveys; None of `member`: it stands there no more."""

    key: str
    member: Member | None
    taker: Taker
    asked: Sequence[Asked]

    def of(self, wave: str) -> Asked | None:
        """What was asked of it in this wave."""
        return next((one for one in self.asked if one.row.wave == wave), None)


def invited_in(of: Q, reader: Person = HOUSE) -> Mapping[int, Sequence[Invited]]:
    """Everybody that took part in each of some activities, by its key; `of` says which, by `activity`.

    Whoever was asked and stands on no list any more is still among them, unless that was taken back.
    """
    asked: defaultdict[int, defaultdict[str, list[Asked]]] = defaultdict(lambda: defaultdict(list))
    for one in asked_in(of):
        asked[one.row.activity_id][key_of(one.row)].append(one)
    there = taking_part_in(of, reader)
    found: dict[int, Sequence[Invited]] = {}
    for activity in {*there, *asked}:
        members = there[activity].members if activity in there else ()
        mine = asked.pop(activity, defaultdict(list))
        known = [_invited(member, mine.pop(member.key, [])) for member in members]
        gone = (_gone(key, rows) for key, rows in mine.items())
        found[activity] = [
            *known,
            *(one for one in gone if not all(x.is_taken_back for x in one.taker.surveys)),
        ]
    return found


def asked_in(of: Q) -> list[Asked]:
    """The surveys of which this holds, in the order in which they were asked; in three questions, however many."""
    query = EffectSurvey.objects.filter(of).defer("form").select_related("answer", "withdrawal")
    rows = list(query.annotate(reminded=Max("reminders__on")).order_by("id"))
    forms, addresses = _forms(rows), _addresses(query)
    return [_asked(row, forms[row.form_digest], row.reminded, addresses.get(row.pk)) for row in rows]


def asked_of(row: EffectSurvey) -> Asked:
    """A stored survey as the rules want to see it, with the newest address."""
    reminded = max((one.on for one in row.reminders.all()), default=None)
    return _asked(row, restored_survey(row.form), reminded, newest_address(row))


def _addresses(surveys: QuerySet[EffectSurvey]) -> Mapping[int, SurveyAddress]:
    """The address to which each was corrected last, of those that were."""
    corrected = SurveyAddress.objects.filter(survey__in=surveys.order_by().values("pk")).order_by("pk")
    return {one.survey_id: one for one in corrected}


def _forms(rows: Iterable[EffectSurvey]) -> Mapping[str, SurveyForm]:
    """The forms on which surveys were asked: few, however many were asked, and each read once."""
    digests = {row.form_digest for row in rows}
    if not digests:
        return {}
    first = EffectSurvey.objects.filter(form_digest__in=digests).order_by().values("form_digest")
    found = EffectSurvey.objects.filter(pk__in=first.annotate(first=Min("pk")).values("first"))
    return {digest: restored_survey(form) for digest, form in found.values_list("form_digest", "form")}


def _asked(
    row: EffectSurvey, form: SurveyForm, reminded_on: date | None, last: SurveyAddress | None
) -> Asked:
    answer: SurveyAnswer | None = getattr(row, "answer", None)
    return Asked(
        row=row,
        form=form,
        survey=Survey(
            wave=row.wave,
            asked_on=day_of(row.at),
            due_on=row.due_on,
            answered_on=answer.answered_on if answer else None,
            is_taken_back=hasattr(row, "withdrawal"),
            reminded_on=reminded_on,
        ),
        recipient=last.recipient if last else row.recipient,
        email=last.email if last else row.email,
        said=said_of(answer) if answer else None,
    )


def newest_address(row: EffectSurvey) -> SurveyAddress | None:
    """The address that it was corrected to last."""
    return max(row.addresses.all(), key=lambda one: one.pk, default=None)


def said_of(answer: SurveyAnswer) -> Answered:
    """What was answered, brought back."""
    return Answered(
        chosen={name: tuple(options) for name, options in answer.chosen.items()},
        words=answer.own_words,
        consent=Consent(answer.consent),
    )


def windows_of(activity: Activity, form: SurveyForm) -> list[Window]:
    """When each wave of an activity is asked, the earliest first."""
    return [window_in(activity, wave, form) for wave in form.waves]


def window_in(activity: Activity, wave: Wave, form: SurveyForm) -> Window:
    """When one of them is."""
    return window_of(period_of(vars(activity)), wave, form.term, deadlines_here().calendar)


def _invited(member: Member, asked: Sequence[Asked]) -> Invited:
    """One that took part; a party did in what was held, a person where somebody noted it."""
    known = asked[-1].email if asked else None
    taker = Taker(
        name=member.name,
        took_part=True if member.participant is None else _took_part(member.status),
        number=member.number,
        is_group=member.participant is None and member.party is None,
        role=member.role,
        email=known or member.email or None,
        surveys=[one.survey for one in asked],
    )
    return Invited(member.key, member, taker, asked)


def _took_part(status: ParticipantStatus | None) -> bool | None:
    return True if status is ParticipantStatus.TOOK_PART else None


def _gone(key: str, asked: Sequence[Asked]) -> Invited:
    last = asked[-1]
    surveys = [one.survey for one in asked]
    return Invited(key, None, Taker(name=last.recipient, email=last.email, surveys=surveys), asked)


def named(invited: Iterable[Invited], key: str) -> Invited:
    """The one of that key; of another activity, or never there, there is none."""
    found = next((one for one in invited if one.key == key), None)
    if found is None:
        raise NotFound("participant", key[:80])
    return found
