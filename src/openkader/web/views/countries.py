"""Which part of a kader applies to which country, and by which rule; for one country in more words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.kader import Assessor
from openkader.kader.reaching import Reach
from openkader.register.kaders import assessor_of
from openkader.web.forms.request import countries
from openkader.web.presenters.names import country_name
from openkader.web.presenters.reach import groups_of, notes_of, shown_grounds, shown_groups, shown_lines
from openkader.web.shell import context, kader_url, said
from openkader.web.views.kader import years_of

CHOSEN = "land"


@require_safe
def show_countries(request: HttpRequest, organisation: str, version: str) -> HttpResponse:
    """The groups of countries for which the same applies."""
    assessor = assessor_of(f"{organisation}/{version}")
    kader, known = assessor.kader, countries()
    groups = groups_of(assessor, tuple(sorted(code for code, _name in known)))
    year, _counted = years_of(assessor)
    page = {
        "kicker": kader.id,
        "title": _("What applies to which country"),
        "lead": _(
            "The framework says by rule which part of it applies to a country. Nobody keeps a list of this: it "
            "is worked out from the rules, for every country and every kind of request."
        ),
        "here": kader_url(kader, "kader_countries"),
        "choices": known,
        "name": CHOSEN,
        "chosen": _chosen(request.GET.get(CHOSEN, ""), groups, assessor),
        "groups": shown_groups(groups, assessor),
        "notes": notes_of(assessor),
        "lines": shown_lines(groups, kader),
    }
    crumbs = [(said(kader.title) or kader.id, kader_url(kader)), (_("Countries"), None)]
    return render(
        request,
        "web/pages/countries.html",
        context(request, year=year, kader=kader, page=page, crumbs=crumbs),
    )


def _chosen(code: str, groups: tuple[Reach, ...], assessor: Assessor) -> dict[str, object] | None:
    """What applies to the country in the address; one that is no country there is not."""
    if not code:
        return None
    group = next((one for one in groups if code in one.countries), None)
    if group is None:
        raise NotFound("country", code[:80])
    name = str(country_name(code))
    alone = Reach(countries=(code,), lines=group.lines)
    return {
        "code": code,
        "name": name,
        "lines": shown_lines((alone,), assessor.kader) | {"name": "chosen", "caption": name},
        "grounds": shown_grounds(assessor, code),
    }
