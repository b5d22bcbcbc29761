"""What took place and what was closed, as tables over the years; every number leads to its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.casework.vocabulary import DecisionOutcome
from openkader.evaluation.breakdowns import Key, Split
from openkader.evaluation.comparing import Column
from openkader.evaluation.counting import Range
from openkader.evaluation.explaining import say_range
from openkader.evaluation.years import NONE, WITHHELD
from openkader.kader import Kader
from openkader.web.presenters.comparing import said_year
from openkader.web.presenters.names import country_name
from openkader.web.shell import language

UNKNOWN = "-"  # in an address
KIND, COUNTRY, AREA, CLOSED = "soort", "land", "gebied", "besluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A split with its words: what it is called, and how each of its lines is said."""

    name: str
    caption: str
    first: str
    split: Split
    say: Callable[[Key, Kader], tuple[str | None, str]]


def shown_split(table: Table, columns: Sequence[Column], kader: Kader) -> dict[str, Any] | None:
    """The table; nothing where there are no rows at all."""
    known = {x.year: said_year(x) for x in columns if x.kader is not None}
    if not table.split.lines:
        return None
    return {
        "name": table.name,
        "caption": table.caption,
        "columns": [{"label": table.first}, *({"label": label, "number": True} for label in known.values())],
        "rows": [_line(key, line, known, (table, kader)) for key, line in table.split.lines.items()],
    }


def _line(
    key: Key, line: Mapping[int, Range], years: Mapping[int, str], of: tuple[Table, Kader]
) -> dict[str, Any]:
    table, kader = of
    title, aside = table.say(key, kader)
    return {
        "title": title,
        "aside": aside,
        "cells": [
            {"number": True, "label": label, **_number(line[year], rows_url(year, table, key))}
            for year, label in years.items()
        ],
    }


def _number(found: Range, url: str) -> dict[str, Any]:
    """A counted nought has no rows to lead to."""
    if found.value == 0:
        return {"value": 0}
    return {"links": [{"url": url, "label": say_range(found, language())}]}


def rows_url(year: int, table: Table, key: Key) -> str:
    """The rows behind one number."""
    words = {name: word or UNKNOWN for name, word in zip(table.split.fields, key, strict=True)}
    return f"{reverse('year_rows', args=[year, table.name])}?{urlencode(words)}"


def say_kind(key: Key, kader: Kader) -> tuple[str | None, str]:
    """A kind of contact."""
    return _word(kader, "activities", "kind", key[0]), ""


def say_country(key: Key, _kader: Kader) -> tuple[str | None, str]:
    """A country."""
    return country_name(key[0]), ""


def say_area(key: Key, kader: Kader) -> tuple[str | None, str]:
    """An area of the risk list; that none is touched was answered, and is something else than unknown."""
    (code,) = key
    if code == NONE:
        return _("No area of the risk list"), ""
    if code == WITHHELD:
        return _("Not public: answered for colleagues"), ""
    fact = kader.facts.get("risk_areas")
    return (capital(fact.say(code, language())) if fact and code else code), ""


def say_closed(key: Key, kader: Kader) -> tuple[str | None, str]:
    """An outcome, with the level, the ground and the instrument; what is unknown of them is said."""
    outcome, level, ground, instrument = key
    owes = outcome != DecisionOutcome.WITHDRAWN  # which is up to the requester, and needs neither
    parts = [
        _word(kader, "decisions", "level", level),
        _word(kader, "decisions", "ground", ground) or (_("ground unknown") if owes else None),
        _word(kader, "decisions", "instrument", instrument) or (_("instrument unknown") if owes else None),
    ]
    words = _word(kader, "decisions", "outcome", outcome) or _("Outcome unknown, perhaps refused or referred")
    return words, " · ".join(part for part in parts if part)


def _word(kader: Kader, collection: str, field: str, code: str | None) -> str | None:
    return None if code is None else capital(kader.records[collection][field].say(code, language()))
