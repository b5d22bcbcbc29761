"""The whole trail in words, as a table and as the lines of a file."""

from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.register.selectors import TrailChoice, TrailPage
from openkader.register.selectors.trail import Event
from openkader.web.presenters.names import ACTIONS, name_of
from openkader.web.shell import shown_moment

_DIGEST, _SHORT, _FEW = 64, 12, 3


def shown_kinds(choice: TrailChoice) -> list[dict[str, object]]:
    """Everything that can happen, by its name."""
    known = sorted((str(word), code) for code, word in ACTIONS.items())
    return [{"value": code, "label": word, "selected": code == choice.action} for word, code in known]


def shown_trail(found: TrailPage) -> dict[str, object] | None:
    """The table of a page of the trail; nothing where nothing was found."""
    if not found.events:
        return None
    labels = [_("When"), _("By whom"), _("About"), _("Details")]
    count = len(found.events)
    return {
        "name": "trail",
        "caption": ngettext("%(count)s event on this page", "%(count)s events on this page", count)
        % {"count": count},
        "columns": [{"label": _("What happened")}, *({"label": label} for label in labels)],
        "rows": [_row(event, found, labels) for event in found.events],
    }


def _row(event: Event, found: TrailPage, labels: Sequence[str]) -> dict[str, object]:
    cells: Sequence[dict[str, object]] = (
        {"value": shown_moment(event.at), "short": True},
        {"value": event.actor},
        _about(event, found),
        {"value": _details(event, whole=False) or _("none")},
    )
    return {
        "title": name_of(ACTIONS, event.action),
        "aside": _("number %(sequence)s") % {"sequence": event.sequence},
        "cells": [cell | {"label": label} for cell, label in zip(cells, labels, strict=True)],
    }


def _about(event: Event, found: TrailPage) -> dict[str, object]:
    if event.dossier not in found.cases:
        return {"value": event.object_reference}
    to = {"label": event.dossier, "url": reverse("dossier", args=[event.dossier])}
    own = [] if event.object_reference == event.dossier else [{"label": event.object_reference}]
    return {"links": [to, *own], "value": None}


def _details(event: Event, *, whole: bool) -> str:
    """What the trail keeps beside that it was done; on a page a long list and a digest by their beginning."""
    return "; ".join(f"{name}: {_said(value, whole)}" for name, value in event.detail.items() if value)


def _said(value: object, whole: bool) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_said(one, whole)}" for name, one in value.items())
    if isinstance(value, list):
        left = 0 if whole else len(value) - _FEW
        told = ", ".join(_said(one, whole) for one in (value[:_FEW] if left > 0 else value))
        return _("%(first)s and %(count)s more") % {"first": told, "count": left} if left > 0 else told
    text = str(value)
    return text if whole or len(text) != _DIGEST else f"{text[:_SHORT]}…"


def trail_lines(choice: TrailChoice, events: Iterable[Event], moment: str) -> Iterator[Sequence[str]]:
    """The file: what it is, what was chosen, and every event with its whole detail."""
    yield (_("Audit trail"), moment)
    yield from shown_choice(choice)
    yield ()
    columns = (_("Number"), _("When"), _("By whom"), _("What happened"), _("Code"))
    yield (*columns, _("About"), _("Dossier"), _("Details"))
    for event in events:
        what = name_of(ACTIONS, event.action) or event.action
        who = (str(event.sequence), event.at.isoformat(), event.actor, what, event.action)
        yield (*who, event.object_reference, event.dossier, _details(event, whole=True))


def shown_choice(choice: TrailChoice) -> Iterator[tuple[str, str]]:
    """What was chosen, line by line."""
    told: Sequence[tuple[str, str | None]] = (
        (_("Record or dossier"), choice.subject),
        (_("By whom"), choice.actor),
        (_("What happened"), name_of(ACTIONS, choice.action or None)),
        (_("From"), date_format(choice.since, "j F Y") if choice.since else None),
        (_("Up to and including"), date_format(choice.until, "j F Y") if choice.until else None),
    )
    yield from ((label, value) for label, value in told if value)
