"""Years beside each other: their figures, and what took place and was closed, by kind, country, area and ground."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.casework.permissions import Person
from openkader.evaluation.years import Years, years_of
from openkader.kader import Kader
from openkader.register.selectors.known_years import known_years
from openkader.web.presenters.breakdowns import (
    AREA,
    CLOSED,
    COUNTRY,
    KIND,
    Table,
    say_area,
    say_closed,
    say_country,
    say_kind,
    shown_split,
)
from openkader.web.presenters.comparing import framing_year, practised, shown_multiples, shown_notes
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, said, timeless_context
from openkader.web.year_choice import YEARS, YearChoice, years_in, years_word


@require_safe
@from_replica
def compare_years(request: HttpRequest) -> HttpResponse:
    """The years in the address; without any, all that the register knows."""
    known = known_years()
    usual = [one.year for one in known]
    choice = years_in(request.GET.get(YEARS, ""), usual)
    found = years_of(choice.years, known)
    kader = found.kader
    page = _frame(choice, usual)
    if kader is None:
        page["notes"] = shown_notes(found.comparison(), choice)
        return render(request, "web/pages/compare.html", timeless_context(request, page=page))
    page |= _page(found, choice, kader, person(request))
    values = context(
        request,
        year=framing_year(found.columns),
        kader=kader,
        page=page,
        crumbs=[(str(page["title"]), None)],
        fictional=practised(found.columns),
    )
    return render(request, "web/pages/compare.html", values)


def _frame(choice: YearChoice, usual: Sequence[int]) -> dict[str, Any]:
    """What stands there also when no year is known."""
    return {
        "title": _("Years beside each other"),
        "lead": _(
            "Figures of several years stand on one line only where they count the same. A difference is said only "
            "where it is certain. Every number leads to its rows."
        ),
        "years": years_word(choice.years),
        "known": years_word(usual),
        "all_url": reverse("compare"),
        "core_url": reverse("core"),
    }


def _page(found: Years, choice: YearChoice, kader: Kader, reader: Person) -> dict[str, Any]:
    compared = found.comparison()
    tables = _tables(found, reader)
    shown = (shown_split(table, found.columns, kader) for table in tables if table.split.is_known)
    return {
        "kicker": said(kader.organisation),
        "notes": shown_notes(compared, choice),
        "multiples": shown_multiples(compared),
        "starred": practised(found.columns),
        "tables": [table for table in shown if table is not None],
        "unknown": [table.caption for table in tables if table.split.lines and not table.split.is_known],
    }


def _tables(found: Years, reader: Person) -> list[Table]:
    kind = Table(
        name=KIND,
        caption=_("Activities by kind"),
        first=_("Kind"),
        split=found.activities_by("kind"),
        say=say_kind,
    )
    country = Table(
        name=COUNTRY,
        caption=_("Activities by country"),
        first=_("Country"),
        split=found.activities_by("country"),
        say=say_country,
    )
    area = Table(
        name=AREA,
        caption=_("Activities by area of the risk list; what touches two areas counts with both"),
        first=_("Area"),
        split=found.by_area(reader),
        say=say_area,
    )
    closed = Table(
        name=CLOSED,
        caption=_("Refused, referred or withdrawn, on which ground and by which instrument"),
        first=_("Decision"),
        split=found.closed(),
        say=say_closed,
    )
    return [closed, kind, country, area]
