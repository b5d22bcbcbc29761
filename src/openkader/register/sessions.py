"""Where an account is signed in: one row for each browser, as long as the session there holds."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, QuerySet


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """A browser in which somebody is signed in: what it calls itself, from which address, and since when."""

    number: int
    key: str
    browser: str
    address: str
    since: datetime


def sessions_of(account: User, now: datetime) -> list[OpenSession]:
    """The ones that still hold, newest first."""
    alive = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=now)
    rows = UserSession.objects.filter(Exists(alive), user=account).order_by("-created_at", "-pk")
    return [
        OpenSession(
            number=row.pk,
            key=row.session_key,
            browser=row.user_agent,
            address=row.ip,
            since=row.created_at,
        )
        for row in rows
    ]


def follow_key(former: str, present: str) -> None:
    """A session goes on under another key, and stays among those that can be seen and ended."""
    UserSession.objects.filter(session_key=former).update(session_key=present)


def mark_as_of_provider(key: str, sid: str) -> None:
    """Note that a session came from the provider, and how it is called there; empty when that was not said."""
    UserSession.objects.filter(session_key=key).update(data={"sid": sid})


def sessions_at_provider(
    provider: str, sub: str | None, sid: str | None, now: datetime
) -> dict[str, list[int]]:
    """The sessions that came from there, by account: of this person there, by this name there, or both."""
    alive = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=now)
    rows = UserSession.objects.filter(Exists(alive), data__has_key="sid")
    if sub is not None:
        rows = rows.filter(user__socialaccount__provider=provider, user__socialaccount__uid=sub)
    if sid is not None:
        rows = rows.filter(data__sid=sid)
    found: dict[str, list[int]] = {}
    for name, number in rows.order_by("pk").values_list("user__username", "pk"):
        found.setdefault(name, []).append(number)
    return found


def end_all(account: User) -> None:
    """End every session of an account."""
    end_these(UserSession.objects.filter(user=account).values_list("session_key", flat=True))


def end_these(keys: Collection[str] | QuerySet[UserSession, str]) -> None:
    """End the sessions with these keys; whoever sits there is a visitor from the next page on."""
    known = list(keys)
    Session.objects.filter(session_key__in=known).delete()
    UserSession.objects.filter(session_key__in=known).delete()


def forget_ended(now: datetime) -> None:
    """Keep nothing of sessions that ended by themselves: of who was where, the trail says enough."""
    Session.objects.filter(expire_date__lt=now).delete()
    alive = Session.objects.filter(session_key=OuterRef("session_key"))
    UserSession.objects.filter(~Exists(alive)).delete()
