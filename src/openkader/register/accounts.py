"""Accounts as the framework keeps them; their names are how the audit trail knows people."""

from django.contrib.auth.models import User

from openkader.base.errors import NotFound


def account_named(name: str) -> User:
    """The account of a name, open or closed."""
    found = User.objects.filter(username=name).first()
    if found is None:
        raise NotFound("account", name)
    return found


def account_names() -> list[tuple[str, bool]]:
    """Every account with whether one can sign in with it, by name."""
    return list(User.objects.order_by("username").values_list("username", "is_active"))
