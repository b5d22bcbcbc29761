"""Who reads a page, and what that person may."""

from django.http import HttpRequest

from openkader.casework.permissions import NOBODY, Person
from openkader.register.people import person_of
from openkader.web.second_step import is_sure


def person(request: HttpRequest) -> Person:
    """Who reads this page, with the roles held at this moment."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not is_sure(request):
        return NOBODY
    return person_of(user)
