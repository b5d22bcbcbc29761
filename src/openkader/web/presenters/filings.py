"""Cases in the case system of the organisation: where a zaak is, and why one is not there as it should be."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.messages import sentence
from openkader.register.case_system.filed import FilingRow
from openkader.web.shell import language, shown_moment


def shown_filings(rows: Sequence[FilingRow]) -> dict[str, object] | None:
    """Why cases were not taken and how many, the most first; which ones they are is not for whoever runs the house."""
    if not rows:
        return None
    label = _("Cases")
    counted = Counter(_why(row) for row in rows)
    return {
        "name": "filings",
        "caption": ngettext("%(count)s case", "%(count)s cases", len(rows)) % {"count": len(rows)},
        "columns": [{"label": _("Why")}, {"label": label, "number": True}],
        "rows": [
            {"title": why, "cells": [{"value": number, "number": True, "label": label}]}
            for why, number in counted.most_common()
        ],
    }


def filing_line(row: FilingRow | None) -> str | None:
    """One line for the page of a dossier; nothing while it is not in the case system."""
    if row is None:
        return None
    if row.refusal is not None:
        return _("Not up to date in the case system: %(why)s") % {"why": _why(row)}
    if row.told_at is None:
        return _("Being brought into the case system; that goes on as soon as it answers.")
    words = {"case": row.case, "moment": shown_moment(row.told_at)}
    return _("Zaak %(case)s in the case system, up to date since %(moment)s.") % words


def _why(row: FilingRow) -> str:
    return sentence(row.refusal.code, row.refusal.detail, language()) if row.refusal else ""
