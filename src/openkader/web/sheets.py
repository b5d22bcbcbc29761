"""A list as a file: CSV, XLSX or ODS, written as it is read, with what was chosen stated in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain

from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from openkader.casework.life_cycle_words import STATES
from openkader.casework.role_words import LEVELS
from openkader.publication.sheets import MEDIA_TYPES, Line, written_sheet
from openkader.register.selectors import CaseRow, Choice
from openkader.web.marks import find_mark
from openkader.web.presenters.names import country_name, name_of
from openkader.web.presenters.parties import CASE_KINDS
from openkader.web.presenters.work_list import ORDERS, SCOPES
from openkader.web.shell import said, shown_moment

FORMS: Mapping[str, str] = {"xlsx": "Excel", "ods": "ODS", "csv": "CSV"}


def file_of(form: str, rows: Iterable[CaseRow], choice: Choice, now: datetime) -> HttpResponseBase:
    """The list of work as a file."""
    return sheet(form, chain(_head(choice, now), (_line(row) for row in rows)), "", now)


def sheet(form: str, lines: Iterable[Line], what: str, now: datetime) -> HttpResponseBase:
    """The file, under a name that says what it is and of when."""
    name = "-".join(filter(None, ("open-kader", what, f"{now:%Y-%m-%d}"))) + f".{form}"
    response = StreamingHttpResponse(written_sheet(form, lines), content_type=MEDIA_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _head(choice: Choice, now: datetime) -> Iterator[Line]:
    """What this file is, what was chosen, and the names of the columns."""
    yield (_("Work list"), shown_moment(now))
    yield from _chosen(choice)
    yield ()
    yield (
        _("Case"),
        _("Title"),
        _("Kind"),
        _("Country"),
        _("State"),
        _("Decision"),
        _("Came in"),
        _("Due"),
        _("Worked on by"),
        _("Team"),
        _("Confidentiality"),
        _("Made up"),
    )


def _chosen(choice: Choice) -> Iterator[Line]:
    said_of: Sequence[tuple[str, str | None]] = (
        (_("Whose work"), name_of(SCOPES, choice.scope)),
        (_("Searched for"), choice.text or None),
        (_("Kind"), name_of(CASE_KINDS, choice.kind)),
        (_("Country"), country_name(choice.country)),
        (_("Area"), choice.sector),
        (_("State"), said(STATES[choice.state]) if choice.state else None),
        (_("Decision"), str(find_mark("outcome", choice.outcome).word) if choice.outcome else None),
        (_("Year"), str(choice.year) if choice.year else None),
        (_("Order"), name_of(ORDERS, choice.order)),
    )
    yield from ((label, value) for label, value in said_of if value)


def _line(row: CaseRow) -> Line:
    return (
        row.reference,
        said(row.title) or "",
        name_of(CASE_KINDS, row.kind) or "",
        country_name(row.country) or "",
        said(STATES[row.state]) or "",
        str(find_mark("outcome", row.outcome).word) if row.outcome else "",
        row.received_on.isoformat(),
        row.due_on.isoformat() if row.due_on else "",
        row.assignee or "",
        row.team or "",
        said(LEVELS[row.confidentiality]) or "",
        _("yes") if row.is_fictional else "",
    )
