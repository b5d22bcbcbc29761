"""A reader of the pages, and how many questions a page may ask the database."""

import re
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

MOST_QUERIES = 12
# Which cases on a page are confidential, and a transaction in which the trail takes up who read them.
OF_NOTING = 7
PASSWORD = "een lang wachtwoord"


def page(path: str, language: str = "nl", status: int = 200) -> str:
    """The text of a page as somebody without an account reads it."""
    response = Client().get(path, headers={"cookie": f"django_language={language}"})
    assert response.status_code == status, f"{path}: {response.status_code}"
    return response.content.decode()


def text(response: Any, status: int = 200) -> str:
    """What an answer holds, with one space where there are more."""
    assert response.status_code == status, response.content.decode()[:3000]
    return re.sub(r"\s+", " ", response.content.decode())


def queries_of(path: str, client: Client | None = None) -> int:
    """How often a page asks the database; of an ordinary reader, or of whoever is signed in."""
    if client is not None:
        # Once a minute the session notes that somebody is there, whatever the page.
        client.get("/toegankelijkheid/")
    with CaptureQueriesContext(connection) as queries:
        assert (client or Client()).get(path).status_code == 200
    return len(queries)


def an_account(name: str = "anna", *roles: str) -> str:
    """An account, made when it is not there; who is given no role here advises, judges and decides."""
    _user(name, *roles)
    return name


def colleague(name: str = "anna", *roles: str) -> Client:
    """A browser in which a colleague is signed in; an account that was there keeps its own roles."""
    client = Client()
    client.force_login(_user(name, *roles))
    return client


def _user(name: str, *roles: str) -> Any:
    from django.contrib.auth.models import User
    from django.utils import timezone

    from openkader.register.models import HeldRole

    user, is_new = User.objects.get_or_create(username=name)
    for role in (roles or ("adviser", "reviewer", "decider")) if is_new else ():
        HeldRole.objects.create(account=user, role=role, at=timezone.now(), by="test")
    return user
