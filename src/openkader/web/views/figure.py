"""One number: what it counts, why it is what it is, and the rows behind it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.evaluation.account import Account, FigureOfYear, account_of
from openkader.evaluation.counting import CountedRow, Range, Row
from openkader.evaluation.explaining import explain_count, say_range
from openkader.kader import Speaker
from openkader.web.presenters.figures import dossier_url, shown_claim, shown_figure
from openkader.web.reader import person
from openkader.web.shell import context, kader_url, language, made_up, said
from openkader.web.views.evaluation import evaluation_crumb


@require_safe
def show_figure(request: HttpRequest, year: int, figure: str) -> HttpResponse:
    """The way from a number to its dossiers."""
    account = account_of(year, {figure}, reader=person(request))
    chosen = account.figures.get(figure)
    if chosen is None:
        raise NotFound("figure", figure)
    page = _page(account, chosen)
    crumbs = [evaluation_crumb(year), (str(page["title"]), None)]
    fictional = made_up(account.source)
    values = context(request, year=year, kader=account.kader, page=page, crumbs=crumbs, fictional=fictional)
    return render(request, "web/pages/figure.html", values)


def _page(account: Account, figure: FigureOfYear) -> dict[str, object]:
    spec, count = figure.count.figure, figure.count
    return {
        "kicker": _("Figure of %(year)s") % {"year": account.year},
        "title": said(spec.text),
        "lead": said(spec.definition),
        "figure": shown_figure(account, figure) | {"chart": spec.id},
        "reasons": _reasons(figure),
        "notes": [] if spec.distinct else explain_count(count, language()),
        "rows": [_row(account, figure, item) for item in count.rows],
        "columns": [
            {"label": _("Row")},
            {"label": _("Stands for"), "number": True},
            {"label": _("Counts")},
            {"label": _("Name of the party")},
        ][: 4 if spec.distinct else 3],
        "total": _total(figure),
        "rows_caption": _("Rows that count or may count"),
        "empty_title": _("No row counts"),
        "empty_text": _empty(count.total),
        "rest": _rest(account, figure),
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


def _row(account: Account, figure: FigureOfYear, item: CountedRow) -> dict[str, object]:
    row = item.row
    cells: list[dict[str, object]] = [
        {"value": row.number, "number": True, "label": _("Stands for")},
        {"status": "unknown" if item.counts is None else "true", "kind": "truth", "label": _("Counts")},
    ]
    if figure.count.figure.distinct:
        cells.append({"value": row.named_party, "label": _("Name of the party")})
    return _titled(account, row) | {"cells": cells}


def _titled(account: Account, row: Row) -> dict[str, object]:
    """A row by what it is called, with the way to its dossier."""
    label = account.labels.get(row.reference)
    return {
        "title": said(label) or row.reference,
        "note": row.reference,
        "url": dossier_url(row.dossier),
    }


def _total(figure: FigureOfYear) -> dict[str, object] | None:
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
        "title": _("Together"),
        "cells": cells + ([{"value": ""}] if figure.count.figure.distinct else []),
    }


def _empty(total: Range | None) -> str:
    if total is None:
        return _("The register has no row that meets the definition.")
    whole = say_range(total, language())
    return _("None of %(whole)s meets the definition. The rows below were looked at.") % {"whole": whole}


def _rest(account: Account, figure: FigureOfYear) -> list[dict[str, object]]:
    """The rows of which the figure is a part and that do not count: a zero shows what was counted."""
    counted = {item.row.reference for item in figure.count.rows}
    return [
        _titled(account, item.row) | {"cells": [{"value": item.row.number, "number": True}]}
        for item in figure.count.total_rows
        if item.row.reference not in counted
    ]


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
