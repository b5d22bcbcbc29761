"""Colleagues with an address who are invited by mail, for the tests of the register."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import User
from django.test import override_settings

from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import AccountRole
from openkader.register import models, services

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
FROM = "Provincie <provincie@example.nl>"


def a_colleague(name: str, *, role: AccountRole = AccountRole.ADVISER) -> str:
    """A colleague with a role and an address; an account that was there keeps its own."""
    account, _ = User.objects.get_or_create(username=name, defaults={"email": f"{name}@example.nl"})
    models.HeldRole.objects.get_or_create(account=account, role=role, defaults={"at": NOW, "by": "test"})
    return name


def invited(*names: str, activity: str = "V-1-A1", part: int = 0) -> tuple[str, ...]:
    """Invite colleagues of these names where mail goes out; who of them were not before."""
    for name in names:
        a_colleague(name)
    with override_settings(OPENKADER_MAIL_FROM=FROM):
        return services.invite_colleagues(activity, part, names, **HAND)
