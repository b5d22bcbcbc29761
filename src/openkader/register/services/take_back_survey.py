"""A participant need not answer after all, or asked not to be asked."""

from datetime import datetime

from openkader.casework.effect import may_take_back_survey
from openkader.casework.permissions import Act
from openkader.register.asking import of_activity_for_update
from openkader.register.hand import require, writing
from openkader.register.models import EffectSurvey, SurveyWithdrawal
from openkader.register.surveying import asked_of


def take_back_survey(survey: str, reason: str, *, by: str, now: datetime) -> None:
    """Close a question that is still open, and its links with it; the house asks this one nothing more by itself."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = of_activity_for_update(EffectSurvey, "survey", survey, hand)
        require(may_take_back_survey(asked_of(row).survey, reason, hand.today))
        SurveyWithdrawal.objects.create(survey=row, reason=reason.strip(), at=now, by=by)
        hand.log("survey.taken-back", "survey", survey, row.activity.reference, wave=row.wave)
