"""The rows behind one number of a table over the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.evaluation.behind import SplitBy, rows_behind
from openkader.evaluation.breakdowns import Key
from openkader.evaluation.records import Record
from openkader.kader import Kader
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.web.doors import note_readings
from openkader.web.presenters.activities import said_of
from openkader.web.presenters.breakdowns import (
    AREA,
    CLOSED,
    COUNTRY,
    KIND,
    UNKNOWN,
    say_area,
    say_closed,
    say_country,
    say_kind,
)
from openkader.web.presenters.figures import dossier_url
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, made_up

MOST_ROWS = 200
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Sort:
    """A table, and how a line of it is said."""

    by: SplitBy
    say: Any


_SORTS: Mapping[str, _Sort] = {
    KIND: _Sort(SplitBy.KIND, say_kind),
    COUNTRY: _Sort(SplitBy.COUNTRY, say_country),
    AREA: _Sort(SplitBy.AREA, say_area),
    CLOSED: _Sort(SplitBy.CLOSED, say_closed),
}


@require_safe
@from_replica
def show_rows(request: HttpRequest, year: int, table: str) -> HttpResponse:
    """The records of a year that are alike in what the address says; what it leaves out is unknown."""
    sort = _SORTS.get(table)
    if sort is None:
        raise NotFound("collection", table)
    known, reader = selectors.kader_year(year), person(request)
    kader = assessor_of(known.kader).kader
    key = _key(request, sort)
    rows = rows_behind(year, sort.by, key, reader)
    note_readings(request, [_dossier(row) for row in rows[:MOST_ROWS]])
    crumbs = [(_("Years beside each other"), reverse("compare")), (_("Rows"), None)]
    page = _page(rows, sort, key, kader) | {"kicker": _("Rows of %(year)s") % {"year": year}}
    values = context(
        request, year=year, kader=kader, page=page, crumbs=crumbs, fictional=made_up(known.source)
    )
    return render(request, "web/pages/year_rows.html", values)


def _key(request: HttpRequest, sort: _Sort) -> Key:
    words = (request.GET.get(name, UNKNOWN)[:_LONGEST] for name in sort.by.fields)
    return tuple(None if word in ("", UNKNOWN) else word for word in words)


def _page(rows: Sequence[Record], sort: _Sort, key: Key, kader: Kader) -> dict[str, Any]:
    title, aside = sort.say(key, kader)
    return {
        "title": title or _("Unknown"),
        "lead": aside,
        "table": {
            "name": "rows",
            "caption": ngettext("%(count)s row", "%(count)s rows", len(rows)) % {"count": len(rows)},
            "columns": [{"label": _("Row")}, {"label": _("Stands for"), "number": True}],
            "rows": [_row(row) for row in rows[:MOST_ROWS]],
        },
        "rest": max(0, len(rows) - MOST_ROWS),
        "compare_url": reverse("compare"),
    }


def _row(row: Record) -> dict[str, Any]:
    return {
        "title": said_of(row, "label") or str(row["id"]),
        "aside": str(row["id"]),
        "url": dossier_url(_dossier(row)),
        "note": said_of(row, "remark"),
        "cells": [{"value": row["number"], "number": True, "label": _("Stands for")}],
    }


def _dossier(row: Record) -> str | None:
    """Where a row leads; None where it belongs to no dossier, or to one that the reader may not see."""
    reference = row["url_ref"]
    return None if reference is None else str(reference)
