"""The activities that are being prepared or accounted for, what is due first on top."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.selectors.places import place_in, place_word
from openkader.web.doors import for_whom
from openkader.web.front_doors import newest_kader
from openkader.web.presenters.activity import shown_list
from openkader.web.presenters.work_list import AFTER, BEFORE, SCOPE
from openkader.web.reader import person
from openkader.web.shell import timeless_context

LATE = "te-laat"


@for_whom(Act.READ_CASES)
@require_safe
def list_activities(request: HttpRequest) -> HttpResponse:
    """A page of what is planned, and of what was held and still has measures open."""
    late_only = request.GET.get(SCOPE) == LATE
    today = timezone.localdate(timezone.now())
    found = selectors.activity_page(
        reader=person(request),
        today=today,
        late_only=late_only,
        after=place_in(request.GET.get(AFTER, "")),
        before=place_in(request.GET.get(BEFORE, "")),
    )
    page = {
        "title": _("Activities in hand"),
        "lead": _(
            "What is planned, and what took place and is not accounted for yet; what is due first on top."
        ),
        "late_only": late_only,
        "table": shown_list(found, newest_kader()),
        "chosen": f"{SCOPE}={LATE}&" if late_only else "",
        "before": place_word(found.before),
        "after": place_word(found.after),
    }
    values = timeless_context(request, page=page, crumbs=[(_("Activities in hand"), None)])
    return render(request, "web/pages/activities.html", values)
