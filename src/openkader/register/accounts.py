"""Accounts as the framework keeps them, with the roles that they were given here.

Their names are how the audit trail knows people.
"""

import re
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Count

from openkader.base.errors import Invalid, NotFound, Problem
from openkader.casework.permissions import may_hold
from openkader.casework.vocabulary import AccountRole, PasswordDue
from openkader.register.hand import Hand, require
from openkader.register.models import DuePassword, HeldRole, TeamMember
from openkader.register.passwords import check_password

MOST_OF_TEAM = 60
_NAME = re.compile(r"[\w.@+-]{1,80}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """An account as a list shows it."""

    name: str
    is_open: bool
    roles: tuple[AccountRole, ...]
    team: str | None
    has_second_step: bool
    # Why another password is to be chosen, and until when what was sent or handed over lets them in.
    due: PasswordDue | None
    due_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The roles and the team that a colleague gets."""

    roles: Collection[AccountRole] = ()
    team: str | None = None


def is_account_name(name: str) -> bool:
    """Whether an account can be called so; never as a hand of the house, which has a colon."""
    return bool(_NAME.fullmatch(name))


def account_named(name: str) -> User:
    """The account of a name, open or closed."""
    found = User.objects.filter(username=name).first()
    if found is None:
        raise NotFound("account", name)
    return found


class DrawnPassword(str):
    """A password that the house drew, so that somebody hands it over; whoever gets it replaces it at once."""

    __slots__ = ()


def made_up_password(name: str) -> DrawnPassword:
    """A password of 96 random bits, which nobody guesses; one that by chance looks like the name is drawn again."""
    password = DrawnPassword(secrets.token_urlsafe(12))
    try:
        check_password(password, User(username=name))
    except Invalid:
        return made_up_password(name)
    return password


def accounts() -> list[AccountRow]:
    """Every account with what it may do, by name."""
    users = User.objects.annotate(steps=Count("authenticator")).order_by("username")
    users = users.select_related("membership", "due_password").prefetch_related("held_roles")
    return [
        AccountRow(
            name=user.username,
            is_open=user.is_active,
            roles=_roles(user.held_roles.all()),
            team=_team(user),
            has_second_step=bool(user.steps),
            due=PasswordDue(due.why) if due else None,
            due_until=lets_in_until(due),
        )
        for user in users
        for due in [getattr(user, "due_password", None)]
    ]


def without_way_in(names: Collection[str]) -> list[str]:
    """Which of these open accounts nobody can sign in with: no password here, and nobody known to a provider."""
    users = User.objects.filter(username__in=names, is_active=True).annotate(known=Count("socialaccount"))
    return [
        user.username for user in users.filter(known=0).order_by("username") if not user.has_usable_password()
    ]


def roles_of(account: User) -> tuple[AccountRole, ...]:
    """The roles that an account holds, whether it is open or not."""
    return _roles(HeldRole.objects.filter(account=account))


def appoint(account: User, post: Post, hand: Hand) -> None:
    """Let an account hold these roles and no other, in this team or in none."""
    if post.team and len(post.team) > MOST_OF_TEAM:
        detail = {"most": str(MOST_OF_TEAM)}
        raise Invalid([Problem("account.long-team", account.get_username(), detail)])
    require(may_hold(post.roles))
    HeldRole.objects.filter(account=account).exclude(role__in=[str(role) for role in post.roles]).delete()
    HeldRole.objects.bulk_create(
        (HeldRole(account=account, role=role, at=hand.now, by=hand.by) for role in dict.fromkeys(post.roles)),
        ignore_conflicts=True,
    )
    TeamMember.objects.filter(account=account).exclude(team=post.team or "").delete()
    if post.team:
        TeamMember.objects.get_or_create(account=account, defaults={"team": post.team})


def give_password(account: User, password: str | None, hand: Hand) -> None:
    """Let an account have this password; one that was drawn holds for some days and has to be replaced."""
    account.set_password(password)
    account.save(update_fields=["password"])
    DuePassword.objects.filter(account=account).delete()
    if isinstance(password, DrawnPassword):
        DuePassword.objects.create(account=account, why=PasswordDue.DRAWN, since=hand.now)


def is_password_due(name: str) -> bool:
    """Whether this account has to get another password before anything else."""
    return DuePassword.objects.filter(account__username=name).exists()


def first_password_ends(account: User) -> datetime | None:
    """When a password that was drawn is of no use any more; None for one that somebody chose."""
    return lets_in_until(DuePassword.objects.filter(account=account, why=PasswordDue.DRAWN).first())


def lets_in_until(due: DuePassword | None) -> datetime | None:
    """The end of a password that was drawn or of an invitation; one that leaked lets in until it is replaced."""
    days = {
        PasswordDue.DRAWN: settings.OPENKADER_FIRST_PASSWORD_DAYS,
        PasswordDue.INVITED: settings.OPENKADER_INVITATION_DAYS,
    }
    if due is None or due.why not in days:
        return None
    return due.since + timedelta(days=days[PasswordDue(due.why)])


def _roles(held: Iterable[HeldRole]) -> tuple[AccountRole, ...]:
    """In the order of the vocabulary."""
    known = {row.role for row in held}
    return tuple(role for role in AccountRole if role in known)


def _team(user: User) -> str | None:
    found = getattr(user, "membership", None)
    return found.team if found else None
