"""All dossiers as one list: a request and its activity are one case and stand on one line."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.vocabulary import DecisionOutcome, Kind
from openkader.kader import Kader
from openkader.publication.periods import shown_period
from openkader.register.selectors import UNKNOWN, DossierRow, ListPage
from openkader.web.marks import find_mark
from openkader.web.presenters.case import words_of
from openkader.web.shell import said

FILTERS = ("year", "kind", "programme", "outcome")
_RELATION = "programme"


def shown_filters(years: Sequence[int], filters: Mapping[str, str], kader: Kader) -> list[dict[str, object]]:
    """A choice for each filter, of the values that may occur."""
    labels = {"year": _("Year"), "kind": _("Kind"), _RELATION: _("Relation"), "outcome": _("Decision")}
    relation = kader.records["requests"].get(_RELATION)
    words: Mapping[str, Sequence[str]] = {
        "year": [str(year) for year in years],
        "kind": [*map(str, Kind), UNKNOWN],
        _RELATION: [*(option.code for option in (relation.options if relation else ())), UNKNOWN],
        "outcome": [*map(str, DecisionOutcome), UNKNOWN],
    }
    return [
        {
            "name": name,
            "label": labels[name],
            "options": [
                {"value": word, "label": _option(name, word, kader), "selected": filters[name] == word}
                for word in words[name]
            ],
        }
        for name in FILTERS
    ]


def _option(name: str, word: str, kader: Kader) -> str:
    if word == UNKNOWN or name == "outcome":
        return str(find_mark("outcome", word).word)
    return word if name == "year" else words_of(kader, "requests", name, word) or word


def shown_cases(found: ListPage[DossierRow], kader: Kader) -> dict[str, object] | None:
    """The table of dossiers; nothing when there are none."""
    if not found.rows:
        return None
    return {
        "name": "dossiers",
        "caption": _count_words(found),
        "columns": [
            {"label": _("Dossier")},
            {"label": _("Kind")},
            {"label": _("When")},
            {"label": _("Relation")},
            {"label": _("Decision")},
        ],
        "rows": [_shown(row, kader) for row in found.rows],
    }


def _count_words(found: ListPage[DossierRow]) -> str:
    if found.is_least:
        return _("At least %(count)s dossiers") % {"count": found.total}
    return ngettext("%(count)s dossier", "%(count)s dossiers", found.total) % {"count": found.total}


def _shown(row: DossierRow, kader: Kader) -> dict[str, object]:
    references = dict.fromkeys((row.reference, row.request or row.reference))
    return {
        "title": said(row.title),
        "aside": " · ".join([*references, *_several(row)]),
        "url": reverse("dossier", args=[row.reference]),
        "cells": [
            {"value": words_of(kader, "requests", "kind", row.kind), "label": _("Kind")},
            {"value": shown_period(row.period) or row.year, "label": _("When"), "short": True},
            {"value": words_of(kader, "requests", _RELATION, row.programme), "label": _("Relation")},
            {"status": row.outcome, "kind": "outcome", "label": _("Decision")},
        ],
    }


def _several(row: DossierRow) -> list[str]:
    """A line that stands for several cases says so."""
    if row.number is None:
        return [_("an unknown number of cases")]
    return [] if row.number == 1 else [_("%(number)s cases") % {"number": row.number}]
