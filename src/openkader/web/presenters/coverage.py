"""The coverage of a year as its page shows it: a row for each activity, a cell for each action line."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from openkader.base.text import capital
from openkader.evaluation.covering import Cell, Cover, reasons
from openkader.evaluation.matrix import Covered, Matrix
from openkader.kader import Kader
from openkader.kader.model import Pillar
from openkader.publication.periods import shown_period
from openkader.web.presenters.activities import kind_of
from openkader.web.shell import kader_url, language, said

# What there is to do stands first.
ORDER = (Cover.FULL, Cover.OPEN, Cover.WAIVED, Cover.UNKNOWN, Cover.NOT_APPLICABLE)
_SHORT = 12
# The reasons that were said already, by the facts, the line and the state that they are about.
Told = dict[tuple[int, str, Cover], str]
PILLARS = {
    Pillar.ECONOMIC: gettext_lazy("Economic risks"),
    Pillar.HUMAN_RIGHTS: gettext_lazy("Human rights"),
}


def shown_matrix(matrix: Matrix, rows: Sequence[Covered]) -> dict[str, object]:
    """The table with some of its rows, in order of date: its columns, and what all rows of the year come to."""
    told: Told = {}
    own = [row for row in rows if row.activity.number == 1]
    others = [row for row in rows if row.activity.number != 1]
    return {
        "pillars": _pillars(matrix),
        "lines": [_line(line.id, said(line.text), matrix.kader) for line in matrix.lines],
        "width": len(matrix.lines) + 2,
        "is_long": len(own) > _SHORT,
        "rows": [_row(row, matrix, told) for row in own],
        "others": [_row(row, matrix, told) for row in others],
        "totals": _totals(matrix),
        "withheld": matrix.withheld,
    }


def shown_tally(matrix: Matrix) -> list[dict[str, object]]:
    """How many cells say what, those that nothing is asked in left out."""
    found = matrix.total
    return [{"count": found[cover], "status": cover} for cover in ORDER if cover is not Cover.NOT_APPLICABLE]


def shown_meanings() -> list[dict[str, object]]:
    """What each state means, and what makes it another."""
    words = {
        Cover.FULL: _("Everything that is asked was done, and the register holds evidence of it."),
        Cover.OPEN: _(
            "Something is asked that was not done, or that was done or reported without evidence. "
            "The fraction says how many of the measures are done with evidence."
        ),
        Cover.WAIVED: _("What is missing was waived, with a reason."),
        Cover.UNKNOWN: _(
            "Facts are missing, so that nobody can tell whether something is asked. Unknown counts neither as done nor "
            "as not applicable; an answer in the dossier makes it known."
        ),
        Cover.NOT_APPLICABLE: _(
            "The framework asks nothing here, or somebody set everything aside with a reason."
        ),
    }
    return [{"status": cover, "words": words[cover]} for cover in ORDER]


def _pillars(matrix: Matrix) -> list[dict[str, object]]:
    return [
        {"label": PILLARS[pillar], "lines": len(list(lines))}
        for pillar, lines in groupby(matrix.lines, key=lambda line: line.pillar)
    ]


def _line(code: str, text: str | None, kader: Kader) -> dict[str, object]:
    return {"code": code, "text": text, "url": f"{kader_url(kader)}#{code}"}


def _row(row: Covered, matrix: Matrix, told: Told) -> dict[str, object]:
    activity = row.activity
    asked = [cell for cell in row.cells.values() if cell.cover is not Cover.NOT_APPLICABLE]
    url = reverse("dossier", args=[activity.reference])
    about = (
        shown_period(activity.period),
        kind_of({"kind": activity.kind}, matrix.kader),
        _several(activity.number),
    )
    return {
        "title": said(activity.label),
        "url": url,
        "about": " · ".join(str(part) for part in about if part),
        "is_withheld": activity.is_withheld,
        "cells": [_cell(cell, url, matrix.kader, told) for cell in row.cells.values()],
        "full": sum(cell.cover is Cover.FULL for cell in asked),
        "asked": len(asked),
    }


def _several(number: int | None) -> str | None:
    if number == 1:
        return None
    return _("%(count)s activities") % {"count": number} if number else _("number unknown")


def _cell(cell: Cell, dossier: str, kader: Kader, told: Told) -> dict[str, object]:
    return {
        "line": cell.line.id,
        "cover": cell.cover,
        "shown": cell.shown,
        "asked": cell.asked,
        "url": _place(cell, dossier, kader),
        "why": _why(cell, told),
    }


def _place(cell: Cell, dossier: str, kader: Kader) -> str:
    """Where the evidence is, or what is missing; where nothing is asked, the row of the kader that says so."""
    if any(part.kept for part in cell.parts):
        return f"{dossier}#measures-{cell.line.id}"
    if cell.cover is Cover.NOT_APPLICABLE:
        return f"{kader_url(kader)}#{cell.line.id}"
    return f"{dossier}#facts" if cell.cover is Cover.UNKNOWN else f"{dossier}#measures"


def _why(cell: Cell, told: Told) -> str:
    """In a sentence: the facts behind it, or which measures are missing; said once of the same facts."""
    if cell.cover in (Cover.UNKNOWN, Cover.NOT_APPLICABLE):
        key = (id(cell.weighed), cell.line.id, cell.cover)
        if key not in told:
            told[key] = "; ".join(capital(one) for one in reasons(cell, language()))
        return told[key]
    names = {measure.id: said(measure.text) for measure in cell.line.measures}
    missing = [names.get(part.code) or part.code for part in cell.of(cell.cover)]
    if cell.cover is Cover.OPEN:
        return pgettext("coverage", "Without evidence: %(measures)s") % {"measures": "; ".join(missing)}
    return "; ".join(missing)


def _totals(matrix: Matrix) -> list[Mapping[str, object]]:
    """A row for each state: how many activities each line is so for, and all lines together."""
    found, whole = matrix.totals(), matrix.total
    return [
        {
            "status": cover,
            "cells": [found[line.id][cover] for line in matrix.lines],
            "total": whole[cover],
        }
        for cover in ORDER
    ]
