"""Who may be given work, and who is told that somebody else was first."""

from openkader.base.errors import Refusal
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import AccountRole
from openkader.casework.work_list import Assigning, Holder, may_assign

NOBODY_YET = Holder()
ANNA, BEN = Holder(assignee="anna"), Holder(assignee="ben")


def draft(to: Holder, now: Holder = NOBODY_YET) -> Assigning:
    return Assigning(to=to, seen=NOBODY_YET, now=now)


def test_work_goes_to_a_colleague_who_may_read_cases() -> None:
    assert may_assign(draft(ANNA), Person(name="anna", roles=frozenset({AccountRole.ADVISER}))) is None


def test_work_does_not_go_to_somebody_who_may_read_no_case() -> None:
    keeper = Person(name="ben", roles=frozenset({AccountRole.ADMINISTRATOR}))
    assert may_assign(draft(BEN), keeper) == Refusal("assigning.no-reader", {"who": "ben"})


def test_who_comes_second_is_told_who_was_first() -> None:
    assert may_assign(draft(ANNA, now=BEN), None) == Refusal("assigning.meanwhile", {"who": "ben"})


def test_a_team_or_nobody_that_came_first_is_told_as_well() -> None:
    taken = draft(ANNA, now=Holder(team="demo"))
    assert may_assign(taken, None) == Refusal("assigning.meanwhile", {"who": "demo"})
    given_back = Assigning(to=ANNA, seen=BEN, now=NOBODY_YET)
    assert may_assign(given_back, None) == Refusal("assigning.meanwhile", {"who": "-"})


def test_work_goes_to_a_team_without_a_colleague() -> None:
    assert may_assign(draft(Holder(team="demo")), None) is None
