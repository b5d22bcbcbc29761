"""Who draws up a destruction list, who agrees, and when it may be carried out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from openkader.base.errors import Refusal
from openkader.casework.retention import (
    LONGEST,
    ListStand,
    ListState,
    Reviewer,
    may_agree,
    may_destroy,
    may_draw_up,
    may_stop,
    may_take_off,
    may_withdraw,
    state_of_list,
    waits_long,
)

NEW = ListStand(drawn_up_by="anna", items=2)
ONE = replace(NEW, agreed={Reviewer.OWNER: "dirk"})
BOTH = replace(NEW, agreed={Reviewer.OWNER: "dirk", Reviewer.ARCHIVIST: "aukje"})
HALF = replace(BOTH, done=1)
DONE = replace(BOTH, done=2)
BACK = replace(ONE, is_withdrawn=True)


def code(refusal: Refusal | None) -> str | None:
    return refusal.code if refusal else None


def test_a_list_is_drawn_up_agreed_and_carried_out() -> None:
    states = [state_of_list(one) for one in (NEW, ONE, BOTH, HALF, DONE, BACK)]
    assert states == [
        ListState.DRAWN_UP,
        ListState.DRAWN_UP,
        ListState.AGREED,
        ListState.AGREED,
        ListState.DESTROYED,
        ListState.WITHDRAWN,
    ]


def test_a_worker_is_under_way_until_all_items_and_their_documents_are_gone() -> None:
    busy = replace(HALF, is_under_way=True)
    stands = [busy, replace(busy, done=2, files=1), replace(DONE, files=1), replace(busy, done=2)]
    assert [state_of_list(one) for one in stands] == [
        ListState.UNDER_WAY,
        ListState.UNDER_WAY,
        ListState.AGREED,
        ListState.DESTROYED,
    ]
    assert may_destroy(busy) is None
    assert may_withdraw(replace(busy, done=0), "Verkeerde dag.") is None
    assert code(may_withdraw(busy, "Te laat.")) == "destruction.over"


def test_a_list_that_no_worker_holds_for_a_minute_waits_long() -> None:
    asked = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
    soon, later = asked + timedelta(seconds=59), asked + timedelta(minutes=1)
    assert not waits_long(asked, None, soon)
    assert waits_long(asked, None, later)
    assert waits_long(asked, soon, later)  # who held it died
    assert not waits_long(asked, later + timedelta(minutes=1), later)
    assert waits_long(asked, later, later)  # it is held up to that moment, and no longer


def test_a_list_has_something_on_it_and_nothing_that_is_not_due() -> None:
    assert may_draw_up(3, None) is None
    assert code(may_draw_up(0, None)) == "destruction.nothing-chosen"
    assert code(may_draw_up(3, "V-1")) == "destruction.not-due"


@pytest.mark.parametrize(
    ("stand", "as_what", "by", "expected"),
    [
        (NEW, Reviewer.ARCHIVIST, "aukje", None),
        (NEW, Reviewer.ARCHIVIST, "Anna", "destruction.own-list"),
        (ONE, Reviewer.ARCHIVIST, "aukje", None),
        (ONE, Reviewer.OWNER, "femke", "destruction.agreed-already"),
        (ONE, Reviewer.ARCHIVIST, "DIRK", "destruction.other-reviewer"),
        (BOTH, Reviewer.ARCHIVIST, "karin", "destruction.over"),
        (BACK, Reviewer.ARCHIVIST, "aukje", "destruction.over"),
        (replace(NEW, items=0), Reviewer.ARCHIVIST, "aukje", "destruction.empty"),
    ],
)
def test_two_others_agree_each_as_something_else(
    stand: ListStand, as_what: Reviewer, by: str, expected: str | None
) -> None:
    assert code(may_agree(stand, as_what, by)) == expected


@pytest.mark.parametrize(
    ("stand", "by", "reason", "expected"),
    [
        (NEW, "aukje", "loopt nog een bezwaar", None),
        (ONE, "aukje", "loopt nog een bezwaar", None),
        (NEW, "anna", "liever niet", "destruction.own-list"),
        (NEW, "aukje", "  ", "destruction.no-reason"),
        (NEW, "aukje", "x" * (LONGEST + 1), "destruction.no-reason"),
        (BOTH, "aukje", "toch bewaren", None),
        (BOTH, "anna", "toch bewaren", "destruction.own-list"),
        (BOTH, "aukje", "  ", "destruction.no-reason"),
        (HALF, "dirk", "de rest blijft", None),
        (replace(HALF, is_under_way=True), "aukje", "te laat", "destruction.over"),
        (DONE, "aukje", "te laat", "destruction.over"),
        (BACK, "aukje", "te laat", "destruction.over"),
    ],
)
def test_a_reviewer_takes_off_with_a_reason_what_is_not_being_destroyed(
    stand: ListStand, by: str, reason: str, expected: str | None
) -> None:
    assert code(may_take_off(stand, by, reason)) == expected


def test_only_what_a_worker_carries_out_can_be_stopped() -> None:
    assert may_stop(replace(HALF, is_under_way=True)) is None
    for stand in (NEW, ONE, HALF, DONE, replace(BACK, is_under_way=True)):
        assert code(may_stop(stand)) == "destruction.not-under-way"


@pytest.mark.parametrize(
    ("stand", "expected"),
    [
        (NEW, None),
        (BOTH, None),
        (HALF, "destruction.over"),
        (DONE, "destruction.over"),
        (BACK, "destruction.over"),
    ],
)
def test_a_list_is_withdrawn_as_long_as_nothing_of_it_is_gone(stand: ListStand, expected: str | None) -> None:
    assert code(may_withdraw(stand, "fout opgesteld")) == expected


def test_a_list_is_not_withdrawn_without_a_reason() -> None:
    assert code(may_withdraw(NEW, "")) == "destruction.no-reason"


@pytest.mark.parametrize(
    ("stand", "expected"),
    [
        (NEW, "destruction.not-agreed"),
        (ONE, "destruction.not-agreed"),
        (BACK, "destruction.over"),
        (BOTH, None),
        (HALF, None),
        (DONE, None),
    ],
)
def test_it_is_carried_out_once_both_agreed_and_again_after_an_interruption(
    stand: ListStand, expected: str | None
) -> None:
    assert code(may_destroy(stand)) == expected
