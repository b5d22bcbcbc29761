"""What came of a year: shares with their denominators, unknown that is no nought, and few that nobody can work out."""

from dataclasses import replace
from datetime import date

from openkader.base.text import Text
from openkader.casework.effect import Answered, Consent, Taker, counted, reach_of
from openkader.casework.period import Period
from openkader.evaluation.effects import (
    ActivityEffect,
    Effects,
    as_json,
    chosen,
    together,
    wave_effect,
)
from openkader.register.selectors import EffectRow, SaidRow, WaveFile
from tests.unit.surveys import ANSWERED, OPEN, TODAY, a_form, a_group, a_taker, said

FORM = replace(a_form(), waves=a_form().waves[:1])
QUOTES = (
    SaidRow(words="Met naam.", consent=Consent.NAMED, name="A. Fictief"),
    SaidRow(words="Niet voor buiten.", consent=Consent.NONE, name=None),
)


def a_file(*answers: Answered, beside: tuple[Taker, ...] = ()) -> WaveFile:
    """A wave in which these answered, and these took part beside them."""
    takers = [*(a_taker(ANSWERED) for _ in answers), *beside]
    return WaveFile(
        window=OPEN,
        reach=reach_of(takers, OPEN, FORM, TODAY),
        counts=counted(FORM, answers),
        said=QUOTES if answers else (),
    )


def an_activity(name: str, file: WaveFile, *, is_colleague: bool = False) -> ActivityEffect:
    row = EffectRow(
        reference=name,
        label=Text(nl=name, en=name),
        number=1,
        period=Period.day(date(2030, 4, 1)),
        waves=(file,),
    )
    return ActivityEffect(activity=row, waves=(wave_effect(file, FORM.smallest, is_colleague=is_colleague),))


def a_year(*rows: ActivityEffect) -> Effects:
    return Effects(year=2030, form=FORM, rows=rows, beside=0)


FIVE = a_file(*[said("talk")] * 4, said("nothing"), beside=(a_group(3),))
TWO = a_file(said("contract"), said("contract"), beside=(a_group(18),))
NOBODY = a_file(beside=(a_group(7),))


def test_few_answers_are_not_told_in_public_and_are_to_colleagues() -> None:
    assert not wave_effect(TWO, 5, is_colleague=False).is_told
    assert wave_effect(TWO, 5, is_colleague=False).outcome is None
    assert wave_effect(TWO, 5, is_colleague=True).outcome is not None
    assert wave_effect(FIVE, 5, is_colleague=False).is_told


def test_the_totals_of_the_public_do_not_tell_what_few_said() -> None:
    (total,) = a_year(an_activity("A", FIVE), an_activity("B", TWO)).totals()
    assert (total.answered, total.asked, total.took_part) == (7, 7, 28)
    assert total.told == 1
    assert total.outcome is not None
    assert total.outcome.answered == 5
    assert "contract" not in {one.option.id for one in total.outcome.options if one.number}


def test_where_nobody_was_asked_everything_is_unknown() -> None:
    found = a_year(an_activity("C", NOBODY))
    (total,) = found.totals()
    assert (total.asked, total.outcome, total.took_part) == (0, None, 7)
    assert found.rows[0].newest is None
    written = as_json(found, "nl")
    (wave,) = written["activities"][0]["waves"]  # type: ignore[index]
    assert (wave["answered"], wave["outcome"]) == (None, None)
    assert written["totals"][0]["answered"] is None  # type: ignore[index]


def test_of_a_group_of_unknown_number_the_year_says_at_least() -> None:
    some = a_file(said("talk"), beside=(a_group(None),))
    (total,) = a_year(an_activity("A", FIVE), an_activity("D", some)).totals()
    assert (total.took_part, total.known) == (None, 9)


def test_own_words_are_told_only_with_consent() -> None:
    assert [one.words for one in wave_effect(FIVE, 5, is_colleague=True).said] == ["Met naam."]
    assert wave_effect(TWO, 5, is_colleague=False).said == ()


def test_answers_are_added_by_name_and_told_most_first() -> None:
    question = FORM.questions[0]
    counts = [file.counts[0] for file in (FIVE, TWO)]
    added = together(question, counts)
    assert added.answered == 7
    assert next((text.nl, number) for text, number in chosen(added)) == ("vervolggesprek", 4)
    assert len(list(chosen(added))) == 3


def test_as_data_each_share_has_its_denominator() -> None:
    written = as_json(a_year(an_activity("A", FIVE, is_colleague=True)), "en")
    wave = written["activities"][0]["waves"][0]  # type: ignore[index]
    assert (wave["answered"], wave["asked"], wave["took_part"]) == (5, 5, 8)
    assert wave["outcome"]["answered"] == 5
    assert {one["id"]: one["number"] for one in wave["outcome"]["options"]}["talk"] == 4
    bare = EffectRow(reference="X", label=Text(nl="x", en="x"), number=None, period=None, waves=(NOBODY,))
    row = ActivityEffect(activity=bare, waves=(wave_effect(NOBODY, 5, is_colleague=True),))
    undated = as_json(a_year(row), "en")["activities"][0]  # type: ignore[index]
    assert (undated["from"], undated["number"]) == (None, None)
