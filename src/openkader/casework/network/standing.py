"""Whether a member of the network sleeps: when it was last heard from, as exactly as that is known.

What lies somewhere in a year may have been on its last day, so only who certainly was not heard from is dormant.
"""

from collections.abc import Iterable
from datetime import date

from openkader.casework.network.words import MemberState
from openkader.casework.period import Period, months_after


def last_of(moments: Iterable[Period | None]) -> Period | None:
    """The last moment of which it is known when it was; None where there is none."""
    known = [one for one in moments if one is not None]
    return max(known, key=lambda one: (one.ends_on, one.starts_on), default=None)


def state_of(
    moments: Iterable[Period | None], today: date, months: int | None, *, is_stopped: bool = False
) -> MemberState:
    """How a member stands by its contacts and contributions; `months` None: nobody is ever dormant."""
    found = tuple(moments)
    if is_stopped:
        return MemberState.STOPPED
    if not found:
        return MemberState.NEVER
    last = last_of(found)
    if last is None:
        return MemberState.UNDATED
    if months is not None and last.ends_on < months_after(today, -months):
        return MemberState.DORMANT
    return MemberState.ACTIVE
