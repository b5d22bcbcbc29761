"""What stands behind a door: pages about people, for whoever is signed in."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from openkader.web.kept import typed
from openkader.web.sign_in import ask_to_sign_in

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """A page that only a colleague sees, and of which no browser or proxy keeps a copy.

    Whose session ended while they typed signs in, and still has what they typed.
    """

    @wraps(view)
    def behind_the_door(request: HttpRequest, *values: object, **named: object) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *values, **named)
        if request.method == "POST" and typed(request):
            return ask_to_sign_in(request)
        return redirect_to_login(request.get_full_path())

    return never_cache(behind_the_door)


def acting(request: HttpRequest) -> str:
    """The person who acts, as the trail names them."""
    return request.user.get_username()
