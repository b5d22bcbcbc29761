"""The delegation of a request with the screening of everybody in it, as its pages show it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.errors import Problem
from openkader.base.messages import sentence
from openkader.casework.delegation import Delegate
from openkader.casework.screening import Tally
from openkader.publication.screening_words import tally_lines
from openkader.register.selectors import DelegateRow, Delegation, PartyRow, VersionRow
from openkader.screening.explaining.values import said_date
from openkader.web.presenters.names import country_name, name_of
from openkader.web.presenters.screening_words import CAME_AS, GENDERS
from openkader.web.shell import language, said, shown_moment

# A column of a spreadsheet has at most three letters.
_LETTERS = 3


def shown_delegation(found: Delegation) -> dict[str, object]:
    """The delegates and the counts; who still waits is told as progress."""
    return {
        "tally": shown_tally(found.tally),
        "running": found.is_running,
        "progress": shown_progress(found),
        "done": found.done,
        "whole": len(found.parties),
        "delegates": shown_delegates(found.delegates),
        "caption": people(len(found.delegates)),
    }


def shown_delegates(rows: Iterable[DelegateRow]) -> list[dict[str, object]]:
    """Everybody on a list, each with what is known and where screening stands."""
    return [_delegate(row) for row in rows]


def people(number: int) -> str:
    """So many participants."""
    return ngettext("%(count)s participant", "%(count)s participants", number) % {"count": number}


def shown_progress(found: Delegation) -> str:
    """How far the screening of a delegation is."""
    return _("%(done)s of %(all)s parties have been through screening.") % {
        "done": found.done,
        "all": len(found.parties),
    }


def shown_tally(tally: Tally) -> list[dict[str, object]]:
    """The figures of the screening, each with its name; where it is no single number, with why."""
    return [
        {name: value for name, value in asdict(one).items() if value is not None}
        for one in tally_lines(tally, language())
    ]


def _delegate(row: DelegateRow) -> dict[str, object]:
    one = row.delegate
    return {
        "row": one.row,
        "names": one.names,
        "function": one.function,
        "known": known_of(one),
        "person": _party(row.party),
        "organisation": _party(row.organisation) if row.organisation else None,
        "organisation_names": one.organisation_names,
    }


def _party(row: PartyRow) -> dict[str, object]:
    hits = sum(state.is_open for _list, state in row.standing.hits)
    return {
        "name": row.name,
        "url": reverse("screened_party", args=[row.reference]),
        "state": row.standing.state,
        "hits": ngettext("%(count)s hit to review", "%(count)s hits to review", hits) % {"count": hits}
        if hits
        else "",
    }


def known_of(delegate: Delegate) -> list[dict[str, str | None]]:
    """What is known besides the name; what is missing makes screening less certain."""
    return [
        {"label": _("Born"), "value": said(said_date(delegate.birth_date)) if delegate.birth_date else None},
        {"label": _("Country"), "value": country_of(delegate.country)},
        {"label": _("Gender"), "value": name_of(GENDERS, delegate.gender or None)},
    ]


def country_of(code: str) -> str | None:
    """A country as the reader calls it; none is unknown."""
    return country_name(code.upper()) if code else None


def shown_versions(versions: Sequence[VersionRow]) -> list[dict[str, object]]:
    """Every version that came in, the newest first, with what could not be taken from it."""
    return [_version(row) for row in versions]


def _version(row: VersionRow) -> dict[str, object]:
    return {
        "title": _("Version %(number)s") % {"number": row.version},
        "when": shown_moment(row.at),
        "by": row.by,
        "came_as": name_of(CAME_AS, row.came_as),
        "file": row.file_name,
        "rows": people(row.rows),
        "changes": _changes(row) if row.version > 1 else "",
        "problems": said_problems(row.problems),
    }


def _changes(row: VersionRow) -> str:
    return _("%(added)s new, %(changed)s changed, %(removed)s no longer there") % {
        "added": row.added,
        "changed": row.changed,
        "removed": row.removed,
    }


def said_problems(problems: Iterable[Problem]) -> list[str]:
    """What could not be taken over, one line each, with its row."""
    return [
        f"{_place(problem)}: {sentence(problem.code, problem.detail, language())}" for problem in problems
    ]


def _place(problem: Problem) -> str:
    """A row by its number or a column by its letter; the name of the file stands above the page."""
    place = problem.where.rpartition(":")[2]
    if place.isdecimal():
        return _("Row %(number)s") % {"number": place}
    return _("Column %(letter)s") % {"letter": place} if place.isupper() and len(place) <= _LETTERS else place
