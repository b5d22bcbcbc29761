"""Open data of a year: what is in it, what is withheld on which ground, and the files themselves."""

import tempfile
from collections import Counter

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.evaluation.counting import Withheld
from openkader.evaluation.reading import GROUNDS as ROW_GROUNDS
from openkader.publication.open_data.fields import FILES, GROUNDS, PublicFile
from openkader.publication.open_data.package import write_archive
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.selectors import counted_rows
from openkader.web.replica import from_replica
from openkader.web.shell import context, made_up, said
from openkader.web.views.evaluation import evaluation_crumb


@require_safe
@from_replica
def show_open_data(request: HttpRequest, year: int) -> HttpResponse:
    """What the files hold, before anybody downloads them."""
    found = selectors.kader_year(year)
    tally = counted_rows.public_tally([file.name for file in FILES], year)
    rows = sum(number for counted in tally.values() for number in counted.values())
    page = {
        "kicker": _("Open data of %(year)s") % {"year": year},
        "title": _("The register of %(year)s as open data") % {"year": year},
        "lead": _(
            "The public part of the register and every figure, as CSV and JSON, with a descriptor of every column. "
            "What is not public is counted, and stands as a row without a name."
        ),
        "has_rows": bool(rows),
        "rows": [_row(file, tally[file.name]) for file in FILES],
        "columns": [
            {"label": _("File")},
            {"label": _("Rows"), "number": True},
            {"label": _("Of a confidential case"), "number": True},
            {"label": _("Because of screening"), "number": True},
            {"label": _("Columns that stay empty")},
        ],
        "caption": _("Files of %(year)s") % {"year": year},
        "grounds": [{"label": _ground(name), "value": said(why)} for name, why in GROUNDS.items()],
        "download": reverse("open_data_files", args=[year]),
    }
    crumbs = [evaluation_crumb(year), (_("Open data"), None)]
    kader, fictional = assessor_of(found.kader).kader, made_up(found.source)
    values = context(request, year=year, kader=kader, page=page, crumbs=crumbs, fictional=fictional)
    return render(request, "web/pages/open_data.html", values)


@require_safe
@from_replica
def download_open_data(request: HttpRequest, year: int) -> FileResponse:
    """All files of a year in one archive."""
    adopted = selectors.adopted_evaluation(year)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    try:
        write_archive(year, file, adopted=adopted.sha256 if adopted else None)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"open-data-{year}.zip")


def _row(file: PublicFile, counted: Counter[tuple[bool, bool]]) -> dict[str, object]:
    grounds: Counter[Withheld | None] = Counter()
    for standing, number in counted.items():
        grounds[ROW_GROUNDS[standing]] += number
    empty = ", ".join(field.name for field in file.fields if field.withheld)
    return {
        "title": said(file.title),
        "note": f"{file.name}.csv",
        "cells": [
            {"value": counted.total(), "number": True, "label": _("Rows")},
            {
                "value": grounds[Withheld.CONFIDENTIAL_CASE],
                "number": True,
                "label": _("Of a confidential case"),
            },
            {"value": grounds[Withheld.SCREENING], "number": True, "label": _("Because of screening")},
            {"value": empty or _("none"), "label": _("Columns that stay empty")},
        ],
    }


def _ground(name: str) -> str:
    return {
        str(Withheld.CONFIDENTIAL_CASE): _("Of a confidential case"),
        str(Withheld.SCREENING): _("Because of screening"),
    }.get(name, _("Personal data"))
