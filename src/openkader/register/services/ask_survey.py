"""One that took part in an activity is asked what came of it."""

from datetime import datetime

from django.db.models import Q

from openkader.base.errors import NotFound
from openkader.casework.effect import SurveyDraft, SurveyForm, Wave, may_ask_survey
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.asking import asked_columns, open_link
from openkader.register.cases import activity_for_update
from openkader.register.chain import fingerprint
from openkader.register.hand import Hand, claim_references, require, writing
from openkader.register.models import Activity, EffectSurvey
from openkader.register.numbering import next_reference
from openkader.register.outgoing import enter_mail
from openkader.register.survey_entries import SurveyEntry
from openkader.register.surveying import Asked, Invited, invited_in, named, window_in


def ask_survey(entry: SurveyEntry, *, form: SurveyForm, by: str, now: datetime) -> str:
    """Ask once in each wave, with the form as it is now; asked twice by one hand, a second link leads to it as well."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        wave = form.wave(entry.wave)
        if wave is None:
            raise NotFound("survey", entry.wave[:80])
        taker = named(invited_in(Q(activity=activity)).get(activity.pk, ()), entry.member)
        open_already = taker.of(wave.id)
        if open_already is not None and _is_same(open_already, entry, hand):
            open_link(open_already.row, entry.link, hand)
            hand.log("survey.linked", "survey", open_already.row.reference, activity.reference, wave=wave.id)
            return open_already.row.reference
        draft = SurveyDraft(
            standing=ActivityStanding(activity.standing),
            taker=taker.taker,
            recipient=entry.recipient,
            window=window_in(activity, wave, form),
        )
        require(may_ask_survey(draft, hand.today))
        row = _store(entry, (activity, taker), (form, wave), hand)
        open_link(row, entry.link, hand)
        if entry.mail is not None:
            enter_mail(entry.mail, activity, hand)
    return row.reference


def _is_same(asked: Asked, entry: SurveyEntry, hand: Hand) -> bool:
    """The very same question by the same hand on the same day, while it is open: a second click."""
    known = (asked.row.recipient, asked.row.email, asked.row.by, asked.survey.asked_on)
    said = (entry.recipient.strip(), entry.email, hand.by, hand.today)
    return asked.survey.is_open(hand.today) and not asked.row.addresses.all() and known == said


def _store(
    entry: SurveyEntry, of: tuple[Activity, Invited], on: tuple[SurveyForm, Wave], hand: Hand
) -> EffectSurvey:
    (activity, taker), (form, wave) = of, on
    reference, asked = next_reference(f"{activity.reference}-E"), form.written(wave)
    claim_references([(reference, activity.reference)], kind="survey")
    member = taker.member
    row = EffectSurvey.objects.create(
        activity=activity,
        participation_id=member.participation if member else None,
        participant=member.participant if member else None,
        wave=wave.id,
        form=asked,
        form_digest=fingerprint(asked),
        **asked_columns(entry, reference, hand),
    )
    # Not who it is: the trail cannot be rewritten, and somebody took part personally.
    hand.log(
        "survey.asked",
        "survey",
        reference,
        activity.reference,
        wave=wave.id,
        due_on=entry.due_on,
        form_digest=row.form_digest,
    )
    return row
