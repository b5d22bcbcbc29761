"""What a calendar reads at an address that nobody can guess; it brings no session, and gets none."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from openkader.casework.agenda import AgendaKind
from openkader.casework.agenda_words import WHOSE
from openkader.publication.agenda import MEDIA_TYPE, agenda_calendar
from openkader.register import selectors
from openkader.register.feeds import Feed, feed_of
from openkader.register.limits import Limit
from openkader.register.selectors import AgendaItem
from openkader.web.outside import apart, nowhere

_GUESSES = Limit("calendar-guess", most=20, minutes=10)  # by address, of links that lead nowhere
_PAGES = {
    AgendaKind.TERM: "dossier",
    AgendaKind.ADVICE: "dossier",
    AgendaKind.AGREEMENT: "agreement",
    AgendaKind.RECOMMENDATION: "recommendation",
}


@gzip_page
@require_safe
def give_feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """The feed as it is at this moment; 304 for whoever has it already."""
    today = timezone.localdate()
    feed = feed_of(token, today)
    if feed is None:
        return nowhere(request, _("Calendar"), _GUESSES)
    content = agenda_calendar(
        selectors.agenda_of(feed, today), _name(feed), feed.language, lambda item: _address(request, item)
    )
    answer = apart(HttpResponse(content, content_type=MEDIA_TYPE))
    answer["Content-Disposition"] = 'inline; filename="openkader.ics"'
    answer["Cache-Control"] = "private, no-cache"
    answer["ETag"] = etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    found = get_conditional_response(request, etag=etag, response=answer)
    assert found is not None  # noqa: S101 - it is given back as it is, or as 304 or 412
    return found


def _name(feed: Feed) -> str:
    who = feed.of.team or feed.of.account
    return WHOSE[bool(feed.of.team)].in_(feed.language).format(who=who)


def _address(request: HttpRequest, item: AgendaItem) -> str:
    """The whole address of the page that tells more."""
    return request.build_absolute_uri(reverse(_PAGES.get(item.kind, "activity"), args=[item.record]))
