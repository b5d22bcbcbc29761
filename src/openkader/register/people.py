"""Who somebody is to the rules: a name, the roles held now, and a team."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import User
from django.db.models import F, QuerySet

from openkader.casework.mandate import SECONDS
from openkader.casework.permissions import NOBODY, HouseHand, Person
from openkader.casework.vocabulary import AccountRole


class Accounts(ModelBackend):
    """The accounts of the framework, each found with its roles and team in one question."""

    def get_user(self, user_id: int) -> User | None:
        """Who a session belongs to; nobody once the account is closed."""
        rows = list(_with_roles(User.objects.filter(pk=user_id)))
        user = rows[0] if rows else None
        if user is None or not self.user_can_authenticate(user):
            return None
        user.openkader_person = _person(rows)  # type: ignore[attr-defined]  # as long as the page is made
        return user


def acting_as(by: str) -> Person:
    """Who changes something: a colleague, or a hand of the house, which is one by its making and not by its name."""
    return by.person() if isinstance(by, HouseHand) else person_named(by)


def person_named(name: str) -> Person:
    """Who acts under a name: with roles while the account is open; nobody without a role or an account."""
    return _person(list(_with_roles(User.objects.filter(username=name, is_active=True))))


def has_second(besides: str) -> bool:
    """Whether somebody else is there who may agree to what this person decides."""
    others = User.objects.filter(is_active=True, held_roles__role__in=[str(role) for role in SECONDS])
    return others.exclude(username__iexact=besides).exists()


def person_of(user: AbstractBaseUser) -> Person:
    """The same for whoever is signed in."""
    found: Person | None = getattr(user, "openkader_person", None)
    return person_named(user.get_username()) if found is None else found


def _with_roles(users: QuerySet[User]) -> QuerySet[User]:
    """An account once for each role that it holds."""
    return users.annotate(role=F("held_roles__role"), team=F("membership__team"))


def _person(rows: list[User]) -> Person:
    roles = frozenset(AccountRole(row.role) for row in rows if row.role)  # type: ignore[attr-defined]
    if not roles:
        return NOBODY
    return Person(name=rows[0].username, roles=roles, team=rows[0].team)  # type: ignore[attr-defined]
