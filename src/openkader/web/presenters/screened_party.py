"""A party and its screening: what was compared, with what, and what was missing."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from openkader.base.errors import Unavailable
from openkader.base.messages import sentences
from openkader.register.selectors import PartyPage, ScreeningRow
from openkader.screening.entities import Entity
from openkader.screening.evidence import Screening
from openkader.screening.explaining import say_band, say_reach
from openkader.screening.explaining.values import said_date
from openkader.web.presenters.delegation import country_of
from openkader.web.presenters.hit import shown_note
from openkader.web.presenters.hits import shown_hits
from openkader.web.presenters.names import name_of
from openkader.web.presenters.screening_words import CAUSES
from openkader.web.shell import language, said, shown_moment


def shown_party(found: PartyPage) -> dict[str, object]:
    """Everything that the page of a party shows, but the forms."""
    newest = found.screenings[0] if found.screenings else None
    return {
        "state": found.party.standing.state,
        "person": found.party.is_person,
        "known": _known(found.asked) if found.asked else [],
        "reach": _reach(newest),
        "hits": shown_hits(found.hits) if found.hits else None,
        "screenings": _history(found.screenings) if found.screenings else None,
        "notes": [shown_note(note) for note in found.notes],
    }


def _known(asked: Entity) -> list[dict[str, object]]:
    """What was asked about; what is missing makes ‘no hit’ say less."""
    items: list[dict[str, object]] = [{"label": _("Names"), "points": [one.value for one in asked.names]}]
    if asked.is_person:
        items.append({"label": _("Born"), "value": _born(asked)})
    countries = [country_of(code) for code in asked.values("country")]
    return [*items, {"label": _("Country"), "value": ", ".join(filter(None, countries)) or None}]


def _born(asked: Entity) -> str | None:
    return ", ".join(filter(None, (said(said_date(value)) for value in asked.values("birthDate")))) or None


def _reach(row: ScreeningRow | None) -> dict[str, object]:
    """What the newest screening says, and no more than it knows."""
    screening = _as_screening(row) if row else None
    words = say_band(screening)
    return {
        "band": screening.band if screening and words.title != say_band(None).title else "not_screened",
        "meaning": said(words.meaning),
        "when": shown_moment(row.at) if row else None,
        "engine": row.engine if row else None,
        "lines": [said(line) for line in say_reach(screening)] if screening else [],
        "failure": _failure(row) if row else [],
    }


def _as_screening(row: ScreeningRow) -> Screening | None:
    """The screening without its hits; one that failed is none."""
    if row.band is None:
        return None
    return Screening(
        query=row.asked.id, band=row.band, lists=row.lists, compared=row.compared, missing=row.missing
    )


def _failure(row: ScreeningRow) -> list[str]:
    if row.failure is None:
        return []
    return sentences(Unavailable(row.failure, row.failure_detail), language())


def _history(rows: Sequence[ScreeningRow]) -> dict[str, object]:
    """Every comparison that was made, the newest first: n hits is a number, also when it is nought."""
    labels = [_("Why"), _("Lists"), _("Outcome"), _("Hits")]
    return {
        "name": "screenings",
        "caption": _("Every screening of this party"),
        "columns": [
            {"label": _("When")},
            *({"label": label, "number": label == labels[-1]} for label in labels),
        ],
        "rows": [_past(row, labels) for row in rows],
    }


def _past(row: ScreeningRow, labels: Sequence[str]) -> dict[str, object]:
    lists = [{"label": f"{one.id} {one.snapshot}"} for one in row.lists]
    return {
        "title": shown_moment(row.at),
        "aside": row.by,
        "cells": [
            {"value": name_of(CAUSES, row.cause), "label": labels[0]},
            {"links": lists, "value": None, "label": labels[1]},
            {"status": row.band or "not_screened", "kind": "band", "label": labels[2]},
            {"value": row.found if row.band else None, "number": True, "label": labels[3]},
        ],
    }
