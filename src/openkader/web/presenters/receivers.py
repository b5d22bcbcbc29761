"""Other systems that hear what happens with cases: how much they still have to hear, and what they answer."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.subscribing import host_of
from openkader.casework.subscription_words import answer_words
from openkader.register.subscriptions import SubscriptionRow
from openkader.web.shell import language, shown_moment


def shown_receivers(rows: Sequence[SubscriptionRow]) -> dict[str, object] | None:
    """The table of receivers, those that are held first; of a case nothing stands in it."""
    if not rows:
        return None
    labels = [_("Where"), _("Waits"), _("Since"), _("Last answer"), _("State")]
    ordered = sorted(rows, key=lambda row: (not row.is_held, -row.failures))
    return {
        "name": "receivers",
        "caption": ngettext("%(count)s receiver", "%(count)s receivers", len(rows)) % {"count": len(rows)},
        "columns": [
            {"label": _("Receiver")},
            {"label": labels[0]},
            {"label": labels[1], "number": True},
            *({"label": label} for label in labels[2:]),
        ],
        "rows": [_row(row, labels) for row in ordered],
    }


def shown_subscriptions(rows: Sequence[SubscriptionRow]) -> list[dict[str, str]]:
    """The same for whoever they are of: where it is told, and whether that goes well."""
    return [{"name": row.name, "host": host_of(row.address), "state": _state(row)} for row in rows]


def _row(row: SubscriptionRow, labels: Sequence[str]) -> dict[str, object]:
    return {
        "title": row.name,
        "aside": row.account,
        "cells": [
            {"value": host_of(row.address), "label": labels[0]},
            {"value": row.waiting, "number": True, "label": labels[1]},
            {"value": _moment(row.waiting_since), "none": _("nothing waits"), "label": labels[2]},
            {"value": _answer(row), "none": _("nothing told yet"), "label": labels[3]},
            {"value": _state(row), "label": labels[4]},
        ],
    }


def _moment(moment: datetime | None) -> str | None:
    return shown_moment(moment) if moment else None


def _answer(row: SubscriptionRow) -> str | None:
    if row.answered_at is None:
        return None
    words = {"answer": answer_words(row.answer, language()), "moment": shown_moment(row.answered_at)}
    return _("%(answer)s, on %(moment)s") % words


def _state(row: SubscriptionRow) -> str:
    if row.is_held:
        return _("held: it was tried in vain %(count)s times") % {"count": row.failures}
    return _("is tried again by itself") if row.failures else _("hears everything")
