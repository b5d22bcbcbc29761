"""The whole trail in words, as a table and as the lines of a file."""

from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.kader import Kader
from openkader.register.selectors import TrailChoice, TrailPage
from openkader.register.selectors.trail import Event
from openkader.web.presenters.names import ACTIONS, name_of
from openkader.web.presenters.trail_details import shown_detail
from openkader.web.shell import shown_moment


def shown_kinds(choice: TrailChoice) -> list[dict[str, object]]:
    """Everything that can happen, by its name."""
    known = sorted((str(word), code) for code, word in ACTIONS.items())
    return [{"value": code, "label": word, "selected": code == choice.action} for word, code in known]


def shown_trail(found: TrailPage, kader: Kader | None) -> dict[str, object] | None:
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
        "rows": [_row(event, found, labels, kader) for event in found.events],
    }


def _row(event: Event, found: TrailPage, labels: Sequence[str], kader: Kader | None) -> dict[str, object]:
    cells: Sequence[dict[str, object]] = (
        {"value": shown_moment(event.at), "short": True},
        {"value": event.actor},
        _about(event, found),
        {"value": shown_detail(event, kader) or _("none")},
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


def trail_lines(
    choice: TrailChoice, events: Iterable[Event], moment: str, kader: Kader | None
) -> Iterator[Sequence[str]]:
    """The file: what it is, what was chosen, and every event with its whole detail."""
    yield (_("Audit trail"), moment)
    yield from shown_choice(choice)
    yield ()
    columns = (_("Number"), _("When"), _("By whom"), _("What happened"), _("Code"))
    yield (*columns, _("About"), _("Dossier"), _("Details"))
    for event in events:
        what = name_of(ACTIONS, event.action) or event.action
        who = (str(event.sequence), event.at.isoformat(), event.actor, what, event.action)
        yield (*who, event.object_reference, event.dossier, shown_detail(event, kader, whole=True))


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
