"""Hits as a list to work through: those that somebody must look at first."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.screening import HitState
from openkader.register.selectors import HitList, HitRow, Queue
from openkader.web.marks import find_mark
from openkader.web.presenters.names import name_of
from openkader.web.presenters.screening_words import GONE
from openkader.web.shell import shown_moment

TO_DO = "todo"
ALL = "all"
LEFT = "left"
_OPEN = (HitState.OPEN, HitState.SECOND)


def states_of(word: str) -> tuple[HitState, ...]:
    """Which hits a word in the address asks for; none at all is every one of them."""
    if word in (ALL, LEFT):
        return ()
    return (HitState(word),) if word in list(HitState) else _OPEN


def left_of(word: str) -> bool | None:
    """Whether it asks for parties that no longer come along; only what is to do leaves them out."""
    return {LEFT: True}.get(word, None if word in (ALL, *HitState) else False)


def shown_choices(word: str) -> list[dict[str, object]]:
    """The choices of the filter."""
    chosen = word if word in (ALL, LEFT, *HitState) else TO_DO
    states = {str(state): str(find_mark("hit", state).word) for state in HitState}
    labels = {TO_DO: _("To do"), ALL: _("All"), **states, LEFT: _("Of parties that no longer come along")}
    return [{"value": key, "label": label, "selected": key == chosen} for key, label in labels.items()]


def shown_queue(found: HitList, queue: Queue) -> list[dict[str, object]]:
    """How much there is to do, for people and for the workers."""
    return [
        {"label": _("Hits to review"), "value": found.open},
        {"label": _("Parties waiting for screening"), "value": queue.waiting + queue.running},
        {"label": _("Parties not screened: failed"), "value": queue.failed},
    ]


def shown_hits(rows: Sequence[HitRow], caption: str = "") -> dict[str, object]:
    """The table of hits: our name, the name on the list, and where it stands."""
    labels = [_("On the list"), _("List"), _("Likeness"), _("State"), _("Found on")]
    return {
        "name": "hits",
        "caption": caption or ngettext("%(count)s hit", "%(count)s hits", len(rows)) % {"count": len(rows)},
        "columns": [{"label": _("Our party")}, *({"label": label} for label in labels)],
        "rows": [_row(row, labels) for row in rows],
    }


def _row(row: HitRow, labels: Sequence[str]) -> dict[str, object]:
    values: tuple[dict[str, object], ...] = (
        {"value": row.listed_name},
        {"value": row.list},
        {"status": row.band, "kind": "band"},
        {"status": row.state, "kind": "hit"},
        {"value": shown_moment(row.found_at), "short": True},
    )
    return {
        "title": row.asked_name,
        "aside": row.dossier,
        "note": left_words(row) or opened_again(row),
        "url": reverse("hit", args=[row.id]),
        "cells": [value | {"label": label} for value, label in zip(values, labels, strict=True)],
    }


def left_words(row: HitRow) -> str:
    """That a party no longer comes along, so that nobody waits for its hit."""
    return _("No longer comes along, so no decision waits for this hit.") if row.has_left else ""


def opened_again(row: HitRow) -> str:
    """Why a hit that was judged before has to be judged anew."""
    if row.opened_again_because is None:
        return ""
    return _("Judged before, and open again.") + " " + (name_of(GONE, row.opened_again_because) or "")
