"""One case from request to result: what was asked, weighed, decided, done and shown."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.selectors import Dossier, SourceRow
from openkader.web.front_doors import newest_kader_id
from openkader.web.presenters.delegation import shown_glance
from openkader.web.presenters.documents import shown_documents
from openkader.web.presenters.dossier import shown_dossier
from openkader.web.presenters.publicity import in_public
from openkader.web.presenters.received import shown_received
from openkader.web.shell import context, made_up


@require_safe
def show_dossier(request: HttpRequest, reference: str) -> HttpResponse:
    """The dossier that a reference leads to; a reference of something inside it leads there too."""
    found = selectors.dossier(reference)
    year = _year(found)
    sources = selectors.sources_of(year)
    kader = assessor_of(_kader_name(found, sources)).kader
    source = sources[0] if sources else None
    is_inside = request.user.is_authenticated
    if not is_inside:
        found = in_public(found, kader)
    if found.reference != reference:
        return _inside_of(found, reference)
    page = shown_dossier(found, kader, source)
    if is_inside and found.request is not None:
        page["delegation"] = shown_glance(str(found.request["reference"]))
        page["documents"] = shown_documents(str(found.request["reference"]))
        page["received"] = shown_received(str(found.request["reference"]), kader)
    crumbs = [(_("Dossiers"), reverse("dossiers")), (found.reference, None)]
    values = context(request, year=year, kader=kader, page=page, crumbs=crumbs, fictional=made_up(source))
    response = render(request, "web/pages/dossier.html", values)
    if is_inside:
        add_never_cache_headers(response)
    return response


def _inside_of(found: Dossier, reference: str) -> HttpResponse:
    """The way to the dossier of a reference; of what only colleagues see, not even that it is there is told."""
    if found.is_withheld:
        raise NotFound("dossier", reference)
    return HttpResponseRedirect(reverse("dossier", args=[found.reference]))


def _kader_name(found: Dossier, sources: Sequence[SourceRow]) -> str:
    """The kader of the year; a case that was taken in here has no source, and names it in its assessment."""
    names = [source.kader for source in sources if source.kader]
    names += [str(row["kader"]) for row in reversed(found.assessments)]
    names += [newest_kader_id()]  # nobody weighed it yet: by the kader of the door that it came in at
    if not names[0]:
        raise NotFound("dossier", found.reference)
    return names[0]


def _year(found: Dossier) -> int:
    first = found.record or found.request or found.activities[0]
    return int(str(first["year"]))
