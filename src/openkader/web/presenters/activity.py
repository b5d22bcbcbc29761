"""An activity and its measures as their pages show them."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.vocabulary import MeasureStatus
from openkader.evaluation.covering import Cell, Cover, Part, reasons
from openkader.kader import Kader
from openkader.kader.model import Measure
from openkader.publication.periods import shown_period
from openkader.register.selectors import ActivityFile, ActivityLine, ListPage, Row
from openkader.web.presenters.activities import kind_of
from openkader.web.presenters.names import EVIDENCE_KINDS, country_name, name_of
from openkader.web.shell import kader_url, language, said, shown_moment

Shown = dict[str, object]
# On which page of an activity stands what is evidence by itself.
RECORD_PAGES = {
    "briefing": "companies",
    "contribution": "activity_network",
    "initiative": "activity_initiatives",
    "participation": "activity_network",
    "protection_sign_off": "protection",
    "report": "report",
    "scan_waiver": "companies",
    "self_scan": "companies",
}
_TO_DO = (MeasureStatus.OPEN, MeasureStatus.REPORTED)


def shown_lines(
    found: ActivityFile, cells: Mapping[str, Cell], kader: Kader, today: date
) -> tuple[list[Shown], list[Shown]]:
    """The action lines that ask something or may do so, each with its measures; and those that do not apply."""
    asks = [cell for cell in cells.values() if cell.cover is not Cover.NOT_APPLICABLE]
    rest = [cell for cell in cells.values() if cell.cover is Cover.NOT_APPLICABLE]
    return [_line(cell, found, kader, today) for cell in asks], [
        {"label": f"{cell.line.id} {said(cell.line.text)}", "value": " ".join(reasons(cell, language()))}
        for cell in rest
    ]


def _line(cell: Cell, found: ActivityFile, kader: Kader, today: date) -> Shown:
    known = {one.id: one for one in cell.line.measures}
    shown = [part for part in cell.parts if part.kept or part.cover is not Cover.NOT_APPLICABLE]
    return {
        "code": cell.line.id,
        "text": said(cell.line.text),
        "url": f"{kader_url(kader)}#{cell.line.id}",
        "cover": cell.cover,
        "why": reasons(cell, language()) if cell.cover is Cover.UNKNOWN else [],
        "measures": [_part(part, known.get(part.code), found, today) for part in shown],
    }


def _part(part: Part, measure: Measure | None, found: ActivityFile, today: date) -> Shown:
    reference = part.kept.reference if part.kept else ""
    row = found.measures.get(reference, {})
    return {
        "title": said(measure.text) if measure else part.code,
        "url": reverse("measure", args=[found.reference, reference]) if reference else None,
        "status": part.kept.status if part.kept else ("open" if part.asked else "unknown"),
        "is_missing": part.kept is None and part.asked is True,
        "is_unknown": part.kept is None and part.asked is None,
        "owner": shown_owner(row, measure),
        "due": shown_due(row.get("due_on"), part.kept.status if part.kept else None, today),
        "evidence": [_title(one) for one in found.evidence.get(reference, ())],
        "warns": any(one["state"] in ("gone", "changed") for one in found.evidence.get(reference, ())),
    }


def _title(row: Row) -> object:
    return row["title_en"] if language() == "en" else row["title_nl"]


def shown_owner(row: Mapping[str, object], measure: Measure | None) -> str | None:
    """Who sees to it: whoever got it, or else whom the kader names."""
    return str(row["owner"]) if row.get("owner") else (said(measure.owner) if measure else None)


def shown_due(due_on: object, status: MeasureStatus | None, today: date) -> Shown | None:
    """The last day in words, and whether it has passed."""
    if not isinstance(due_on, date):
        return None
    is_late = status in _TO_DO and due_on < today
    return {"words": date_format(due_on, "j F Y"), "is_late": is_late, "days": _days(due_on, today)}


def _days(due_on: date, today: date) -> str:
    days = (due_on - today).days
    if days < 0:
        return ngettext("%(days)s day late", "%(days)s days late", -days) % {"days": -days}
    if days == 0:
        return _("today")
    return ngettext("in %(days)s day", "in %(days)s days", days) % {"days": days}


def shown_evidence(found: ActivityFile, measure: str) -> list[Shown]:
    """What shows that a measure was carried out, and whether it can still be found."""
    return [_evidence(one, found) for one in found.evidence.get(measure, ())]


def _evidence(row: Row, found: ActivityFile) -> Shown:
    is_here = row["size"] is not None and row["state"] == "here"
    return {
        "title": _title(row),
        "kind": name_of(EVIDENCE_KINDS, row["kind"]),
        "url": row["url"],
        "file": reverse("evidence", args=[found.reference, row["id"]]) if is_here else None,
        "name": row["name"],
        "state": row["state"],
        "digest": row["sha256"],
        "record": row["record"],
        "record_url": record_url(row, found),
        "by": row["recorded_by"],
        "at": shown_moment(row["recorded_at"]),  # type: ignore[arg-type]  # a column of moments
    }


def record_url(row: Row, found: ActivityFile) -> str | None:
    """The page of the activity, or of its case, on which a record stands that is evidence itself."""
    kind = str(row["record_kind"])
    if kind == "statement" and found.request is not None:
        return reverse("investment", args=[found.request])
    name = RECORD_PAGES.get(kind)
    return reverse(name, args=[found.reference]) if name else None


def shown_waivers(found: ActivityFile, measure: str) -> list[Shown]:
    """What was proposed, by whom, and who agreed."""
    return [
        {
            "reference": row["reference"],
            "reason": row["reason"],
            "until": date_format(row["expires_on"], "j F Y"),  # type: ignore[arg-type]  # a day
            "by": row["by"],
            "at": shown_moment(row["at"]),  # type: ignore[arg-type]  # a moment
            "agreed_by": row["agreement__by"],
        }
        for row in found.waivers.get(measure, ())
    ]


def shown_list(found: ListPage[ActivityLine], kader: Kader | None) -> Shown:
    """Each activity of a page with what is to be done for it; how many there are in all stands above them."""
    labels = (_("Measures open"), _("Late"), _("First due"), _("Worked on by"))
    return {
        "name": "activities",
        "caption": _count_words(found),
        "columns": [
            {"label": _("Activity")},
            {"label": _("State")},
            *({"label": label, "number": label in labels[:2]} for label in labels),
        ],
        "rows": [_row(one, labels, kader) for one in found.rows],
    }


def _count_words(found: ListPage[ActivityLine]) -> str:
    if found.is_least:
        return _("At least %(count)s activities") % {"count": found.total}
    return ngettext("%(count)s activity", "%(count)s activities", found.total) % {"count": found.total}


def _row(one: ActivityLine, labels: tuple[str, ...], kader: Kader | None) -> Shown:
    open_label, late_label, due_label, who_label = labels
    kind = kind_of({"kind": one.kind}, kader) if kader and one.kind else None
    about = (shown_period(one.period), kind, country_name(one.country))
    return {
        "title": said(one.label),
        "url": reverse("activity", args=[one.reference]),
        "aside": " · ".join(filter(None, about)),
        "note": None,
        "quote": None,
        "cells": [
            {"status": one.standing, "kind": "standing", "label": _("State")},
            {"value": one.open, "number": True, "label": open_label},
            {"value": one.late, "number": True, "label": late_label},
            {"value": date_format(one.first_due, "j F Y") if one.first_due else "–", "label": due_label},
            {"value": one.assignee or "–", "label": who_label},
        ],
    }
