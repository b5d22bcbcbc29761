"""Recommendations as their pages show them: how each stands, and what became of it year by year."""

from collections import Counter
from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.casework.recommendations import FollowUpStatus
from openkader.publication.periods import shown_period
from openkader.register.selectors.recommendations import (
    RecommendationAddressRow,
    RecommendationRow,
    RecommendationStep,
)
from openkader.web.presenters.names import actor_words
from openkader.web.shell import said, shown_moment

Shown = dict[str, object]
KIND = "recommendation"
OVERDUE = "overdue"


def shown_recommendations(rows: Sequence[RecommendationRow], *, name: str, caption: str) -> Shown:
    """A table of recommendations."""
    year, to, due, stand = (
        _("Evaluation of"),
        _("Addressed to"),
        _("To be followed up in"),
        _("How it stands"),
    )
    labels = (_("Recommendation"), year, to, due, stand)
    return {
        "name": name,
        "caption": caption,
        "columns": [{"label": label} for label in labels],
        "rows": [
            {
                "title": said(row.text),
                "url": reverse("recommendation", args=[row.reference]),
                "aside": _("%(reference)s, made up") % {"reference": row.reference}
                if row.is_fictional
                else row.reference,
                "cells": [
                    {"label": year, "value": row.year},
                    {"label": to, "value": said(row.to)},
                    {"label": due, "value": shown_period(row.due)},
                    {"label": stand, "status": row.status, "kind": KIND},
                ],
            }
            for row in rows
        ],
    }


def shown_tally(rows: Sequence[RecommendationRow]) -> list[Shown]:
    """How many stand how; those of which nobody said anything are unknown."""
    found = Counter(row.status for row in rows)
    states: list[FollowUpStatus | None] = [*FollowUpStatus, None]
    return [{"state": one, "count": found[one]} for one in states if found[one]]


def shown_steps(row: RecommendationRow) -> list[Shown]:
    """What was noted of it, the newest first."""
    return [_step(row, one) for one in reversed(row.follow_ups)]


def _step(row: RecommendationRow, step: RecommendationStep) -> Shown:
    shown_by = step.shown_by
    place = "agreement" if shown_by.is_agreement else "dossier"
    return {
        "number": step.number,
        "status": step.status,
        "since": shown_period(step.period),
        "what": said(step.what),
        "url": shown_by.url,
        "record": shown_by.record,
        "record_url": reverse(place, args=[shown_by.record]) if shown_by.record else "",
        "file": shown_by.file,
        "file_url": reverse("recommendation_document", args=[row.reference, step.number]),
        "kader": step.kader,
        "kader_url": reverse("kader", args=step.kader.split("/")) if step.kader else "",
        "change": said(step.change),
        "by": actor_words(step.by) if step.by else "",
        "at": shown_moment(step.at),
    }


def shown_addresses(row: RecommendationRow) -> list[Shown]:
    """What was said before of whom it is addressed to; what holds now stands above."""
    return [_address(one) for one in reversed(row.addresses[:-1])]


def _address(row: RecommendationAddressRow) -> Shown:
    return {
        "to": said(row.to),
        "due": shown_period(row.due),
        "by": actor_words(row.by) if row.by else "",
        "at": shown_moment(row.at),
    }
