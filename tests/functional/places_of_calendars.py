"""Where a colleague lets a calendar read; what it reads is no page."""

from tests.functional.place import Place, act
from tests.functional.places import ADVISER, AUDITOR, MISSION, VISITOR

HERE = "/account/agenda/"
INVITING = f"{MISSION.removesuffix('programma/')}uitnodigingen/"
CALENDARS = {
    "calendars": (
        Place(ADVISER, HERE),
        Place(AUDITOR, HERE),
        Place(ADVISER, HERE, act("open")),
        Place(ADVISER, HERE, act("withdraw")),
    ),
    "activity_invitations": (
        Place(ADVISER, INVITING),
        Place(AUDITOR, INVITING),
    ),
}
CALENDAR_FILES = {
    "activity_calendar": Place(ADVISER, f"{MISSION.removesuffix('programma/')}agenda.ics"),
    "calendar_feed": Place(VISITOR, "/agenda/okc_bestaat-niet/agenda.ics"),
}
