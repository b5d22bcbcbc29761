"""What was worked out of a case is worked out once: for the same answers, under the same assessor, as long as it is."""

import gc
import weakref
from collections.abc import Hashable

import pytest

from openkader.kader import Assessment, Assessor
from openkader.kader.soundness import remembering
from openkader.kader.soundness.remembering import remembered
from tests.unit.small_kaders import small_kader

KADER = small_kader(1)
QUESTION = "c"
WORKED: list[tuple[object, ...]] = []


@remembered
def told(found: Assessment, more: Hashable = None) -> tuple[object, ...]:
    WORKED.append((found.value(QUESTION), more))
    if more == "wrong":
        raise ValueError(more)
    return WORKED[-1]


@pytest.fixture(autouse=True)
def _from_nothing() -> None:
    WORKED.clear()


def test_the_same_answers_are_worked_out_once_and_others_anew() -> None:
    assessor = Assessor(KADER)
    for answers in ({}, {}, {QUESTION: "x"}, {QUESTION: "y"}, {QUESTION: "x"}, {}):
        assert told(assessor.assess(answers)) == (answers.get(QUESTION), None)
    assert WORKED == [(None, None), ("x", None), ("y", None)]


def test_what_else_is_asked_counts_and_so_does_the_assessor() -> None:
    assessor = Assessor(KADER)
    for more in ("a", "b", "a"):
        assert told(assessor.assess({}), more) == (None, more)
        assert told(assessor.assess({}), more=more) == (None, more)
    assert told(Assessor(KADER).assess({}), "a") == (None, "a")
    assert sorted(str(one[1]) for one in WORKED) == ["a", "a", "a", "b", "b"]


def test_what_goes_wrong_is_tried_again() -> None:
    found = Assessor(KADER).assess({})
    for _time in range(2):
        with pytest.raises(ValueError, match="wrong"):
            told(found, "wrong")
    assert len(WORKED) == 2


def test_no_more_is_kept_than_some_cases_and_the_first_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "_MOST", 2)
    found = Assessor(KADER).assess({})
    for more in ("a", "b", "c", "c", "b", "a"):
        told(found, more)
    assert [one[1] for one in WORKED] == ["a", "b", "c", "a"]


def test_nothing_is_kept_of_an_assessor_that_is_gone() -> None:
    assessor = Assessor(KADER)
    told(assessor.assess({}))
    gone = weakref.ref(assessor)
    del assessor
    gc.collect()
    assert gone() is None
