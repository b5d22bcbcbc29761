"""What the answers come to: each share with its denominator, and what is unknown is no nought."""

from dataclasses import replace

import pytest

from openkader.casework.effect import (
    Answered,
    Reach,
    Taker,
    WaveState,
    Window,
    counted,
    is_told,
    reach_of,
)
from openkader.casework.mission import ParticipantRole
from tests.unit.surveys import (
    ANSWERED,
    ENDED,
    MONTH,
    OPEN,
    TAKEN_BACK,
    TODAY,
    a_form,
    a_group,
    a_survey,
    a_taker,
    said,
)

FORM = a_form()


def reach(*takers: Taker, window: Window = OPEN) -> Reach:
    return reach_of(takers, window, FORM, TODAY)


def test_a_group_without_names_cannot_be_asked_and_counts_in_the_denominator() -> None:
    found = reach(a_taker(ANSWERED), a_taker(ANSWERED), a_group(18))
    assert (found.asked, found.answered) == (2, 2)
    assert (found.took_part, found.unnamed) == (20, 18)


def test_who_was_asked_alone_was_asked_and_who_has_no_address_is_counted_as_such() -> None:
    assert reach(a_taker(ANSWERED)).is_asked
    found = reach(a_taker(), a_taker(email=None), a_taker(email=None))
    assert not found.is_asked
    assert (found.to_ask, found.without_address) == (1, 2)


def test_of_a_group_of_an_unknown_number_nobody_knows_the_denominator() -> None:
    found = reach(a_taker(ANSWERED), a_group(None), a_group(3))
    assert found.took_part is None
    assert found.unnamed is None
    assert found.known == 4


def test_each_that_took_part_stands_in_one_place() -> None:
    found = reach(
        a_taker(ANSWERED),
        a_taker(a_survey()),
        a_taker(ENDED),
        a_taker(TAKEN_BACK),
        a_taker(),
        a_taker(email=None),
        a_group(2),
        a_taker(took_part=None),
    )
    places = (found.answered, found.waiting, found.ended, found.taken_back, found.to_ask)
    assert places == (1, 1, 1, 1, 1)
    assert (found.without_address, found.unnamed, found.not_noted) == (1, 2, 1)
    assert found.took_part == sum(places) + found.without_address + 2
    assert found.asked == 3  # who was let off was not asked


def test_the_own_executive_is_in_no_number() -> None:
    found = reach(a_taker(role=ParticipantRole.OFFICE_HOLDER), a_taker(ANSWERED))
    assert (found.took_part, found.to_ask, found.answered) == (1, 0, 1)


def test_a_survey_of_another_wave_is_not_this_one() -> None:
    found = reach(a_taker(replace(ANSWERED, wave="year")))
    assert (found.asked, found.answered, found.to_ask) == (0, 0, 1)
    assert not found.is_asked


def test_when_the_activity_was_is_unknown_so_is_its_wave() -> None:
    found = reach(a_taker(), window=Window(wave=MONTH))
    assert found.state is WaveState.UNKNOWN
    assert found.opens_on is None


def test_answers_are_counted_over_whoever_answered_that_question() -> None:
    answers = [
        said("talk", "contract"),
        said("talk"),
        said("nothing"),
        Answered(chosen={"enabled": ("door",)}),
    ]
    outcome, enabled, hindered = counted(FORM, answers)
    assert outcome.answered == 3
    assert {one.option.id: one.number for one in outcome.options if one.number} == {
        "talk": 2,
        "contract": 1,
        "nothing": 1,
    }
    assert enabled.answered == 1
    assert (hindered.answered, {one.number for one in hindered.options}) == (0, {0})


@pytest.mark.parametrize(
    ("answered", "is_colleague", "told"),
    [(0, True, False), (0, False, False), (1, True, True), (4, False, False), (5, False, True)],
)
def test_few_answers_are_not_broken_down_in_public(answered: int, is_colleague: bool, told: bool) -> None:
    assert is_told(answered, FORM.smallest, is_colleague=is_colleague) is told
