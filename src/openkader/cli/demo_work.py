"""The made-up cases of the demo as somebody's work, so that a list of work shows what one is."""

from contextlib import suppress

from openkader.base.errors import Refused
from openkader.casework.work_list import Holder
from openkader.cli.demo_accounts import BY, TEAM
from openkader.cli.house import now
from openkader.register import services
from openkader.register.entries import AssignmentEntry

# The third case of 2026 is nobody's yet; an investment is seen by nobody but whoever works on it.
HOLDERS = dict.fromkeys(
    ("FICTIEF-2026-01", "FICTIEF-2026-02", "FICTIEF-REIS", "FICTIEF-BEZOEK", "FICTIEF-INVESTERING"),
    Holder(assignee="demo-adviseur", team=TEAM),
)


def give_out_work() -> None:
    """Give the cases to the colleagues of the demo; what somebody gave on since stays so."""
    for request, holder in HOLDERS.items():
        with suppress(Refused):  # it is in another hand by now
            services.assign_request(
                AssignmentEntry(request=request, to=holder, seen=Holder()), by=BY, now=now()
            )
