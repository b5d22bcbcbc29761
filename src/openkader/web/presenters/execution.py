"""What happened beside the activity itself: who took part, what was raised, agreed and asked."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.casework.vocabulary import MeasureStatus
from openkader.kader import Kader
from openkader.kader.model import Measure
from openkader.publication.kader_words import form_words
from openkader.register.selectors import Row
from openkader.web.presenters.activities import said_of
from openkader.web.presenters.case import words_of
from openkader.web.presenters.names import AGREEMENTS, SETTINGS, TOPIC_PLACES, name_of
from openkader.web.shell import kader_url, language, said

Table = dict[str, object]


def shown_participations(rows: Sequence[Row], kader: Kader) -> Table:
    """Everybody who asked, took part or advised; a group without names shows its number only."""
    return {
        "name": "participations",
        "caption": _("Who asked, took part or advised"),
        "columns": [{"label": _("Party")}, {"label": _("Role")}, {"label": _("Number"), "number": True}],
        "rows": [_participation(row, kader) for row in rows],
    }


def _participation(row: Row, kader: Kader) -> dict[str, object]:
    label = said_of(row, "party_label") or said_of(row, "description")
    role = words_of(kader, "participations", "role", row["role"])
    return {
        "title": capital(label) if label else None,
        "aside": None if row["party"] else _("names unknown"),
        "note": said_of(row, "remark"),
        "quote": row["passage"],
        "cells": [
            {
                "value": _("%(role)s, dropped out") % {"role": role} if row["dropped_out"] else role,
                "label": _("Role"),
            },
            {"value": row["number"], "number": True, "label": _("Number")},
        ],
    }


def shown_topics(rows: Sequence[Row], participations: Sequence[Row], kader: Kader) -> Table:
    """What was spoken of, where the source says so, with whom and with what answer."""
    parties = {row["party"]: said_of(row, "party_label") for row in participations if row["party"]}
    return {
        "name": "topics",
        "caption": _("What was spoken of"),
        "columns": [
            {"label": _("Topic")},
            {"label": _("Stated")},
            {"label": _("With whom")},
            {"label": _("Reaction")},
        ],
        "rows": [_topic(row, parties, kader) for row in rows],
    }


def _topic(row: Row, parties: dict[object, str | None], kader: Kader) -> dict[str, object]:
    option = kader.records["activities"]["topics"].option(str(row["code"]))
    setting = name_of(SETTINGS, row["setting"])
    return {
        "title": capital(said(option.text) or "") if option else row["code"],
        "aside": setting,
        "note": said_of(row, "remark"),
        "quote": row["passage"],
        "cells": [
            {"value": name_of(TOPIC_PLACES, row["stated_in"]), "label": _("Stated")},
            {"value": parties.get(row["party__reference"]), "label": _("With whom")},
            {"quote": row["reaction"], "value": None, "label": _("Reaction")},
        ],
    }


def shown_agreements(rows: Sequence[Row]) -> Table:
    """What was signed or intended."""
    return {
        "name": "agreements",
        "caption": _("Agreements"),
        "columns": [
            {"label": _("Agreement")},
            {"label": _("Status")},
            {"label": _("Number"), "number": True},
            {"label": _("Runs until")},
        ],
        "rows": [_agreement(row) for row in rows],
    }


def _agreement(row: Row) -> dict[str, object]:
    ends = row["runs_until"]
    form = form_words(None, str(row["form"]), language()) if row["form"] else None
    return {
        "title": said_of(row, "title") or (capital(form) if form else None),
        "aside": row["reference"],
        "note": said_of(row, "remark"),
        "quote": row["passage"],
        "cells": [
            {"value": capital(name_of(AGREEMENTS, row["status"]) or ""), "label": _("Status")},
            {"value": row["number"], "number": True, "label": _("Number")},
            {"value": date_format(ends, "j F Y") if ends else None, "label": _("Runs until")},  # type: ignore[arg-type]
        ],
    }


def shown_measures(rows: Sequence[Row], kader: Kader) -> Table:
    """What had to be done, how far it is, and what shows it."""
    known = {measure.id: measure for measure in kader.measures}
    return {
        "name": "measures",
        "caption": _("Measures and their evidence"),
        "columns": [{"label": _("Measure")}, {"label": _("Evidence")}, {"label": _("State")}],
        "rows": _anchored([_measure(row, known.get(str(row["code"])), kader) for row in rows], rows),
    }


def _anchored(shown: list[dict[str, object]], rows: Sequence[Row]) -> list[dict[str, object]]:
    """Each action line can be led to: its first measure has its name."""
    first = {row["line"]: place for place, row in reversed(list(enumerate(rows)))}
    for line, place in first.items():
        shown[place]["anchor"] = f"measures-{line}"
    return shown


def _measure(row: Row, measure: Measure | None, kader: Kader) -> dict[str, object]:
    links = _links(row)
    named = links and row["status"] == MeasureStatus.REPORTED
    return {
        "title": said(measure.text) if measure else row["code"],
        "url": f"{kader_url(kader)}#{row['line']}",
        "aside": " · ".join(str(part) for part in (row["code"], _owner(measure)) if part),
        "note": row["reason"] or said_of(row, "remark"),
        "quote": row["passage"],
        "cells": [
            {"links": links, "value": _("none in the register"), "label": _("Evidence")},
            {
                "status": "reported_with_evidence" if named else row["status"],
                "kind": "measure",
                "label": _("State"),
            },
        ],
    }


def _owner(measure: Measure | None) -> str | None:
    return said(measure.owner) if measure else None


def _links(row: Row) -> list[dict[str, object]]:
    """The evidence of a measure; what is known by its digest only has no page to open."""
    evidence = row["evidence"]
    assert isinstance(evidence, list)  # noqa: S101 - the selector makes it a list
    return [
        {"label": said_of(one, "title"), "url": one["url"], "digest": str(one["sha256"] or "")[:12]}
        for one in evidence
    ]
