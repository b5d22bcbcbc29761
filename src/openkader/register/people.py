"""Who somebody is to the rules: a name, the roles held now, and a team."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet

from openkader.casework.permissions import NOBODY, Person
from openkader.casework.vocabulary import AccountRole
from openkader.register.models import HeldRole


def person_named(name: str) -> Person:
    """Who acts under a name: with roles while the account is open; nobody without a role or an account."""
    return _person(name, HeldRole.objects.filter(account__username=name))


def person_of(user: AbstractBaseUser) -> Person:
    """The same for an account that the framework has found, in one question."""
    return _person(user.get_username(), HeldRole.objects.filter(account=user.pk))


def _person(name: str, held: QuerySet[HeldRole]) -> Person:
    rows = held.filter(account__is_active=True).values_list("role", "account__membership__team")
    found = list(rows)
    if not found:
        return NOBODY
    return Person(name=name, roles=frozenset(AccountRole(role) for role, _ in found), team=found[0][1])
