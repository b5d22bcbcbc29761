"""Agreements that end soon or have ended: whose work they are, and who is to be reminded."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from openkader.casework.agreements import (
    IN_FORCE,
    Whose,
    warned_until,
)
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import AccountRole
from openkader.register.agreements import CASE
from openkader.register.models import (
    Agreement,
    AgreementReminder,
)
from openkader.register.people import colleagues_with, person_named
from openkader.register.renewing import renewing_here
from openkader.register.selectors.agreements import AgreementLine, attention_first, lines_of, newest_deeds
from openkader.register.visibility import visible_or_alone

_ASSIGNEE = F("activity__request__assignee__username")
_WORKS = F("activity__request__assignee__is_active")
_OPEN_ACCOUNTS = User.objects.filter(is_active=True).values("username")
# Nobody works on a case of it.
_NO_CASE = (
    Q(activity__isnull=True) | Q(activity__request__isnull=True) | Q(activity__request__assignee__isnull=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEnding:
    """An agreement that ends, and whoever is to be reminded of that."""

    reference: str
    ends_by: date
    account: str
    to: str


def agreements_for(person: Person, today: date) -> list[AgreementLine]:
    """The agreements that end soon or have ended, and of which this colleague has to say what will come."""
    keys = ending_for(person, today).values("pk")
    return sorted(lines_of(newest_deeds(person).filter(agreement__in=keys), today), key=attention_first)


def ending_for(person: Person, today: date) -> QuerySet[Agreement]:
    """The same as they are kept."""
    nobody = ~Q(owner__in=_OPEN_ACCOUNTS) | Q(owner__isnull=True)
    mine = Q(owner=person.name) | (nobody & Q(activity__request__assignee__username=person.name))
    if person.may(Act.WORK):
        mine |= nobody & (_NO_CASE | Q(activity__request__assignee__is_active=False))
    return ending_soon(today).filter(mine, visible_or_alone(person, CASE))


def agreements_to_remind(today: date) -> list[AgreementEnding]:
    """Who is to be reminded of which agreement, and was not yet for its last day.

    Whoever sees to it is; where that is nobody here whoever works on the case, and else every adviser.
    """
    owner = User.objects.filter(username=OuterRef("owner"), is_active=True)
    columns = ("id", "reference", "ends_by", "owner")
    ending = ending_soon(today).order_by("id")
    rows = list(ending.values(*columns, is_owned=Exists(owner), assignee=_ASSIGNEE, works=_WORKS))
    if not rows:
        return []
    told = set(
        AgreementReminder.objects.filter(agreement__in=[row["id"] for row in rows]).values_list(
            "agreement", "ends_by", "account"
        )
    )
    advisers = [one.name for one in colleagues_with([AccountRole.ADVISER])]
    asked = [
        (row, name)
        for row in rows
        for name in _falls_to(row, advisers)
        if (row["id"], row["ends_by"], name) not in told
    ]
    return _addressed(asked)


def _falls_to(row: Mapping[str, Any], advisers: Sequence[str]) -> Sequence[str]:
    if row["is_owned"]:
        return [row["owner"]]
    return [row["assignee"]] if row["works"] else advisers


def _addressed(asked: Sequence[tuple[Mapping[str, Any], str]]) -> list[AgreementEnding]:
    """Those that have an address, each for what they may see."""
    names = {name for _row, name in asked}
    open_accounts = User.objects.filter(username__in=names, is_active=True).exclude(email="")
    emails = dict(open_accounts.values_list("username", "email"))
    seen = {name: _seen(person_named(name), [row["id"] for row, _name in asked]) for name in emails}
    return [
        AgreementEnding(reference=row["reference"], ends_by=row["ends_by"], account=name, to=emails[name])
        for row, name in asked
        if row["id"] in seen.get(name, ())
    ]


def _seen(person: Person, keys: Collection[int]) -> set[int]:
    if not person.may(Act.READ_CASES):
        return set()
    return set(
        Agreement.objects.filter(visible_or_alone(person, CASE), pk__in=keys).values_list("pk", flat=True)
    )


def ending_soon(today: date) -> QuerySet[Agreement]:
    """What is in force, is no reference to that of another authority, and ends within the months of the alert."""
    warned = warned_until(today, renewing_here().months_ahead)
    rows = Agreement.objects.filter(status__in=[str(one) for one in IN_FORCE], ends_by__lte=warned)
    return rows.filter(Q(whose__isnull=True) | ~Q(whose=Whose.OTHER_AUTHORITY))
