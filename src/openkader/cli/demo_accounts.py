"""The made-up colleagues of the demo: one for each role."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher

from openkader.base.errors import NotFound
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import AccountRole
from openkader.cli.house import now
from openkader.register import services
from openkader.register.accounts import Post, account_named, made_up_password

BY = HouseHand("cli:demo")
TEAM = "demo"
COLLEAGUES = {
    "demo-adviseur": AccountRole.ADVISER,
    "demo-beoordelaar": AccountRole.REVIEWER,
    "demo-beslisser": AccountRole.DECIDER,
    "demo-informatiebeveiliging": AccountRole.INFORMATION_SECURITY,
    "demo-evaluator": AccountRole.EVALUATOR,
    "demo-auditor": AccountRole.AUDITOR,
    "demo-beheerder": AccountRole.ADMINISTRATOR,
    "demo-archivaris": AccountRole.ARCHIVIST,
}


def demo_accounts() -> dict[str, str]:
    """The colleagues, each with a password that holds until the demo starts again."""
    with _quickly():
        return {name: _with_new_password(name, role) for name, role in COLLEAGUES.items()}


@contextmanager
def _quickly() -> Iterator[None]:
    """Passwords of 96 random bits cannot be guessed, so they need not be slow to try, and the demo starts at once."""
    hasher = get_hasher()
    assert isinstance(hasher, PBKDF2PasswordHasher)  # noqa: S101 - that of the settings
    usual, hasher.iterations = hasher.iterations, 1000
    try:
        yield
    finally:
        hasher.iterations = usual


def _with_new_password(name: str, role: AccountRole) -> str:
    # As somebody chose it themselves: who tries the demo has nobody to hand it over to.
    password, post = str(made_up_password(name)), Post(roles=[role], team=TEAM)
    try:
        account_named(name)
    except NotFound:
        services.open_account(name, password, post=post, by=BY, now=now())
    else:
        services.change_password(name, password, by=BY, now=now())
        services.change_roles(name, post, by=BY, now=now())
    return password
