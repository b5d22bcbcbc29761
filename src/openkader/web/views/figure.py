"""One number: what it counts, why it is what it is, and the rows behind it."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.evaluation.account import Account, FigureOfYear, account_of
from openkader.evaluation.counting import Count, CountedRow, Row
from openkader.evaluation.explaining import explain_count, say_range
from openkader.kader import Speaker
from openkader.web.doors import note_readings
from openkader.web.presenters.figures import dossier_url, shown_claim, shown_figure
from openkader.web.presenters.row_pages import RowPage, row_page
from openkader.web.reader import person
from openkader.web.replica import from_replica
from openkader.web.shell import context, kader_url, language, made_up, said
from openkader.web.views.evaluation import evaluation_crumb

Labels = Mapping[str, Text]


@require_safe
@from_replica
def show_figure(request: HttpRequest, year: int, figure: str) -> HttpResponse:
    """The way from a number to its dossiers."""
    account = account_of(year, {figure}, reader=person(request))
    chosen = account.figures.get(figure)
    if chosen is None:
        raise NotFound("figure", figure)
    page = _page(account, chosen, request)
    crumbs = [evaluation_crumb(year), (str(page["title"]), None)]
    fictional = made_up(account.source)
    values = context(request, year=year, kader=account.kader, page=page, crumbs=crumbs, fictional=fictional)
    return render(request, "web/pages/figure.html", values)


def _page(account: Account, figure: FigureOfYear, request: HttpRequest) -> dict[str, object]:
    spec, count = figure.count.figure, figure.count
    rows, rest = row_page(count.rows, request, "rows"), row_page(_rest(count), request, "rest")
    shown = [item.row for item in (*rows.items, *rest.items)]
    note_readings(request, [row.dossier for row in shown])
    labels = account.records.labels_of(spec.counts, shown)
    return {
        "kicker": _("Figure of %(year)s") % {"year": account.year},
        "title": said(spec.text),
        "lead": said(spec.definition),
        "figure": shown_figure(account, figure) | {"chart": spec.id},
        "reasons": _reasons(figure),
        "notes": [] if spec.distinct and not count.unrecorded else explain_count(count, language()),
        "rows": [_row(labels, figure, item) for item in rows.items],
        "row_pages": rows.links(request, "rows"),
        "columns": [
            {"label": _("Row")},
            {"label": _("Stands for"), "number": True},
            {"label": _("Counts")},
            {"label": _("Name of the party")},
        ][: 4 if spec.distinct else 3],
        "total": _total(figure, rows),
        "rows_caption": _("Rows that count or may count"),
        "empty_title": _("No row counts"),
        "empty_text": _empty(count),
        "rest": [
            _titled(labels, item.row) | {"cells": [{"value": item.row.number, "number": True}]}
            for item in rest.items
        ],
        "rest_pages": rest.links(request, "rest"),
        "rest_columns": [{"label": _("Row")}, {"label": _("Stands for"), "number": True}],
        "definition": _definition(account, figure),
        "claims": [shown_claim(account, judged) for judged in account.claims_on(spec.id)],
    }


def _reasons(figure: FigureOfYear) -> list[dict[str, object]]:
    """Why different parties without names make a range: the two ends, and the declared number."""
    count, low, high = figure.count, figure.count.range.low, figure.count.range.high
    if not count.figure.distinct or high is None or low == high:
        return []
    reasons = [
        {
            "number": low,
            "text": _(
                "At least. At the largest activity there were this many, and within one activity nobody counts twice. "
                "The parties of all other activities can all have been the same ones."
            ),
        },
        {
            "number": high,
            "text": _("At most. The sum of all participations: it is reached if no party came twice."),
        },
    ]
    if figure.declared is not None and low <= figure.declared <= high:
        words = _(
            "The text. It lies between the two, so it may be right. Only the names can prove it: "
            "there must then have been at least %(repeats)s repeated participations."
        )
        reasons.append({"number": figure.declared, "text": words % {"repeats": high - figure.declared}})
    return reasons


def _row(labels: Labels, figure: FigureOfYear, item: CountedRow) -> dict[str, object]:
    row = item.row
    cells: list[dict[str, object]] = [
        {"value": row.number, "number": True, "label": _("Stands for")},
        {"status": "unknown" if item.counts is None else "true", "kind": "truth", "label": _("Counts")},
    ]
    if figure.count.figure.distinct:
        cells.append({"value": row.named_party, "label": _("Name of the party")})
    return _titled(labels, row) | {"cells": cells}


def _titled(labels: Labels, row: Row) -> dict[str, object]:
    """A row by what it is called, with the way to its dossier."""
    label = labels.get(row.reference)
    return {
        "title": said(label) or row.reference,
        "note": row.reference,
        "url": dossier_url(row.dossier),
    }


def _total(figure: FigureOfYear, rows: RowPage[CountedRow]) -> dict[str, object] | None:
    if not figure.count.rows:
        return None
    numbers = [item.row.number for item in figure.count.rows]
    total = sum(number or 0 for number in numbers)
    known = None not in numbers
    cells: list[dict[str, object]] = [
        {"value": total if known else _("at least %(number)s") % {"number": total}, "number": True},
        {"value": ""},
    ]
    return {
        "title": _("All %(count)s rows together") % {"count": rows.total}
        if rows.pages > 1
        else _("Together"),
        "cells": cells + ([{"value": ""}] if figure.count.figure.distinct else []),
    }


def _empty(count: Count) -> str:
    total = count.total
    if count.unrecorded:
        return _("The register has no rows of this kind for this year: there is nothing to count yet.")
    if total is None:
        return _("The register has no row that meets the definition.")
    whole = say_range(total, language())
    return _("None of %(whole)s meets the definition. The rows below were looked at.") % {"whole": whole}


def _rest(count: Count) -> list[CountedRow]:
    """The rows of which the figure is a part and that do not count: a zero shows what was counted."""
    counted = {item.row.reference for item in count.rows}
    return [item for item in count.total_rows if item.row.reference not in counted]


def _definition(account: Account, figure: FigureOfYear) -> list[dict[str, object]]:
    """How it is counted, said from the very condition that counts."""
    spec, kader = figure.count.figure, account.kader
    speaker = Speaker(kader.records[spec.counts], kader.lists, language())
    lines: list[dict[str, object]] = [
        {"label": _("What counts"), "value": said(spec.definition)},
        {"label": _("The rule"), "value": speaker.say(spec.where)},
    ]
    if spec.of is not None:
        lines.append({"label": _("Out of"), "value": speaker.say(spec.of)})
    if spec.distinct:
        lines.append({"label": _("Each party once"), "value": _("yes; without names this gives a range")})
    lines.append({"label": _("Version of the definition"), "value": account.version_of(spec.id)})
    lines.append({"label": _("Framework"), "value": kader.id, "url": kader_url(kader) + "#figures"})
    return lines
