"""Where somebody who finds a weakness can tell it, for the tools that look for it there (RFC 9116)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

# What stands in it may be relied on that long; the standard asks for less than a year.
GOOD_FOR = timedelta(days=180)


@require_safe
def give_security_text(request: HttpRequest) -> HttpResponse:
    """The text; without anybody to tell it to there is none."""
    if not settings.SECURITY.contacts:
        raise Http404
    lines = [f"{name}: {value}\n" for name, value in _fields(timezone.now())]
    return HttpResponse("".join(lines), content_type="text/plain; charset=utf-8")


def _fields(now: datetime) -> Iterator[tuple[str, str]]:
    """Each field; a page on an open line could be anybody's, so it is not named."""
    for contact in settings.SECURITY.contacts:
        yield "Contact", contact
    # The same all day, so that whoever compares two copies sees no change.
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    yield "Expires", (day + GOOD_FOR).strftime("%Y-%m-%dT%H:%M:%SZ")
    yield "Preferred-Languages", "nl, en"
    if settings.OPENKADER_ADDRESS.startswith("https://"):
        yield "Canonical", settings.OPENKADER_ADDRESS + reverse("security_text")
    if settings.SECURITY.policy:
        yield "Policy", settings.SECURITY.policy
