"""The lists that names are compared with: what is in force, how old it is, and what went wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.errors import Invalid, Problem
from openkader.base.messages import sentences
from openkader.screening.lists import Attempt, Definition, ListFolder, Snapshot
from openkader.web.presenters.names import name_of
from openkader.web.presenters.screening_words import SCHEMAS
from openkader.web.shell import language, shown_moment

_SHOWN_PROBLEMS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """One list as it stands now; a folder that is damaged says why and holds nothing else."""

    id: str
    definition: Definition | None = None
    current: Snapshot | None = None
    last: Attempt | None = None
    damage: Invalid | None = None

    @property
    def status(self) -> str:
        """How the list stands, in the word of its mark."""
        if self.damage is not None:
            return "damaged"
        if self.current is None:
            return "never"
        return "renewed" if self.last is not None and self.last.worked else "failed"


def state_of(folder: ListFolder) -> ListState:
    """What the folder of a list says; what cannot be read is said, and hides no other list."""
    try:
        current, last = folder.current(), folder.last()
        return ListState(id=folder.id, definition=folder.definition(), current=current, last=last)
    except Invalid as damage:
        return ListState(id=folder.id, damage=damage)


def shown_lists(states: Sequence[ListState], now: datetime) -> dict[str, object]:
    """The table of lists, one line each."""
    labels = [_("Of"), _("Entities"), _("Age"), _("State")]
    return {
        "name": "lists",
        "caption": ngettext("%(count)s list", "%(count)s lists", len(states)) % {"count": len(states)},
        "columns": [
            {"label": _("List")},
            {"label": labels[0]},
            {"label": labels[1], "number": True},
            {"label": labels[2], "number": True},
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
            {"value": _age(current, now), "number": True, "label": labels[2]},
            {"status": state.status, "kind": "list", "label": labels[3]},
        ],
    }


def _publishers(definition: Definition | None) -> str | None:
    """Where it comes from: the name of the server or file, never an address that may hold a token."""
    if definition is None:
        return None
    return ", ".join(dict.fromkeys(_publisher(source) for source in definition.sources))


def _publisher(source: str) -> str:
    parts = urlsplit(source)
    return parts.hostname or PurePath(parts.path).name


def _age(current: Snapshot | None, now: datetime) -> str | None:
    if current is None:
        return None
    days = (now - datetime.fromisoformat(current.read_at)).days
    return _("today") if not days else ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


def shown_details(state: ListState) -> dict[str, object]:
    """One list with everything that is known of it, and all that went wrong."""
    current, last = state.current, state.last
    items = [
        {"label": _("Snapshot in force"), "value": current.name if current else None},
        {"label": _("Read on"), "value": _moment(current.read_at) if current else None},
        {"label": _("Entities"), "points": _counts(current)} if current else {"label": _("Entities")},
        {"label": _("Form"), "value": str(state.definition.format) if state.definition else None},
        {"label": _("Last attempt to renew it"), "value": _moment(last.at) if last else None},
    ]
    return {
        "id": state.id,
        "status": state.status,
        "items": items,
        "kept": state.status == "failed",
        "reasons": _reasons(state),
        "unreadable": current.unreadable if current else 0,
        "unreadable_records": _lines(_problems(current)) if current else [],
    }


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
