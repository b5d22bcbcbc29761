"""A participant answers what came of an activity."""

from datetime import datetime

from openkader.casework.effect import QuestionSort, may_answer_survey, may_hand_in_survey
from openkader.casework.permissions import Act
from openkader.register.asking import of_activity_for_update
from openkader.register.hand import require, writing
from openkader.register.models import EffectSurvey, SurveyAnswer
from openkader.register.survey_entries import SurveySaidEntry
from openkader.register.surveying import asked_of


def answer_survey(entry: SurveySaidEntry, *, by: str, now: datetime) -> None:
    """Keep what was answered, once. The trail says that it was, and nothing of what was said or by whom."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = of_activity_for_update(EffectSurvey, "survey", entry.survey, hand)
        asked, said = asked_of(row), entry.said
        require(may_answer_survey(asked.survey, hand.today))
        require(may_hand_in_survey(asked.form, said))
        several = [one.id for one in asked.form.of(QuestionSort.SEVERAL)]
        SurveyAnswer.objects.create(
            survey=row,
            chosen={name: list(said.chosen[name]) for name in several if said.chosen.get(name)},
            own_words=said.words.strip(),
            consent=said.consent,
            answered_on=hand.today,
            at=now,
            by=by,
        )
        hand.log("survey.answered", "survey", row.reference, row.activity.reference, wave=row.wave)
