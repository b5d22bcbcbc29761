"""The core and the shell in words, as a table and as a picture; what cannot be named is said and never left out."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.evaluation.comparing import Column, Origin
from openkader.evaluation.core_and_shell import CoreAndShell, Rule, Taker
from openkader.evaluation.explaining import say_range
from openkader.evaluation.taking_part import Took
from openkader.publication.charts.participation import MOST_COLUMNS, Band
from openkader.publication.taking_part import named_lanes, nameless_lane
from openkader.register.selectors.takings import TakingRow
from openkader.web.presenters.comparing import said_year
from openkader.web.presenters.figures import dossier_url
from openkader.web.shell import language, said

PER_PAGE, DRAWN = 50, 25


def shown_numbers(took: Took) -> list[dict[str, Any]]:
    """The totals of all chosen years."""
    whole = took.whole
    return [
        {"label": _("Participations"), "value": _participations(whole)},
        {"label": _("Different parties"), "value": say_range(whole.different, language())},
        {"label": _("Of which core"), "value": say_range(whole.core, language())},
    ]


def _participations(found: CoreAndShell) -> str:
    number = found.participations
    return str(number) if found.is_numbered else _("at least %(number)s") % {"number": number}


def said_rule(rule: Rule) -> str:
    """The definition, as it is applied on this page."""
    times = ngettext("at least %(count)s activity", "at least %(count)s activities", rule.participations) % {
        "count": rule.participations
    }
    years = ngettext("at least %(count)s year", "at least %(count)s years", rule.years) % {
        "count": rule.years
    }
    return _(
        "Core: a party of the own region that took part in %(times)s, in %(years)s. Everybody else is shell. "
        "Whoever dropped out does not count."
    ) % {"times": times, "years": years}


def shown_honesty(took: Took, declared: int | None) -> list[str]:
    """What the names that are missing, or not for this reader, make impossible to say."""
    return [*_unnamed(took.whole), *_declared(took.whole, declared), *_hidden(took)]


def _unnamed(whole: CoreAndShell) -> list[str]:
    if not whole.unnamed and whole.is_numbered:
        return []
    words = _(
        "Of %(unnamed)s participations the register has no name. So there were %(different)s different parties, and "
        "%(core)s of them belong to the core: who these are, the register cannot say."
    )
    number = str(whole.unnamed) if whole.is_numbered else _("at least %(number)s") % {"number": whole.unnamed}
    different, core = (_between(one.low, one.high) for one in (whole.different, whole.core))
    said_it = [words % {"unnamed": number, "different": different, "core": core}]
    if not whole.takers:
        said_it.append(_("No party is known by name, so the core cannot be named at all."))
    return said_it


def _between(low: int, high: int | None) -> str:
    if high is None:
        return _("at least %(number)s") % {"number": low}
    return str(low) if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}


def _declared(whole: CoreAndShell, declared: int | None) -> list[str]:
    high = whole.different.high
    if declared is None or high is None or declared == high:
        return []
    words = _(
        "The evaluation speaks of %(declared)s different parties. If that is right, at least %(repeats)s "
        "participations were of a party that had been there before."
    )
    return [words % {"declared": declared, "repeats": high - declared}]


def _hidden(took: Took) -> list[str]:
    if not took.hidden_core:
        return []
    return [
        ngettext(
            "%(count)s party belongs to the core by cases that are not visible to you; it is counted, and not named.",
            "%(count)s parties belong to the core by cases that are not visible to you; they are counted, and not "
            "named.",
            took.hidden_core,
        )
        % {"count": took.hidden_core}
    ]


def shown_years(took: Took, columns: Sequence[Column]) -> dict[str, Any]:
    """A line for each year: what is known by name, and what is not."""
    labels = (_("Participations"), _("By name"), _("Without a name"), _("Different parties"))
    return {
        "name": "by-year",
        "caption": _("Participations of parties of the own region"),
        "columns": [{"label": _("Year")}, *({"label": label, "number": True} for label in labels)],
        "rows": [_year(column, took, labels) for column in columns],
    }


def _year(column: Column, took: Took, labels: Sequence[str]) -> dict[str, Any]:
    if column.kader is None:
        return {"title": str(column.year), "cells": [{"none": _("no register"), "label": labels[0]}]}
    found = took.years[column.year]
    named = sum(one.participations for one in found.takers)
    values = (_participations(found), named, found.unnamed, say_range(found.different, language()))
    return {
        "title": said_year(column),
        "url": reverse("year", args=[column.year]),
        "cells": [
            {"value": value, "number": True, "label": label}
            for value, label in zip(values, labels, strict=True)
        ],
    }


def shown_takers(took: Took, start: int, *, leads: bool) -> dict[str, Any] | None:
    """A page of those who are seen by name, who came most often in front; at the end all who have none."""
    some = took.seen.takers[start : start + PER_PAGE]
    rows = [_taker(one, place, took, leads=leads) for place, one in enumerate(some, start + 1)]
    if start + PER_PAGE >= len(took.seen.takers):
        rows += _nameless(took)
    if not rows:
        return None
    named = len(took.seen.takers)
    return {
        "name": "takers",
        "caption": ngettext("%(count)s party by name", "%(count)s parties by name", named) % {"count": named},
        "columns": [
            {"label": _("Party")},
            {"label": _("Group")},
            {"label": _("Participations"), "number": True},
            {"label": _("Years")},
            {"label": _("Activities")},
        ],
        "rows": rows,
    }


def _taker(one: Taker, place: int, took: Took, *, leads: bool) -> dict[str, Any]:
    reference = took.references.get(one.party)
    group = _("Core") if took.is_core(one) else _("Shell")
    mine = [took.seen_activities[activity] for activity in one.activities]
    return {
        "title": f"{place}. {said(took.labels.get(one.party)) or one.party}",
        "url": reverse("party", args=[reference]) if leads and reference else None,
        "cells": _cells(group, one.participations, one.years, [_activity(row) for row in mine]),
    }


def _nameless(took: Took) -> list[dict[str, Any]]:
    """All who are seen without a name: how many at which activity."""
    rows = took.nameless
    if not rows:
        return []
    years = sorted({row.year for row in rows})
    number = took.seen.unnamed if took.seen.is_numbered else None
    links = [_activity(row, number=row.number) for row in rows]
    return [{"title": _("Without a name"), "cells": _cells(_("cannot be said"), number, years, links)}]


def _cells(
    group: str, number: int | None, years: Sequence[int], links: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    return [
        {"value": group, "label": _("Group")},
        {"value": number, "number": True, "label": _("Participations")},
        {"value": ", ".join(map(str, years)), "label": _("Years")},
        {"links": links, "label": _("Activities")},
    ]


def _activity(row: TakingRow, *, number: int | None = None) -> dict[str, Any]:
    when = date_format(row.day, "F Y") if row.day else str(row.year)
    label = f"{said(row.title)} ({when})"
    return {"url": dossier_url(row.activity), "label": f"{number} × {label}" if number else label}


def shown_picture(took: Took, columns: Sequence[Column], start: int) -> dict[str, Any] | None:
    """The same as a picture, as far as it fits: activities, or years where there are too many of those."""
    numbers = [column for column in columns if took.activities.get(column.year)]
    many = sum(len(took.activities[column.year]) for column in numbers) > MOST_COLUMNS
    places = _of_years(took, numbers) if many else _of_activities(took, numbers)
    named = named_lanes(took, places, range(start, start + DRAWN), language())
    lanes = [*named, *nameless_lane(took, places, _("Without a name"))]
    if not lanes:
        return None
    return {
        "title": _("Who took part in which activity"),
        "bands": _bands(took, numbers, many=many),
        "lanes": lanes,
        "key": [] if many else _key(took, numbers),
        "is_by_year": many,
        "left_out": max(0, len(took.seen.takers) - start - DRAWN),
    }


def _bands(took: Took, columns: Sequence[Column], *, many: bool) -> list[Band]:
    bands, at = [], 0
    for column in columns:
        size = len(took.activities[column.year])
        marks = ("",) if many else tuple(str(number) for number in range(at + 1, at + size + 1))
        star = "" if column.origin is Origin.REAL else "*"
        bands.append(Band(label=f"{column.year}{star}", marks=marks))
        at += size
    return bands


def _key(took: Took, columns: Sequence[Column]) -> list[dict[str, Any]]:
    rows = [row for column in columns for row in took.activities[column.year]]
    return [{"mark": mark, **_activity(row)} for mark, row in enumerate(rows, 1)]


def _of_activities(took: Took, columns: Sequence[Column]) -> list[frozenset[str]]:
    return [frozenset({row.activity}) for column in columns for row in took.activities[column.year]]


def _of_years(took: Took, columns: Sequence[Column]) -> list[frozenset[str]]:
    return [frozenset(row.activity for row in took.activities[column.year]) for column in columns]
