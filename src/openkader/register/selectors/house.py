"""How the house itself is doing: what waits to be done in the background. It says nothing of any case."""

import shutil
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min, Q

from openkader.casework.mail import Arrival
from openkader.register.case_system.filed import FilingRow, refused_filings
from openkader.register.mail_terms import HELD, MOST_ATTEMPTS
from openkader.register.models import OutgoingMail, ScreeningTask
from openkader.register.subscriptions import SubscriptionRow, subscriptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What workers still have to do, since when the oldest of it waits, and what they gave up."""

    screenings: int
    screening_since: datetime | None
    mails: int
    mail_since: datetime | None
    untried_since: datetime | None
    mails_retrying: int  # of those that wait: tried in vain, and tried again by itself
    mails_held: int  # tried in vain so often that somebody has to look
    held_since: datetime | None
    mails_forgotten: int
    mails_bounced: int  # sent, and reported as not arrived, in as many days as mail is held
    receivers: tuple[SubscriptionRow, ...] = ()
    filings: tuple[FilingRow, ...] = ()  # the cases that the case system did not take

    @property
    def held(self) -> tuple[SubscriptionRow, ...]:
        """The receivers that failed so often that somebody has to look."""
        return tuple(one for one in self.receivers if one.is_held)

    @property
    def event_since(self) -> datetime | None:
        """Since when an event waits that nothing failed for yet."""
        found = [one.waiting_since for one in self.receivers if not one.failures and one.waiting_since]
        return min(found, default=None)


def background(now: datetime) -> Background:
    """The work in the background at this moment."""
    tasks = ScreeningTask.objects.filter(finished_at=None)
    forgotten, open_ = Q(failure__isnull=False), Q(finished_at=None)
    held, waits = open_ & Q(attempts__gte=MOST_ATTEMPTS), open_ & Q(attempts__lt=MOST_ATTEMPTS)
    bounced = Q(arrival=Arrival.BOUNCED, arrival_at__gt=now - HELD)
    return Background(
        **tasks.aggregate(screenings=Count("pk"), screening_since=Min("requested_at")),
        **OutgoingMail.objects.filter(open_ | forgotten | bounced).aggregate(
            mails=Count("pk", filter=waits),
            mail_since=Min("queued_at", filter=waits),
            untried_since=Min("queued_at", filter=open_ & Q(attempts=0)),
            mails_retrying=Count("pk", filter=waits & Q(attempts__gt=0, not_before__gt=now)),
            mails_held=Count("pk", filter=held),
            held_since=Min("queued_at", filter=held),
            mails_forgotten=Count("pk", filter=forgotten),
            mails_bounced=Count("pk", filter=bounced),
        ),
        receivers=tuple(subscriptions(only_open=True)),
        filings=tuple(refused_filings()),
    )


def room_taken() -> tuple[int, int]:
    """How many bytes the database takes, and the number of the newest entry of the trail."""
    size = (
        "SELECT pg_database_size(current_database())"
        if connection.vendor == "postgresql"
        else "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ({size}), (SELECT MAX(sequence) FROM register_audithead)")  # noqa: S608 - both are ours
        taken, newest = cursor.fetchone()
    return int(taken), newest or 0


def disk() -> tuple[int, int] | None:
    """How many bytes the disk that holds the data has, and how many are free; none where that cannot be read."""
    try:
        room = shutil.disk_usage(settings.OPENKADER_DATA)
    except OSError:
        return None
    return room.total, room.free
