"""Who reads a page, and what that person may."""

from django.http import HttpRequest

from openkader.casework.permissions import NOBODY, Person
from openkader.register.people import person_of


def person(request: HttpRequest) -> Person:
    """Who reads this page, with the roles held at this moment."""
    user = getattr(request, "user", None)
    return person_of(user) if user is not None and user.is_authenticated else NOBODY
