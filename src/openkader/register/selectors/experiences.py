"""What came of an activity, as its page shows it: who was asked in each wave, who answered, and what was said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.effect import (
    Consent,
    QuestionCount,
    Reach,
    SurveyForm,
    SurveyState,
    WaveState,
    Window,
    counted,
    is_left_out,
    reach_of,
)
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ActivityStanding, Confidentiality
from openkader.register.cases import is_made_up, level_of
from openkader.register.models import Activity
from openkader.register.surveying import Asked, Invited, invited_in, windows_of
from openkader.register.visibility import visible_or_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyRow:
    """A survey that was asked of somebody, and how far it is; nothing of what was answered."""

    reference: str
    wave: str
    state: SurveyState
    recipient: str
    email: str | None
    language: str
    asked_on: date
    due_on: date
    reminded_on: date | None
    answered_on: date | None
    taken_back_because: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakerRow:
    """One that took part, with what was asked of it in each wave; `standing` says in a word how far that is."""

    key: str
    name: Text
    organisation: str
    number: int | None
    email: str | None
    standings: Mapping[str, str]
    surveys: tuple[SurveyRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """What somebody said in their own words; without a name where they did not agree to that."""

    words: str
    consent: Consent
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveFile:
    """One wave: when it is asked, whom it reached, and what the answers come to."""

    window: Window
    reach: Reach
    counts: tuple[QuestionCount, ...]
    said: tuple[SaidRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiences:
    """Everything about what came of an activity, on one day."""

    activity: str
    title: Text
    dossier: str | None
    level: Confidentiality | None
    is_fictional: bool
    standing: ActivityStanding
    waves: tuple[WaveFile, ...]
    takers: tuple[TakerRow, ...]


def experiences(reference: str, form: SurveyForm, today: date, *, reader: Person) -> Experiences:
    """What came of an activity; one that the reader may not see is not there."""
    query = Activity.objects.filter(visible_or_alone(reader), reference=reference)
    activity = query.select_related("request__source", "source").first()
    if activity is None:
        raise NotFound("activity", reference)
    request = activity.request
    invited = invited_in(Q(activity=activity), reader).get(activity.pk, ())
    windows = windows_of(activity, form)
    return Experiences(
        activity=activity.reference,
        title=Text(nl=activity.title_nl, en=activity.title_en),
        dossier=request.reference if request else None,
        level=level_of(activity),
        is_fictional=is_made_up(activity),
        standing=ActivityStanding(activity.standing),
        waves=tuple(wave_file(invited, window, form, today) for window in windows),
        takers=tuple(_taker(one, windows, form, today) for one in invited),
    )


def wave_file(invited: Sequence[Invited], window: Window, form: SurveyForm, today: date) -> WaveFile:
    """One wave of an activity; its answers are counted on the form on which they were given."""
    asked = [found for one in invited if (found := one.of(window.wave.id)) is not None]
    given = asked[-1].form if asked else form
    answers = [one.said for one in asked if one.said is not None]
    return WaveFile(
        window=window,
        reach=reach_of([one.taker for one in invited], window, form, today),
        counts=counted(given, answers),
        said=tuple(_said(asked)),
    )


def _said(asked: Iterable[Asked]) -> Iterable[SaidRow]:
    """Own words in an order that tells nothing of who said them."""
    rows = [
        SaidRow(
            words=one.said.words,
            consent=one.said.consent,
            name=one.recipient if one.said.consent is Consent.NAMED else None,
        )
        for one in asked
        if one.said is not None and one.said.words
    ]
    return sorted(rows, key=lambda row: (list(Consent).index(row.consent), row.words))


def _taker(one: Invited, windows: Sequence[Window], form: SurveyForm, today: date) -> TakerRow:
    member = one.member
    name, name_en = (member.name, member.name_en) if member else (one.taker.name, one.taker.name)
    organisation = ""
    if member is not None and member.participant is not None:
        organisation = (member.party.name or "") if member.party else member.organisation
    return TakerRow(
        key=one.key,
        name=Text(nl=name, en=name_en),
        organisation=organisation,
        number=one.taker.number,
        email=one.taker.email,
        standings={window.wave.id: _standing(one, window, form, today) for window in windows},
        surveys=tuple(_survey(asked, today) for asked in one.asked),
    )


def _standing(one: Invited, window: Window, form: SurveyForm, today: date) -> str:
    """How far it is with one of them in a wave, in a word."""
    survey = one.taker.survey(window.wave.id)
    if survey is not None:
        return str(survey.state(today))
    if is_left_out(one.taker, form.left_out):
        return "left_out"
    if one.taker.took_part is None:
        return "not_noted"
    if one.taker.is_group:
        return "unnamed"
    state = window.state(today)
    if state is not WaveState.OPEN:
        return "not_asked" if state is WaveState.PAST else str(state)
    return "to_ask" if one.taker.email else "without_address"


def _survey(asked: Asked, today: date) -> SurveyRow:
    row, survey = asked.row, asked.survey
    return SurveyRow(
        reference=row.reference,
        wave=row.wave,
        state=survey.state(today),
        recipient=asked.recipient,
        email=asked.email,
        language=row.language,
        asked_on=survey.asked_on,
        due_on=survey.due_on,
        reminded_on=survey.reminded_on,
        answered_on=survey.answered_on,
        taken_back_because=row.withdrawal.reason if survey.is_taken_back else None,
    )
