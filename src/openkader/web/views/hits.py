"""The work list of hits: what is to be reviewed, the oldest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.web.doors import for_whom
from openkader.web.presenters.hits import left_of, shown_choices, shown_hits, shown_queue, states_of
from openkader.web.reader import person
from openkader.web.shell import timeless_context


@for_whom(Act.READ_SCREENING)
@require_safe
def list_hits(request: HttpRequest) -> HttpResponse:
    """A page of hits, as far as they meet the choice in the address."""
    word, dossier = request.GET.get("state", ""), request.GET.get("dossier", "")[:80]
    found = selectors.hit_list(
        number_in(request.GET.get("page", "")) or 1,
        states=states_of(word),
        left=left_of(word),
        request=dossier or None,
        reader=person(request),
    )
    page = {
        "title": _("Screening"),
        "lead": _("A hit is no verdict. Somebody looks whether it is our party, and says why."),
        "queue": shown_queue(found, selectors.queue()),
        "choices": shown_choices(word),
        "dossier": dossier,
        "table": shown_hits(found.rows, _caption(found.total)) if found.rows else None,
        "word": word,
        "number": found.page,
        "pages": found.pages,
        "before": found.page - 1 if found.page > 1 else None,
        "after": found.page + 1 if found.page < found.pages else None,
    }
    values = timeless_context(request, page=page)
    return render(request, "web/pages/hits.html", values)


def _caption(total: int) -> str:
    return _("Hits: %(count)s") % {"count": total}
