"""The claims of a published evaluation as the page shows them, each with the rows that bear on it."""

from django.utils.translation import gettext as _

from openkader.evaluation.claims.checking import ORDER, Checked
from openkader.evaluation.claims.holding import Bearing, Side
from openkader.evaluation.claims.judging import Verdict
from openkader.evaluation.claims.model import Compares, FiledClaim, States
from openkader.evaluation.verdict import Status
from openkader.kader.model import Figure
from openkader.web.presenters.figures import dossier_url, figure_url
from openkader.web.shell import said

_SEEN = {Status.CONTRADICTED: 6}  # rows that are seen at once: those on which somebody has to act
_MOST = 60  # rows behind one claim; the page of the figure shows them all


def shown_groups(checked: Checked) -> list[dict[str, object]]:
    """The claims by how they came out; what asks for attention first."""
    names = {
        Status.CONTRADICTED: (
            _("What the register contradicts"),
            _("The text says something else than the register shows. The rows tell what."),
        ),
        Status.UNPROVED: (
            _("What cannot be proved"),
            _("It may be right. With each stands what is missing to show it."),
        ),
        Status.PROVED: (_("What the register proves"), ""),
    }
    figures = {figure.id: figure for figure in checked.file.kader.figures}
    return [
        {
            "id": status,
            "title": names[status][0],
            "note": names[status][1],
            "claims": [
                _claim(checked, claim, verdict) | _counted(checked, figures, claim, verdict)
                for claim, verdict in checked.with_status(status)
            ],
        }
        for status in ORDER
        if checked.with_status(status)
    ]


def shown_checked(checked: Checked) -> dict[str, object]:
    """Everything that is said of one file."""
    file = checked.file
    return {
        "kicker": said(file.organisation),
        "note": said(file.note),
        "made_up": _("These claims were made up.") if file.fictional else "",
        "tally": shown_tally(checked),
        "groups": shown_groups(checked),
    }


def dossiers_in(checked: Checked) -> set[str]:
    """The dossiers to which the rows that are shown lead."""
    shown = [bearing.row for _claim, verdict in checked.verdicts for bearing in verdict.rows[:_MOST]]
    return {row.dossier for row in shown if row.dossier is not None}


def shown_tally(checked: Checked) -> list[dict[str, object]]:
    """How many claims came out how."""
    found = [(status, len(checked.with_status(status))) for status in ORDER]
    return [{"count": count, "status": status} for status, count in found if count]


def _claim(checked: Checked, claim: FiledClaim, verdict: Verdict) -> dict[str, object]:
    rows = [_row(checked, bearing) for bearing in verdict.rows[:_MOST]]
    seen = _SEEN.get(verdict.status, 0)
    return {
        "id": claim.reference,
        "status": verdict.status,
        "said": said(verdict.said),
        "missing": [said(words) for words in verdict.missing],
        "remark": said(claim.remark),
        "rows": rows[:seen],
        "more": rows[seen:],
        "row_count": len(verdict.rows),
        "left_out": max(0, len(verdict.rows) - _MOST),
        "passage": {
            "text": claim.sentence,
            "source": said(checked.file.title),
            "where": claim.chapter,
            "url": checked.file.source,
            "language": "nl",
        },
    }


def _counted(
    checked: Checked, figures: dict[str, Figure], claim: FiledClaim, verdict: Verdict
) -> dict[str, object]:
    """What was counted: a figure of the kader has a page, one of the file its definition."""
    if not isinstance(claim.asserts, States | Compares):
        return {}
    figure = figures[claim.asserts.figure]
    has_page = figure not in checked.file.figures and checked.file.year in checked.known.years
    words = said(verdict.said) or ""
    return {
        "label": said(figure.text),
        "said": words[:1].lower() + words[1:],  # it follows the name of the figure
        "definition": said(figure.definition),
        "url": figure_url(checked.file.year, figure.id) if has_page else "",
    }


def _row(checked: Checked, bearing: Bearing) -> dict[str, object]:
    """A row by what it is called, how many it stands for, and on which side it stands."""
    row = bearing.row
    label = checked.labels.get(row.reference)
    sides = {
        Side.COUNTS: _("counts"),
        Side.MAY_COUNT: _("may count"),
        Side.LEFT_OUT: _("does not count"),
        Side.DIFFERS: _("counts for one and not for the other"),
    }
    return {
        "title": said(label) or row.reference,
        "reference": row.reference,
        "url": dossier_url(row.dossier),
        "number": _("an unknown number") if row.number is None else row.number,
        "is_one": row.number == 1,
        "side": sides[bearing.side],
    }
