"""What may be noted of a recommendation, and how it stood on a day."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from openkader.base.errors import Refusal
from openkader.casework.period import Period
from openkader.casework.recommendations import (
    STATUSES,
    Followed,
    FollowUpDraft,
    FollowUpStatus,
    Known,
    is_overdue,
    may_address,
    may_follow_up,
    may_recommend,
    status_on,
)

TODAY = date(2030, 5, 1)
KNOWN = Known(kaders=("org/2030-01-01",), figures=("activities",))
DRAFT = FollowUpDraft(
    status=FollowUpStatus.DONE,
    period=Period.year(2029),
    what="Vastgelegd in het kader.",
    seen=0,
    url="https://example.nl/besluit",
    kader="org/2030-01-01",
    change="Actielijn E1 genoemd.",
    figure="activities",
)
DONE, PARTLY, OPEN = FollowUpStatus.DONE, FollowUpStatus.PARTLY, FollowUpStatus.OPEN


def code(refusal: Refusal | None) -> str | None:
    return None if refusal is None else refusal.code


def test_every_status_has_words() -> None:
    assert set(STATUSES) == set(FollowUpStatus)


def test_what_is_done_with_its_evidence_may_be_noted() -> None:
    assert may_follow_up(DRAFT, 0, KNOWN, TODAY) is None
    assert may_follow_up(replace(DRAFT, url="", record="V-1"), 0, KNOWN, TODAY) is None
    assert may_follow_up(replace(DRAFT, url="", has_file=True), 0, KNOWN, TODAY) is None


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"seen": 1}, "meanwhile"),
        ({"period": None}, "no-moment"),
        ({"period": Period.day(date(2030, 5, 2))}, "not-yet"),
        ({"what": " "}, "no-words"),
        ({"what": "x" * 2001}, "no-words"),
        ({"what": "", "status": FollowUpStatus.NOT_FOLLOWED}, "no-reason"),
        ({"url": ""}, "no-evidence"),
        ({"url": "", "status": PARTLY}, "no-evidence"),
        ({"url": "javascript:alert(1)"}, "bad-address"),
        ({"url": "https://" + "x" * 500}, "bad-address"),
        ({"change": " "}, "half-change"),
        ({"change": "x" * 2001}, "half-change"),
        ({"kader": ""}, "half-change"),
        ({"kader": "org/1999-01-01"}, "unknown-kader"),
        ({"figure": "no_such_figure"}, "unknown-figure"),
    ],
)
def test_a_follow_up_that_says_too_little_is_refused(changes: dict[str, Any], why: str) -> None:
    assert code(may_follow_up(replace(DRAFT, **changes), 0, KNOWN, TODAY)) == f"recommendation.{why}"


def test_what_is_open_or_not_followed_needs_no_evidence() -> None:
    for status in (OPEN, FollowUpStatus.TAKEN_UP, FollowUpStatus.NOT_FOLLOWED):
        plain = replace(DRAFT, status=status, url="", kader="", change="", figure="")
        assert may_follow_up(plain, 0, KNOWN, TODAY) is None


def test_an_address_says_to_whom_or_before_when() -> None:
    due = Period.year(2031)
    assert may_address("", due, seen=0, number=0) is None
    assert may_address("Gedeputeerde Staten", None, seen=2, number=2) is None
    assert code(may_address(" ", None, seen=0, number=0)) == "recommendation.no-address"
    assert code(may_address("x" * 301, None, seen=0, number=0)) == "recommendation.long-name"
    assert code(may_address("GS", due, seen=0, number=1)) == "recommendation.meanwhile"


def test_a_recommendation_says_something_and_not_too_much() -> None:
    assert may_recommend("Ga zo door.") is None
    assert code(may_recommend("  ")) == code(may_recommend("x" * 2001)) == "recommendation.no-text"


def test_how_it_stood_is_what_was_certainly_so_by_then() -> None:
    steps = [Followed(OPEN, Period.year(2028)), Followed(DONE, Period.year(2029)), Followed(PARTLY, None)]
    assert status_on(steps, date(2028, 12, 31)) is OPEN
    assert status_on(steps, date(2029, 6, 1)) is OPEN
    assert status_on(steps, date(2029, 12, 31)) is DONE
    assert status_on([], TODAY) is None
    assert status_on([], TODAY, recorded=OPEN) is OPEN


def test_unknown_and_what_is_done_in_part_do_not_stop_a_term() -> None:
    due = Period.year(2029)
    assert is_overdue(None, due, TODAY)
    assert is_overdue(PARTLY, due, TODAY)
    assert not is_overdue(DONE, due, TODAY)
    assert not is_overdue(FollowUpStatus.NOT_FOLLOWED, due, TODAY)
    assert not is_overdue(None, Period.year(2030), TODAY)
    assert not is_overdue(None, None, TODAY)
