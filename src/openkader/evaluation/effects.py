"""What came of the activities of one year: for each wave how many answered of how many, and what they said.

Of few answers the public sees no breakdown, and neither do the totals tell it: these are of what is told alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openkader.base.text import Text
from openkader.casework.effect import (
    Consent,
    OptionCount,
    QuestionCount,
    QuestionSort,
    Reach,
    SurveyForm,
    SurveyQuestion,
    Wave,
    is_told,
)
from openkader.casework.numbers import sum_known
from openkader.casework.permissions import Act, Person
from openkader.register import selectors
from openkader.register.selectors import EffectRow, SaidRow, WaveFile
from openkader.register.survey_forms import survey_form


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveEffect:
    """One wave of an activity: whom it reached, and the breakdown where it is told to this reader."""

    wave: Wave
    reach: Reach
    counts: tuple[QuestionCount, ...] = ()
    said: tuple[SaidRow, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether this reader sees a breakdown."""
        return bool(self.counts)

    @property
    def outcome(self) -> QuestionCount | None:
        """What came of it: the first question."""
        return self.counts[0] if self.counts else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityEffect:
    """An activity with its waves."""

    activity: EffectRow
    waves: tuple[WaveEffect, ...]

    @property
    def newest(self) -> WaveEffect | None:
        """The last wave of which a breakdown is told."""
        return next((one for one in reversed(self.waves) if one.is_told), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveTotal:
    """One wave over all activities; `outcome` counts only those of which a breakdown is told, `told` of them.

    `took_part` is None where of one of them nobody knows how many took part, and then at least `known`.
    """

    wave: Wave
    took_part: int | None
    known: int
    asked: int
    answered: int
    told: int
    outcome: QuestionCount | None

    @property
    def is_asked(self) -> bool:
        """Whether anybody was asked in one of them."""
        return self.asked > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What the register shows of what came of a year; `beside` are activities that the reader may not see."""

    year: int
    form: SurveyForm
    rows: tuple[ActivityEffect, ...]
    beside: int

    @property
    def question(self) -> SurveyQuestion:
        """The question what came of it."""
        return self.form.of(QuestionSort.SEVERAL)[0]

    def totals(self) -> list[WaveTotal]:
        """Each wave over all activities."""
        return [self._total(at, wave) for at, wave in enumerate(self.form.waves)]

    def _total(self, at: int, wave: Wave) -> WaveTotal:
        mine = [row.waves[at] for row in self.rows]
        told = [one.outcome for one in mine if one.outcome is not None]
        return WaveTotal(
            wave=wave,
            took_part=sum_known([one.reach.took_part for one in mine]),
            known=sum(one.reach.known for one in mine),
            asked=sum(one.reach.asked for one in mine),
            answered=sum(one.reach.answered for one in mine),
            told=len(told),
            outcome=together(self.question, told) if told else None,
        )


def together(question: SurveyQuestion, counts: Sequence[QuestionCount]) -> QuestionCount:
    """The same question over several activities, in the answers that the organisation offers now."""
    numbers: dict[str, int] = {}
    for one in (option for count in counts for option in count.options):
        numbers[one.option.id] = numbers.get(one.option.id, 0) + one.number
    options = tuple(OptionCount(one, numbers.get(one.id, 0)) for one in question.options)
    return QuestionCount(question, sum(count.answered for count in counts), options)


def effects_of(year: int, *, reader: Person, today: date) -> Effects:
    """What came of a year, as far as this reader may see it."""
    form = survey_form()
    rows, beside = selectors.effect_rows(year, form, today, reader=reader)
    is_colleague = reader.may(Act.READ_CASES)
    return Effects(
        year=year,
        form=form,
        rows=tuple(
            ActivityEffect(
                activity=row,
                waves=tuple(
                    wave_effect(file, form.smallest, is_colleague=is_colleague) for file in row.waves
                ),
            )
            for row in rows
        ),
        beside=beside,
    )


def wave_effect(file: WaveFile, smallest: int, *, is_colleague: bool) -> WaveEffect:
    """One wave as a reader may see it; own words only as far as somebody agreed that they are public."""
    told = is_told(file.reach.answered, smallest, is_colleague=is_colleague)
    return WaveEffect(
        wave=file.window.wave,
        reach=file.reach,
        counts=file.counts if told else (),
        said=tuple(one for one in file.said if one.consent is not Consent.NONE) if told else (),
    )


def as_json(found: Effects, language: str) -> dict[str, object]:
    """The same as plain data for other programs; the form is documented in the reference."""
    return {
        "year": found.year,
        "question": found.question.text.in_(language),
        "own_form": found.form.own_form.in_(language),
        "smallest": found.form.smallest,
        "activities": [_row_json(row, language) for row in found.rows],
        "totals": [_total_json(one, language) for one in found.totals()],
        "withheld": found.beside,
    }


def _row_json(row: ActivityEffect, language: str) -> dict[str, object]:
    period = row.activity.period
    return {
        "id": row.activity.reference,
        "label": row.activity.label.in_(language),
        "number": row.activity.number,
        "from": period.starts_on.isoformat() if period else None,
        "until": period.ends_on.isoformat() if period else None,
        "waves": [_wave_json(one, language) for one in row.waves],
    }


def _wave_json(one: WaveEffect, language: str) -> dict[str, object]:
    reach = one.reach
    return {
        "wave": one.wave.id,
        "months": one.wave.months,
        "state": reach.state,
        "took_part": reach.took_part,
        "took_part_at_least": reach.known,
        "asked": reach.asked,
        "answered": reach.answered if reach.is_asked else None,
        "outcome": _outcome_json(one.outcome, language),
    }


def _total_json(one: WaveTotal, language: str) -> dict[str, object]:
    return {
        "wave": one.wave.id,
        "took_part": one.took_part,
        "took_part_at_least": one.known,
        "asked": one.asked,
        "answered": one.answered if one.is_asked else None,
        "activities_told": one.told,
        "outcome": _outcome_json(one.outcome, language),
    }


def _outcome_json(count: QuestionCount | None, language: str) -> Mapping[str, object] | None:
    """None where nobody answered, or where it is not told: no noughts stand for what is unknown."""
    if count is None:
        return None
    return {
        "answered": count.answered,
        "options": [
            {"id": one.option.id, "text": one.option.text.in_(language), "number": one.number}
            for one in count.options
        ],
    }


def chosen(count: QuestionCount) -> Iterable[tuple[Text, int]]:
    """The answers that anybody chose, what most chose in front."""
    found = sorted(count.options, key=lambda one: -one.number)
    return [(one.option.text, one.number) for one in found if one.number]
