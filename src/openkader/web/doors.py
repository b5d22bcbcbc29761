"""What stands behind a door: pages about people, for whoever is signed in."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """A page that only a colleague sees, and of which no browser or proxy keeps a copy."""
    return never_cache(login_required(view))


def acting(request: HttpRequest) -> str:
    """The person who acts, as the trail names them."""
    return request.user.get_username()
