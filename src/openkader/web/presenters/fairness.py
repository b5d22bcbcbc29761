"""The fairness table: how often a harmless name raises an alert, by where the name comes from."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from openkader.base.errors import Unavailable

_COUNTS = ("n", "match", "check", "alert")


def read_report(path: Path) -> Mapping[str, Any] | None:
    """The report as `openkader screening report` wrote it; None when nobody made one yet."""
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        _check(report)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unavailable("screening.report-unreadable", {"reason": str(error)[:80]}) from error
    return report


def _check(report: Mapping[str, Any]) -> None:
    """Every count is a whole number, and no part is larger than its whole."""
    for row in report["rows"]:
        counts = {name: row[name] for name in _COUNTS}
        if not all(type(number) is int and 0 <= number <= counts["n"] for number in counts.values()):
            raise ValueError(f"{row['origin']}: {counts}")


def shown_report(report: Mapping[str, Any]) -> dict[str, object]:
    """One line for each origin of names, the highest alert rate first."""
    labels = [_("Writing"), _("Names"), _("Match"), _("Check"), _("Alerts")]
    rows: Sequence[Mapping[str, Any]] = sorted(report["rows"], key=lambda row: (-_rate(row), row["origin"]))
    return {
        "name": "fairness",
        "caption": _("Alerts on harmless people, by the origin of their name"),
        "columns": [
            {"label": _("Origin of the name")},
            *({"label": label, "number": label != labels[0]} for label in labels),
        ],
        "rows": [_row(row, labels) for row in rows],
    }


def _row(row: Mapping[str, Any], labels: Sequence[str]) -> dict[str, object]:
    numbers = (row["n"], row["match"], row["check"], row["alert"])
    return {
        "title": origin_name(str(row["origin"])),
        "cells": [
            {"value": str(row.get("script") or ""), "label": labels[0]},
            *(
                {"value": _share(number, row["n"]) if label == labels[-1] else number, "number": True}
                | {"label": label}
                for number, label in zip(numbers, labels[1:], strict=True)
            ),
        ],
    }


def _rate(row: Mapping[str, Any]) -> float:
    return row["alert"] / row["n"] if row["n"] else 0.0


def _share(part: int, whole: int) -> str:
    """So many, and what part of the whole that is; of nobody there is no part."""
    if not whole:
        return "0"
    return f"{part} ({number_format(100 * part / whole, 1)} %)"


def origin_name(code: str) -> str:
    """The origin of a name as the reader calls it; one without words is shown as it is."""
    return code.replace("_", " ")
