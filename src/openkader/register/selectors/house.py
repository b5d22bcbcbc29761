"""How the house itself is doing: what waits to be done in the background. It says nothing of any case."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Count, Min

from openkader.register.models import AuditHead, OutgoingMail, ScreeningTask


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What workers still have to do, since when the oldest of it waits, and what they gave up."""

    screenings: int
    screening_since: datetime | None
    mails: int
    mail_since: datetime | None
    mails_failed: int


def background() -> Background:
    """The work in the background at this moment."""
    tasks = ScreeningTask.objects.filter(finished_at=None)
    mails = OutgoingMail.objects.filter(finished_at=None)
    return Background(
        **tasks.aggregate(screenings=Count("pk"), screening_since=Min("requested_at")),
        **mails.aggregate(mails=Count("pk"), mail_since=Min("queued_at")),
        mails_failed=OutgoingMail.objects.filter(failure__isnull=False).count(),
    )


def trail_end() -> int:
    """The number of the newest entry of the trail."""
    return AuditHead.objects.values_list("sequence", flat=True).first() or 0


def database_bytes() -> int:
    """How much room the database takes."""
    size = (
        "SELECT pg_database_size(current_database())"
        if connection.vendor == "postgresql"
        else "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    )
    with connection.cursor() as cursor:
        cursor.execute(size)
        return int(cursor.fetchone()[0])
