"""A delegation list before it is saved: what was recognised, what was not, and what it changes."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from openkader.casework.delegation import Column, Delegate, DelegationSheet, Field, Versions
from openkader.web.columns_asked import column_name
from openkader.web.presenters.delegation import country_of, known_of, people, said_problems
from openkader.web.presenters.names import name_of
from openkader.web.presenters.screening_words import FIELDS, FORMS

SHOWN_ROWS = 500


def shown_sheet(sheet: DelegationSheet) -> dict[str, object]:
    """Everything that was read, in the order in which somebody checks it."""
    return {
        "columns": [shown_column(column) for column in sheet.columns],
        "rows": [_row(delegate) for delegate in sheet.delegates[:SHOWN_ROWS]],
        "caption": people(len(sheet.delegates)),
        "more": max(0, len(sheet.delegates) - SHOWN_ROWS),
        "problems": said_problems(sheet.problems),
        "doubts": said_problems(sheet.doubts),
        "ignored": said_problems(sheet.ignored),
        "form": _form(sheet),
        "sheet": sheet.sheet,
    }


def shown_counts(sheet: DelegationSheet) -> list[dict[str, object]]:
    """What is taken over and what is not, as the head of the page."""
    return [
        {"label": _("Participants"), "value": len(sheet.delegates)},
        {"label": _("Rows with a mistake"), "value": len(sheet.problems)},
        {"label": _("Left out knowingly"), "value": len(sheet.ignored)},
    ]


def _form(sheet: DelegationSheet) -> str:
    parts = [name_of(FORMS, sheet.form), sheet.encoding.upper()]
    if sheet.sheet:
        parts.append(_("sheet %(name)s") % {"name": sheet.sheet})
    return ", ".join(part for part in parts if part)


def shown_column(column: Column) -> dict[str, object]:
    """A column with what it was taken for, and what it may be instead."""
    return {
        "name": column_name(column.position),
        "letter": column.letter,
        "heading": column.heading,
        "examples": column.examples,
        "options": [
            {"value": str(one), "label": FIELDS[one], "selected": one is column.field} for one in Field
        ],
    }


def _row(delegate: Delegate) -> dict[str, object]:
    return {
        "row": delegate.row,
        "names": delegate.names,
        "organisation": delegate.organisation,
        "function": delegate.function,
        "birth_date": known_of(delegate)[0]["value"],
        "country": country_of(delegate.country),
        "gender": known_of(delegate)[2]["value"],
    }


def shown_difference(versions: Versions) -> list[dict[str, object]]:
    """What the new list changes; only who is new or changed is screened again."""
    changed = [(one.former.name, one.present.name) for one in versions.changed]
    return [
        {"label": _("New"), "names": _names(versions.added), "count": len(versions.added)},
        {
            "label": _("Changed"),
            "names": [was if was == now else f"{was} → {now}" for was, now in changed],
            "count": len(changed),
        },
        {"label": _("No longer there"), "names": _names(versions.removed), "count": len(versions.removed)},
        {"label": _("Unchanged"), "names": [], "count": len(versions.unchanged)},
    ]


def _names(delegates: Sequence[Delegate]) -> list[str]:
    return [delegate.name for delegate in delegates]
