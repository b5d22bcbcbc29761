"""The list of work as its page shows it: whose, what may be chosen, and each case on one line."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from babel import Locale
from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.base.text import capital
from openkader.casework.life_cycle import State
from openkader.casework.life_cycle_words import STATES
from openkader.casework.role_words import LEVELS
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome, Kind
from openkader.casework.work_list import SECTORS, Order, Scope
from openkader.kader import Kader
from openkader.register.selectors import CaseRow, Choice, ListPage
from openkader.web.marks import find_mark
from openkader.web.presenters.names import Words, country_name, name_of
from openkader.web.presenters.parties import CASE_KINDS
from openkader.web.shell import language, said

SCOPES: Words = {
    str(Scope.MINE): gettext_lazy("Mine"),
    str(Scope.TEAM): gettext_lazy("My team's"),
    str(Scope.NOBODY): gettext_lazy("Nobody's yet"),
    str(Scope.WAITING): gettext_lazy("Waiting for others"),
    str(Scope.OVERDUE): gettext_lazy("Overdue"),
    str(Scope.LATE_ADVICE): gettext_lazy("Advice late"),
    str(Scope.MEASURES): gettext_lazy("Measures due"),
    str(Scope.ALL): gettext_lazy("Everything"),
}
ORDERS: Words = {
    str(Order.DUE): gettext_lazy("What is due first"),
    str(Order.NEWEST): gettext_lazy("Newest first"),
    str(Order.OLDEST): gettext_lazy("Oldest first"),
    str(Order.CHANGED): gettext_lazy("Changed last"),
}
# The names in the address; Dutch, since addresses are read and kept in Dutch.
SCOPE, TEXT, ORDER, AFTER, BEFORE = "van", "zoek", "volgorde", "na", "voor"
FILTERS = {
    "kind": ("soort", gettext_lazy("Kind")),
    "country": ("land", gettext_lazy("Country")),
    "sector": ("sector", gettext_lazy("Area")),
    "state": ("stand", gettext_lazy("State")),
    "outcome": ("uitkomst", gettext_lazy("Decision")),
    "year": ("jaar", gettext_lazy("Year")),
}
# What stands where a list is empty: which words, and which list to look at then.
_EMPTY: Mapping[Scope, tuple[str | Promise, Scope]] = {
    Scope.MINE: (gettext_lazy("No case is yours at this moment"), Scope.NOBODY),
    Scope.TEAM: (gettext_lazy("Your team has no case at this moment"), Scope.NOBODY),
    Scope.NOBODY: (gettext_lazy("Every case is somebody's"), Scope.ALL),
    Scope.WAITING: (gettext_lazy("No case waits for others"), Scope.MINE),
    Scope.OVERDUE: (gettext_lazy("No case is overdue"), Scope.MINE),
    Scope.LATE_ADVICE: (gettext_lazy("No advice is late"), Scope.MINE),
    Scope.MEASURES: (gettext_lazy("No measure has to be done within a week"), Scope.MINE),
}
Options = Sequence[tuple[str, str]]


def shown_scopes(choice: Choice, words: QueryDict) -> list[dict[str, object]]:
    """The ways to look at the work, each with the filters that are set."""
    return [
        {
            "label": name_of(SCOPES, scope),
            "url": f"?{address(words, **{SCOPE: str(scope)})}",
            "current": scope is choice.scope,
        }
        for scope in Scope
    ]


def shown_empty(choice: Choice, *, filtered: bool) -> dict[str, object]:
    """What a list without cases says, and where to look instead."""
    if filtered or choice.scope not in _EMPTY:
        return {"title": _("No case meets this choice"), "link": _("Show everything"), "url": f"?{SCOPE}=all"}
    title, other = _EMPTY[choice.scope]
    link = _("To the list “%(name)s”") % {"name": name_of(SCOPES, other)}
    return {"title": title, "link": link, "url": f"?{SCOPE}={other}"}


def address(words: QueryDict, **changes: str) -> str:
    """The choice as it stands in the address, with some words changed; the place in the list is left out."""
    kept = words.copy()
    for name in (AFTER, BEFORE):
        kept.pop(name, None)
    for name, value in changes.items():
        kept[name] = value
    for name in [name for name, value in kept.items() if not value]:
        kept.pop(name)
    return kept.urlencode()


def shown_filters(choice: Choice, kader: Kader | None, years: Sequence[int]) -> list[dict[str, object]]:
    """A choice for each filter."""
    options: Mapping[str, Options] = {
        "kind": [(str(kind), capital(name_of(CASE_KINDS, kind) or "")) for kind in Kind],
        "country": _countries(language()),
        "sector": _sectors(kader),
        "state": [(str(state), capital(said(STATES[state]) or "")) for state in State],
        "outcome": [(str(one), str(find_mark("outcome", one).word)) for one in DecisionOutcome],
        "year": [(str(year), str(year)) for year in years],
    }
    return [
        {
            "name": FILTERS[field][0],
            "label": FILTERS[field][1],
            "options": [
                {"value": value, "label": label, "selected": value == _word(getattr(choice, field))}
                for value, label in options[field]
            ],
        }
        for field in FILTERS
        if options[field]
    ]


def narrowed(choice: Choice) -> int:
    """How many filters are set beside the words that are sought."""
    return sum(getattr(choice, field) is not None for field in FILTERS)


def _word(value: object) -> str:
    return "" if value is None else str(value)


@lru_cache
def _countries(language: str) -> Options:
    names = Locale(language).territories
    known = ((code, str(name)) for code, name in names.items() if len(code) == _COUNTRY and code.isalpha())
    return sorted(known, key=lambda one: one[1])


_COUNTRY = 2


def _sectors(kader: Kader | None) -> Options:
    fact = kader.facts.get(SECTORS) if kader else None
    options = fact.options if fact else ()
    return [(option.code, capital(said(option.text) or "")) for option in options]


def shown_orders(choice: Choice) -> list[dict[str, object]]:
    """What may come first."""
    return [
        {"value": str(one), "label": name_of(ORDERS, one), "selected": one is choice.order} for one in Order
    ]


def count_words(found: ListPage[CaseRow]) -> str:
    """How many cases there are; where there are too many to count them all, at least how many."""
    if found.is_least:
        return _("At least %(count)s cases") % {"count": found.total}
    return ngettext("%(count)s case", "%(count)s cases", found.total) % {"count": found.total}


def shown_cases(found: ListPage[CaseRow], caption: str, today: date) -> dict[str, object] | None:
    """The table of cases; nothing when there are none."""
    if not found.rows:
        return None
    labels = [_("State"), _("Due"), _("Kind"), _("Country"), _("Worked on by")]
    return {
        "name": "cases",
        "caption": caption,
        "columns": [{"label": _("Case")}, *({"label": label} for label in labels)],
        "rows": [_shown(row, labels, today) for row in found.rows],
    }


def _shown(row: CaseRow, labels: Sequence[str], today: date) -> dict[str, object]:
    cells: Sequence[dict[str, object]] = (
        {"status": row.state, "kind": "case"},
        {"value": due_words(row, today), "short": True, "none": _("no term")},
        {"value": capital(name_of(CASE_KINDS, row.kind) or "") or None},
        {"value": country_name(row.country)},
        {
            "links": [{"label": holder_words(row), "url": reverse("assign", args=[row.reference])}],
            "value": None,
        },
    )
    return {
        "title": said(row.title),
        "aside": " · ".join((row.reference, *row.requesters)),
        "note": _remark(row),
        "url": reverse("dossier", args=[row.reference]),
        "cells": [cell | {"label": label} for cell, label in zip(cells, labels, strict=True)],
    }


def due_words(row: CaseRow, today: date) -> str | None:
    """By when a case has to be dealt with, and how far that is."""
    if row.is_paused:
        return _advice_words(row.advice_due_on, today)
    if row.due_on is None:
        return _measure_words(row.measure_due_on, today)
    days = (row.due_on - today).days
    day = date_format(row.due_on)
    if days < 0:
        return ngettext("%(day)s, %(count)s day late", "%(day)s, %(count)s days late", -days) % {
            "day": day,
            "count": -days,
        }
    return day


def _measure_words(due_on: date | None, today: date) -> str | None:
    """The first measure of a case that is to be done now; a decided case has no other term."""
    if due_on is None:
        return None
    days = (today - due_on).days
    if days > 0:
        return ngettext("measure %(count)s day late", "measure %(count)s days late", days) % {"count": days}
    return _("measure by %(day)s") % {"day": date_format(due_on)}


def _advice_words(advice_due_on: date | None, today: date) -> str:
    """That the term of a case stands still, and how late the advice is that it waits for."""
    if advice_due_on is None:
        return _("stands still for advice")
    days = (today - advice_due_on).days
    if days > 0:
        return ngettext(
            "stands still; the advice is %(count)s day late",
            "stands still; the advice is %(count)s days late",
            days,
        ) % {"count": days}
    return _("stands still for advice, until %(day)s") % {"day": date_format(advice_due_on)}


def holder_words(row: CaseRow) -> str:
    """By whom a case is worked on."""
    return " · ".join(filter(None, (row.assignee, row.team))) or _("nobody yet")


def _remark(row: CaseRow) -> str:
    """Of a case that not every colleague may see, its level."""
    if row.confidentiality.rank <= Confidentiality.INTERNAL.rank:
        return ""
    return str(said(LEVELS[row.confidentiality]))
