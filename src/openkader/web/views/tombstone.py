"""What is left of a dossier that was destroyed: its reference, its kind and its year, and which list says so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.register.selectors import Dossier
from openkader.register.selectors.destruction import is_emptied, tombstone_of
from openkader.web.presenters.names import name_of
from openkader.web.presenters.parties import CASE_KINDS
from openkader.web.reader import person
from openkader.web.shell import context, shown_moment


def tombstone_page(
    request: HttpRequest, found: Dossier, year: int, kader: Kader, fictional: str
) -> HttpResponse | None:
    """The page in place of that of a dossier that was destroyed; None where it was not."""
    said = tombstone_of(found.reference) if is_emptied(found.title) else None
    if said is None:
        return None
    may_read = person(request).may(Act.READ_RETENTION)
    page = {
        "kicker": found.reference,
        "title": _("Destroyed dossier"),
        "kind": name_of(CASE_KINDS, (found.request or {}).get("kind")) or _("unknown"),
        "year": year,
        "at": shown_moment(said[1]),
        "list": said[0] if may_read else "",
        "list_url": reverse("destruction_list", args=[said[0]]) if may_read else "",
    }
    crumbs = [(_("Dossiers"), reverse("dossiers")), (found.reference, None)]
    values = context(
        request,
        year=year,
        kader=kader,
        page=page,
        crumbs=crumbs,
        fictional=fictional,
        newest=found.newest_event,
    )
    response = render(request, "web/pages/tombstone.html", values)
    if request.user.is_authenticated:
        add_never_cache_headers(response)
    return response
