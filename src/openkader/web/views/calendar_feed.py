"""What a calendar reads at an address that nobody can guess; it brings no session, and gets none."""

import hashlib
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from openkader import __version__
from openkader.casework.agenda import AgendaItem, AgendaKind
from openkader.casework.agenda_words import WHOSE
from openkader.publication.agenda import MEDIA_TYPE, agenda_calendar
from openkader.register import selectors
from openkader.register.feeds import Feed, feed_of
from openkader.register.limits import Limit
from openkader.web.outside import apart, nowhere
from openkader.web.refusals import note_refused

_GUESSES = Limit("calendar-guess", most=20, minutes=10)  # by address, of links that lead nowhere
_WRITTEN = Limit("calendar", most=30, minutes=10)  # by feed; who has everything already is not counted
_MANY = 200  # lines, of which to write them is work
_PAGES = {
    AgendaKind.TERM: "dossier",
    AgendaKind.ADVICE: "dossier",
    AgendaKind.AGREEMENT: "agreement",
    AgendaKind.RECOMMENDATION: "recommendation",
}


@gzip_page
@require_safe
def give_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The feed as it is at this moment; 304 for whoever has it already."""
    today = timezone.localdate()
    feed = feed_of(token, today)
    if feed is None:
        return nowhere(request, _("Calendar"), _GUESSES)
    items = selectors.agenda_of(feed, today)
    etag = _etag(request, feed, items)
    found = get_conditional_response(request, etag=etag)
    if found is None:
        if len(items) > _MANY and not _WRITTEN.count(token):
            note_refused(request, "calendar.too-often")
            return HttpResponse(status=429, headers={"Retry-After": str(_WRITTEN.minutes * 60)})
        content = agenda_calendar(items, _name(feed), feed.language, lambda item: _address(request, item))
        found = HttpResponse(content, content_type=MEDIA_TYPE)
        found["Content-Disposition"] = 'inline; filename="openkader.ics"'
    found["ETag"], found["Cache-Control"] = etag, "private, no-cache"
    return apart(found)


def _etag(request: HttpRequest, feed: Feed, items: Sequence[AgendaItem]) -> str:
    """What the bytes follow from, so that they are not written for whoever has them: that takes most of the time."""
    told = (__version__, request.get_host(), _name(feed), feed.language, items)
    return f'"{hashlib.sha256(repr(told).encode()).hexdigest()[:32]}"'


def _name(feed: Feed) -> str:
    who = feed.of.team or feed.of.account
    return WHOSE[bool(feed.of.team)].in_(feed.language).format(who=who)


def _address(request: HttpRequest, item: AgendaItem) -> str:
    """The whole address of the page that tells more."""
    if item.measure is not None:
        return request.build_absolute_uri(reverse("measure", args=[item.record, item.measure]))
    return request.build_absolute_uri(reverse(_PAGES.get(item.kind, "activity"), args=[item.record]))
