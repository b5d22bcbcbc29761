"""Who is invited to what by mail, and whether it stays in a calendar."""

from datetime import UTC, date, datetime

import pytest

from openkader.casework.agenda import AgendaItem, AgendaKind
from openkader.casework.inviting import Method, may_be_invited, may_invite, may_uninvite, method_of
from openkader.casework.vocabulary import ActivityStanding

PLANNED, HELD, CALLED_OFF = ActivityStanding.PLANNED, ActivityStanding.HELD, ActivityStanding.CANCELLED


def item(*, is_cancelled: bool = False) -> AgendaItem:
    return AgendaItem(
        kind=AgendaKind.ACTIVITY,
        key="X-1",
        record="X-1",
        contact=None,
        begins=date(2030, 6, 3),
        ends=date(2030, 6, 4),
        changed=datetime(2030, 5, 1, tzinfo=UTC),
        is_cancelled=is_cancelled,
    )


@pytest.mark.parametrize(
    ("standing", "found", "mails", "code"),
    [
        (PLANNED, item(), True, None),
        (HELD, item(), True, "activity.not-planned"),
        (CALLED_OFF, item(), True, "activity.not-planned"),
        (PLANNED, None, True, "invitation.no-day"),
        (PLANNED, item(), False, "invitation.no-mail"),
    ],
)
def test_one_is_invited_to_what_takes_place_on_a_day_that_is_known(
    standing: ActivityStanding, found: AgendaItem | None, mails: bool, code: str | None
) -> None:
    refusal = may_invite(standing, found, mails=mails)
    assert (refusal.code if refusal else None) == code


def test_only_a_colleague_with_an_address_who_may_see_it_is_invited() -> None:
    assert may_be_invited("anna", has_address=True, may_see=True) is None
    for has_address, may_see, code in ((False, True, "no-address"), (True, False, "may-not-see")):
        refusal = may_be_invited("anna", has_address=has_address, may_see=may_see)
        assert refusal is not None
        assert (refusal.code, refusal.detail) == (f"invitation.{code}", {"name": "anna"})


def test_nobody_is_taken_off_what_is_past_or_off() -> None:
    assert may_uninvite(PLANNED) is None
    assert [may_uninvite(one) is not None for one in (HELD, CALLED_OFF)] == [True, True]


def test_it_stays_in_a_calendar_only_while_all_of_it_holds() -> None:
    assert method_of(item(), is_withdrawn=False, may_see=True) is Method.REQUEST
    for found, is_withdrawn, may_see in (
        (None, False, True),
        (item(is_cancelled=True), False, True),
        (item(), True, True),
        (item(), False, False),
    ):
        assert method_of(found, is_withdrawn=is_withdrawn, may_see=may_see) is Method.CANCEL
