"""Who reads a page, and what that person may."""

from django.http import HttpRequest

from openkader.casework.permissions import NOBODY, Person
from openkader.register.people import person_of


def person(request: HttpRequest) -> Person:
    """Who reads this page, with the roles held at this moment; asked of the database once a page."""
    known: Person | None = getattr(request, "openkader_person", None)
    if known is None:
        user = getattr(request, "user", None)
        known = person_of(user) if user is not None and user.is_authenticated else NOBODY
        request.openkader_person = known  # type: ignore[attr-defined]  # kept while the page is made
    return known
