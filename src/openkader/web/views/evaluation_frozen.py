"""What was frozen with an adopted evaluation, for colleagues: each figure, and its rows beside those of today."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.evaluation.account import Account, account_of
from openkader.evaluation.frozen import RowBeside, readings_in, rows_beside, say_reading
from openkader.evaluation.summary import kept_summary
from openkader.kader.model import Figure
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.selectors.counted_rows import labels_of
from openkader.register.visibility import sees_everything
from openkader.web.doors import for_whom, note_readings
from openkader.web.presenters.evaluation_frozen import shown_frozen, shown_rows
from openkader.web.presenters.figures import figure_url
from openkader.web.presenters.row_pages import row_page
from openkader.web.reader import person
from openkader.web.shell import Crumbs, context, language, made_up, said, shown_moment
from openkader.web.views.evaluation import evaluation_crumb


@for_whom(Act.READ_CASES)
@require_safe
def show_frozen(request: HttpRequest, year: int) -> HttpResponse:
    """Every figure that was adopted with how it counts now; what differs first."""
    of_year, found = selectors.kader_year(year), _adopted(year)
    kader = assessor_of(of_year.kader).kader
    summary = kept_summary(year, kader, selectors.register_head())
    rows = shown_frozen(found.content, summary, assessor_of(found.content["kader"]).kader, year)
    page = {
        "kicker": _("Evaluation of the year %(year)s") % {"year": year},
        "title": _("The frozen rows"),
        "at": shown_moment(found.at),
        "by": found.by,
        "sha256": found.sha256,
        "rows": rows,
        "differing": sum(bool(one["differs"]) for one in rows),
    }
    return _rendered(request, of_year, "web/pages/evaluation_frozen.html", page)


@for_whom(Act.READ_CASES)
@require_safe
def show_frozen_figure(request: HttpRequest, year: int, figure: str) -> HttpResponse:
    """One figure as it was adopted, with each row beside the register of today."""
    of_year, found = selectors.kader_year(year), _adopted(year)
    readings, kader = readings_in(found.content["account"]), assessor_of(found.content["kader"]).kader
    spec = next((one for one in kader.figures if one.id == figure), None)
    if figure not in readings or spec is None:
        raise NotFound("figure", figure)
    account = account_of(year, {figure}, reader=person(request))
    now = account.figures.get(figure)
    beside = rows_beside(selectors.frozen_rows(year, figure), now.count.rows if now else ())
    page = {
        "kicker": _("Frozen on %(day)s") % {"day": shown_moment(found.at)},
        "title": said(spec.text),
        "lead": said(spec.definition),
        "then": say_reading(readings[figure], language()),
        "now": say_reading(_reading(account, figure), language()) if now else _("not counted any more"),
        "now_url": figure_url(year, figure) if now else "",
        "otherwise": now is not None and _version(found, figure) not in (None, account.version_of(figure)),
        **_rows(request, account, spec, beside),
    }
    return _rendered(request, of_year, "web/pages/evaluation_frozen_figure.html", page)


def _rows(
    request: HttpRequest, account: Account, spec: Figure, beside: Sequence[RowBeside]
) -> dict[str, object]:
    reader, chosen = person(request), row_page(beside, request, "rows")
    labels = labels_of(spec.counts, [one.reference for one in chosen.items], reader=reader)
    note_readings(request, [one.row.dossier for one in chosen.items if one.reference in labels])
    return {
        "rows": shown_rows(chosen.items, labels, sees_all=sees_everything(reader), distinct=spec.distinct),
        "row_pages": chosen.links(request, "rows"),
        "row_count": chosen.total,
        "year": account.year,
    }


def _reading(account: Account, figure: str) -> Mapping[str, object]:
    count = account.figures[figure].count
    whole = None if count.total is None else {"low": count.total.low, "high": count.total.high}
    return {"low": count.range.low, "high": count.range.high, "of": whole}


def _version(found: selectors.AdoptedRow, figure: str) -> str | None:
    """The version of the definition by which it was counted then."""
    version: str | None = found.content["account"]["figures"][figure].get("definition")
    return version


def _adopted(year: int) -> selectors.AdoptedRow:
    found = selectors.adopted_evaluation(year)
    if found is None:
        raise NotFound("evaluation", str(year))
    return found


def _rendered(
    request: HttpRequest, of_year: selectors.KaderYear, template: str, page: dict[str, object]
) -> HttpResponse:
    year, kader = of_year.year, assessor_of(of_year.kader).kader
    way: Crumbs = [
        evaluation_crumb(year),
        (_("Adoption"), reverse("evaluation_adoption", args=[year])),
        *([(_("The frozen rows"), reverse("frozen_figures", args=[year]))] if "then" in page else []),
        (str(page["title"]), None),
    ]
    values = context(
        request, year=year, kader=kader, page=page, crumbs=way, fictional=made_up(of_year.source)
    )
    return render(request, template, values)
