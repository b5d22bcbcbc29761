"""Surveys and those who took part, for the tests of their rules."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openkader.base.text import Text
from openkader.casework.effect import (
    Answered,
    Survey,
    SurveyForm,
    Taker,
    Wave,
    Window,
    load_survey,
)

PACK = Path(__file__).resolve().parents[2] / "src/openkader/packs/zuid-holland"
FILE = (PACK / "effect-survey.yaml").read_text(encoding="utf-8")
TODAY = date(2030, 5, 1)
DAY = timedelta(days=1)
MONTH = Wave("month", 1, Text(nl="na 1 maand", en="after 1 month"))
OPEN = Window(wave=MONTH, opens_on=TODAY - 2 * DAY, closes_on=TODAY + 2 * DAY)


def a_form() -> SurveyForm:
    return load_survey(PACK)


def a_survey(**changes: Any) -> Survey:
    plain = Survey(wave="month", asked_on=TODAY - 14 * DAY, due_on=TODAY + 14 * DAY)
    return replace(plain, **changes)


ANSWERED = a_survey(answered_on=TODAY - DAY)
TAKEN_BACK = a_survey(is_taken_back=True)
ENDED = a_survey(due_on=TODAY - DAY)


def a_taker(*surveys: Survey, **changes: Any) -> Taker:
    return replace(Taker(name="A. Fictief", email="a@example.org", surveys=surveys), **changes)


def a_group(number: int | None = 18) -> Taker:
    return Taker(name="tuinbouworganisaties", number=number, is_group=True)


def said(*outcomes: str, **more: Any) -> Answered:
    return replace(Answered(chosen={"outcome": outcomes}), **more)
