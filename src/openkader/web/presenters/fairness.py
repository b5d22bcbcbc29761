"""The fairness table: how often a harmless name raises an alert, by where the name comes from."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.errors import Unavailable
from openkader.base.text import Text
from openkader.register.selectors.screening_count import screening_count
from openkader.screening.origins import SCRIPTS, TITLES
from openkader.web.shell import said

_COUNTS = ("n", "match", "check", "alert")


def read_report() -> Mapping[str, Any] | None:
    """The report as `openkader screening report` kept it; None when nobody made one yet."""
    content = screening_count()
    if content is None:
        return None
    try:
        report: Mapping[str, Any] = json.loads(content)
        _check(report)
    except (ValueError, KeyError, TypeError) as error:
        raise Unavailable("screening.report-unreadable", {"reason": str(error)[:80]}) from error
    return report


def _check(report: Mapping[str, Any]) -> None:
    """Every count is a whole number, and no part is larger than its whole."""
    for row in report["rows"]:
        counts = {name: row[name] for name in _COUNTS}
        if not all(type(number) is int and 0 <= number <= counts["n"] for number in counts.values()):
            raise ValueError(f"{row['origin']}: {counts}")
        if not 0 <= float(row["low"]) <= float(row["high"]) <= 1:
            raise ValueError(f"{row['origin']}: {row['low']} - {row['high']}")


def shown_report(report: Mapping[str, Any]) -> dict[str, object]:
    """One line for each origin of names, the highest alert rate first."""
    labels = [_("Names"), _("Match"), _("Check"), _("Alerts"), _("Of a hundred")]
    rows: Sequence[Mapping[str, Any]] = sorted(report["rows"], key=lambda row: (-_rate(row), row["origin"]))
    return {
        "name": "fairness",
        "caption": _("Alerts on harmless people, by the origin of their name"),
        "columns": [{"label": _("Origin of the name")}]
        + [{"label": label, "number": True} for label in labels],
        "rows": [_row(row, labels) for row in rows],
    }


def _row(row: Mapping[str, Any], labels: Sequence[str]) -> dict[str, object]:
    numbers = (row["n"], row["match"], row["check"], row["alert"], _between(row))
    return {
        "title": _name(TITLES, str(row["origin"])),
        "aside": _name(SCRIPTS, str(row["script"])),
        "note": _("More often than the rest, beyond what chance explains.") if row["worse_off"] else "",
        "cells": [
            {"value": number, "number": True, "label": label}
            for number, label in zip(numbers, labels, strict=True)
        ],
    }


def said_namesakes(report: Mapping[str, Any]) -> str:
    """Who has the very name of somebody on a list is counted apart; that is said where there are any."""
    number = sum(int(row["namesakes"]) for row in report["rows"])
    if not number:
        return ""
    return ngettext(
        "%(count)s name is the same as that of somebody on a list. It is not counted.",
        "%(count)s names are the same as that of somebody on a list. They are not counted.",
        number,
    ) % {"count": number}


def _rate(row: Mapping[str, Any]) -> float:
    return row["alert"] / row["n"] if row["n"] else 0.0


def _between(row: Mapping[str, Any]) -> str | None:
    """Between which rates the true one lies, 95 % sure; of nobody nothing is known."""
    if not row["n"]:
        return None
    low, high = (number_format(round(100 * row[end], 1), 1) for end in ("low", "high"))
    return _("%(low)s to %(high)s") % {"low": low, "high": high}


def _name(words: Mapping[str, Text], code: str) -> str:
    """A code as the reader calls it; one without words is shown as it is."""
    return said(words.get(code)) or code.replace("_", " ")
