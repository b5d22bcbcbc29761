"""The survey of this installation: the questions of its organisation, read once and kept ready."""

from openkader.base.errors import Refusal, Refused
from openkader.casework.effect import SurveyForm, load_survey
from openkader.casework.effect.loading import FILE
from openkader.register.pack_files import loaded


def survey_form_here() -> SurveyForm | None:
    """The questions that participants are asked here; None where the organisation has none."""
    return loaded(FILE, load_survey)


def survey_form() -> SurveyForm:
    """The same for whoever wants to ask them; refused where there are none."""
    found = survey_form_here()
    if found is None:
        raise Refused(Refusal("survey.closed"))
    return found
