"""Who somebody is to the rules: a name, the roles held now, and a team."""

from collections.abc import Collection
from dataclasses import replace
from itertools import groupby

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import F, QuerySet

from openkader.casework.permissions import NOBODY, HouseHand, Person, TokenHand
from openkader.casework.vocabulary import AccountRole, PasswordDue
from openkader.register.adopted_kaders import how_many, note_how_many
from openkader.register.models import HeldRole


class Accounts(ModelBackend):
    """The accounts of the framework, each found with its roles and team in one question.

    Along with it comes how many kaders were adopted here, which most pages have to know.
    """

    def get_user(self, user_id: int) -> User | None:
        """Who a session belongs to; nobody once the account is closed."""
        rows: list[User] = list(_with_roles(User.objects.filter(pk=user_id)).annotate(adopted=how_many()))
        user = rows[0] if rows else None
        if user is None or not self.user_can_authenticate(user):
            return None
        note_how_many(user.adopted)  # type: ignore[attr-defined]
        user.openkader_person = _person(rows)  # type: ignore[attr-defined]  # as long as the page is made
        return user


def acting_as(by: str) -> Person:
    """Who changes something: a colleague, or a hand of the house, which is one by its making and not by its name."""
    if isinstance(by, HouseHand):
        return by.person()
    person = person_named(by)
    return replace(person, within=by.within) if isinstance(by, TokenHand) else person


def person_named(name: str) -> Person:
    """Who acts under a name: with roles while the account is open; nobody without a role or an account."""
    return _person(list(_with_roles(User.objects.filter(username=name, is_active=True))))


def colleagues_with(roles: Collection[AccountRole]) -> list[Person]:
    """Everybody with an open account who holds one of these roles."""
    holders = HeldRole.objects.filter(role__in=[str(role) for role in roles])
    rows = _with_roles(User.objects.filter(is_active=True, pk__in=holders.values("account"))).order_by("pk")
    return [_person(list(same)) for _, same in groupby(rows, key=lambda row: row.pk)]


def person_of(user: AbstractBaseUser) -> Person:
    """The same for whoever is signed in."""
    found: Person | None = getattr(user, "openkader_person", None)
    return person_named(user.get_username()) if found is None else found


def password_due(user: AbstractBaseUser | AnonymousUser) -> PasswordDue | None:
    """Why whoever is signed in has to choose another password first; None when they need not."""
    found = getattr(user, "due", None)
    return PasswordDue(found) if found and found != PasswordDue.INVITED else None


def _with_roles(users: QuerySet[User]) -> QuerySet[User]:
    """An account once for each role that it holds, with why its password has to be replaced."""
    return users.annotate(role=F("held_roles__role"), team=F("membership__team"), due=F("due_password__why"))


def _person(rows: list[User]) -> Person:
    roles = frozenset(AccountRole(row.role) for row in rows if row.role)  # type: ignore[attr-defined]
    if not roles:
        return NOBODY
    return Person(name=rows[0].username, roles=roles, team=rows[0].team)  # type: ignore[attr-defined]
