"""The lists that names are compared with: what is in force, how old it is, and what went wrong."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import PurePath
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.errors import Invalid, Problem
from openkader.base.messages import sentences
from openkader.screening.evidence import ListUsed
from openkader.screening.lists import Definition, ListState, Snapshot, Standing
from openkader.web.presenters.names import name_of
from openkader.web.presenters.screening_words import FORMATS, SCHEMAS
from openkader.web.shell import language, shown_moment

_SHOWN_PROBLEMS = 10


def shown_lists(states: Sequence[ListState], now: datetime) -> dict[str, object]:
    """The table of lists, one line each."""
    labels = [_("Of"), _("Entities"), _("Last check that worked"), _("State")]
    return {
        "name": "lists",
        "caption": ngettext("%(count)s list", "%(count)s lists", len(states)) % {"count": len(states)},
        "columns": [
            {"label": _("List")},
            {"label": labels[0]},
            {"label": labels[1], "number": True},
            {"label": labels[2]},
            {"label": labels[3]},
        ],
        "rows": [_row(state, labels, now) for state in states],
    }


def _row(state: ListState, labels: Sequence[str], now: datetime) -> dict[str, object]:
    current = state.current
    return {
        "title": state.id,
        "url": f"#list-{state.id}",
        "aside": current.name if current else None,
        "cells": [
            {"value": _publishers(state.definition), "label": labels[0]},
            {"value": current.entities if current else None, "number": True, "label": labels[1]},
            {"value": _ago(state.confirmed_at, now), "label": labels[2]},
            {"status": state.standing(now), "kind": "list", "label": labels[3]},
        ],
    }


def shown_server(lists: Sequence[ListUsed]) -> dict[str, object]:
    """The lists that a server searches, one line each; what its catalog does not tell stays open."""
    labels = [_("Version"), _("Entities"), _("Read on")]
    return {
        "name": "lists",
        "caption": ngettext("%(count)s list", "%(count)s lists", len(lists)) % {"count": len(lists)},
        "columns": [
            {"label": _("List")},
            {"label": labels[0]},
            {"label": labels[1], "number": True},
            {"label": labels[2]},
        ],
        "rows": [_server_row(one, labels) for one in lists],
    }


def _server_row(one: ListUsed, labels: Sequence[str]) -> dict[str, object]:
    return {
        "title": one.id,
        "cells": [
            {"value": one.snapshot, "label": labels[0]},
            {"value": one.entities or None, "number": True, "label": labels[1]},
            {"value": _told(one.read_at), "label": labels[2]},
        ],
    }


def _told(written: str) -> str | None:
    """A moment as a server tells it, if it is one."""
    try:
        return _moment(written)
    except ValueError:
        return None


def _publishers(definition: Definition | None) -> str | None:
    """Where it comes from: the name of the server or file, never an address that may hold a token."""
    if definition is None:
        return None
    return ", ".join(dict.fromkeys(_publisher(source) for source in definition.sources))


def _publisher(source: str) -> str:
    parts = urlsplit(source)
    return parts.hostname or PurePath(parts.path).name


def _ago(moment: datetime | None, now: datetime) -> str | None:
    if moment is None:
        return None
    days = (timezone.localdate(now) - timezone.localdate(moment)).days
    return (
        _("today") if days < 1 else ngettext("%(days)s day ago", "%(days)s days ago", days) % {"days": days}
    )


def shown_details(state: ListState, now: datetime) -> dict[str, object]:
    """One list with everything that is known of it, and all that went wrong."""
    current, last, standing = state.current, state.last, state.standing(now)
    confirmed = state.confirmed_at
    items = [
        {"label": _("Snapshot in force"), "value": current.name if current else None},
        {"label": _("Read on"), "value": _moment(current.read_at) if current else None},
        {"label": _("Last check that worked"), "value": shown_moment(confirmed) if confirmed else None},
        {"label": _("Entities"), "points": _counts(current)} if current else {"label": _("Entities")},
        {
            "label": _("Kind of list"),
            "value": name_of(FORMATS, state.definition.format) if state.definition else None,
        },
    ]
    if last and not last.worked:
        items.append({"label": _("Last attempt to renew it"), "value": _moment(last.at)})
    return {
        "id": state.id,
        "status": standing,
        "items": items,
        "warning": _warning(standing),
        "reasons": _reasons(state),
        "unreadable": current.unreadable if current else 0,
        "unreadable_records": _lines(_problems(current)) if current else [],
    }


def _warning(standing: Standing) -> str | None:
    """What that means for whoever screens, and what the administrator is to do."""
    match standing:
        case Standing.DAMAGED:
            return _("This list cannot be used. Nobody is screened until it is mended.")
        case Standing.NEVER:
            return _("This list was never read. Nobody is screened until it is.")
        case Standing.FAILED:
            return _("The last attempt failed. The former snapshot stays in force.")
        case Standing.BROKEN_OFF:
            return _(
                "An attempt to renew this list was broken off. The former snapshot stays in force. "
                "Ask the administrator to renew the list."
            )
        case Standing.OVERDUE:
            return _(
                "This list was not renewed for more than a week. Names are compared with an old list. "
                "Ask the administrator whether the renewal still runs."
            )
    return None


def _moment(written: str) -> str:
    return shown_moment(datetime.fromisoformat(written))


def _counts(snapshot: Snapshot) -> list[str]:
    return [f"{name_of(SCHEMAS, schema)}: {number}" for schema, number in sorted(snapshot.counts.items())]


def _reasons(state: ListState) -> list[str]:
    """Why the last attempt failed, or the folder cannot be read."""
    if state.damage is not None:
        return sentences(state.damage, language())
    return _lines(state.last.reasons()) if state.last else []


def _problems(snapshot: Snapshot) -> list[Problem]:
    return [Problem(found["code"], found["where"], found["detail"]) for found in snapshot.problems]


def _lines(problems: Iterable[Problem]) -> list[str]:
    return sentences(Invalid(list(problems)[:_SHOWN_PROBLEMS]), language())
