"""A session beforehand: what may be noted of it, and how many of those who take part were at one."""

import pytest

from openkader.casework.self_scan import BriefingDraft, Coverage, Present, briefed, may_note_briefing
from tests.unit.self_scans import DAY, TODAY


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, None),
        ({"kind": "nobody"}, "briefing.no-kind"),
        ({"by_whom": " "}, "briefing.nobody"),
        ({"held_on": TODAY + DAY}, "briefing.not-yet"),
        ({"present": {}}, "briefing.no-attendance"),
        ({"present": {"D-1": Present(1, None)}}, "briefing.no-attendance"),
        ({"present": {"D-1": Present(1, 2)}}, "briefing.too-many"),
        ({"present": {"D-1": Present(None, -1)}}, "briefing.too-many"),
        ({"present": {"D-1": Present(None, 400)}}, None),
        ({"present": {"D-1": Present(1, 0)}}, None),
    ],
)
def test_a_session_that_was_held_is_noted(changes: dict, found: str | None) -> None:
    plain = {"kind": "rvo", "held_on": TODAY, "by_whom": "RVO", "present": {"D-1": Present(1, 1)}}
    draft = BriefingDraft(**{**plain, **changes})
    refusal = may_note_briefing(draft, ["rvo", "own"], TODAY)
    assert (refusal.code if refusal else None) == found


@pytest.mark.parametrize(
    ("taking_part", "sessions", "found"),
    [
        ([1, 1], [], Coverage(0, 0, 2, 2)),
        ([1, 1], [[1, 0]], Coverage(1, 1, 2, 2)),
        ([1, 1], [[1, 0], [1, 1]], Coverage(2, 2, 2, 2)),
        ([1, 1], [[1, None]], Coverage(1, 2, 2, 2)),
        ([18], [[12], [10]], Coverage(12, 18, 18, 18)),
        ([18], [[3], [4]], Coverage(4, 7, 18, 18)),
        ([18], [[3], [None]], Coverage(3, 18, 18, 18)),
        ([None], [[3]], Coverage(3, 3, 1, None)),
        ([None], [[None]], Coverage(0, None, 1, None)),
        ([], [], Coverage(0, 0, 0, 0)),
    ],
)
def test_briefed_of_those_who_take_part(taking_part: list, sessions: list, found: Coverage) -> None:
    assert briefed(taking_part, sessions) == found
