"""Which part of a kader applies to which countries, as its page shows it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.text import capital
from openkader.kader import Assessment, Assessor, Kader, Speaker
from openkader.kader.conditions import Truth
from openkader.kader.model import Table
from openkader.kader.reaching import KIND, Reach, country_tables, reaches, told_by_country
from openkader.web.presenters.names import country_name
from openkader.web.shell import kader_url, language, said

Shown = dict[str, object]
_FEW = 3  # so many countries are named in a heading


@lru_cache(maxsize=8)
def groups_of(assessor: Assessor, countries: tuple[str, ...]) -> tuple[Reach, ...]:
    """The groups of countries; a kader does not change, so they are found once."""
    return reaches(assessor, countries)


def shown_groups(groups: Sequence[Reach], assessor: Assessor) -> list[Shown]:
    """Each group with the rule that makes it one, and its countries by name; the largest is all the others."""
    return [
        {
            "label": label_of(group, groups),
            "grounds": shown_grounds(assessor, group.countries[0]),
            "countries": _names(group) if len(group.countries) > _FEW and group is not groups[-1] else None,
        }
        for group in groups
    ]


def label_of(group: Reach, groups: Sequence[Reach]) -> str:
    """What a group is called: its countries where they are few."""
    if group is groups[-1] and len(groups) > 1:
        return _("All other countries")
    number = len(group.countries)
    if number <= _FEW:
        return _names(group)
    return ngettext("%(number)s country", "%(number)s countries", number) % {"number": number}


def _names(group: Reach) -> str:
    return ", ".join(sorted(str(country_name(code)) for code in group.countries))


def shown_lines(groups: Sequence[Reach], kader: Kader) -> Shown:
    """The action lines against the groups: in each cell the kinds of request for which the line applies."""
    labels = [label_of(group, groups) for group in groups]
    return {
        "name": "reach",
        "caption": _("Action lines by country"),
        "columns": [{"label": _("Action line")}, *({"label": label} for label in labels)],
        "rows": [
            {
                "title": said(line.text),
                "aside": line.id,
                "url": f"{kader_url(kader)}#{line.id}",
                "cells": [
                    {"label": label, "value": for_kinds(group.lines[line.id], kader)}
                    for label, group in zip(labels, groups, strict=True)
                ],
            }
            for line in kader.action_lines
        ],
    }


def for_kinds(kinds: Mapping[str, Truth], kader: Kader) -> str:
    """For which kinds it applies, and for which it hangs on more than is known."""
    surely = [kind for kind, truth in kinds.items() if truth]
    perhaps = [kind for kind, truth in kinds.items() if truth is None]
    if not surely and not perhaps:
        return _("Does not apply")
    told = [_every(surely, kinds, kader)] if surely else []
    if perhaps:
        words = _("hangs on other answers: %(kinds)s") % {"kinds": _every(perhaps, kinds, kader)}
        told.append(words if surely else capital(words))
    return "; ".join(told)


def _every(chosen: Sequence[str], kinds: Mapping[str, Truth], kader: Kader) -> str:
    if len(chosen) == len(kinds):
        return _("every kind of request")
    fact = kader.facts[KIND]
    return ", ".join(fact.say(kind, language()) for kind in chosen)


def shown_grounds(assessor: Assessor, country: str) -> list[Shown]:
    """What the kader derives from the country alone, and the row of its table that says so."""
    weighed, tables = told_by_country(assessor, country)
    kader = assessor.kader
    return [
        {
            "label": capital(kader.facts[table.gives].label.in_(language())),
            "value": capital(kader.facts[table.gives].say(weighed.value(table.gives), language())),
            "rule": _rule(table, weighed),
            "url": f"{kader_url(kader)}#table-{table.over}-{table.gives}",
        }
        for table in tables
    ]


def notes_of(assessor: Assessor) -> list[str]:
    """What the kader remarks on the tables that tell countries apart."""
    return [words for table in country_tables(assessor) if (words := said(table.note))]


def _rule(table: Table, weighed: Assessment) -> str:
    row = next((row for row in table.rows if weighed.truth(row.when)), None)
    if row is None:
        return _("In all other cases")
    return capital(Speaker(weighed.kader.facts, weighed.kader.lists, language()).say(row.when))
