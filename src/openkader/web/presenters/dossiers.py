"""All dossiers as one list: a request and its activity are one case and stand on one line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.period import Period
from openkader.casework.vocabulary import Precision
from openkader.kader import Kader
from openkader.register.selectors import Row
from openkader.web.marks import find_mark
from openkader.web.presenters.activities import kind_of, said_of, shown_period
from openkader.web.presenters.case import words_of

FILTERS = ("year", "kind", "programme", "outcome")
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as the list knows it: what took place, or else what was asked."""

    row: Row
    asked: Row | None

    @property
    def outcome(self) -> object:
        """The newest decision on the request; unknown where no request is known."""
        return self.asked["outcome"] if self.asked else None

    def value(self, name: str) -> str:
        """What a filter compares; what is unknown can be looked for too."""
        found = self.outcome if name == "outcome" else self.row[name]
        return _UNKNOWN if found is None else str(found)


def cases(requests: Iterable[Row], activities: Sequence[Row]) -> list[Case]:
    """Each activity with its request, then each request without an activity; the newest year first."""
    asked = {row["id"]: row for row in requests}
    taken = {row["request"] for row in activities}
    found = [Case(row=row, asked=asked.get(row["request"])) for row in activities]
    found += [Case(row=row, asked=row) for key, row in asked.items() if key not in taken]
    return sorted(found, key=_newest_year_first)


def _newest_year_first(case: Case) -> tuple[int, date, str]:
    """By year, within it by first possible day; what has no date comes last."""
    period = _period(case.row)
    exact = period.starts_on if period and period.precision is not Precision.YEAR else date.max
    return (-int(str(case.row["year"])), exact, str(case.row["id"]))


def chosen(found: Iterable[Case], filters: Mapping[str, str]) -> list[Case]:
    """The cases that meet every filter that is set."""
    return [case for case in found if all(case.value(name) == word for name, word in filters.items() if word)]


def shown_filters(found: Sequence[Case], filters: Mapping[str, str], kader: Kader) -> list[dict[str, object]]:
    """A choice for each filter, of the values that occur."""
    labels = {"year": _("Year"), "kind": _("Kind"), "programme": _("Relation"), "outcome": _("Decision")}
    return [
        {
            "name": name,
            "label": labels[name],
            "options": [
                {"value": word, "label": _option(name, word, kader), "selected": filters[name] == word}
                for word in sorted({case.value(name) for case in found})
            ],
        }
        for name in FILTERS
    ]


def _option(name: str, word: str, kader: Kader) -> str:
    if word == _UNKNOWN or name == "outcome":
        return str(find_mark("outcome", word).word)
    return word if name == "year" else words_of(kader, "requests", name, word) or word


def shown_cases(found: Sequence[Case], kader: Kader) -> dict[str, object]:
    """The table of dossiers."""
    return {
        "name": "dossiers",
        "caption": ngettext("%(count)s dossier", "%(count)s dossiers", len(found)) % {"count": len(found)},
        "columns": [
            {"label": _("Dossier")},
            {"label": _("Kind")},
            {"label": _("When")},
            {"label": _("Relation")},
            {"label": _("Decision")},
        ],
        "rows": [_shown(case, kader) for case in found],
    }


def _shown(case: Case, kader: Kader) -> dict[str, object]:
    row = case.row
    references = [str(row["id"]), *([str(case.asked["id"])] if case.asked and case.asked is not row else [])]
    return {
        "title": said_of(row, "label"),
        "aside": " · ".join([*references, *_several(row)]),
        "url": reverse("dossier", args=[row["id"]]),
        "cells": [
            {"value": kind_of(row, kader), "label": _("Kind")},
            {"value": shown_period(_period(row)) or row["year"], "label": _("When"), "short": True},
            {"value": words_of(kader, "requests", "programme", row["programme"]), "label": _("Relation")},
            {"status": case.outcome, "kind": "outcome", "label": _("Decision")},
        ],
    }


def _several(row: Row) -> list[str]:
    """A line that stands for several cases says so."""
    if row["number"] is None:
        return [_("an unknown number of cases")]
    return [] if row["number"] == 1 else [_("%(number)s cases") % {"number": row["number"]}]


def _period(row: Row) -> Period | None:
    first, last, precision = (row.get(name) for name in ("starts_on", "ends_on", "precision"))
    if not isinstance(first, date) or not isinstance(last, date):
        return None
    return Period(first, last, Precision(str(precision)))
