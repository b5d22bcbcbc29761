"""What the answers come to: how many of how many, for each wave and each question, and never a share without both.

Who was not asked, or could not be, is not who answered that nothing came of it: so it is unknown, and no nought.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openkader.casework.effect.asking import (
    Answered,
    SurveyState,
    Taker,
    WaveState,
    Window,
    is_left_out,
)
from openkader.casework.effect.form import Option, QuestionSort, SurveyForm, SurveyQuestion
from openkader.casework.numbers import sum_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Of those that took part, who was asked in a wave and who answered.

    `took_part` is None where nobody knows how many they were, and then at least `known`. `unnamed` are those that are
    known only as a number, None as well where nobody knows it; `not_noted` stand on the list, and nobody noted
    whether they took part.
    """

    state: WaveState
    opens_on: date | None
    took_part: int | None
    known: int
    asked: int
    answered: int
    waiting: int
    ended: int
    taken_back: int
    to_ask: int  # named, with an address, and not asked
    without_address: int
    unnamed: int | None
    not_noted: int

    @property
    def is_asked(self) -> bool:
        """Whether anybody was asked; else nothing is known of what came of it."""
        return self.asked > 0


def reach_of(takers: Sequence[Taker], window: Window, form: SurveyForm, today: date) -> Reach:
    """Who took part, who was asked, and who answered, each counted once."""
    wanted = [one for one in takers if not is_left_out(one, form.left_out)]
    there = [one for one in wanted if one.took_part]
    numbers = [one.number for one in there]
    groups = [one.number for one in there if one.is_group]
    surveys = [survey for one in there if (survey := one.survey(window.wave.id)) is not None]
    states = [survey.state(today) for survey in surveys]
    left = [one for one in there if not one.is_group and one.survey(window.wave.id) is None]
    return Reach(
        state=window.state(today),
        opens_on=window.opens_on,
        took_part=sum_known(numbers),
        known=sum(number or 0 for number in numbers),
        asked=len(surveys) - states.count(SurveyState.TAKEN_BACK),
        answered=states.count(SurveyState.ANSWERED),
        waiting=states.count(SurveyState.ASKED),
        ended=states.count(SurveyState.ENDED),
        taken_back=states.count(SurveyState.TAKEN_BACK),
        to_ask=sum(bool(one.email) for one in left),
        without_address=sum(not one.email for one in left),
        unnamed=sum_known(groups),
        not_noted=sum(one.took_part is None for one in wanted),
    )


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How many chose an answer."""

    option: Option
    number: int


@dataclass(frozen=True, slots=True)
class QuestionCount:
    """What was answered to a question, of those who answered it; a nought is a counted nought."""

    question: SurveyQuestion
    answered: int
    options: tuple[OptionCount, ...]


def counted(form: SurveyForm, answers: Sequence[Answered]) -> tuple[QuestionCount, ...]:
    """Each question with options, counted over whoever answered it."""
    return tuple(_question(one, answers) for one in form.of(QuestionSort.SEVERAL))


def _question(question: SurveyQuestion, answers: Sequence[Answered]) -> QuestionCount:
    chosen = [said for one in answers if (said := one.chosen.get(question.id))]
    counts = (OptionCount(one, sum(one.id in said for said in chosen)) for one in question.options)
    return QuestionCount(question, len(chosen), tuple(counts))


def is_told(answered: int, smallest: int, *, is_colleague: bool) -> bool:
    """Whether a breakdown is shown: of few answers only to colleagues, for each could be recognised by others."""
    return answered > 0 and (is_colleague or answered >= smallest)
