"""Which counterpart heard which line, when last, and the dialogue with one of them over the years."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound
from openkader.base.text import Text, capital
from openkader.casework.raising import Repetition
from openkader.kader import Kader
from openkader.publication.periods import shown_period
from openkader.register.selectors import Counterpart, Dialogues, MessageRow, Met
from openkader.web.presenters.names import name_of
from openkader.web.presenters.public import topic_words
from openkader.web.presenters.talk_words import STATED
from openkader.web.presenters.talks import dialogue_url, shown_note, shown_repetition
from openkader.web.shell import kader_url, said

Shown = dict[str, object]
_ORDER = (Repetition.NEVER, Repetition.LONG_AGO, Repetition.UNKNOWN, Repetition.LATELY)


def shown_columns(kader: Kader) -> list[Shown]:
    """The lines of the kader, each by its topic."""
    return [
        {
            "label": capital(topic_words(kader, line.topic)),
            "text": said(line.text),
            "url": f"{kader_url(kader)}#message-{line.id}",
        }
        for line in kader.messages
    ]


def shown_rows(found: Dialogues, kader: Kader, today: date) -> list[Shown]:
    """A row for each counterpart, with a cell for each line."""
    return [
        {
            "name": capital(said(one.name) or ""),
            "url": dialogue_url(one.reference),
            "last": last_words(found.met[one.reference]),
            "cells": [
                shown_repetition(found.hearings.get((one.reference, line.id), ()), today)
                | {"label": capital(topic_words(kader, line.topic))}
                for line in kader.messages
            ],
        }
        for one in found.counterparts
    ]


def shown_tally(rows: Sequence[Mapping[str, object]]) -> list[Shown]:
    """How many cells say what."""
    states = [cell["state"] for row in rows for cell in row["cells"]]  # type: ignore[attr-defined]
    return [{"status": one, "count": states.count(one)} for one in _ORDER]


def last_words(met: Sequence[Met]) -> str:
    """When the last meeting with a counterpart was."""
    days = [one.period for one in met if one.period is not None]
    newest = max(days, key=lambda one: one.ends_on, default=None)
    return shown_period(newest) or "" if newest else _("date unknown")


def one_counterpart(found: Dialogues, party: str) -> Counterpart:
    """The counterpart of a page; whoever is shown under another one is not there by that name."""
    for one in found.counterparts:
        if one.reference == party:
            return one
    raise NotFound("party", party[:80])


def shown_lines(found: Dialogues, party: str, kader: Kader, today: date) -> list[Shown]:
    """Every line of the kader with when this counterpart last heard it."""
    return [
        shown_repetition(found.hearings.get((party, line.id), ()), today) | {"text": said(line.text)}
        for line in kader.messages
    ]


def shown_years(found: Dialogues, party: str, kader: Kader, today: date) -> list[Shown]:
    """What was spoken of, year by year, the newest first; what has no date comes last."""
    met = sorted(found.met[party], key=_when, reverse=True)
    return [
        {
            "year": year or _("Year unknown"),
            "meetings": [_meeting(one, found, party, kader, today) for one in some],
        }
        for year, some in groupby(met, key=lambda one: one.period.ends_on.year if one.period else None)
    ]


def _when(one: Met) -> date:
    return one.period.ends_on if one.period else date.min


def _meeting(one: Met, found: Dialogues, party: str, kader: Kader, today: date) -> Shown:
    names = {other.reference: said(other.name) or "" for other in found.counterparts}
    notes = [note for note in found.notes if _is_here(note, one, party)]
    return {
        "title": said(one.title),
        "url": reverse("activity_messages", args=[one.reference]) if one.reference else "",
        "when": shown_period(one.period) if one.period else None,
        "number": number_words(one.number),
        "topics": [_topic(code, stated, kader, is_sure=is_sure) for code, stated, is_sure in one.topics],
        "notes": [shown_note(note, names, today) | {"text": said(note.text)} for note in notes],
        "is_silent": not one.topics and not notes,
    }


def _is_here(note: MessageRow, one: Met, party: str) -> bool:
    return note.activity == one.reference and note.party in (None, party)


def _topic(code: str, stated: str, kader: Kader, *, is_sure: bool) -> Shown:
    unsure = "" if is_sure else _("with whom of several is not stated")
    return {
        "label": capital(topic_words(kader, code)),
        "note": ", ".join(part for part in (name_of(STATED, stated) or "", unsure) if part),
    }


def number_words(number: int | None) -> str:
    """Of what stands for several how many; of one nothing."""
    if number == 1:
        return ""
    return _("%(count)s times") % {"count": number} if number else _("how often is not known")


def name_words(name: Text) -> str:
    """The name of a counterpart."""
    return capital(said(name) or "")
