"""A kader that takes too much work to be made whole says of no case what still matters: it says that it did not."""

from dataclasses import replace

import pytest

from openkader.kader import Assessor, load_kader
from openkader.kader.soundness import bounded, whole
from openkader.kader.soundness.changing import ways
from openkader.kader.soundness.diagrams import TooLarge
from openkader.kader.soundness.mattering import Matter, matters, settlings
from openkader.kader.soundness.whole import whole_of
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.unit.small_kaders import small_kader


@pytest.fixture
def small() -> Assessor:
    """Its own, for a whole is kept with its assessor."""
    return Assessor(replace(small_kader(1), id="small"))


@pytest.mark.parametrize("name", ["WORK", "_MOST_LOOKS"])
def test_of_a_kader_that_is_too_large_nothing_is_claimed(
    small: Assessor, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(whole if name == "WORK" else bounded, name, -1)
    found = small.assess({})
    told = matters(found)
    assert [*told] == [fact.id for fact in found.kader.asked]
    assert {*told.values()} == {Matter.UNPROVED}
    assert settlings(found) == ()
    for _time in range(2):
        with pytest.raises(TooLarge):
            ways(found)
        with pytest.raises(TooLarge):
            whole_of(small)


def test_of_one_case_that_is_too_large_nothing_is_claimed(
    small: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Matter.UNPROVED not in matters(Assessor(small.kader).assess({})).values()
    whole_of(small)
    monkeypatch.setattr(whole, "WORK", -1)
    found = small.assess({})
    assert {*matters(found).values()} == {Matter.UNPROVED}
    assert settlings(found) == ()


def test_zuid_holland_takes_a_fraction_of_the_work_that_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "WORK", whole.WORK // 10)
    found = Assessor(load_kader(ZUID_HOLLAND)).assess({})
    assert Matter.UNPROVED not in matters(found).values()
    assert not any(one.is_bounded for one in settlings(found))
    assert ways(found)


def test_an_outcome_of_which_the_search_is_too_large_is_bounded(
    small: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = settlings(small.assess({}))
    assert len(full) > 1
    tried = []
    for work in range(0, 2_000, 20):
        again = Assessor(small.kader)  # what was told once under an assessor is remembered
        whole_of(again)
        with monkeypatch.context() as patched:
            patched.setattr(whole, "WORK", work)
            tried.append(settlings(again.assess({})))
    assert all(told == () or [one.outcome for one in told] == [one.outcome for one in full] for told in tried)
    assert tried[0] == ()
    assert tried[-1] == full
    assert any(one.is_bounded for told in tried for one in told)
