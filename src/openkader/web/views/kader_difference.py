"""What another version of a kader changes, as a council can read it before it decides."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Act
from openkader.kader import Assessor, Kader
from openkader.register.draft_kaders import difference_of
from openkader.register.kaders import assessor_of, versions
from openkader.web.acts.kader_studio import drafting
from openkader.web.doors import for_whom
from openkader.web.presenters.kader_difference import shown_difference
from openkader.web.presenters.kader_studio import studio_crumbs
from openkader.web.shell import context, day_words, kader_url, said, timeless_context
from openkader.web.views.kader import years_of


@require_safe
def list_differences(request: HttpRequest, organisation: str, version: str) -> HttpResponse:
    """The other versions that this one can be held against; where there is none, the page says so."""
    assessor = assessor_of(f"{organisation}/{version}")
    kader = assessor.kader
    others = [
        assessor_of(f"{organisation}/{name}").kader
        for name in versions(organisation)
        if f"{organisation}/{name}" != kader.id
    ]
    page = {
        "kicker": kader.id,
        "title": _("What another version changes"),
        "lead": _(
            "Two versions side by side: in which cases the proposal becomes another, and what else changes. "
            "Every case that can be is looked at."
        ),
        "kader_url": kader_url(kader),
        "others": [
            {
                "url": kader_url(kader, "kader_difference", other.id.split("/")[1]),
                "label": _("In force from %(date)s") % {"date": day_words(other.in_force_from)},
                "title": said(other.title),
            }
            for other in others
        ],
    }
    return _rendered(request, "web/pages/kader_differences.html", assessor, page)


@require_safe
def show_difference(request: HttpRequest, organisation: str, version: str, other: str) -> HttpResponse:
    """What the other version changes of this one."""
    older, newer = assessor_of(f"{organisation}/{version}"), assessor_of(f"{organisation}/{other}")
    page = {
        "kicker": f"{older.kader.id} → {newer.kader.id}",
        "title": _("What the version of %(date)s changes") % {"date": day_words(newer.kader.in_force_from)},
        "beside": [_linked(older.kader), _linked(newer.kader)],
        "turned": kader_url(newer.kader, "kader_difference", older.kader.id.split("/")[1]),
        **shown_difference(difference_of(older.kader, newer.kader)),
    }
    return _rendered(request, "web/pages/kader_difference.html", older, page, _last(page))


@for_whom(Act.READ_CASES)
@require_safe
def show_draft_difference(request: HttpRequest, reference: str) -> HttpResponse:
    """What a draft changes of the version that it starts from; one that is no kader yet leads to its mistakes."""
    place = drafting(request, timezone.now(), reference)
    draft, _problems = place.read
    back = reverse("kader_draft", args=[reference])
    if draft is None:
        return redirect(back)
    page = {
        "kicker": f"{place.base.id} → {reference}",
        "title": _("What the draft ‘%(name)s’ changes") % {"name": place.found.row.name},
        "beside": [_linked(place.base), _linked(draft) | {"url": back, "title": place.found.row.name}],
        **shown_difference(difference_of(place.base, draft)),
    }
    organisation = place.base.id.partition("/")[0]
    crumbs = studio_crumbs(organisation, place.today, (reference, back), (_("What changes"), None))
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/kader_difference.html", values)


def _linked(kader: Kader) -> dict[str, str | None]:
    return {"url": kader_url(kader), "title": said(kader.title), "date": day_words(kader.in_force_from)}


def _last(page: Mapping[str, object]) -> tuple[str, None]:
    return str(page["title"]), None


def _rendered(
    request: HttpRequest,
    template: str,
    assessor: Assessor,
    page: Mapping[str, object],
    *last: tuple[str, None],
) -> HttpResponse:
    kader = assessor.kader
    year, _counted = years_of(assessor)
    above = kader_url(kader, "kader_differences") if last else None
    crumbs = [(said(kader.title) or kader.id, kader_url(kader)), (_("Other versions"), above), *last]
    values = context(request, year=year, kader=kader, page=page, crumbs=crumbs)
    return render(request, template, values)
