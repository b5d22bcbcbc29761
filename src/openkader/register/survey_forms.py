"""The survey of this installation: the questions of its organisation, read once and kept ready."""

from functools import lru_cache
from pathlib import Path

from openkader.base.errors import Refusal, Refused
from openkader.casework.effect import SurveyForm, load_survey
from openkader.casework.effect.loading import FILE
from openkader.register.pack_files import folder_with


def survey_form_here() -> SurveyForm | None:
    """The questions that participants are asked here; None where the organisation has none."""
    folder = folder_with(FILE)
    return None if folder is None else _loaded(folder, (folder / FILE).stat().st_mtime_ns)


def survey_form() -> SurveyForm:
    """The same for whoever wants to ask them; refused where there are none."""
    found = survey_form_here()
    if found is None:
        raise Refused(Refusal("survey.closed"))
    return found


@lru_cache(maxsize=8)
def _loaded(folder: Path, _written_at: int) -> SurveyForm:
    """Read once; a file that was written again is read again."""
    return load_survey(folder)
