"""A list of participants before anybody on it is kept: who was recognised, and what was not."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.casework.delegation import Column, Field
from openkader.casework.mission import STATUSES, ParticipantSheet, ReadParticipant
from openkader.web.presenters.delegation import people, said_problems
from openkader.web.presenters.handed_in import SHOWN_ROWS, shown_column
from openkader.web.presenters.mission import role_name
from openkader.web.presenters.names import Words, name_of
from openkader.web.presenters.screening_words import FIELDS, FORMS
from openkader.web.shell import language

_KEPT: Words = {
    Field.EMAIL: gettext_lazy("e-mail"),
    Field.BIRTH_DATE: gettext_lazy("date of birth (not kept)"),
    Field.COUNTRY: gettext_lazy("country (not kept)"),
    Field.GENDER: gettext_lazy("gender (not kept)"),
}


def shown_sheet(sheet: ParticipantSheet) -> dict[str, object]:
    """Everything that was read, in the order in which somebody checks it."""
    return {
        "counts": [
            {"label": _("Participants"), "value": len(sheet.people)},
            {"label": _("Rows with a mistake"), "value": len(sheet.problems)},
            {"label": _("Left out knowingly"), "value": len(sheet.ignored)},
        ],
        "columns": [_column(column) for column in sheet.columns],
        "rows": [_row(one) for one in sheet.people[:SHOWN_ROWS]],
        "caption": people(len(sheet.people)),
        "more": max(0, len(sheet.people) - SHOWN_ROWS),
        "problems": said_problems(sheet.problems),
        "doubts": said_problems(sheet.doubts),
        "ignored": said_problems(sheet.ignored),
        "form": name_of(FORMS, sheet.form),
        "sheet": sheet.sheet,
    }


def _column(column: Column) -> dict[str, object]:
    """A column with what it was taken for; here an address is kept, and a birth date is not."""
    shown = shown_column(column)
    shown["options"] = [
        {"value": str(one), "label": _KEPT.get(one, FIELDS[one]), "selected": one is column.field}
        for one in Field
    ]
    return shown


def _row(one: ReadParticipant) -> dict[str, object]:
    draft = one.draft
    return {
        "row": one.row,
        "name": draft.name,
        "function": draft.function,
        "organisation": draft.organisation,
        "email": draft.email,
        "role": role_name(draft.role),
        "status": STATUSES[one.status].in_(language()) if one.status else None,
    }
