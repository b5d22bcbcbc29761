"""A participant that did not answer the survey is reminded."""

from datetime import datetime

from openkader.casework.effect import may_remind_survey
from openkader.casework.permissions import Act
from openkader.register.asking import note_reminder, of_activity_for_update
from openkader.register.hand import require, writing
from openkader.register.intake_entries import LinkEntry, MailEntry
from openkader.register.models import EffectSurvey
from openkader.register.surveying import asked_of


def remind_participant(
    survey: str, *, by: str, now: datetime, link: LinkEntry | None = None, mail: MailEntry | None = None
) -> None:
    """Note that it is reminded, once, with a link of its own: of the first one only the digest is known."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = of_activity_for_update(EffectSurvey, "survey", survey, hand)
        require(may_remind_survey(asked_of(row).survey, hand.today))
        note_reminder(row, row.activity, link, mail, hand)
        hand.log("survey.reminded", "survey", survey, row.activity.reference, wave=row.wave)
