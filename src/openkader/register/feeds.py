"""The addresses at which calendars read."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User

from openkader.casework.agenda import FeedOf
from openkader.casework.permissions import Act, Person
from openkader.register.models import CalendarFeed
from openkader.register.people import person_named
from openkader.register.tokens import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """A feed as a list shows it, without its secret."""

    of: FeedOf
    opened_at: datetime
    last_used_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed that is read: whose work, in which language, and for whom; None: its account may not see it any more."""

    of: FeedOf
    language: str
    reader: Person | None


def feed_of(secret: str, today: date) -> Feed | None:
    """The feed behind this secret; none when nobody has it or it was withdrawn.

    What its account may is looked up anew. The first use of a day is noted.
    """
    held = CalendarFeed.objects.filter(digest=digest_of(secret), withdrawn_at__isnull=True)
    row = held.values("pk", "account__username", "team", "language", "last_used_on").first()
    if row is None:
        return None
    if row["last_used_on"] != today:
        CalendarFeed.objects.filter(pk=row["pk"]).update(last_used_on=today)
    of = FeedOf(row["account__username"], row["team"])
    return Feed(of=of, language=row["language"], reader=_reader(of))


def _reader(of: FeedOf) -> Person | None:
    """Who reads; nobody once the account is closed, has no role that reads cases, or left the team."""
    person = person_named(of.account)
    is_theirs = not of.team or of.team == person.team
    return person if person.may(Act.READ_CASES) and is_theirs else None


def open_feeds(account: str) -> list[FeedRow]:
    """The feeds of an account that are not withdrawn, its own first."""
    holder = User.objects.filter(username=account).values("pk")
    rows = CalendarFeed.objects.filter(account__in=holder, withdrawn_at__isnull=True).order_by("team")
    return [
        FeedRow(of=FeedOf(account, row.team), opened_at=row.at, last_used_on=row.last_used_on) for row in rows
    ]
